"""How many have two separate ways to one another."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import matrices, network, of_matrix

ID = "two_connected_share"


def test_three_of_four_with_one_by_a_thread():
    found = weft.measure(network(["Ana Ben", "Ben Cy", "Cy Ana", "Cy Di"]), ID)
    assert found.value == 3 / 4
    assert found.sentence == (
        "75% of people belong to the largest group that no single person's leaving can split."
    )


def test_a_ring_is_whole_and_a_line_has_nothing():
    assert weft.measure(network(["Ana Ben", "Ben Cy", "Cy Di", "Di Ana"]), ID).value == 1
    assert weft.measure(network(["Ana Ben", "Ben Cy", "Cy Di"]), ID).value == 0
    assert weft.measure(of_matrix(np.zeros((3, 3))), ID).value == 0


@settings(max_examples=40, deadline=None)
@given(matrices())
def test_it_is_the_largest_biconnected_component_of_three_or_more(strength):
    ties = nx.from_numpy_array((strength > 0) | (strength.T > 0))
    sizes = [len(part) for part in nx.biconnected_components(ties) if len(part) > 2]
    expected = max(sizes, default=0) / len(ties)
    assert weft.measure(of_matrix(strength), ID).value == pytest.approx(expected)
