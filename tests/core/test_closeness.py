"""Bit-parallel searches: every sum as igraph has it, whatever the threads and the order of ties."""

import igraph
import numpy as np
import pytest

from tests.core.random_networks import random_networks
from weft import _core


def rows_of(n, source, target, directed):
    return _core.Rows(n, source, target, directed=directed)


def igraph_of(n, source, target, directed):
    return igraph.Graph(n, np.column_stack([source, target]).tolist(), directed=directed)


def starts_for(n: int, seed: int) -> np.ndarray:
    """Return some people to start from: none, a few, or more than fit one word; some twice."""
    rng = np.random.default_rng(seed)
    return rng.integers(0, n, rng.integers(0, 5 * n + 1), dtype=np.int32) if n else np.int32([])


def near(steps: np.ndarray) -> np.ndarray:
    """Return 1/steps, and 0 for oneself and where there is no way."""
    return np.where(steps > 0, 1 / np.maximum(steps, 1), 0.0)


def test_sums_and_steps_equal_igraph_on_500_networks():
    for seed, network in enumerate(random_networks()):
        n, directed = network[0], network[3]
        rows, chosen = rows_of(*network), starts_for(n, seed)
        theirs = igraph_of(*network)
        everyone = np.array(theirs.distances(), dtype=float).reshape(n, n)
        steps = everyone[chosen]
        assert np.array_equal(_core.steps_from(rows, chosen), steps)
        assert _core.closeness_from(rows, chosen) == pytest.approx(near(steps).sum(axis=1))
        within = seed % 4
        counts = ((steps <= within) & (steps > 0)).sum(axis=1)
        assert np.array_equal(_core.closeness_from(rows, chosen, within=within), counts)
        assert _core.closeness_to(rows, chosen) == pytest.approx(
            near(steps).sum(axis=0), rel=1e-12, abs=1e-12
        )
        assert _core.closeness_to(rows, chosen, back=True) == pytest.approx(
            near(everyone[:, chosen]).sum(axis=1), rel=1e-12, abs=1e-12
        )
        if directed:
            either = theirs.as_undirected().distances(source=chosen.tolist())
            either = np.array(either, dtype=float).reshape(len(chosen), n)
            assert np.array_equal(_core.steps_from(rows, chosen, either=True), either)
            found = _core.closeness_from(rows, chosen, either=True)
            assert found == pytest.approx(near(either).sum(axis=1))


def big_network() -> tuple:
    rng = np.random.default_rng(5)
    ends = np.unique(rng.integers(0, 900, (3_000, 2)), axis=0).astype(np.int32)
    ends = ends[ends[:, 0] != ends[:, 1]]
    return 900, ends[:, 0].copy(), ends[:, 1].copy(), True


def test_threads_and_the_order_of_ties_change_nothing():
    n, source, target, directed = big_network()
    rows = rows_of(n, source, target, directed)
    order = np.random.default_rng(1).permutation(len(source))
    shuffled = rows_of(n, source[order], target[order], directed)
    everyone = np.arange(n, dtype=np.int32)
    for kernel in (_core.closeness_from, _core.closeness_to, _core.steps_from):
        expected = kernel(rows, everyone)
        for threads in (1, 2, 4):
            assert np.array_equal(kernel(shuffled, everyone, threads=threads), expected)


def test_a_long_chain_has_many_steps():
    n = 3_000
    one, other = np.arange(n - 1, dtype=np.int32), np.arange(1, n, dtype=np.int32)
    rows = rows_of(n, one, other, directed=True)
    everyone = np.arange(n, dtype=np.int32)
    harmonic = np.concatenate([[0], np.cumsum(1 / np.arange(1, n))])
    assert _core.closeness_from(rows, everyone) == pytest.approx(harmonic[::-1], rel=1e-12)
    assert _core.closeness_to(rows, everyone) == pytest.approx(harmonic, rel=1e-12)


def test_who_is_not_there_is_refused():
    rows = rows_of(3, np.int32([0]), np.int32([1]), directed=True)
    for kernel in (_core.closeness_from, _core.closeness_to, _core.steps_from):
        with pytest.raises(ValueError, match="starts has 3 at 1; expected people below 3"):
            kernel(rows, np.int32([0, 3]))


def test_what_the_teller_raises_ends_the_work():
    rows = rows_of(*big_network())
    told = []

    def tell(done, total):
        told.append((done, total))
        raise KeyboardInterrupt

    many = np.zeros(2_000_000, dtype=np.int32)
    with pytest.raises(KeyboardInterrupt):
        _core.closeness_from(rows, many, threads=2, tell=tell)
    assert len(told) == 1
    assert 0 <= told[0][0] < told[0][1]
