from tests.core.graphs_of import random_graphs
from weft.engine import without_core


def test_pairs_stand_once_and_in_order_with_and_without_the_core():
    for graph in random_graphs():
        ties = zip(graph.source.tolist(), graph.target.tolist(), strict=True)
        expected = sorted({tuple(sorted(tie)) for tie in ties})
        assert list(zip(*(ends.tolist() for ends in graph.either), strict=True)) == expected
    for graph in random_graphs(100):
        with without_core():
            first, second = graph.either
        ties = zip(graph.source.tolist(), graph.target.tolist(), strict=True)
        expected = sorted({tuple(sorted(tie)) for tie in ties})
        assert list(zip(first.tolist(), second.tolist(), strict=True)) == expected
