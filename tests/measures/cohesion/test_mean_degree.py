"""How many others a person has ties to."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import half_heard, matrices, network, of_matrix
from weft.network import Relation

few = settings(max_examples=30, deadline=None)


def test_a_tie_with_direction_counts_for_its_source():
    net = network(["Ana Ben", "Ana Cy", "Ben Ana"])
    found = weft.measure(net, "mean_degree")
    assert found.value == 1
    assert found.sentence == "On average, a person has ties to 1.0 others."


def test_a_tie_without_direction_counts_for_both_ends():
    net = network(
        ["Ana Ben", "Ben Ana", "Ana Cy"], relations=[Relation(name="ties", directed=False)]
    )
    assert weft.measure(net, "mean_degree").value == 2 * 2 / 3


def test_those_who_did_not_answer_are_left_out_of_the_mean():
    net = network(["Ana Ben", "Ana Cy", "Ben Ana"], people="Ana Ben Cy Di", answered="Ana Ben")
    found = weft.measure(net, "mean_degree", interval=False)
    assert (found.value, found.answered) == (3 / 2, 2)
    assert found.method == "those who did not answer are not counted as raters"


def test_where_third_persons_report_everyones_ties_count():
    net = network(["Cy Ana Ben"], "reporter source target", people="Ana Ben Cy", answered="Cy")
    assert weft.measure(net, "mean_degree").value == 1 / 3


@few
@given(matrices())
def test_equals_networkx_on_complete_data(strength):
    theirs = nx.from_numpy_array(strength > 0, create_using=nx.DiGraph)
    expected = np.mean([many for _, many in theirs.out_degree()])
    assert weft.measure(of_matrix(strength), "mean_degree").value == pytest.approx(expected)
    either = nx.from_numpy_array((strength + strength.T) > 0)
    expected = 2 * either.number_of_edges() / len(either)
    found = weft.measure(of_matrix(strength, directed=False), "mean_degree")
    assert found.value == pytest.approx(expected)


@few
@given(half_heard())
def test_is_the_mean_over_the_rows_of_those_who_answered(drawn):
    strength, answered = drawn
    expected = (strength[answered] > 0).sum(axis=1).mean()
    found = weft.measure(of_matrix(strength, answered=answered), "mean_degree")
    assert found.value == pytest.approx(expected)
