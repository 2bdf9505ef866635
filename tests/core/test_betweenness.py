"""Exact betweenness: as igraph and networkx have it, whatever the threads."""

import networkx as nx
import numpy as np
import pytest

from tests.core.random_networks import random_networks
from tests.core.test_closeness import big_network, igraph_of, rows_of
from weft import _core


def test_it_equals_igraph_on_500_networks_and_networkx_on_100():
    for at, network in enumerate(random_networks()):
        n, source, target, directed = network
        rows, theirs = rows_of(*network), igraph_of(*network)
        found = _core.betweenness(rows)
        assert found == pytest.approx(theirs.betweenness(), rel=1e-9, abs=1e-9)
        if directed:
            whole = theirs.as_undirected().betweenness()
            assert _core.betweenness(rows, either=True) == pytest.approx(whole, rel=1e-9, abs=1e-9)
        if at % 5 == 0:
            other = nx.DiGraph() if directed else nx.Graph()
            other.add_nodes_from(range(n))
            other.add_edges_from(zip(source.tolist(), target.tolist(), strict=True))
            each = nx.betweenness_centrality(other, normalized=False)
            assert found == pytest.approx([each[v] for v in range(n)], rel=1e-9, abs=1e-9)


def test_it_equals_igraph_where_sources_fill_many_groups_and_ways_are_long():
    rng = np.random.default_rng(3)
    line = np.arange(399, dtype=np.int32)
    far = (400, np.concatenate([line, line[::7]]), np.concatenate([line + 1, line[::7] + 2]))
    ends = np.unique(rng.integers(0, 1_500, (9_000, 2)), axis=0).astype(np.int32)
    ends = ends[(ends[:, 0] != ends[:, 1]) & (ends[:, 0] % 10 > 0)]  # some name nobody
    near = (1_500, ends[:, 0].copy(), ends[:, 1].copy())
    for n, starts, ends_at in (far, near):
        source, target = starts[ends_at < n], ends_at[ends_at < n]
        for either in (False, True):
            theirs = igraph_of(n, source, target, directed=True)
            if either:
                theirs = theirs.as_undirected()
            found = _core.betweenness(
                rows_of(n, source, target, directed=True), either=either, threads=2
            )
            assert found == pytest.approx(theirs.betweenness(), rel=1e-9, abs=1e-9)


def test_threads_and_the_order_of_ties_change_nothing():
    n, source, target, directed = big_network()
    expected = _core.betweenness(rows_of(n, source, target, directed))
    order = np.random.default_rng(1).permutation(len(source))
    shuffled = rows_of(n, source[order], target[order], directed)
    for threads in (1, 2, 4):
        assert np.array_equal(_core.betweenness(shuffled, threads=threads), expected)


def test_what_the_teller_raises_ends_the_work():
    n = 4_000
    rng = np.random.default_rng(5)
    ends = np.unique(rng.integers(0, n, (40_000, 2)), axis=0).astype(np.int32)
    ends = ends[ends[:, 0] != ends[:, 1]]
    rows = rows_of(n, ends[:, 0].copy(), ends[:, 1].copy(), directed=True)

    def tell(done, total):
        assert 0 <= done < total
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _core.betweenness(rows, threads=2, tell=tell)
