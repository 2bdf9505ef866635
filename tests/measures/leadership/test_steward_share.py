"""How much of the leadership is the stewards'."""

import numpy as np
import pytest
from hypothesis import assume, given, settings

import weft
from tests.measures.made import half_heard, network, of_matrix

NET = network(["Ben Ana", "Cy Ana", "Di Ana", "Ana Ben"])


def test_three_of_four_ties_end_at_the_steward():
    found = weft.measure(NET.with_stewards(["Ana"]), "steward_share")
    assert (found.value, found.parts) == (3 / 4, {"stewards": 1, "even_share": 1 / 4})
    assert found.sentence == "The stewards hold 75% of the leadership that people see."


def test_several_stewards_count_together():
    assert weft.measure(NET.with_stewards(["Ana", "Ben"]), "steward_share").value == 1


@settings(max_examples=30, deadline=None)
@given(half_heard())
def test_with_silence_shares_of_raters_are_added(drawn):
    strength, answered = drawn
    assume(answered.sum() > 1)
    shares = (strength[answered] > 0).sum(axis=0) / np.maximum(answered.sum() - answered, 1)
    net = of_matrix(strength, answered=answered).with_stewards(["p0"])
    expected = pytest.approx(shares[0] / shares.sum()) if shares.any() else None
    assert weft.measure(net, "steward_share").value == expected


def test_without_stewards_or_without_leadership_it_is_undefined():
    assert weft.measure(NET, "steward_share").undefined_because == (
        "Undefined, because nobody is marked as a steward."
    )
    nothing = of_matrix(np.zeros((3, 3))).with_stewards(["p0"])
    assert weft.measure(nothing, "steward_share").undefined_because == (
        "Undefined, because nobody is named by anyone."
    )
