from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.measures.kernels.small_graphs import as_networkx, from_networkx, graph_of, graphs
from weft.engine import without_core
from weft.measures.kernels import krackhardt
from weft.measures.kernels.krackhardt import (
    Reached,
    condensed,
    pairs_without_least_upper_bound,
    reached_pairs,
    redundant_share,
)

few = settings(max_examples=60, deadline=None)


def by_definition(graph) -> tuple[Reached, int]:
    """Follow every pair by hand, as Krackhardt defines it."""
    ties = as_networkx(graph)
    reach = {v: nx.descendants(ties, v) | {v} for v in ties}
    part = {v: i for i, c in enumerate(nx.weakly_connected_components(ties)) for v in c}
    both = one = missing = 0
    for j, k in combinations(ties, 2):
        both += j in reach[k] and k in reach[j]
        one += (j in reach[k]) != (k in reach[j])
        upper = [v for v in ties if j in reach[v] and k in reach[v]]
        least = [v for v in upper if all(v in reach[other] for other in upper)]
        missing += part[j] == part[k] and not least
    return Reached(both, one), missing


@few
@given(graph=graphs(directed=True, fewest=2), turned=st.booleans())
def test_pairs_are_counted_as_by_hand(graph, turned):
    def counted():
        circles = condensed(graph, turned=turned)
        return reached_pairs(circles), pairs_without_least_upper_bound(circles)

    expected = by_definition(graph.with_ties(graph.target, graph.source, graph.weight))
    if not turned:
        expected = by_definition(graph)
    assert counted() == expected
    with without_core():
        assert counted() == expected


def test_pairs_are_counted_alike_in_small_blocks(monkeypatch):
    graph = from_networkx(nx.gnp_random_graph(60, 0.025, seed=1, directed=True))
    monkeypatch.setattr(krackhardt, "BLOCK", 8)
    with without_core():
        assert reached_pairs(condensed(graph)) == by_definition(graph)[0]


def test_circles_are_drawn_together_and_stand_in_the_order_of_the_ties():
    graph = graph_of(["CA", "AB", "BA", "BD"])
    circles = condensed(graph)
    assert circles.sizes.tolist() == [1, 2, 1]
    assert circles.above.tolist() == [0, 1]
    assert circles.first_above.tolist() == [0, 0, 1, 2]
    assert circles.part.tolist() == [0, 0, 0]


def test_large_networks_are_followed_quickly_enough():
    graph = from_networkx(nx.gn_graph(3_000, seed=1))
    depth = nx.shortest_path_length(as_networkx(graph).reverse(), 0)
    expected = Reached(both_ways=0, one_way=sum(depth.values()))
    assert reached_pairs(condensed(graph)) == expected


@pytest.mark.parametrize(
    ("ties", "sizes", "both_directions", "share"),
    [
        (3, [4], False, 0.0),
        (6, [4], False, 1.0),
        (4, [3], True, (4 - 2) / (6 - 2)),
        (1, [2, 1], False, None),
        (2, [2], True, 1.0),
        (0, [1, 1], True, None),
    ],
)
def test_redundant_ties_are_those_beyond_what_holds_each_part(ties, sizes, both_directions, share):
    found = redundant_share(ties, np.array(sizes), both_directions=both_directions)
    assert found == share
