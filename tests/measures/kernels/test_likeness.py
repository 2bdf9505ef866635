import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.measures.kernels.small_graphs import from_networkx, graphs, relabelled
from weft.measures.kernels.likeness import colours
from weft.measures.kernels.removal import symmetric


def colours_of(graph):
    return colours(symmetric(graph.n, *graph.either))


@settings(max_examples=40, deadline=None)
@given(graph=graphs(directed=False), order=st.randoms())
def test_the_order_of_people_changes_no_colour(graph, order):
    places = list(range(graph.n))
    order.shuffle(places)
    assert colours_of(relabelled(graph, places))[places].tolist() == colours_of(graph).tolist()


def test_a_path_has_its_two_halves_alike_and_nobody_else():
    found = colours_of(from_networkx(nx.path_graph(21)))
    assert found.tolist() == found[::-1].tolist()
    assert len(np.unique(found)) == 11


def test_a_ring_of_six_is_told_from_two_of_three():
    both = nx.disjoint_union(nx.cycle_graph(6), nx.disjoint_union_all([nx.cycle_graph(3)] * 2))
    assert len(np.unique(colours_of(from_networkx(both)))) == 2


def test_a_prism_is_told_from_a_bipartite_graph_of_the_same_degrees():
    prism = nx.circular_ladder_graph(3)
    both = nx.disjoint_union(prism, nx.complete_bipartite_graph(3, 3))
    assert len(np.unique(colours_of(from_networkx(both)))) == 2
