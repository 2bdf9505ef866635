"""Trades keep all degrees and, in the long run, favour no network."""

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from scipy.stats import chi2

from tests.core.random_networks import random_networks
from tests.uncertainty.replicates.graphs import (
    both_ways,
    figures_by_hand,
    graph_of,
    matrix,
    some_graph,
)
from weft.network import InvalidRequestError
from weft.uncertainty.replicates import SameDegrees


def as_set(ties):
    return frozenset(zip(*(end.tolist() for end in ties), strict=True))


def test_everyone_keeps_their_ties_in_and_out_and_figures_are_those_of_the_ties():
    for at, (n, source, target, directed) in enumerate(random_networks()):
        observed = matrix(n, source, target, directed)
        model = SameDegrees.of(graph_of(n, source, target, directed))
        drawn, found = model.ties(2, seed=at), model.figures(2, seed=at)
        for r in range(2):
            ties = matrix(n, *drawn[r], directed)
            assert len(drawn[r][0]) == len(source) == len(as_set(drawn[r]))
            assert not ties.diagonal().any()
            assert (ties.sum(axis=0) == observed.sum(axis=0)).all()
            assert (ties.sum(axis=1) == observed.sum(axis=1)).all()
            if at % 5 < 2:  # figures by hand are slow
                expected = figures_by_hand(ties, directed)
                np.testing.assert_allclose(found[r], expected, rtol=0, atol=1e-9)


def test_networks_are_the_same_with_and_without_the_core():
    for at, (n, source, target, directed) in enumerate(random_networks(40, seed=1)):
        model = SameDegrees.of(graph_of(n, source, target, directed), trades=60)
        fast, slow = both_ways(lambda m=model, s=at: [m.figures(3, seed=s), *m.ties(3, seed=s)])
        for one, other in zip(fast, slow, strict=True):
            np.testing.assert_array_equal(one, other)


def networks_with_degrees_of(n, ties, directed):
    """Return every network in which everyone has as many ties as in this one."""
    possible = [(a, b) for a in range(n) for b in range(n) if a != b and (directed or a < b)]

    def degrees(chosen):
        built = matrix(n, *np.array(chosen).T, directed)
        return built.sum(axis=0).tolist(), built.sum(axis=1).tolist()

    wanted = degrees(ties)
    return {frozenset(c) for c in combinations(possible, len(ties)) if degrees(c) == wanted}


CASES = {
    "matching": (6, [(0, 1), (2, 3), (4, 5)], False),
    "without direction": (5, [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)], False),
    "dense": (5, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 4), (2, 4), (3, 4)], False),
    "with direction": (4, [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2)], True),
    "some mutual": (4, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 1), (2, 0), (0, 3)], True),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_network_of_these_degrees_is_equally_likely(case):
    n, ties, directed = case
    every = networks_with_degrees_of(n, ties, directed)
    model = SameDegrees.of(graph_of(n, *np.array(ties).T, directed), trades=100)
    drawn = model.ties(4_000, seed=1)
    counts = Counter(as_set(drawn[r]) for r in range(4_000))
    assert set(counts) == every
    expected = 4_000 / len(every)
    far = sum((count - expected) ** 2 for count in counts.values()) / expected
    assert chi2.sf(far, len(every) - 1) > 0.001


def test_a_ring_of_three_keeps_its_sense():
    ring = graph_of(3, [0, 1, 2], [1, 2, 0], True)
    drawn = SameDegrees.of(ring).ties(100, seed=0)
    assert {as_set(drawn[r]) for r in range(100)} == {frozenset({(0, 1), (1, 2), (2, 0)})}


def test_networks_do_not_depend_on_how_many_are_drawn_nor_on_threads(monkeypatch):
    for directed in (True, False):
        model = SameDegrees.of(some_graph(directed=directed))
        many = model.figures(400, seed=3)
        np.testing.assert_array_equal(model.figures(100, seed=3), many[:100])
        for threads in ("1", "2", "4"):
            monkeypatch.setenv("WEFT_THREADS", threads)
            np.testing.assert_array_equal(model.figures(400, seed=3), many)
        assert len(np.unique(many[:, 2])) > 10


def test_trades_cannot_be_fewer_than_none():
    with pytest.raises(InvalidRequestError, match="trades=-1"):
        SameDegrees.of(some_graph(), trades=-1)
    unchanged = SameDegrees.of(some_graph(), trades=0).ties(1, seed=0)
    assert (unchanged[0][1] == some_graph().target).all()
