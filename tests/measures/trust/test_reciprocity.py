"""Whether ties are returned, with and without what density alone would give."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import half_heard, matrices, network, of_matrix
from weft.network import InvalidRequestError, Relation

few = settings(max_examples=30, deadline=None)
ROWS = ["Ana Ben", "Ben Ana", "Ana Cy"]
"""Ana and Ben name each other, Ana names Cy: M = 1, A = 1, N = 1."""


@pytest.mark.parametrize(
    ("count", "expected"), [("arcs", 2 / 3), ("dyads", 1 / 2), ("dyads_with_null", 2 / 3)]
)
def test_three_ways_to_count(count, expected):
    found = weft.measure(network(ROWS), "reciprocity", count=count)
    assert found.value == pytest.approx(expected)
    assert found.parts == {"mutual": 1, "asymmetric": 1, "null": 1}


def test_the_sentence_and_method_hold_whichever_way_is_counted():
    found = weft.measure(network(ROWS), "reciprocity")
    assert found.sentence == (
        "Of the pairs who both answered, 1 are tied both ways and 1 one way only: "
        "a reciprocity of 67%."
    )
    assert found.method == "the share of ties that are returned"
    assert weft.measure(network(ROWS), "reciprocity", count="dyads").method == (
        "the share of tied pairs that are tied both ways"
    )


def test_a_tie_to_a_silent_person_is_not_held_to_be_unreturned():
    net = network(ROWS, people="Ana Ben Cy", answered="Ana Ben")
    found = weft.measure(net, "reciprocity")
    assert (found.value, found.parts) == (1, {"mutual": 1, "asymmetric": 0, "null": 0})


def test_a_count_that_is_none_is_an_error_that_lists_them():
    with pytest.raises(InvalidRequestError, match=r"“ties”.*arcs, dyads, dyads_with_null"):
        weft.measure(network(ROWS), "reciprocity", count="ties")


@pytest.mark.parametrize("measure_id", ["reciprocity", "reciprocity_beyond_density"])
def test_without_direction_every_tie_is_two_way(measure_id):
    net = network(ROWS, relations=[Relation(name="ties", directed=False)])
    found = weft.measure(net, measure_id)
    assert found.undefined_because == "Undefined, because every tie is two-way by definition."


@pytest.mark.parametrize("measure_id", ["reciprocity", "reciprocity_beyond_density"])
def test_without_ties_between_those_who_answered_it_is_undefined(measure_id):
    net = network(["Ana Ben"], people="Ana Ben", answered="Ana")
    assert weft.measure(net, measure_id).undefined_because == (
        "Undefined, because there is no tie between two people who both answered."
    )


def test_without_ties_the_census_is_there_all_the_same():
    found = weft.measure(network(["Ana Ben 0"], "source target weight"), "reciprocity")
    assert (found.value, found.parts) == (None, {"mutual": 0, "asymmetric": 0, "null": 1})


def test_beyond_density_is_what_chance_does_not_give():
    # Returned 2/3, density 3/6: (2/3 - 1/2) / (1 - 1/2).
    found = weft.measure(network(ROWS), "reciprocity_beyond_density")
    assert found.value == pytest.approx(1 / 3)
    assert found.parts == pytest.approx({"reciprocity": 2 / 3, "density": 1 / 2})


def test_beyond_density_is_undefined_where_everybody_names_everybody():
    found = weft.measure(network(["Ana Ben", "Ben Ana"]), "reciprocity_beyond_density")
    assert found.undefined_because == (
        "Undefined, because every possible tie is there, so all are returned."
    )


@few
@given(matrices())
def test_arcs_equal_networkx_and_dyads_the_definition(strength):
    tied = strength > 0
    if not tied.any():
        return
    net = of_matrix(strength)
    theirs = nx.from_numpy_array(tied, create_using=nx.DiGraph)
    expected = nx.overall_reciprocity(theirs)
    assert weft.measure(net, "reciprocity").value == pytest.approx(expected)
    upper = np.triu_indices(len(strength), 1)
    same = tied[upper] == tied.T[upper]
    either = tied[upper] | tied.T[upper]
    found = [weft.measure(net, "reciprocity", count=c).value for c in ("dyads", "dyads_with_null")]
    assert found == pytest.approx([same[either].mean(), same.mean()])


@few
@given(half_heard(fewest=3))
def test_beyond_density_is_the_correlation_of_ties_with_their_returns(drawn):
    strength, answered = drawn
    known = np.flatnonzero(answered)
    tied = (strength[np.ix_(known, known)] > 0).astype(float)
    off_diagonal = ~np.eye(len(known), dtype=bool)
    found = weft.measure(of_matrix(strength, answered=answered), "reciprocity_beyond_density")
    if not tied.any() or tied[off_diagonal].all():
        assert found.value is None
        return
    expected = np.corrcoef(tied[off_diagonal], tied.T[off_diagonal])[0, 1]
    assert found.value == pytest.approx(expected, abs=1e-12)
