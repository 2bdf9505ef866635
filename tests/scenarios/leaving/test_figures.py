"""The figures before and after, and the range of their difference."""

import networkx as nx
import numpy as np
import pytest

import weft
from tests.scenarios.leaving.networks import read
from weft.measures import registered
from weft.measures.intervals import Drawing, draws_of, widened
from weft.network.parts_played import CONNECTION, LEADERSHIP, TRUST
from weft.portrait.findings import QUESTIONS
from weft.scenarios.leaving.figures import FIGURES

LEFT_OUT = {
    "phase",
    "removal_loss",
    "concordance",
    "trust_received",
    "trust_asymmetry",
    "persistence",
    "emergence",
    "jaccard",
    "fade",
    "lift",
    "leadership_turnover",
    "coverage_people",
    "coverage_dyads_once",
    "coverage_dyads_twice",
}
"""A name; the same question asked of stewards; two ends, two waves, answers; ratings of people."""


def test_every_figure_of_the_portrait_is_shown_but_those_a_departure_cannot_move():
    portrait = {figure for question in QUESTIONS for figure in question.figures}
    here = {(name, part) for part, names in FIGURES.items() for name in names}
    assert here == {(name, part) for name, part in portrait if name not in LEFT_OUT}
    assert set(FIGURES) == {CONNECTION, LEADERSHIP, TRUST}


def test_before_is_the_figure_of_all_and_after_that_of_those_who_stay():
    graph = nx.gnm_random_graph(20, 40, seed=1)
    net = read(graph)
    left = net.among(np.arange(20) != 4)
    for moved in weft.step_back(net, ["4"]).figures:
        options = {"null_draws": 0} if "null_draws" in registered(moved.id).options else {}
        for side, of in ((moved.before, net), (moved.after, left)):
            graph_of = of.graph()
            assert side.value == registered(moved.id).figure(graph_of, **options).value or (
                side.undefined_because is not None
            )
        if moved.change is not None:
            assert moved.change == moved.after.number - moved.before.number
            assert moved.low in {moved.change, None}
            assert moved.high in {moved.change, None}


def test_before_is_what_the_portrait_shows_with_its_range():
    graph = nx.gnm_random_graph(24, 40, seed=2)
    net = read(graph, silent=[1, 2, 3], group=["a", "b"] * 12)
    portrait = {
        shown.measure.id: shown.measure
        for chapter in weft.portrait(net, draws=25, seed=3).chapters
        for shown in chapter.figures
    }
    compared = 0
    for moved in weft.step_back(net, ["0"], draws=25, seed=3).figures:
        shown = portrait[moved.id]
        assert moved.before.value == pytest.approx(shown.value), moved.id
        if moved.low is not None:
            assert (moved.before.low, moved.before.high) == pytest.approx((shown.low, shown.high))
            compared += 1
    assert compared > 10


def test_the_range_of_the_difference_is_that_of_differences_in_the_same_draws():
    graph = nx.gnm_random_graph(24, 40, seed=5)
    net = read(graph, silent=[1, 2, 3, 9])
    drawn = draws_of(net.graph(), "impute", Drawing(draws=30, seed=1))
    stays = np.arange(24) != 6
    found = registered("efficiency").figure
    changes = [found(one.among(stays)).value - found(one).value for one in drawn]
    moved = next(
        one
        for one in weft.step_back(net, ["6"], draws=30, seed=1).figures
        if one.id == "efficiency"
    )
    assert (moved.low, moved.high) == pytest.approx(widened(changes, registered("efficiency")))
    apart = moved.before.high - moved.before.low
    assert moved.high - moved.low < apart
    assert moved.low <= moved.change <= moved.high


def test_without_intervals_there_are_none():
    net = read(nx.gnm_random_graph(15, 20, seed=1), silent=[1])
    made = weft.step_back(net, ["0"], interval=False)
    assert {moved.low for moved in made.figures} == {None}
    assert {count.low for count in made.lost} == {None}


def test_losses_have_ranges_where_people_are_silent():
    # 0 is tied to all; whether the five silent ones are tied to each other nobody has said
    graph = nx.gnm_random_graph(20, 26, seed=8)
    graph.add_edges_from((0, other) for other in range(1, 20))
    made = weft.step_back(read(graph, silent=[1, 2, 3, 4, 5]), ["0"], draws=40)
    for count in made.lost:
        assert count.low <= count.value <= count.high
    assert any(count.low < count.high for count in made.lost)


def test_figures_of_what_was_said_in_confidence_are_not_shown():
    ties = {
        "source": list("abcdabc"),
        "target": list("bcdacda"),
        "relation": ["works_with"] * 4 + ["trusts"] * 3,
    }
    net = weft.read(ties, everyone_answered=True)
    shown = {moved.before.relation for moved in weft.step_back(net, ["a"]).figures}
    assert shown == {"works_with"}
    open_ = weft.step_back(net, ["a"], private=[])
    assert {moved.before.relation for moved in open_.figures} == {"works_with", "trusts"}


@pytest.mark.parametrize("connection", ["works_with", "trusts"])
def test_figures_are_not_shown_of_ties_that_are_private_and_connect_people(connection):
    ties = {
        "source": list("abcdabc"),
        "target": list("bcdacda"),
        "relation": [connection] * 4 + ["turns_to"] * 3,
    }
    net = weft.read(ties, everyone_answered=True)
    made = weft.step_back(net, ["a"], private=[connection])
    assert {moved.before.relation for moved in made.figures} == {"turns_to"}
