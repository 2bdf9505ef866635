"""How much of the network the answers cover."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis.extra.numpy import arrays

import weft
from tests.measures.made import network, of_matrix

IDS = ("coverage_people", "coverage_dyads_once", "coverage_dyads_twice")


def values(net: weft.Network) -> list[float]:
    return [weft.measure(net, measure_id).number for measure_id in IDS]


def test_two_of_four_answered():
    net = network(["Ana Ben", "Ben Cy"], people="Ana Ben Cy Di", answered="Ana Ben")
    # Of the six pairs only Cy and Di are wholly silent, and only Ana and Ben are both heard.
    assert values(net) == [2 / 4, 1 - 1 / 6, 1 / 6]
    found = weft.measure(net, "coverage_people")
    assert found.sentence == "50% of the 4 people answered."
    assert found.parts == {"answered": 2, "undeclared": 0}
    assert weft.measure(net, "coverage_dyads_once").parts == {"silent_pairs": 1}
    assert weft.measure(net, "coverage_dyads_twice").parts == {"pairs": 1}


def test_nobody_answered_is_a_figure_and_not_a_gap():
    rows = ["Cy Ana Ben 1", "Cy Ana Ben 2"]
    net = network(rows, "reporter source target wave", people="Ana Ben Cy", answered="")
    alone = net.among(np.array([True, True, False]))
    assert values(weft.read(alone)) == [0, 0, 0]


def test_those_of_whom_nothing_is_declared_count_as_silent_and_are_counted():
    undeclared = network(["Ana Ben", "Ben Cy"], answered="not declared")
    found = weft.measure(undeclared, "coverage_people")
    assert (found.value, found.parts) == (2 / 3, {"answered": 2, "undeclared": 1})


def test_one_person_has_no_pairs():
    alone = network(["Ana Ben"]).among(np.array([True, False]))
    assert weft.measure(alone, "coverage_people").value == 1
    assert weft.measure(alone, "coverage_dyads_once").undefined_because is not None
    assert weft.measure(alone, "coverage_dyads_twice").undefined_because is not None


@settings(max_examples=30, deadline=None)
@given(arrays(bool, 5))
def test_shares_equal_a_look_at_every_pair(answered):
    if not answered.any():
        answered[2] = True
    net = of_matrix(np.ones((5, 5)), answered=answered)
    pairs = list(combinations(answered, 2))
    once, twice = np.mean([a or b for a, b in pairs]), np.mean([a and b for a, b in pairs])
    assert values(net) == pytest.approx([answered.mean(), once, twice])
