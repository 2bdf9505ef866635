"""Weights are named, and a wrong one is told."""

import pytest

from weft import InvalidRequestError, UnknownNameError
from weft.weaving.weights import chosen_weights

USUAL = {"fit": 1.0, "load": 0.5}


def test_those_given_stand_in_place_of_the_usual_ones():
    assert chosen_weights(None, USUAL) == USUAL
    assert chosen_weights({"load": 2}, USUAL) == {"fit": 1.0, "load": 2.0}


def test_an_unknown_weight_is_told_with_those_there_are():
    with pytest.raises(UnknownNameError, match="no weight “lode”; there is: fit, load"):
        chosen_weights({"lode": 1.0}, USUAL)


@pytest.mark.parametrize("wrong", [-1, float("nan"), float("inf"), "much"])
def test_a_weight_that_is_no_number_from_0_on_is_told(wrong):
    with pytest.raises(InvalidRequestError, match=r"The weight load is .*0\.5 is usual"):
        chosen_weights({"load": wrong}, USUAL)
