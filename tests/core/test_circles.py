import networkx as nx
import numpy as np
import pytest

from tests.core.graphs_of import made_graph, random_graphs
from weft import _core
from weft.engine import without_core
from weft.measures.kernels.krackhardt import (
    Reached,
    condensed,
    pairs_without_least_upper_bound,
    reached_pairs,
)


def reached(graph) -> Reached:
    """Count the pairs by the closure that igraph's distances give."""
    if graph.n == 0:
        return Reached(0, 0)
    there = np.isfinite(np.array(graph.igraph.distances()))
    both = np.triu(there & there.T, 1).sum()
    return Reached(int(both), int(np.triu(there ^ there.T, 1).sum()))


@pytest.mark.parametrize("turned", [False, True])
def test_circles_are_those_of_networkx_and_ties_run_forward(turned):
    for graph in random_graphs():
        found = condensed(graph, turned=turned)
        ties = nx.DiGraph()
        ties.add_nodes_from(range(graph.n))
        source, target, _ = graph.arcs
        ties.add_edges_from(zip(source.tolist(), target.tolist(), strict=True))
        theirs = nx.condensation(ties.reverse() if turned else ties)
        lengths = sorted(len(each["members"]) for _, each in theirs.nodes(data=True))
        assert sorted(found.sizes.tolist()) == lengths
        assert len(found.above) == theirs.number_of_edges()
        below = np.repeat(np.arange(len(found)), np.diff(found.first_above))
        assert (found.above < below).all()
        expected = sorted(map(len, nx.weakly_connected_components(ties)))
        assert sorted(np.bincount(found.part, found.sizes).astype(int)) == expected


def test_pairs_equal_the_closure_and_the_count_without_the_core():
    for graph in random_graphs():
        circles = condensed(graph)
        found = reached_pairs(circles), pairs_without_least_upper_bound(circles)
        assert found[0] == reached(graph)
        with without_core():
            circles = condensed(graph)
            assert (reached_pairs(circles), pairs_without_least_upper_bound(circles)) == found


def test_many_circles_are_counted_alike_by_any_number_of_threads():
    rng = np.random.default_rng(0)
    ends = np.unique(rng.integers(0, 3_000, (2_900, 2)), axis=0)
    source, target = ends[ends[:, 0] != ends[:, 1]].T.astype(np.int32)
    graph = made_graph(3_000, source, target, directed=True)
    circles = condensed(graph)
    columns = circles.sizes, circles.first_above, circles.above
    found = {_core.reaching_pairs(*columns, threads=many) for many in (1, 2, 4)}
    expected = reached(graph)
    assert found == {2 * expected.both_ways + expected.one_way + 3_000}


@pytest.mark.parametrize(
    ("first_above", "above", "said"),
    [
        ([0, 0], [], "first_above has 2 entries; expected 3."),
        ([0, 0, 1], [], "first_above runs from 0 to 1; expected from 0 to 0."),
        ([0, 5, 1], [0], "first_above falls at 1"),
        ([0, 0, 1], [1], "Circle 1 stands above circle 1; expected one that comes before it."),
    ],
)
def test_columns_that_are_no_circles_are_refused(first_above, above, said):
    sizes = np.ones(2, dtype=np.int64)
    columns = sizes, np.array(first_above, dtype=np.int64), np.array(above, dtype=np.int64)
    with pytest.raises(ValueError, match=said):
        _core.reaching_pairs(*columns)
