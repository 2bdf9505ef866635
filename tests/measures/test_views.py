"""Figures of ties as either end says, as both say, and as the reports make them likely."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weft
from tests.uncertainty.reporters.made import own, said
from weft.measures.intervals import middle
from weft.measures.registry import registered
from weft.uncertainty.reporters import estimated

# Ana and Ben say so of each other, Ana of Cy too, who does not.
TWO_OF_THREE = [(0, 0, 1), (1, 0, 1), (0, 0, 2)]


def density(net, ties):
    return weft.measure(net, "density", ties=ties)


def test_either_counts_what_one_of_them_says_and_both_what_both_say():
    net = own(TWO_OF_THREE)
    assert density(net, "either").number == pytest.approx(2 / 3)
    assert density(net, "both").number == pytest.approx(1 / 3)
    assert density(net, "both").method == "only ties that both ends report"
    assert density(net, "either") == weft.measure(net, "density")


def test_in_the_view_of_both_the_word_of_one_stands_where_the_other_did_not_answer():
    net = own(TWO_OF_THREE, answered=[True, True, False])
    found = density(net, "both")
    assert found.number == pytest.approx(2 / 3)
    assert found.method.endswith(
        "where one of the two did not answer, the word of the other stands"
    )


def test_a_directed_tie_is_said_by_both_where_its_source_and_its_target_say_so():
    # Ana says that she turns to Ben, and Ben says so of her; Cy says that Ben turns to him.
    net = own([(0, 0, 1), (1, 0, 1), (2, 1, 2), (0, 2, 0), (2, 2, 0)], directed=True)
    assert density(net, "either").number == pytest.approx(3 / 6)
    assert density(net, "both").number == pytest.approx(2 / 6)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 7), st.booleans(), st.integers(0, 2**32))
def test_both_is_what_all_of_the_ends_say_who_answered(n, directed, seed):
    rng = np.random.default_rng(seed)
    heard = rng.random(n) < 0.7
    says = rng.random((n, n, n)) < 0.5
    for m in range(n):
        says[m, np.arange(n) != m, :] &= np.arange(n) == m
    says &= heard[:, None, None]
    if not directed:
        says = np.stack([np.triu(part | part.T, 1) for part in says])
    graph = said(says, directed=directed, answered=heard).graph(view="both")
    if graph.known_by != "either":
        return
    expected = {
        (i, j)
        for i in range(n)
        for j in range(n)
        if i != j and (heard[i] or heard[j]) and all(says[m, i, j] for m in (i, j) if heard[m])
    }
    assert set(zip(graph.source.tolist(), graph.target.tolist(), strict=True)) == expected


def coalition(seed=3, people=14):
    made = weft.simulate.coalition(people=people, waves=1, seed=seed)
    return made.network


@pytest.mark.parametrize("measure_id", ["density", "transitivity", "cut_people"])
def test_estimated_is_the_mean_and_the_middle_nine_tenths_of_figures_of_networks_drawn(measure_id):
    net = coalition()
    found = weft.measure(net, measure_id, relation="works_with", ties="estimated", draws=40, seed=5)
    networks = estimated(net, "works_with", seed=5).draws(40, seed=5)
    values = [registered(measure_id).figure(graph).value for graph in networks]
    assert found.number == pytest.approx(np.mean(values))
    assert (found.low, found.high) == pytest.approx(middle(values))
    assert found.confidence == 0.9
    assert found.low < found.number < found.high


def test_the_mean_of_the_draws_has_as_many_ties_as_the_estimate_expects():
    net = coalition(seed=8)
    graph = net.graph("works_with")
    found = weft.measure(net, "density", relation="works_with", ties="estimated", draws=400)
    expected = estimated(net, "works_with").ties / (graph.n * (graph.n - 1) / 2)
    assert found.number == pytest.approx(expected, abs=0.02)
    # Silence is drawn too: n, answered and coverage are still what they were.
    plain = weft.measure(net, "density", relation="works_with")
    assert (found.n, found.answered, found.coverage) == (plain.n, plain.answered, plain.coverage)
    assert found.answered < found.n


def test_estimated_says_what_it_supposes_and_what_two_reports_cannot_tell():
    found = weft.measure(coalition(), "density", relation="works_with", ties="estimated", draws=20)
    for part in (
        "the mean of 20 networks drawn by how likely the reports make each tie",
        "priors: prevalence",
        "between the ends lie nine in ten of the figures of 20 of them",
        "pairs whom nobody names are drawn",
        "who did not answer would have said plays a part only so far as others speak of them",
        "Two reports a tie do not tell how many ties there are and how often people err, both",
    ):
        assert part in found.method


def test_the_same_seed_gives_the_same_figure_and_another_another():
    net = coalition()
    asked = {"relation": "works_with", "ties": "estimated", "draws": 10}
    assert weft.measure(net, "density", seed=1, **asked) == weft.measure(
        coalition(), "density", seed=1, **asked
    )
    assert (
        weft.measure(net, "density", seed=1, **asked).value
        != weft.measure(net, "density", seed=2, **asked).value
    )


def test_what_shows_no_range_shows_none_here_and_a_name_is_the_commonest_of_the_draws():
    net = coalition()
    asked = {"relation": "works_with", "ties": "estimated", "draws": 10}
    spread = weft.measure(net, "modularity", **asked)
    assert (spread.low, spread.high) == (None, None)
    assert spread.number > 0
    named = weft.measure(net, "phase", **asked)
    shares = {k: v for k, v in named.parts.items() if k.startswith("share ")}
    assert sum(shares.values()) == pytest.approx(1)
    assert shares[f"share {named.value}"] == max(shares.values())
    assert weft.measure(net, "density", interval=False, **asked).low is None


def test_of_third_persons_too_ties_can_be_estimated():
    rng = np.random.default_rng(4)
    there = np.triu(rng.random((8, 8)) < 0.4, 1)
    says = np.where(rng.random((8, 8, 8)) < 0.9, there, ~there & np.triu(there | True, 1))
    found = weft.measure(said(says), "density", ties="estimated", draws=50)
    assert found.number == pytest.approx(there.sum() / 28, abs=0.02)  # eight agree, nearly
    assert "each about all ties" in found.method


def test_where_the_range_says_too_little_it_is_the_reports_that_do_not_tell():
    net = own([(0, 0, 1), (1, 1, 2), (2, 2, 3), (3, 3, 0)], n=4)
    found = weft.measure(net, "largest_component_share", ties="estimated", draws=50)
    assert found.high - found.low > 0.5
    assert found.sentence.startswith("The reports do not tell. ")


def test_nobody_answered_is_undefined_and_not_estimated():
    net = own([], n=3, answered=[False] * 3)
    found = density(net, "estimated")
    assert found.undefined_because == "Undefined, because nobody answered."


ONE_WORD = [("Ben", "Ana"), ("Cy", "Ana")]


@pytest.mark.parametrize("ties", ["both", "estimated"])
def test_where_each_tie_rests_on_one_word_there_is_one_view_and_it_is_said_why(ties):
    with pytest.raises(weft.InvalidRequestError) as raised:
        density(ONE_WORD, ties)
    assert str(raised.value) == (
        "Each tie of ties rests on the word of its source alone. With one report a tie, what a "
        "second person would say of it is not known, nor how often people err, so that "
        f"ties='{ties}' cannot be had. Ask both ends about each tie and give the data a column "
        "`reporter`, or leave ties out."
    )


@pytest.mark.parametrize(
    ("measure_id", "asked", "said_so"),
    [
        ("density", {"ties": "most"}, "expected one of 'either', 'both', 'estimated'"),
        ("concordance", {"ties": "both"}, "concordance is about the answers themselves"),
        ("coverage_people", {"ties": "estimated"}, "about the answers themselves"),
        ("jaccard", {"ties": "estimated"}, "jaccard compares two waves"),
        ("density", {"ties": "estimated", "tilt": 0.5}, "tilt=0.5 does not go with"),
        ("density", {"ties": "estimated", "silence": "reconstruct"}, "silence='reconstruct' does"),
        ("density", {"ties": "estimated", "against": "size"}, "against='size' does not go with"),
    ],
)
def test_what_cannot_be_meant_together_is_refused(measure_id, asked, said_so):
    with pytest.raises(weft.InvalidRequestError, match=said_so):
        weft.measure(own(TWO_OF_THREE), measure_id, **asked)


def test_two_waves_can_be_compared_by_what_both_say():
    columns = {
        "source": ["a", "b", "a", "c", "a", "b", "b"],
        "target": ["b", "a", "c", "a", "b", "a", "c"],
        "wave": ["1", "1", "1", "1", "2", "2", "2"],
        "relation": ["works_with"] * 7,
    }
    net = weft.read(columns, everyone_answered=True)
    # Both say: a-b and a-c before, a-b after. Either says: b-c after as well.
    assert weft.measure(net, "jaccard", ties="both").number == pytest.approx(1 / 2)
    assert weft.measure(net, "jaccard", ties="either").number == pytest.approx(1 / 3)
