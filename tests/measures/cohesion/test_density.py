"""The share of possible ties that are there."""

import networkx as nx
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import half_heard, matrices, network, of_matrix


def test_only_what_those_who_answered_could_say_is_possible():
    net = network(["Ana Ben", "Ana Cy", "Ben Ana"], people="Ana Ben Cy", answered="Ana Ben")
    found = weft.measure(net, "density", interval=False)
    assert (found.value, found.sentence) == (3 / 4, "Of all ties there could be, 75% are there.")


@settings(max_examples=25, deadline=None)
@given(matrices())
def test_equals_networkx_on_complete_data(strength):
    theirs = nx.from_numpy_array(strength > 0, create_using=nx.DiGraph)
    assert weft.measure(of_matrix(strength), "density").value == pytest.approx(nx.density(theirs))
    either = nx.from_numpy_array((strength + strength.T) > 0)
    found = weft.measure(of_matrix(strength, directed=False), "density")
    assert found.value == pytest.approx(nx.density(either))


@settings(max_examples=25, deadline=None)
@given(half_heard())
def test_is_the_share_of_the_rows_of_those_who_answered(drawn):
    strength, answered = drawn
    rows = strength[answered] > 0
    expected = rows.sum() / (len(rows) * (len(strength) - 1))
    found = weft.measure(of_matrix(strength, answered=answered), "density")
    assert found.value == pytest.approx(expected)
