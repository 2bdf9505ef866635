import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.measures.kernels.small_graphs import as_networkx, from_networkx, graphs, relabelled
from weft.measures.kernels.removal import (
    by_degree,
    by_figure,
    largest_left,
    symmetric,
)

few = settings(max_examples=40, deadline=None)


def adjacency_of(graph):
    return symmetric(graph.n, *graph.either)


def undirected(graph) -> nx.Graph:
    return as_networkx(graph).to_undirected()


def largest(graph: nx.Graph) -> int:
    return max(map(len, nx.connected_components(graph)), default=0)


@few
@given(graph=graphs(), order=st.randoms())
def test_sizes_are_those_of_deleting_people_one_by_one(graph, order):
    everyone = list(range(graph.n))
    order.shuffle(everyone)
    left, expected = undirected(graph), []
    for person in everyone:
        left.remove_node(person)
        expected.append(largest(left))
    assert largest_left(graph, np.array(everyone)).tolist() == expected


@few
@given(graph=graphs())
def test_each_who_leaves_has_most_ties_among_those_left(graph):
    left = undirected(graph)
    for person in by_degree(graph).tolist():
        assert left.degree(person) == max(dict(left.degree).values())
        left.remove_node(person)
    assert not left


@few
@given(graph=graphs(), order=st.randoms())
def test_the_order_of_people_changes_no_size(graph, order):
    places = list(range(graph.n))
    order.shuffle(places)
    one, other = graph, relabelled(graph, places)
    assert (
        largest_left(one, by_degree(one)).tolist() == largest_left(other, by_degree(other)).tolist()
    )


@pytest.mark.parametrize("people", [12, 250])
def test_by_figure_takes_the_greatest_first(people):
    graph = from_networkx(nx.path_graph(people))
    order = by_figure(
        adjacency_of(graph), lambda left: np.asarray(left.sum(axis=1), dtype=float).ravel()
    )
    assert sorted(order.tolist()) == list(range(people))
    if people > 200:  # counted once: the two ends have one tie, all others two
        assert set(order[-2:].tolist()) == {0, people - 1}
    else:  # counted anew: once every second person has left nobody is tied
        assert largest_left(graph, order)[people // 2] == 1
