"""The compiled graph: what is known, matrices, groups and parts, on graphs worked by hand."""

import numpy as np
import pytest

import weft


@pytest.fixture
def graph():
    """a, b and c answered, d did not: a→b, b→a, a→c, c→d."""
    network = weft.read(
        [("a", "b", None, 2), ("b", "a"), ("a", "c"), ("c", "d", None, 3)],
        {
            "id": ["a", "b", "c", "d"],
            "responded": ["yes", "yes", "yes", "no"],
            "team": ["x", "y", None, "x"],
        },
    )
    return network.graph()


def test_ties_stand_sorted_by_source_and_target(graph):
    assert graph.source.tolist() == [0, 0, 1, 2]
    assert graph.target.tolist() == [1, 2, 0, 3]
    assert graph.weight.tolist() == [2.0, 1.0, 1.0, 3.0]
    assert (graph.n, graph.m, graph.directed) == (4, 4, True)


def test_only_the_answers_of_those_who_answered_are_known(graph):
    assert (graph.n_answered, graph.complete, graph.undeclared) == (3, False, 0)
    assert graph.raters.tolist() == [2, 2, 2, 3]
    assert graph.possible == 9


def test_without_direction_either_end_settles_a_tie(graph):
    undirected = graph.undirected()

    assert (undirected.source.tolist(), undirected.target.tolist()) == ([0, 0, 2], [1, 2, 3])
    assert undirected.weight.tolist() == [1.0, 1.0, 1.0]
    assert undirected.complete  # one silent person hides nothing
    assert undirected.possible == 6
    assert undirected.undirected() is undirected


def test_two_silent_people_hide_the_tie_between_them():
    network = weft.read([("a", "b"), ("b", "c")], ["a", "b", "c", "d"], undirected=["ties"])

    graph = network.graph()

    assert (graph.n_answered, graph.undeclared) == (2, 2)
    assert graph.raters.tolist() == [3, 3, 2, 2]
    assert graph.possible == 5
    assert not graph.complete


def test_arcs_have_each_tie_without_direction_both_ways(graph):
    source, target, weight = graph.undirected().arcs

    assert sorted(zip(source.tolist(), target.tolist(), strict=True)) == [
        (0, 1), (0, 2), (1, 0), (2, 0), (2, 3), (3, 2),
    ]  # fmt: skip
    assert weight.tolist() == [1.0] * 6


def test_the_matrix_and_the_igraph_graph_have_the_same_ties(graph):
    expected = np.array([[0, 1, 1, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 0]])

    assert np.array_equal(graph.adjacency.toarray(), expected)
    assert graph.igraph.get_edgelist() == [(0, 1), (0, 2), (1, 0), (2, 3)]
    assert graph.igraph.is_directed()
    assert graph.igraph_either.get_edgelist() == [(0, 1), (0, 2), (2, 3)]
    assert np.array_equal(graph.undirected().adjacency.toarray(), np.maximum(expected, expected.T))


def test_groups_are_codes_of_sorted_names_with_the_blanks_as_one(graph):
    codes, names = graph.groups("team")

    assert (codes.tolist(), names) == ([1, 2, 0, 1], ("NA", "x", "y"))


def test_some_of_the_people_keep_the_ties_between_them(graph):
    part = graph.among(np.array([True, False, True, True]))

    assert part.people.ids == ("a", "c", "d")
    assert (part.source.tolist(), part.target.tolist()) == ([0, 1], [1, 2])
    assert part.weight.tolist() == [1.0, 3.0]
    assert part.answered.tolist() == [True, True, False]


def test_other_ties_among_the_same_people_are_all_known(graph):
    other = graph.with_ties(
        np.array([3, 0], dtype=np.int32), np.array([1, 2], dtype=np.int32), np.array([2.0, 1.0])
    )

    assert (other.source.tolist(), other.target.tolist()) == ([0, 3], [2, 1])
    assert other.weight.tolist() == [1.0, 2.0]
    assert other.complete


@pytest.mark.parametrize("n", [0, 1, 2])
def test_a_graph_of_hardly_anybody_is_still_one(n):
    graph = weft.read([], [str(i) for i in range(n)], everyone_answered=True).graph()

    assert (graph.n, graph.m, graph.complete) == (n, 0, True)
    assert graph.possible == n * (n - 1)
    assert graph.adjacency.shape == (n, n)
    assert [ends.tolist() for ends in graph.either] == [[], []]
    assert graph.undirected().possible == n * (n - 1) // 2
