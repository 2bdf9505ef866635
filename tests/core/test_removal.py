import networkx as nx
import numpy as np
import pytest

from tests.core.graphs_of import random_graphs
from tests.measures.kernels.small_graphs import from_networkx
from weft import _core
from weft.engine import without_core
from weft.measures.kernels.removal import by_degree, largest_left


def one_by_one(graph, order) -> list[int]:
    """Delete people one after another, and measure the largest part anew each time."""
    left = graph.igraph_either.copy()
    left.vs["place"] = range(graph.n)
    sizes = []
    for person in order.tolist():
        left.delete_vertices(left.vs.find(place=person))
        sizes.append(max(left.connected_components().sizes(), default=0))
    return sizes


def test_sizes_are_those_of_deleting_people_one_by_one():
    rng = np.random.default_rng(1)
    for graph in random_graphs():
        order = rng.permutation(graph.n)
        found = largest_left(graph, order)
        assert found.tolist() == one_by_one(graph, order)
        with without_core():
            assert largest_left(graph, order).tolist() == found.tolist()


def test_the_order_by_ties_equals_the_one_without_the_core():
    for graph in random_graphs():
        found = by_degree(graph)
        with without_core():
            assert by_degree(graph).tolist() == found.tolist()


@pytest.mark.parametrize(
    "drawn",
    [
        nx.barabasi_albert_graph(300, 2, seed=1),
        nx.grid_2d_graph(15, 16, periodic=True),
        nx.balanced_tree(3, 5),
        nx.complete_bipartite_graph(100, 150),
        nx.disjoint_union_all([nx.cycle_graph(201), nx.complete_graph(12), nx.path_graph(2)]),
    ],
    ids=["scale-free", "lattice", "tree", "bipartite", "several"],
)
def test_the_order_of_many_equals_the_one_without_the_core(drawn):
    graph = from_networkx(drawn)
    found = by_degree(graph)
    with without_core():
        assert by_degree(graph).tolist() == found.tolist()


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ([0, 1], "order has 2 entries; expected 3."),
        ([0, 1, 1], "order names 1; expected each of 3 people once."),
        ([0, 1, 3], "order names 3; expected each of 3 people once."),
        ([0, 1, -1], "order names -1; expected each of 3 people once."),
    ],
)
def test_an_order_that_leaves_somebody_out_is_refused(order, said):
    none = np.empty(0, dtype=np.int32)
    rows = _core.Rows(3, none, none, directed=True)
    with pytest.raises(ValueError, match=said):
        _core.largest_left(rows, np.array(order))
