from tests.core.graphs_of import random_graphs
from weft.engine import without_core
from weft.measures.kernels.core_numbers import core_numbers


def test_core_numbers_equal_igraph():
    for graph in random_graphs():
        found = core_numbers(graph)
        assert found.tolist() == graph.igraph_either.coreness()
        with without_core():
            assert core_numbers(graph).tolist() == found.tolist()
