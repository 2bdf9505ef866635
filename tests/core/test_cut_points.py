import numpy as np

from tests.core.graphs_of import made_graph, random_graphs
from weft.engine import without_core
from weft.measures.kernels.cut_points import cut_points, sizes_of_the_unsplit


def test_cut_points_equal_igraph():
    for graph in random_graphs():
        found = cut_points(graph)
        assert np.flatnonzero(found).tolist() == sorted(graph.igraph_either.articulation_points())
        with without_core():
            assert cut_points(graph).tolist() == found.tolist()


def test_groups_that_nobody_splits_equal_igraph():
    for graph in random_graphs():
        found = sorted(sizes_of_the_unsplit(graph).tolist())
        assert found == sorted(graph.igraph_either.biconnected_components().sizes())
        with without_core():
            assert sorted(sizes_of_the_unsplit(graph).tolist()) == found


def test_a_long_chain_needs_no_recursion():
    people = np.arange(100_000, dtype=np.int32)
    graph = made_graph(100_000, people[:-1], people[1:], directed=True)
    assert cut_points(graph).sum() == 99_998
    assert sizes_of_the_unsplit(graph).tolist() == [2] * 99_999
