"""What no single departure splits, against networkx and every graph of up to seven people."""

import networkx as nx
import numpy as np
import pytest

from tests.weaving.two_ways.every_graph import graphs, is_safe, needed_by
from weft.weaving.two_ways.pieces import pieces_of

KINDS = ("person", "tie")


def pieces(graph, kind):
    return pieces_of(len(graph), list(graph.edges), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_least_number_is_that_of_every_graph_of_up_to_seven_people(kind):
    found = [pieces(graph, kind).least for graph in graphs(3, 7)]
    assert found == [needed_by(graph, kind) for graph in graphs(3, 7)]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_needed_where_networkx_says_it_is_safe(kind):
    for graph in (nx.gnm_random_graph(40, 60 + 2 * seed, seed=seed) for seed in range(30)):
        assert (pieces(graph, kind).least == 0) == is_safe(graph, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_tie_would_do_is_what_it_does_and_what_is_found_anew(kind):
    for graph in (*graphs(3, 6), *(nx.gnm_random_graph(14, 4 + s, seed=s) for s in range(12))):
        before = pieces(graph, kind)
        for a, b in list(nx.non_edges(graph))[:40]:
            graph.add_edge(a, b)
            grown, anew = pieces_of(len(graph), without(graph, a, b), kind), pieces(graph, kind)
            told = before.least_with(a, b), before.unsplit_with(a, b), before.together_with(a, b)
            joined = before.joined_with(a, b)
            grown.tie(a, b)
            for made in (grown, anew):
                together = len(nx.node_connected_component(graph, a))
                assert told == (made.least, made.unsplit, together)
            if a in nx.node_connected_component(graph_without(graph, a, b), b):
                assert before.pieces - max(joined, 1) + 1 == anew.pieces
            assert (grown.pieces, grown.even) == (anew.pieces, anew.even)
            assert np.array_equal(grown.hanging(), anew.hanging())
            assert np.array_equal(grown.apart().sum(), anew.apart().sum())
            graph.remove_edge(a, b)


def without(graph, a, b):
    return [pair for pair in graph.edges if set(pair) != {a, b}]


def graph_without(graph, a, b):
    less = graph.copy()
    less.remove_edge(a, b)
    return less


@pytest.mark.parametrize("kind", KINDS)
def test_who_hangs_loses_half_of_those_they_reach_when_something_single_goes(kind):
    for graph in (*graphs(3, 6), *(nx.gnm_random_graph(20, 15 + s, seed=s) for s in range(20))):
        assert pieces(graph, kind).hanging().tolist() == [hangs(graph, x, kind) for x in graph]


def hangs(graph, person, kind):
    reached = nx.node_connected_component(graph, person) - {person}
    departures = reached if kind == "person" else list(graph.edges)
    for gone in departures:
        left = graph.copy()
        if kind == "person":
            left.remove_node(gone)
        else:
            left.remove_edge(*gone)
        others = reached - {gone} if kind == "person" else reached
        lost = others - nx.node_connected_component(left, person)
        if lost and 2 * len(lost) >= len(others):
            return True
    return False


def test_the_largest_group_is_that_of_networkx():
    for graph in graphs(3, 6):
        sizes = [len(group) for group in nx.biconnected_components(graph) if len(group) > 2]
        assert pieces(graph, "person").unsplit == max(sizes, default=0)


def test_who_is_cut_off_is_outside_the_largest_part():
    found = pieces_of(6, [(0, 1), (1, 2), (3, 4)], "person").apart()
    assert found.tolist() == [False, False, False, True, True, True]


def test_every_way_leads_through_the_cut_people_between():
    chain = pieces_of(6, [(0, 1), (1, 2), (2, 3), (3, 4)], "person")
    assert sorted(chain.cut_people_between(0, 4)) == [1, 2, 3]
    assert chain.cut_people_between(1, 2) == []
    assert chain.cut_people_between(0, 5) == []
