"""How deep the ties are."""

import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import half_heard, network, of_matrix
from weft.network import Relation

ROWS = ["Ana Ben 1", "Ben Cy 2", "Cy Ana 3"]


def test_depth_and_number_are_told_apart():
    found = weft.measure(network(ROWS, "source target weight"), "mean_strength")
    assert found.value == 2
    assert found.parts == {"top": 3, "weighted_density": 6 / (3 * 6)}
    assert found.sentence == "A tie has a strength of 2.00 on average, where 3 is the strongest."
    assert found.method == "no scale is declared; 3 is the greatest strength seen"


def test_the_declared_scale_gives_the_top():
    relations = [Relation(name="ties", scale=(1, 4))]
    net = network(ROWS, "source target weight", relations=relations)
    found = weft.measure(net, "mean_strength")
    assert (found.value, found.parts) == (2, {"top": 4, "weighted_density": 6 / (4 * 6)})
    assert found.method == "on the declared scale from 1 to 4"


def test_a_tie_that_both_ends_report_has_the_mean_of_the_two():
    relations = [Relation(name="ties", directed=False, scale=(1, 4))]
    net = network(["Ana Ben 1", "Ben Ana 4"], "source target weight", relations=relations)
    assert weft.measure(net, "mean_strength").value == 2.5


def test_without_ties_it_is_undefined():
    found = weft.measure(network(["Ana Ben 0"], "source target weight"), "mean_strength")
    assert found.undefined_because == "Undefined, because there is no tie."


def test_data_that_tell_no_strengths_apart_give_no_mean():
    found = weft.measure(network(["Ana Ben", "Ben Cy"]), "mean_strength")
    assert found.undefined_because == (
        "Undefined, because the data tell no strengths apart: every tie counts alike."
    )


@settings(max_examples=30, deadline=None)
@given(half_heard())
def test_equals_the_definition_over_the_rows_of_those_who_answered(drawn):
    strength, answered = drawn
    rows = strength[answered]
    found = weft.measure(of_matrix(strength, answered=answered, scale=(1, 3)), "mean_strength")
    if not rows.any():
        assert found.value is None
        return
    assert found.value == pytest.approx(rows[rows > 0].mean())
    possible = len(rows) * (len(strength) - 1)
    assert found.parts == pytest.approx({"top": 3, "weighted_density": np.sum(rows) / possible / 3})
