"""Groups and numbers dealt out anew: what is counted is what the dealt labels give."""

import igraph
import numpy as np
import pytest

from tests.core.random_networks import random_networks
from tests.uncertainty.replicates.graphs import both_ways, graph_of, some_graph
from weft.network import InvalidRequestError
from weft.uncertainty.replicates import (
    assortativity,
    dealt_groups,
    dealt_inside,
    dealt_sums,
    external_internal,
)
from weft.uncertainty.replicates.streams import Streams


def dealt(n, replicates, seed):
    """Return whose label each person gets, as the streams of the replicates say it."""
    return Streams(seed, np.arange(replicates, dtype=np.uint64)).shuffled(n)


def test_counts_and_sums_are_those_of_the_labels_that_were_dealt():
    rng = np.random.default_rng(0)
    for at, (n, source, target, directed) in enumerate(random_networks()):
        graph = graph_of(n, source, target, directed, weight=rng.random(len(source)) + 0.5)
        group, x, y = rng.integers(0, 4, n), rng.normal(size=n), rng.normal(size=n)
        people = dealt(n, 2, at)
        counts = dealt_groups(graph, group, 2, seed=at)
        inside = dealt_inside(graph, group, 2, seed=at)
        sums = dealt_sums(graph, x, y, 2, seed=at, weighted=True)
        for r in range(2):
            by_hand = np.zeros(counts.shape[1:], dtype=int)
            total = 0.0
            for a, b, w in zip(source, target, graph.weight, strict=True):
                by_hand[group[people[r, a]], group[people[r, b]]] += 1
                total += w * x[people[r, a]] * y[people[r, b]]
            assert (counts[r] == by_hand).all()
            assert inside[r] == by_hand.trace()
            assert sums[r] == pytest.approx(total, abs=1e-9)


def test_deals_are_the_same_with_and_without_the_core():
    rng = np.random.default_rng(1)
    for at, (n, source, target, directed) in enumerate(random_networks(100, seed=1)):
        graph = graph_of(n, source, target, directed)
        group, x = rng.integers(0, 3, n), rng.normal(size=n)
        fast, slow = both_ways(lambda g=graph, c=group, s=at: dealt_groups(g, c, 5, seed=s))
        np.testing.assert_array_equal(fast, slow)
        fast, slow = both_ways(lambda g=graph, c=group, s=at: dealt_inside(g, c, 5, seed=s))
        np.testing.assert_array_equal(fast, slow)
        fast, slow = both_ways(lambda g=graph, x=x, s=at: dealt_sums(g, x, x, 5, seed=s))
        np.testing.assert_allclose(fast, slow, rtol=0, atol=1e-9)


@pytest.mark.parametrize(("seed", "first"), [(2**64 - 1, 0), (5, 2**40), (0, 2**63 - 1)])
def test_every_seed_and_number_of_a_replicate_is_the_same_with_and_without_the_core(seed, first):
    graph, group = some_graph(), np.arange(30) % 3
    fast, slow = both_ways(lambda: dealt_groups(graph, group, 1, seed=seed, first=first))
    np.testing.assert_array_equal(fast, slow)


def test_assortativity_is_that_of_igraph():
    rng = np.random.default_rng(2)
    for n, source, target, directed in random_networks(100, seed=2):
        if not len(source):
            continue
        graph, group = graph_of(n, source, target, directed), rng.integers(0, 3, n)
        counts = np.zeros((3, 3), dtype=np.int64)
        np.add.at(counts, (group[source], group[target]), 1)
        net = igraph.Graph(n, list(zip(source, target, strict=True)), directed=directed)
        expected = net.assortativity_nominal(group.tolist(), directed=directed)
        if np.isfinite(expected):
            assert assortativity(counts, directed=directed) == pytest.approx(expected, abs=1e-9)
        internal = (group[graph.source] == group[graph.target]).mean()
        assert external_internal(counts) == pytest.approx(1 - 2 * internal, abs=1e-9)


def test_figures_of_no_ties_have_no_meaning():
    none = np.zeros((2, 3, 3), dtype=np.int64)
    assert np.isnan(external_internal(none)).all()
    assert np.isnan(assortativity(none, directed=True)).all()


def test_p_values_are_uniform_where_groups_mean_nothing():
    rng = np.random.default_rng(3)
    p = []
    for at in range(400):
        graph, group = some_graph(20, 0.2, seed=at), rng.integers(0, 2, 20)
        observed = external_internal(np.array([_counts(graph, group)]))[0]
        drawn = external_internal(dealt_groups(graph, group, 199, seed=at))
        # Of those that are just as far, a random share counts, so that p can take every value.
        less = (drawn < observed - 1e-12).sum()
        same = (np.abs(drawn - observed) <= 1e-12).sum()
        p.append((less + rng.random() * (same + 1)) / 200)
    # Kolmogorov and Smirnov: 1.95 / sqrt(400) is passed by one in a thousand.
    distance = np.abs(np.sort(p) - (np.arange(400) + 0.5) / 400).max()
    assert distance < 1.95 / np.sqrt(400)


def _counts(graph, group):
    counts = np.zeros((2, 2), dtype=np.int64)
    np.add.at(counts, (group[graph.source], group[graph.target]), 1)
    return counts


def test_deals_do_not_depend_on_how_many_there_are_nor_on_threads(monkeypatch):
    graph, group = some_graph(), np.arange(30) % 3
    many = dealt_groups(graph, group, 1_000, seed=7)
    np.testing.assert_array_equal(dealt_groups(graph, group, 100, seed=7), many[:100])
    for threads in ("1", "2", "4"):
        monkeypatch.setenv("WEFT_THREADS", threads)
        np.testing.assert_array_equal(dealt_groups(graph, group, 1_000, seed=7), many)


def test_everyone_needs_a_label():
    graph = some_graph()
    with pytest.raises(InvalidRequestError, match="29 codes"):
        dealt_groups(graph, np.zeros(29, dtype=int), 1, seed=0)
    with pytest.raises(InvalidRequestError, match="from 0 on"):
        dealt_groups(graph, np.full(30, -1), 1, seed=0)
    with pytest.raises(InvalidRequestError, match="x has 30 numbers and y 2"):
        dealt_sums(graph, np.zeros(30), np.zeros(2), 1, seed=0)


def test_groups_of_more_people_than_a_table_of_bits_holds_are_dealt_out():
    graph = graph_of(30_000, [0, 1], [1, 2], True)
    drawn = dealt_inside(graph, np.arange(30_000) % 2, 200, seed=1)
    assert set(drawn.tolist()) == {0, 1, 2}
    with pytest.raises(InvalidRequestError, match="at most 20,000"):
        dealt_groups(graph, np.arange(30_000) % 2, 1, seed=1)
