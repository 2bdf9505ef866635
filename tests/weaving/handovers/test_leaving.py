"""Leaving is simulated: against brute force, and by hand."""

import networkx as nx
import pytest
from hypothesis import given, settings

from tests.weaving.drawn import network, of_pairs, pairs_of
from weft.weaving.ground import ground_of
from weft.weaving.handovers.leaving import Leaving


def leaving(net, holder):
    ground = ground_of(net)
    at = ground.people.position
    return Leaving(ground.are_tied, at[holder]), at


def test_of_the_spokes_of_a_wheel_with_one_gap():
    """Ana is tied to four; Ben–Cy–Di are in a row, Eve knows Ana alone.

    Of six pairs, Ben–Cy and Cy–Di are tied, Ben–Di have Cy in common; Eve loses three.
    """
    found, at = leaving(network(works_with="Ana-Ben Ana-Cy Ana-Di Ana-Eve Ben-Cy Cy-Di"), "Ana")
    assert found.pairs == 6
    assert found.orphaned_today() == pytest.approx(3 / 6)
    assert found.orphaned_if(at["Cy"]) == pytest.approx(3 / 6)  # nobody could make Cy known to Eve


def test_a_successor_takes_up_those_whom_a_contact_can_make_known():
    """Ana is tied to Ben, Cy and Di, who do not know each other; Fay knows Ben and Cy, Gil Di.

    Ben–Cy have Fay in common, so two of three pairs are orphaned. Fay and Gil are tied: Gil can
    make Fay known to Di, and then Fay joins all three. Gil can be made known to Ben and Cy.
    """
    ties = "Ana-Ben Ana-Cy Ana-Di Fay-Ben Fay-Cy Gil-Di Fay-Gil"
    found, at = leaving(network(works_with=ties), "Ana")
    assert found.orphaned_today() == pytest.approx(2 / 3)
    then = [found.orphaned_if(at[who]) for who in ("Fay", "Gil", "Ben")]
    assert then == pytest.approx([0, 0, 2 / 3])


def test_one_in_ten_is_one_in_ten():
    """Five around Ana: ten pairs, of which only Ben–Eve are neither tied nor have one in common."""
    ties = "Ana-Ben Ana-Cy Ana-Di Ana-Eve Ana-Fay Ben-Cy Cy-Di Di-Eve Ben-Fay Fay-Di Cy-Fay"
    found, _ = leaving(network(works_with=ties), "Ana")
    assert found.orphaned_today() == 0.1


def test_without_two_people_around_there_is_nothing_to_lose():
    found, _ = leaving(network(works_with="Ana-Ben Ben-Cy"), "Ana")
    assert (found.pairs, found.orphaned_today()) == (0, None)


@settings(deadline=None)
@given(pairs_of(most=9))
def test_the_shares_are_those_of_plain_counting(drawn):
    people, pairs = drawn
    graph = nx.Graph()
    graph.add_nodes_from(people)
    graph.add_edges_from(pairs)
    found, at = leaving(of_pairs(people, pairs), people[0])
    around = sorted(graph[people[0]])
    left = graph.subgraph(people[1:])
    assert found.orphaned_today() == orphaned(left, around)
    for successor in people[1:]:
        near = nx.single_source_shortest_path_length(left, successor, cutoff=2)
        then = nx.Graph(left)
        then.add_edges_from((successor, p) for p in around if p in near and p != successor)
        assert found.orphaned_if(at[successor]) == orphaned(then, around)


def orphaned(graph, around):
    pairs = [(a, b) for i, a in enumerate(around) for b in around[i + 1 :]]
    if not pairs:
        return None
    kept = [graph.has_edge(a, b) or bool(set(graph[a]) & set(graph[b])) for a, b in pairs]
    return pytest.approx(1 - sum(kept) / len(pairs))
