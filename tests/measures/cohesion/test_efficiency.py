"""How short the ways are."""

import networkx as nx
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import matrices, network, of_matrix


def test_on_a_chain_with_direction():
    found = weft.measure(network(["Ana Ben", "Ben Cy"]), "efficiency")
    assert found.value == pytest.approx((1 + 1 + 1 / 2) / 6)


@settings(max_examples=25, deadline=None)
@given(matrices())
def test_equals_networkx_without_direction(strength):
    found = weft.measure(of_matrix(strength, directed=False), "efficiency")
    theirs = nx.from_numpy_array((strength + strength.T) > 0)
    assert found.value == pytest.approx(nx.global_efficiency(theirs))
