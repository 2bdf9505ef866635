"""Whether leadership is in few hands, and what silence does to the answer."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings

import weft
from tests.measures.made import half_heard, matrices, network, of_matrix

few = settings(max_examples=30, deadline=None)
RUNS = 60
PEOPLE, SILENT = 40, 12


def test_a_star_is_one_and_a_ring_is_zero():
    star = network(["Ben Ana", "Cy Ana", "Di Ana"])
    ring = network(["Ana Ben", "Ben Cy", "Cy Ana"])
    assert weft.measure(star, "leadership_centralization").value == 1
    assert weft.measure(ring, "leadership_centralization").value == 0


def test_by_hand_with_its_sentence_and_method():
    net = network(["Ben Ana", "Cy Ana", "Di Ana", "Ana Ben"])
    found = weft.measure(net, "leadership_centralization")
    assert found.value == pytest.approx((2 / 3 + 1 + 1) / 3)
    assert found.sentence == (
        "On a scale from 0 (everyone is looked to alike) to 1 (everyone looks to one person), "
        "leadership stands at 0.89."
    )
    assert found.method == "Freeman's in-degree centralization, from shares of raters"


@few
@given(matrices(fewest=3))
def test_it_is_freemans_on_complete_data(strength):
    net, ties = of_matrix(strength), (strength > 0).astype(int)
    n = len(ties)
    for of, held, greatest in (
        ("in", ties.sum(axis=0), (n - 1) ** 2),
        ("out", ties.sum(axis=1), (n - 1) ** 2),
        ("all", ties.sum(axis=0) + ties.sum(axis=1), 2 * (n - 1) * (n - 2)),
    ):
        found = weft.measure(net, "leadership_centralization", of=of)
        assert found.value == pytest.approx((held.max() - held).sum() / greatest)


@few
@given(matrices(fewest=3))
def test_without_direction_it_has_the_maximum_of_an_undirected_star(strength):
    ties = np.maximum(strength, strength.T) > 0
    degree, n = ties.sum(axis=0), len(ties)
    expected = (degree.max() - degree).sum() / ((n - 1) * (n - 2))
    net = of_matrix(np.maximum(strength, strength.T), directed=False)
    assert weft.measure(net, "leadership_centralization").value == pytest.approx(expected)


@few
@given(half_heard(fewest=3))
def test_with_silence_each_is_judged_by_those_who_could_have_named_them(drawn):
    strength, answered = drawn
    assume(answered.sum() > 1)
    named = (strength[answered] > 0).sum(axis=0)
    shares = named / np.maximum(answered.sum() - answered, 1)
    expected = (shares.max() - shares).sum() / (len(shares) - 1)
    found = weft.measure(of_matrix(strength, answered=answered), "leadership_centralization")
    assert found.value == pytest.approx(expected)


def test_what_the_silent_give_is_not_taken_as_nothing():
    strength = np.array([[0, 1, 1], [1, 0, 1], [0, 0, 0]])
    net = of_matrix(strength, answered=[True, True, False])
    assert weft.measure(net, "leadership_centralization", of="out").value == 0


def test_looking_to_others_needs_two_who_answered():
    net = of_matrix(np.ones((3, 3)), answered=[True, False, False])
    found = weft.measure(net, "leadership_centralization", of="out")
    assert found.undefined_because == "Undefined, because fewer than two people answered."


def test_by_person_is_how_many_named_each():
    net = network(["Ben Ana", "Cy Ana", "Ana Ben"])
    found = weft.by_person(net, "leadership_centralization")
    assert found == {"Ana": 2, "Ben": 1, "Cy": 0}


def looking_to_few(rng: np.random.Generator) -> np.ndarray:
    """Return who looks to whom where a few are looked to by many and ties are seldom returned.

    The leadership-like layer of the simulation that the policy on silence rests on: each person's
    readiness to name and to be named is normal on the logit scale, at a density of 0.12.
    """
    logit = rng.normal(0, 0.5, PEOPLE)[:, None] + rng.normal(0, 1.3, PEOPLE)[None, :]
    low, high = -10.0, 10.0
    for _ in range(50):
        middle = (low + high) / 2
        chance = 1 / (1 + np.exp(-(middle + logit)))
        np.fill_diagonal(chance, 0)
        wanted = 0.12 * PEOPLE * (PEOPLE - 1)
        low, high = (low, middle) if chance.sum() > wanted else (middle, high)
    ties = (rng.random((PEOPLE, PEOPLE)) < chance).astype(int)
    first, second = np.triu_indices(PEOPLE, 1)
    copied = rng.random(len(first)) < 0.1
    ties[second[copied], first[copied]] = ties[first[copied], second[copied]]
    return ties


def centralization_of(ties: np.ndarray, answered: np.ndarray) -> float:
    source, target = np.nonzero(ties * answered[:, None])
    ids = np.array([f"p{i}" for i in range(PEOPLE)])
    net = weft.read(
        {"source": ids[source].tolist(), "target": ids[target].tolist()},
        people={"id": ids.tolist(), "responded": np.where(answered, "yes", "no").tolist()},
    )
    return weft.measure(net, "leadership_centralization").number


def test_at_30_percent_silence_available_raters_are_right_where_zeros_mislead():
    rng = np.random.default_rng(7)
    available, zero_filled = [], []
    everyone = np.ones(PEOPLE, dtype=bool)
    for _ in range(RUNS):
        ties = looking_to_few(rng)
        answered = everyone.copy()
        answered[rng.choice(PEOPLE, SILENT, replace=False)] = False
        truth = centralization_of(ties, everyone)
        available.append(centralization_of(ties, answered) - truth)
        zero_filled.append(centralization_of(ties * answered[:, None], everyone) - truth)
    assert abs(np.mean(available)) <= 0.02
    assert np.mean(zero_filled) <= -0.10


def test_networkx_degrees_give_the_same():
    ties = nx.gnp_random_graph(30, 0.2, seed=2, directed=True)
    degree = np.array([d for _, d in ties.in_degree])
    net = of_matrix(nx.to_numpy_array(ties))
    expected = (degree.max() - degree).sum() / 29**2
    assert weft.measure(net, "leadership_centralization").value == pytest.approx(expected)
