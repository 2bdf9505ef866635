import networkx as nx
import numpy as np
import pytest

from tests.core.graphs_of import made_graph, random_graphs
from weft import _core
from weft.engine import without_core
from weft.measures.kernels.pagerank import nearby, pagerank, strengths


def of_networkx(graph, damping, *, weighted, people=None):
    ties = nx.DiGraph()
    ties.add_nodes_from(range(graph.n))
    ties.add_weighted_edges_from(zip(*(each.tolist() for each in graph.arcs), strict=True))
    found = nx.pagerank(
        ties,
        alpha=damping,
        personalization=None if people is None else dict.fromkeys(people.tolist(), 1.0),
        weight="weight" if weighted else None,
        tol=1e-14,
        max_iter=10_000,
    )
    return np.array([found[person] for person in range(graph.n)])


@pytest.mark.parametrize("weighted", [False, True])
def test_shares_equal_igraph(weighted):
    for graph in random_graphs():
        found = pagerank(graph, weighted=weighted, tolerance=1e-12)
        with without_core():
            assert found == pytest.approx(pagerank(graph, weighted=weighted), abs=1e-9)


@pytest.mark.parametrize("damping", [0.0, 0.5, 0.99])
def test_shares_equal_networkx_within_the_tolerance(damping):
    for at, graph in enumerate(random_graphs(60, seed=1)):
        if graph.n:
            expected = of_networkx(graph, damping, weighted=bool(at % 3))
            for tolerance in (1e-3, 1e-6, 1e-10):
                found = pagerank(graph, damping=damping, weighted=bool(at % 3), tolerance=tolerance)
                assert np.abs(found - expected).sum() <= tolerance + 1e-11
                assert found.sum() == pytest.approx(1)


def test_a_good_start_saves_sweeps_and_changes_no_share():
    for graph in random_graphs(60, seed=2):
        if graph.m < 20:
            continue
        rows = graph.rows_for("pagerank")
        cold, sweeps = _core.pagerank(rows, tolerance=1e-10)
        warm, fewer = _core.pagerank(rows, None, 3 * cold, tolerance=1e-10)
        assert fewer <= min(3, sweeps)
        assert warm == pytest.approx(cold, abs=1e-10)
        uneven = np.linspace(0.1, 5, graph.n)
        assert pagerank(graph, start=uneven) == pytest.approx(cold, abs=2e-10)


@pytest.mark.parametrize("weighted", [False, True])
def test_nearby_shares_are_within_what_is_left_out_of_igraph(weighted):
    rng = np.random.default_rng(0)
    for graph in random_graphs():
        if graph.n == 0:
            continue
        people = rng.integers(0, graph.n, rng.integers(1, 4))
        with without_core():
            exact = nearby(graph, people, weighted=weighted)
        expected = np.zeros(graph.n)
        expected[exact.people] = exact.score
        for tolerance in (1e-3, 1e-12):
            found = nearby(graph, people, weighted=weighted, tolerance=tolerance)
            shares = np.zeros(graph.n)
            shares[found.people] = found.score
            assert (expected - shares >= -1e-9).all()
            assert (expected - shares).sum() == pytest.approx(found.left_out, abs=1e-9)
            assert found.left_out <= tolerance * (2 * graph.m + graph.n)
            assert (np.diff(found.people) > 0).all()


def test_nearby_shares_equal_networkx():
    for graph in random_graphs(40, seed=3):
        if graph.n:
            people = np.unique([0, graph.n // 2])
            found = nearby(graph, people, tolerance=1e-13, damping=0.7, weighted=True)
            shares = np.zeros(graph.n)
            shares[found.people] = found.score
            expected = of_networkx(graph, 0.7, weighted=True, people=people)
            assert shares == pytest.approx(expected, abs=1e-10)


def test_walks_stay_nearby_in_a_long_chain():
    people = np.arange(100_000, dtype=np.int32)
    graph = made_graph(100_000, people[:-1], people[1:], directed=True)
    found = nearby(graph, np.array([500]), tolerance=1e-6)
    reached = len(found.people)
    assert found.people.tolist() == list(range(500, 500 + reached))
    assert reached < 100
    assert found.score == pytest.approx(0.15 * 0.85 ** np.arange(reached))
    assert found.score.sum() + found.left_out == pytest.approx(1)


def test_strengths_stand_beside_the_rows():
    for graph in random_graphs(60):
        rows = graph.rows_for("pagerank")
        source = np.repeat(np.arange(graph.n), np.diff(rows.out_start))
        table = np.zeros((graph.n, graph.n))
        one, other, weight = graph.arcs
        table[one, other] = weight
        assert strengths(graph).tolist() == table[source, rows.out].tolist()


ENDS = np.array([0], dtype=np.int32), np.array([1], dtype=np.int32)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"damping": 1.0}, "damping is 1.000000; expected 0 or more, and less than 1."),
        ({"damping": np.nan}, "damping is nan"),
        ({"tolerance": 0.0}, "tolerance is 0.000000; expected more than 0."),
        ({"weight": np.ones(2)}, "weight has 2 entries; expected 1."),
        ({"weight": np.zeros(1)}, "A weight is 0.000000; expected a finite number above 0."),
        ({"weight": np.array([np.inf])}, "A weight is inf"),
    ],
)
def test_what_makes_no_sense_is_refused(asked, said):
    rows = _core.Rows(2, *ENDS, directed=True)
    with pytest.raises(ValueError, match=said):
        _core.pagerank(rows, **asked)
    with pytest.raises(ValueError, match=said):
        _core.nearby(rows, np.array([0], dtype=np.int32), **asked)


def test_a_start_must_be_a_guess_of_shares():
    rows = _core.Rows(2, *ENDS, directed=True)
    with pytest.raises(ValueError, match=r"start has 3 entries; expected 2\."):
        _core.pagerank(rows, None, np.ones(3))
    with pytest.raises(ValueError, match=r"start has a value of 0\.0+; expected finite"):
        _core.pagerank(rows, None, np.array([0.0, 1.0]))


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ([], "start names nobody; expected one or more."),
        ([2], "start names person 2; expected one below 2."),
        ([-1], "start names person -1; expected one below 2."),
    ],
)
def test_walks_start_at_people_who_are_there(start, said):
    rows = _core.Rows(2, *ENDS, directed=True)
    with pytest.raises(ValueError, match=said):
        _core.nearby(rows, np.array(start, dtype=np.int32))
