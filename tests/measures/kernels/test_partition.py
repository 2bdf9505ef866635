"""Circles: an order that rests on the ties alone, and a modularity that others confirm."""

import networkx as nx
import numpy as np
import pytest

from tests.measures.kernels.small_graphs import from_networkx, relabelled
from weft.engine import without_core
from weft.measures.kernels.partition import graph_of, leiden, one_run, settled
from weft.network.igraph_door import seeded_igraph


def pairs_of(whole):
    ends = np.array(sorted(tuple(sorted(edge)) for edge in whole.edges()), dtype=np.int32)
    return ends[:, 0], ends[:, 1]


def test_two_trios_with_a_tie_between_are_two_circles():
    first, second = np.array([0, 0, 1, 3, 3, 4, 2]), np.array([1, 2, 2, 4, 5, 5, 3])
    with seeded_igraph(np.random.default_rng(0)):
        found = one_run(graph_of(6, first, second))
    assert found.circle.tolist() in ([0, 0, 0, 1, 1, 1], [1, 1, 1, 0, 0, 0])
    assert found.circles == 2
    assert found.modularity == pytest.approx(5 / 14)


def test_modularity_of_a_division_equals_networkx():
    whole = nx.karate_club_graph()
    with seeded_igraph(np.random.default_rng(0)):
        found = one_run(graph_of(34, *pairs_of(whole)))
    circles = [set(np.flatnonzero(found.circle == c).tolist()) for c in range(found.circles)]
    assert found.modularity == pytest.approx(nx.community.modularity(whole, circles, weight=None))


def test_the_settled_order_is_the_same_for_people_in_any_order():
    whole = nx.gnp_random_graph(40, 0.1, seed=3)
    rng = np.random.default_rng(0)
    n, first, second = settled(from_networkx(whole))
    for _ in range(5):
        order = rng.permutation(40).tolist()
        moved = settled(relabelled(from_networkx(whole), order))
        assert moved[0] == n
        assert moved[1].tolist() == first.tolist()
        assert moved[2].tolist() == second.tolist()


def test_the_settled_network_is_the_same_network_without_those_who_have_no_ties():
    whole = nx.gnp_random_graph(25, 0.08, seed=4)
    n, first, second = settled(from_networkx(whole))
    tied = whole.subgraph([person for person, ties in whole.degree() if ties])
    assert n == len(tied) < 25
    again = nx.Graph(zip(first.tolist(), second.tolist(), strict=True))
    assert nx.is_isomorphic(tied, again)


def test_leiden_finds_the_same_two_circles_with_and_without_the_core():
    whole = nx.barbell_graph(6, 0)
    n, first, second = settled(from_networkx(whole))
    with_core = leiden(n, first, second, seed=0)
    with without_core():
        by_igraph = leiden(n, first, second, seed=0)
    assert with_core.circles == by_igraph.circles == 2
    assert with_core.modularity == pytest.approx(by_igraph.modularity, abs=1e-12)
