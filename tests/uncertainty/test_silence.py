"""Which way the unknown is filled in, and that nothing is where everything is known."""

import numpy as np
import pytest

import weft
from tests.uncertainty.half_heard import graph, ties_of
from weft.uncertainty import by_habits, completed
from weft.uncertainty.by_rates import drawn_by_rates


@pytest.mark.parametrize(
    "one",
    [
        graph(3, [(0, 1)], [0, 1, 2]),
        graph(3, [(0, 1)], [0, 1], known_by="either"),
        graph(3, [(0, 1)], [0, 2], directed=False, known_by="either"),
        graph(3, [(0, 1)], [2], known_by="anyone"),
    ],
    ids=["all answered", "one silent, both report", "one silent, no direction", "third persons"],
)
@pytest.mark.parametrize("policy", ["impute", "reconstruct"])
def test_a_graph_of_which_everything_is_known_is_returned_as_it_is(one, policy):
    (only,) = completed(one, policy, draws=50, seed=0)
    assert only is one


@pytest.mark.parametrize(
    ("measure_id", "most"),
    [("hierarchy", 0.15), ("efficiency", 0.05), ("transitivity", 0.05), ("robustness", 0.03)],
)
def test_figures_of_ways_stay_near_the_truth_where_some_are_silent(measure_id, most):
    both = []
    for seed in range(12):
        made = weft.simulate.coalition(people=40, response=0.7, seed=seed)
        both.append(
            [
                weft.measure(net, measure_id, relation="turns_to", draws=8).number
                for net in (made.network, made.truth)
            ]
        )
    filled, true = np.mean(both, axis=0)
    assert abs(filled - true) < most


def test_a_network_of_some_hundred_people_is_filled_in_by_habits_and_a_larger_one_by_rates():
    ring = [(i, (i + 1) % 501) for i in range(500)]
    few, many = graph(500, ring[:499], range(490)), graph(501, ring, range(490))
    assert (by_habits(few), by_habits(many)) == (True, False)
    rates = drawn_by_rates(many, "impute", draws=3, seed=2)
    drawn = completed(many, "impute", draws=3, seed=2)
    assert [ties_of(one) for one in drawn] == [ties_of(one) for one in rates]


def test_where_nobody_named_anybody_nothing_is_filled_in():
    drawn = completed(graph(5, [], [0, 1]), "impute", draws=3, seed=0)
    assert [one.m for one in drawn] == [0, 0, 0]
