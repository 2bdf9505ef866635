"""Leiden's method for circles."""

import networkx as nx
import numpy as np
import pytest

from benchmarks.networks import grown
from tests.core.random_networks import random_networks
from weft._core import Rows, leiden
from weft.network.igraph_door import igraph_from_arrays


def test_the_modularity_is_that_of_the_division_and_circles_hang_together():
    behind = []
    for n, source, target, directed in random_networks():
        circle, modularity = leiden(Rows(n, source, target, directed=directed), seed=0)
        pairs = np.unique(np.sort(np.column_stack([source, target]), axis=1), axis=0)
        whole = igraph_from_arrays(n, pairs[:, 0], pairs[:, 1], directed=False)
        if not len(pairs):
            assert (modularity, circle.tolist()) == (0.0, list(range(n)))
            continue
        assert modularity == pytest.approx(whole.modularity(circle.tolist()), abs=1e-12)
        for one in np.unique(circle):
            members = np.flatnonzero(circle == one).tolist()
            assert whole.induced_subgraph(members).is_connected()
        behind.append(whole.community_multilevel().modularity - modularity)
    assert np.mean(behind) < 0.002  # on average within 0.002 of what one run of Louvain finds
    assert max(behind) < 0.05


def test_two_cliques_with_one_tie_between_are_two_circles():
    whole = nx.barbell_graph(5, 0)
    source, target = np.array(whole.edges, dtype=np.int32).T.copy()
    circle, modularity = leiden(Rows(10, source, target, directed=False), seed=3)
    assert circle.tolist() == [0] * 5 + [1] * 5
    assert modularity == pytest.approx(20 / 21 - 1 / 2)


def test_the_same_seed_gives_the_same_division():
    whole = nx.gnm_random_graph(300, 900, seed=1)
    source, target = np.array(whole.edges, dtype=np.int32).T.copy()
    rows = Rows(300, source, target, directed=False)
    one, other = leiden(rows, seed=5), leiden(rows, seed=5)
    assert one[0].tolist() == other[0].tolist()
    assert one[1] == other[1]


def test_another_round_is_made_only_where_it_helps():
    for ties, helps in ((50_000, False), (10_000, True)):
        source, target = (end.astype(np.int32) for end in grown(5_000, ties, seed=1))
        rows = Rows(5_000, source, target, directed=True)
        (one, once), (two, twice) = (leiden(rows, seed=0, rounds=many) for many in (1, 2))
        assert (twice > once + 0.001) is helps
        assert (one.tolist() != two.tolist()) is helps
