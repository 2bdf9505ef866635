"""Correlations of two relations are numpy's, observed and with one's people renamed."""

import numpy as np
import pytest

from tests.core.random_networks import random_networks
from tests.uncertainty.replicates.graphs import both_ways, graph_of, some_graph
from tests.uncertainty.replicates.test_labels import dealt
from weft.network import InvalidRequestError
from weft.uncertainty.replicates import qap


def strengths(graph, *, weighted):
    ties = np.zeros((graph.n, graph.n))
    ties[graph.source, graph.target] = graph.weight if weighted else 1
    return ties if graph.directed else ties + ties.T


def numpy_correlation(x, y):
    off = ~np.eye(len(x), dtype=bool)
    if len(x) < 2 or np.ptp(x[off]) == 0 or np.ptp(y[off]) == 0:
        return np.nan
    return np.corrcoef(x[off], y[off])[0, 1]


def pairs_of_networks(many, seed=0):
    """Yield two networks of the same people, with strengths; the second is like the first."""
    rng = np.random.default_rng(seed)
    for n, source, target, directed in random_networks(many, seed):
        kept = rng.random(len(source)) < rng.choice([0.3, 0.7])
        more = np.argwhere(np.triu(rng.random((n, n)) < rng.choice([0.02, 0.3]), 1))
        ends = np.unique(np.vstack([np.column_stack([source[kept], target[kept]]), more]), axis=0).T
        weight = [rng.integers(1, 5, len(each)) for each in (source, ends[0])]
        yield (
            graph_of(n, source, target, directed, weight=weight[0]),
            graph_of(n, *ends, directed, weight=weight[1]),
        )


def test_correlations_are_those_of_numpy():
    for at, (x, y) in enumerate(pairs_of_networks(500)):
        weighted = at % 4 > 1
        found = qap(x, y, 2, seed=at, weighted=weighted)
        a, b = (strengths(each, weighted=weighted) for each in (x, y))
        renamed = [np.arange(x.n), *dealt(x.n, 2, at)]
        expected = [numpy_correlation(a, b[np.ix_(p, p)]) for p in renamed]
        np.testing.assert_allclose([found.observed, *found.drawn], expected, rtol=0, atol=1e-9)


@pytest.mark.parametrize("weighted", [False, True])
def test_draws_are_the_same_with_and_without_the_core(weighted):
    for at, (x, y) in enumerate(pairs_of_networks(100, seed=1)):
        fast, slow = both_ways(lambda x=x, y=y, s=at: qap(x, y, 5, seed=s, weighted=weighted).drawn)
        np.testing.assert_allclose(fast, slow, rtol=0, atol=1e-12)


def test_p_values_are_uniform_where_relations_are_independent():
    rng = np.random.default_rng(5)
    p = []
    for at in range(300):
        x, y = some_graph(20, 0.2, seed=[at, 0]), some_graph(20, 0.2, seed=[at, 1])
        found = qap(x, y, 199, seed=at)
        less = (found.drawn < found.observed - 1e-9).sum()
        same = (np.abs(found.drawn - found.observed) <= 1e-9).sum()
        p.append((less + rng.random() * (same + 1)) / 200)
    distance = np.abs(np.sort(p) - (np.arange(300) + 0.5) / 300).max()
    assert distance < 1.95 / np.sqrt(300)


def test_a_relation_correlates_with_itself_and_seldom_so_by_chance():
    found = qap(some_graph(), some_graph(), 999, seed=1)
    assert found.observed == pytest.approx(1)
    assert np.abs(found.drawn).max() < 0.5
    assert abs(found.drawn.mean()) < 0.01


def test_a_relation_that_is_the_same_between_all_has_no_correlation():
    everyone = some_graph(chance=1.0)
    found = qap(everyone, some_graph(), 3, seed=0)
    assert np.isnan([found.observed, *found.drawn]).all()


def test_draws_do_not_depend_on_how_many_there_are_nor_on_threads(monkeypatch):
    x, y = some_graph(), some_graph(seed=1)
    many = qap(x, y, 1_000, seed=7).drawn
    np.testing.assert_array_equal(qap(x, y, 100, seed=7).drawn, many[:100])
    for threads in ("1", "2", "4"):
        monkeypatch.setenv("WEFT_THREADS", threads)
        np.testing.assert_array_equal(qap(x, y, 1_000, seed=7).drawn, many)


def test_relations_must_be_of_the_same_people_and_kind():
    with pytest.raises(InvalidRequestError, match="30 people and a direction, y has 20"):
        qap(some_graph(), some_graph(20), 1, seed=0)
    with pytest.raises(InvalidRequestError, match="no direction"):
        qap(some_graph(), some_graph(directed=False), 1, seed=0)
