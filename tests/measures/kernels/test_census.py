"""Triads, closure, clustering and embedded ties, against igraph, networkx and brute force."""

from itertools import combinations

import igraph
import networkx as nx
import numpy as np
import pytest

from tests.core.random_networks import random_networks
from tests.measures.kernels.small_graphs import as_networkx, graph_of, of_arrays
from weft.engine import without_core
from weft.measures.kernels.burt import constraint_of, effective_size_of
from weft.measures.kernels.census import (
    TRIADS,
    clustering_of,
    embeddedness,
    triad_census,
    triangles_of_people,
    two_paths,
)
from weft.measures.kernels.triads import triangle_figures_of


def graphs(many=500, seed=0):
    for n, source, target, directed in random_networks(many, seed):
        yield of_arrays(n, source, target, directed=directed)


def in_both_ways(work, *args, **options):
    """Return what the core computes, after asking that the same comes out without it."""
    found = work(*args, **options)
    with without_core():
        again = work(*args, **options)
    if isinstance(found, np.ndarray) and found.dtype == float:
        assert again == pytest.approx(found, rel=1e-12, nan_ok=True)
    else:
        np.testing.assert_equal(again, found)
    return found


def plain(graph):
    tied = np.zeros((graph.n, graph.n), dtype=np.int64)
    source, target, _ = graph.arcs
    tied[source, target] = 1
    return tied


def test_two_who_name_each_other_and_a_third():
    ties = [("Ana", "Ben"), ("Ben", "Ana"), ("Ben", "Cy")]
    census = in_both_ways(triad_census, graph_of(ties))
    assert tuple(census) == TRIADS
    assert {name for name, many in census.items() if many} == {"111U"}


@pytest.mark.parametrize(
    ("name", "ties"),
    [
        ("003", ""),
        ("012", "ab"),
        ("102", "ab ba"),
        ("021D", "ba bc"),
        ("021U", "ab cb"),
        ("021C", "ab bc"),
        ("111D", "ac ca bc"),
        ("111U", "ac ca cb"),
        ("030T", "ab cb ac"),
        ("030C", "ba cb ac"),
        ("201", "ab ba ac ca"),
        ("120D", "bc ba ac ca"),
        ("120U", "ab cb ac ca"),
        ("120C", "ab bc ac ca"),
        ("210", "ab bc cb ac ca"),
        ("300", "ab ba bc cb ac ca"),
    ],
)
def test_each_type_of_triad_is_told(name, ties):
    # As networkx documents them.
    census = in_both_ways(triad_census, graph_of([tuple(tie) for tie in ties.split()], "abc"))
    assert census == dict.fromkeys(TRIADS, 0) | {name: 1}


def test_the_census_equals_igraph():
    for graph in graphs():
        census = in_both_ways(triad_census, graph)
        source, target, _ = graph.arcs
        edges = list(zip(source.tolist(), target.tolist(), strict=True))
        theirs = igraph.Graph(n=graph.n, edges=edges, directed=True).triad_census()
        # Of fewer than three people igraph says nan or a rest of rounding.
        if graph.n >= 3:
            assert tuple(census.values()) == tuple(theirs)
        else:
            assert set(census.values()) == {0}


def test_the_census_equals_networkx():
    for graph in graphs(seed=1):
        if 3 <= graph.n <= 30:
            theirs = nx.triadic_census(as_networkx(graph))
            assert triad_census(graph) == theirs


def test_counts_beyond_64_bits_are_whole():
    graph = of_arrays(6_000_000, np.array([0]), np.array([1]))
    n = 6_000_000
    census = triad_census(graph)
    assert census["012"] == n - 2
    assert census["003"] == n * (n - 1) * (n - 2) // 6 - (n - 2)
    assert census["003"] > 2**64


def test_ways_over_two_ties_equal_matrix_products():
    for graph in graphs():
        for directed in (True, False):
            tied = plain(graph) if directed else plain(graph) | plain(graph).T
            ways = tied @ tied
            np.fill_diagonal(ways, 0)
            expected = (int(ways.sum()), int((ways * tied).sum()))
            assert in_both_ways(two_paths, graph, directed=directed) == expected


def test_clustering_equals_networkx():
    for at, graph in enumerate(graphs()):
        found = in_both_ways(clustering_of, graph)
        whole = as_networkx(graph)
        theirs = nx.clustering(whole)
        expected = np.array([theirs[v] for v in range(graph.n)])
        unknown = np.isnan(found)
        assert found[~unknown] == pytest.approx(expected[~unknown], rel=1e-12)
        # Where there are no two ways to be closed networkx says 0.
        assert not expected[unknown].any()
        if not graph.directed and at % 5 == 0:
            theirs = nx.clustering(whole.to_undirected())
            expected = [theirs[v] for v in range(graph.n)]
            assert np.nan_to_num(found) == pytest.approx(expected, rel=1e-12)


def test_clustering_is_undefined_where_nothing_could_be_closed():
    star = graph_of([("a", "b"), ("a", "c"), ("d", "e"), ("e", "d")], "abcdef")
    found = in_both_ways(clustering_of, star)
    assert np.isnan(found).tolist() == [False, True, True, True, True, True]
    assert found[0] == 0


def test_triangles_of_people_equal_brute_force():
    for graph in graphs(many=100, seed=2):
        tied = plain(graph)
        strength = tied + tied.T
        strength = strength[:20, :20]
        plainly, directed = in_both_ways(
            lambda g: np.array(triangles_of_people(g)), graph.among(np.arange(graph.n) < 20)
        )
        expected = np.zeros((2, len(strength)), dtype=int)
        for three in combinations(range(len(strength)), 3):
            choices = int(np.prod([strength[a, b] for a, b in combinations(three, 2)]))
            expected[:, list(three)] += [[choices > 0], [choices]]
        assert [plainly.tolist(), directed.tolist()] == expected.tolist()


def test_embeddedness_equals_networkx():
    for graph in graphs():
        first, second = graph.either
        whole = as_networkx(graph).to_undirected()
        pairs = zip(first.tolist(), second.tolist(), strict=True)
        expected = [len(set(whole[a]) & set(whole[b])) for a, b in pairs]
        assert in_both_ways(embeddedness, graph).tolist() == expected


def test_one_pass_serves_every_figure_of_a_graph():
    graph = next(graphs(seed=4))
    found = triangle_figures_of(graph)
    assert triangle_figures_of(graph) is found
    assert np.shares_memory(constraint_of(graph), found.constraint)
    assert np.shares_memory(effective_size_of(graph), found.effective_size)
    with without_core():
        assert triangle_figures_of(graph) is None
