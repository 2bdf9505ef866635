import numpy as np
import pytest

from tests.core.graphs_of import random_graphs
from weft import _core
from weft.engine import without_core
from weft.measures.kernels.components import parts, parts_of
from weft.measures.kernels.removal import symmetric


def by_first(label):
    """Number labels in the order of the first person of each."""
    _, first, label = np.unique(label, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[label].tolist()


@pytest.mark.parametrize("connection", ["weak", "strong"])
def test_parts_equal_igraph(connection):
    for graph in random_graphs():
        found = parts(graph, connection).tolist()
        expected = graph.igraph.connected_components(mode=connection).membership
        assert found == by_first(expected)
        with without_core():
            assert by_first(parts(graph, connection)) == found


def test_parts_of_a_matrix_are_those_of_its_graph():
    for graph in random_graphs(100):
        assert parts_of(symmetric(graph.n, *graph.either)).tolist() == parts(graph).tolist()


@pytest.mark.parametrize(
    ("start", "to", "said"),
    [
        ([], [], "start has 0 entries; expected one more than there are people, rising"),
        ([0, 2, 1], [0], "start has 3 entries; expected one more than there are people, rising"),
        ([0, 1], [0, 0], "rising from 0 to 2"),
        ([0, 1], [1], "to names person 1; expected one below 1."),
        ([0, 1], [-1], "to names person -1; expected one below 1."),
    ],
)
def test_lists_that_are_no_rows_are_refused(start, to, said):
    lists = np.array(start, dtype=np.int64), np.array(to, dtype=np.int32)
    for kernel in (_core.weak_parts, _core.colours):
        with pytest.raises(ValueError, match=said):
            kernel(*lists)
