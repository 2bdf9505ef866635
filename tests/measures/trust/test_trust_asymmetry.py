"""How far apart two people are in what they give each other."""

import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import half_heard, network, of_matrix
from weft.network import Relation

ROWS = ["Ana Ben 4", "Ben Ana 3", "Ana Cy 2"]


def test_a_tie_that_is_not_returned_counts_as_the_full_difference():
    found = weft.measure(network(ROWS, "source target weight"), "trust_asymmetry")
    # |4 - 3| and |2 - 0|.
    assert found.value == 1.5
    assert found.parts["share_of_scale"] == 1.5 / 4
    assert found.parts["pairs"] == 2
    assert found.sentence == (
        "Within a tied pair, what the two give each other differs by 1.50 on average, where 4 is "
        "the strongest."
    )
    assert found.method == (
        "in units of the scale; no scale is declared; 4 is the greatest strength seen"
    )


def test_pairs_with_a_silent_end_are_left_out():
    net = network(ROWS, "source target weight", people="Ana Ben Cy", answered="Ana Ben")
    assert weft.measure(net, "trust_asymmetry").value == 1


def test_ties_without_strength_give_the_share_of_pairs_tied_one_way():
    net = network(["Ana Ben", "Ben Ana", "Ana Cy", "Cy Ben"])
    one_way = 1 - weft.measure(net, "reciprocity", count="dyads").number
    assert weft.measure(net, "trust_asymmetry").value == pytest.approx(one_way)


def test_where_everybody_gives_the_same_there_is_no_correlation():
    parts = weft.measure(network(["Ana Ben", "Ben Ana"]), "trust_asymmetry").parts
    assert parts == {"share_of_scale": 0, "top": 1, "pairs": 1}


def test_without_direction_it_is_undefined():
    net = network(ROWS, "source target weight", relations=[Relation(name="ties", directed=False)])
    assert weft.measure(net, "trust_asymmetry").undefined_because == (
        "Undefined, because both ends of a tie have the same strength here."
    )


def test_without_ties_it_is_undefined():
    found = weft.measure(network(["Ana Ben 0"], "source target weight"), "trust_asymmetry")
    assert found.undefined_because == (
        "Undefined, because there is no tie between two people who both answered."
    )


@settings(max_examples=40, deadline=None)
@given(half_heard(fewest=3))
def test_equals_the_definition_and_the_correlation_with_the_transpose(drawn):
    strength, answered = drawn
    known = np.flatnonzero(answered)
    trust = strength[np.ix_(known, known)].astype(float)
    upper = np.triu_indices(len(known), 1)
    there, back = trust[upper], trust.T[upper]
    found = weft.measure(of_matrix(strength, answered=answered), "trust_asymmetry")
    if not trust.any():
        assert found.value is None
        return
    tied = (there > 0) | (back > 0)
    assert found.value == pytest.approx(np.abs(there - back)[tied].mean())
    one, other = np.concatenate([there, back]), np.concatenate([back, there])
    if np.ptp(one) == 0:
        assert "correlation" not in found.parts
    else:
        expected = np.corrcoef(one, other)[0, 1]
        assert found.parts["correlation"] == pytest.approx(expected, abs=1e-12)
