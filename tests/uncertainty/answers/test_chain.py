"""Networks as they might be, had everybody answered."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weft
from tests.uncertainty.half_heard import graph, half_heard, ties_of, unknown
from weft.engine.choice import without_core
from weft.uncertainty.answers import answered_networks

some = settings(max_examples=40, deadline=None)


def shares(one, **asked):
    """Return how often each tie is there."""
    count = np.zeros((one.n, one.n))
    drawn = answered_networks(one, **asked)
    for network in drawn:
        count[network.source, network.target] += 1
    return count / len(drawn)


def of_logits(*, people, seed, silent, usual=-2.0, returning=0.0, naming=0.5, named=1.0):
    """Return a graph of the model itself, and the graph of those who answered."""
    rng = np.random.default_rng(seed)
    odds = usual + rng.normal(0, naming, people)[:, None] + rng.normal(0, named, people)
    both = np.exp(odds + odds.T + returning)
    total = 1 + np.exp(odds) + np.exp(odds.T) + both
    chance, draw = np.exp(odds) / total, rng.random((people, people))
    draw = np.triu(draw, 1) + np.triu(draw, 1).T
    mutual, up = draw < both / total, np.triu(np.ones((people, people), dtype=bool), 1)
    one_way = ~mutual & (draw < both / total + np.where(up, chance, chance.T))
    other_way = ~mutual & ~one_way & (draw < both / total + chance + chance.T)
    ties = mutual | np.where(up, one_way, other_way)
    np.fill_diagonal(ties, val=False)
    answered = rng.permutation(people)[silent:]
    heard = np.isin(np.arange(people), answered)[:, None] & ties
    return (
        graph(people, np.argwhere(ties).tolist(), range(people)),
        graph(people, np.argwhere(heard).tolist(), answered.tolist()),
    )


@some
@given(one=half_heard().filter(lambda one: one.m > 0), seed=st.integers(0, 9))
def test_every_report_is_kept_and_only_the_unknown_is_filled_in(one, seed):
    for drawn in answered_networks(one, draws=3, seed=seed):
        filled = ties_of(drawn)
        assert len(filled) == drawn.m
        assert ties_of(one) <= filled <= ties_of(one) | unknown(one)
        assert drawn.complete
        assert one.directed or (drawn.source < drawn.target).all()
        assert drawn.people is one.people


@some
@given(one=half_heard().filter(lambda one: one.m > 0))
def test_the_same_seed_gives_the_same_networks_with_the_core_and_without(one):
    by_core = answered_networks(one, draws=3, seed=7)
    with without_core():
        without = answered_networks(one, draws=3, seed=7)
    assert [ties_of(drawn) for drawn in by_core] == [ties_of(drawn) for drawn in without]
    assert [d.weight.tolist() for d in by_core] == [d.weight.tolist() for d in without]


def test_networks_differ_from_seed_to_seed_and_from_one_to_the_next():
    _, heard = of_logits(people=30, seed=1, silent=10)
    first, second = (answered_networks(heard, draws=4, seed=seed) for seed in (1, 2))
    assert len({frozenset(ties_of(drawn)) for drawn in first + second}) == 8


def test_the_silent_name_rather_those_whom_many_name():
    # 0 to 9 answered, and all others of them name 0; 10 to 19 are silent.
    one = graph(20, [(i, 0) for i in range(1, 10)], range(10))
    found = shares(one, draws=200, seed=1)[10:]
    assert found[:, 0].mean() > 0.6
    assert found[:, 1:].mean() < 0.06


def test_where_ties_are_returned_the_silent_name_back():
    _, heard = of_logits(people=40, seed=3, silent=12, returning=4.0)
    found = shares(heard, draws=100, seed=1)
    naming = np.zeros((40, 40), dtype=bool)
    naming[heard.source, heard.target] = True
    silent, others = ~heard.answered, heard.answered
    named_by, others_names = naming.T[silent][:, others], found[silent][:, others]
    assert others_names[named_by].mean() > 4 * others_names[~named_by].mean()


def test_people_of_the_same_organisation_are_tied_where_those_who_answered_show_it():
    rng = np.random.default_rng(4)
    people = {"id": [f"p{i:02}" for i in range(40)], "org": ["a", "b"] * 20}
    people["responded"] = ["yes" if i < 28 else "no" for i in range(40)]
    ties = [
        (f"p{i:02}", f"p{j:02}")
        for i in range(28)
        for j in range(40)
        if i != j and rng.random() < (0.35 if (i - j) % 2 == 0 else 0.03)
    ]
    one = weft.read(ties, people=people).graph()
    found = shares(one, draws=100, seed=1, alike=["org"])[28:]
    same = (np.arange(28, 40)[:, None] - np.arange(40)) % 2 == 0
    assert found[same].mean() > 3 * found[~same].mean()


def test_a_tilt_makes_unknown_ties_likelier_or_rarer():
    _, heard = of_logits(people=30, seed=5, silent=10)
    fewer, usual, more = (
        np.mean([d.m for d in answered_networks(heard, draws=100, seed=1, tilt=tilt)])
        for tilt in (-np.log(2), 0.0, np.log(2))
    )
    assert fewer < usual < more


def test_strengths_are_lent_by_somebody_who_answered():
    # 0 gives everybody 2, 1 gives everybody 5.
    ties = [(i, j) for i in (0, 1) for j in range(8) if i != j]
    one = graph(8, ties, [0, 1], weight=[2] * 7 + [5] * 7)
    for drawn in answered_networks(one, draws=20, seed=1):
        for silent in range(2, 8):
            assert len(set(drawn.weight[drawn.source == silent].tolist())) == 1


def test_what_is_told_can_end_the_work():
    class EnoughError(Exception):
        pass

    told = []

    def tell(done, of):
        told.append((done, of))
        if done == 50:
            raise EnoughError

    _, heard = of_logits(people=20, seed=6, silent=5)
    with pytest.raises(EnoughError):
        answered_networks(heard, draws=100, seed=1, tell=tell)
    assert told == [(done, 240) for done in range(1, 51)]


@pytest.mark.parametrize("returning", [0.0, 2.0])
def test_the_density_is_right_in_expectation(returning):
    off = []
    for seed in range(30):
        true, heard = of_logits(people=30, seed=seed, silent=10, returning=returning)
        drawn = answered_networks(heard, draws=30, seed=seed)
        off.append((np.mean([d.m for d in drawn]) - true.m) / true.m)
    assert abs(np.mean(off)) < 4 * np.std(off) / np.sqrt(30)
    assert np.std(off) < 0.12
