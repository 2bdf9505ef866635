import networkx as nx
import numpy as np
import pytest

from tests.core.graphs_of import made_graph, random_graphs
from weft import _core
from weft.engine import without_core
from weft.measures.kernels.two_hops import two_hops

INDEX = {
    "adamic_adar": nx.adamic_adar_index,
    "resource_allocation": nx.resource_allocation_index,
}


def all_scores(graph, by):
    found = two_hops(graph, by=by, most=graph.n + 1)
    scores = np.zeros((graph.n, graph.n))
    for person in range(graph.n):
        there = found.people[person] >= 0
        scores[person, found.people[person][there]] = found.score[person][there]
    return scores


@pytest.mark.parametrize("by", INDEX)
def test_scores_equal_the_product_of_matrices(by):
    for graph in random_graphs():
        first, second = graph.either
        tied = np.zeros((graph.n, graph.n))
        tied[first, second] = tied[second, first] = 1
        ties = np.maximum(tied.sum(axis=0), 2)
        worth = 1 / np.log(ties) if by == "adamic_adar" else 1 / ties
        expected = (tied * worth) @ tied * (1 - tied) * (1 - np.eye(graph.n))
        assert all_scores(graph, by) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("by", INDEX)
def test_scores_equal_networkx(by):
    for graph in random_graphs(60, seed=1):
        if graph.n == 0:
            continue
        ties = nx.Graph()
        ties.add_nodes_from(range(graph.n))
        ties.add_edges_from(zip(*(ends.tolist() for ends in graph.either), strict=True))
        expected = np.zeros((graph.n, graph.n))
        for one, other, score in INDEX[by](ties):
            expected[one, other] = expected[other, one] = score
        assert all_scores(graph, by) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("by", INDEX)
def test_the_best_are_the_same_without_the_core_and_by_any_number_of_threads(by, monkeypatch):
    rng = np.random.default_rng(0)
    for graph in random_graphs():
        if graph.n == 0:
            continue
        asked = rng.permutation(graph.n)[: rng.integers(1, graph.n + 1)]
        most = int(rng.integers(1, 6))
        monkeypatch.setenv("WEFT_THREADS", str(rng.choice([1, 2, 4])))
        found = two_hops(graph, by=by, most=most, asked=asked)
        with without_core():
            again = two_hops(graph, by=by, most=most, asked=asked)
        assert found.people.tolist() == again.people.tolist()
        assert found.score.tolist() == again.score.tolist()


def test_many_people_are_answered_alike_by_any_number_of_threads(monkeypatch):
    rng = np.random.default_rng(0)
    ends = np.unique(np.sort(rng.integers(0, 1_000, (4_000, 2))), axis=0)
    source, target = ends[ends[:, 0] != ends[:, 1]].T.astype(np.int32)
    answers = []
    for many in ("1", "2", "4"):
        monkeypatch.setenv("WEFT_THREADS", many)
        found = two_hops(made_graph(1_000, source, target, directed=False), most=7)
        answers.append((found.people.tolist(), found.score.tolist()))
    assert answers[0] == answers[1] == answers[2]


def test_of_equal_scores_the_first_person_is_better():
    ties = np.array([(0, 1), (1, 4), (1, 3), (1, 2)], dtype=np.int32)
    found = two_hops(made_graph(5, *ties.T, directed=True), most=2, asked=np.array([0]))
    assert found.people.tolist() == [[2, 3]]
    assert found.score.tolist() == [[pytest.approx(1 / np.log(4))] * 2]


def test_nobody_is_two_ties_away_in_a_network_without_people():
    none = np.empty(0, dtype=np.int32)
    assert two_hops(made_graph(0, none, none, directed=True)).people.shape == (0, 1)


@pytest.mark.parametrize(
    ("asked", "worth", "most", "said"),
    [
        ([3], [1, 1, 1], 1, "Person 3 is asked about; expected one below 3."),
        ([-1], [1, 1, 1], 1, "Person -1 is asked about; expected one below 3."),
        ([0], [1, 1], 1, "worth has 2 entries; expected 3."),
        ([0], [1, -1, 1], 1, "The worth of person 1 is -1; expected 0 or more."),
        ([0], [1, 1, 1], 0, "most is 0; expected 1 to 4."),
        ([0], [1, 2**62, 1], 1, "are too much to add up."),
    ],
)
def test_what_makes_no_sense_is_refused(asked, worth, most, said):
    ends = np.array([0, 1], dtype=np.int32), np.array([1, 2], dtype=np.int32)
    rows = _core.Rows(3, *ends, directed=False)
    with pytest.raises(ValueError, match=said):
        _core.two_hops(rows, np.array(asked, dtype=np.int32), np.array(worth), most)
