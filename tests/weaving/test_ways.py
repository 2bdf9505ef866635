"""Shortest ways from one person, against networkx and by hand."""

from itertools import pairwise

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.weaving.drawn import network, of_pairs, pairs_of
from weft.weaving.ground import ground_of
from weft.weaving.ways import ways_from


@settings(deadline=None)
@given(pairs_of(most=12), st.randoms(use_true_random=False))
def test_ways_are_as_short_as_can_be_and_go_along_ties(drawn, rng):
    people, pairs = drawn
    ground = ground_of(of_pairs(people, pairs))
    prefer = np.array([rng.random() for _ in people])
    graph = nx.Graph()
    graph.add_nodes_from(people)
    graph.add_edges_from(pairs)
    ids = ground.people.ids
    found = ways_from(ground.tied, 0, prefer)
    expected = nx.single_source_shortest_path_length(graph, ids[0])
    assert [int(s) for s in found.steps] == [expected.get(person, -1) for person in ids]
    for person in range(1, len(ids)):
        if found.steps[person] < 0:
            assert found.between(person) == ()
            continue
        way = [ids[0], *(ids[i] for i in found.between(person)), ids[person]]
        assert len(way) == expected[ids[person]] + 1
        assert all(graph.has_edge(a, b) for a, b in pairwise(way))
        best = max(
            sum(prefer[ids.index(i)] for i in other[1:-1])
            for other in nx.all_shortest_paths(graph, ids[0], ids[person])
        )
        assert abs(sum(prefer[i] for i in found.between(person)) - best) < 1e-9


def test_the_way_that_is_preferred_is_taken():
    ground = ground_of(network(works_with="Ana-Ben Ana-Cy Ben-Di Cy-Di"))
    assert ground.people.ids == ("Ana", "Ben", "Cy", "Di")
    assert ways_from(ground.tied, 0, np.array([0, 1, 2, 0.0])).between(3) == (2,)
    assert ways_from(ground.tied, 0, np.array([0, 2, 1, 0.0])).between(3) == (1,)
