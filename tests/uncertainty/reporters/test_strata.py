"""How close two people are through others."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft.uncertainty.reporters.strata import EXPECTED, LEVELS, SHARED, strata


def by_definition(word, *, directed):
    """Return every near or named tie and its stratum, by looking at all pairs."""
    n, found = len(word), {}
    for i in range(n):
        for j in range(n):
            if i == j or (not directed and i > j):
                continue
            if directed:
                sent, received = word[i].sum() - word[i, j], word[:, j].sum() - word[i, j]
                much, bounds = sent * received / max(word.sum(), 1e-9), EXPECTED
            else:
                much, bounds = (word[i] * word[j]).sum(), SHARED
            level = int(much > bounds[0]) + sum(much >= bound for bound in bounds[1:])
            back = directed and word[j, i] > 0
            if level or back or word[i, j] > 0:
                found[i, j] = level + LEVELS * back
    return found


@settings(max_examples=100, deadline=None)
@given(st.integers(2, 9), st.integers(0, 2**32), st.booleans())
def test_strata_are_those_of_the_definition(n, seed, directed):
    rng = np.random.default_rng(seed)
    times = rng.integers(0, 3, (n, n)) * (rng.random((n, n)) < 0.4)
    np.fill_diagonal(times, 0)
    times = times if directed else np.triu(times)
    i, j = np.nonzero(times)
    key = np.repeat(i * n + j, times[i, j])
    keys, stratum = strata(key, np.ones(len(key), dtype=bool), n, directed=directed)
    word = times / 2
    expected = by_definition(word if directed else word + word.T, directed=directed)
    found = {(int(k) // n, int(k) % n): int(s) for k, s in zip(keys, stratum, strict=True)}
    assert {pair: level for pair, level in found.items() if level or pair in expected} == expected
    assert sorted(found) == [(int(k) // n, int(k) % n) for k in keys]


def test_of_too_many_ways_over_partners_none_is_looked_at(monkeypatch):
    monkeypatch.setattr("weft.uncertainty.reporters.strata.MOST_WAYS", 1)
    keys, stratum = strata(np.array([1, 2]), np.ones(2, dtype=bool), 3, directed=False)
    assert (keys.tolist(), stratum.tolist()) == ([1, 2], [0, 0])


@pytest.mark.parametrize("directed", [True, False])
def test_without_reports_nobody_is_near(directed):
    empty = np.empty(0, dtype=np.int64)
    keys, _ = strata(empty, np.empty(0, dtype=bool), 3, directed=directed)
    assert keys.tolist() == []
