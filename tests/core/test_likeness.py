import numpy as np
import pytest

from tests.core.graphs_of import made_graph, random_graphs
from weft.engine import without_core
from weft.measures.kernels import likeness
from weft.measures.kernels.likeness import colours
from weft.measures.kernels.partition import settled
from weft.measures.kernels.removal import symmetric


def same_with_and_without_core(graph):
    table = symmetric(graph.n, *graph.either)
    found, (tied, low, high) = colours(table), settled(graph)
    with without_core():
        assert found.tolist() == colours(table).tolist()
        n, first, second = settled(graph)
    assert (tied, low.tolist(), high.tolist()) == (n, first.tolist(), second.tolist())


def test_colours_and_the_settled_order_equal_those_without_the_core():
    for graph in random_graphs():
        same_with_and_without_core(graph)


def test_above_two_thousand_people_triangles_are_not_counted(monkeypatch):
    rng = np.random.default_rng(0)
    ends = np.unique(np.sort(rng.integers(0, 2_001, (3_000, 2))), axis=0)
    source, target = ends[ends[:, 0] != ends[:, 1]].T.astype(np.int32)
    graph = made_graph(2_001, source, target, directed=False)
    same_with_and_without_core(graph)
    table = symmetric(graph.n, *graph.either)
    found = colours(table)
    monkeypatch.setattr(likeness, "TRIANGLES_UP_TO", 3_000)
    with without_core():
        assert found.tolist() != colours(table).tolist()


@pytest.mark.parametrize("people", [0, 1])
def test_nobody_to_compare_is_no_error(people):
    none = np.empty(0, dtype=np.int32)
    same_with_and_without_core(made_graph(people, none, none, directed=True))
