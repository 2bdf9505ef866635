"""Pieces that hang together, weakly and strongly."""

import networkx as nx
import numpy as np
from hypothesis import given, settings

from tests.measures.made import matrices, network, of_matrix
from weft.measures.kernels.components import strong_sizes, weak_sizes
from weft.network import Graph


def graph(rows: list[str], people: str) -> Graph:
    return network(rows, people=people).graph()


def test_direction_matters_to_strong_pieces_only():
    ties = graph(["a b", "b a", "b c"], people="a b c d")
    assert sorted(weak_sizes(ties)) == [1, 3]
    assert sorted(strong_sizes(ties)) == [1, 1, 2]


def test_without_ties_everyone_is_a_piece():
    ties = graph(["a b"], people="a b c").among(np.array([True, False, True]))
    assert weak_sizes(ties).tolist() == [1, 1]


@settings(max_examples=30, deadline=None)
@given(matrices())
def test_sizes_equal_networkx(strength):
    ties = of_matrix(strength).graph()
    theirs = nx.from_numpy_array(strength > 0, create_using=nx.DiGraph)
    assert sorted(weak_sizes(ties)) == sorted(map(len, nx.weakly_connected_components(theirs)))
    assert sorted(strong_sizes(ties)) == sorted(map(len, nx.strongly_connected_components(theirs)))
