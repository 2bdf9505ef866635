"""Whether there is much leadership at all."""

import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import half_heard, network, of_matrix
from weft.network import Relation


def test_ratings_are_shares_of_the_greatest_given():
    found = weft.measure(
        network(["Ben Ana 4", "Cy Ana 2", "Ana Ben 3"], "source target weight"),
        "leadership_density",
    )
    assert found.value == (4 + 2 + 3) / (6 * 4)
    assert found.method == "ratings as shares of 4, the greatest rating given"
    assert found.sentence == (
        "Of all the leadership people could see in one another, they see 38%."
    )


def test_a_declared_scale_says_what_most_there_could_be_is():
    relations = [Relation(name="ties", scale=(1, 5))]
    rows = ["Ben Ana 4", "Cy Ana 2", "Ana Ben 3"]
    net = network(rows, "source target weight", relations=relations)
    found = weft.measure(net, "leadership_density")
    assert (found.value, found.method) == (9 / 30, "ratings as shares of 5, the top of the scale")


@settings(max_examples=30, deadline=None)
@given(half_heard())
def test_it_is_the_mean_of_what_those_who_answered_said(drawn):
    strength, answered = drawn
    net = of_matrix(strength, answered=answered, scale=(0, 3))
    possible = answered.sum() * (len(strength) - 1)
    expected = strength[answered].sum() / (3 * possible)
    assert weft.measure(net, "leadership_density").value == pytest.approx(expected)
    counted = weft.measure(net, "leadership_density", binary=True)
    assert counted.value == pytest.approx((strength[answered] > 0).sum() / possible)


def test_nobody_looking_to_anybody_is_none():
    assert weft.measure(of_matrix(np.zeros((3, 3))), "leadership_density").value == 0
