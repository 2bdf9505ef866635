"""Triangles, each found once: what transitivity, brokerage and effective size are made of.

Every pair of tied people is turned from the one with fewer ties to the one with more. A person then
has at most about √(2m) pairs that start at them, even the greatest hub, so that looking at each two
of them and asking whether the third side is there takes at most about m√m steps. The compiled core
goes the same way; this is how it is gone without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from weft.network import Graph

AT_ONCE = 2_000_000
"""How many pairs of sides are looked at in one step: bounds the memory."""


@dataclass(frozen=True, slots=True)
class TiedPairs:
    """Who is tied to whom in either direction, each pair once, from the less to the more tied.

    Attributes
    ----------
    n : int
        How many people.
    low, high : int64 arrays, shape (n_pairs,)
        The two people, sorted by the rank of ``low`` and then of ``high``.
    forth, back : bool arrays, shape (n_pairs,)
        Whether there is a tie from ``low`` to ``high``, and one from ``high`` to ``low``.
    keys : int64 array, shape (n_pairs,)
        Rank of ``low`` times ``n`` plus rank of ``high``: sorted, to look a pair up.
    """

    n: int
    low: NDArray[np.int64]
    high: NDArray[np.int64]
    forth: NDArray[np.bool_]
    back: NDArray[np.bool_]
    keys: NDArray[np.int64]


Sides = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
"""Of triangles a, b, c in order of rank: where the pairs (a, b), (a, c) and (b, c) stand."""


def tied_pairs(n: int, source: NDArray[np.int32], target: NDArray[np.int32]) -> TiedPairs:
    """Return the pairs behind some ties; a relation without direction gives each tie both ways."""
    ties = np.bincount(source, minlength=n) + np.bincount(target, minlength=n)
    by_rank = np.argsort(ties, kind="stable")
    rank = np.empty(n, dtype=np.int64)
    rank[by_rank] = np.arange(n)
    first, second = rank[source], rank[target]
    every_key = np.minimum(first, second) * n + np.maximum(first, second)
    keys, where = np.unique(every_key, return_inverse=True)
    forth, back = np.zeros(len(keys), dtype=bool), np.zeros(len(keys), dtype=bool)
    forth[where[first < second]] = True
    back[where[first > second]] = True
    width = max(n, 1)
    return TiedPairs(n, by_rank[keys // width], by_rank[keys % width], forth, back, keys)


def pairs_of(graph: Graph) -> TiedPairs:
    """Return the pairs of tied people of a graph."""
    source, target, _ = graph.arcs
    return tied_pairs(graph.n, source, target)


def triangles(pairs: TiedPairs) -> Iterator[Sides]:
    """Find every three people who are all tied to each other, some at a time."""
    low, high = pairs.keys // max(pairs.n, 1), pairs.keys % max(pairs.n, 1)
    position = np.arange(len(low))
    partners = np.searchsorted(low, low, side="right") - position - 1
    done = np.concatenate([[0], np.cumsum(partners)])
    start = 0
    while start < len(low):
        stop = max(int(np.searchsorted(done, done[start] + AT_ONCE, side="right")) - 1, start + 1)
        one = np.repeat(position[start:stop], partners[start:stop])
        other = one + 1 + np.arange(len(one)) - (done[one] - done[start])
        third = high[one] * pairs.n + high[other]
        found = np.searchsorted(pairs.keys, third)
        there = pairs.keys[np.minimum(found, len(low) - 1)] == third
        yield one[there], other[there], found[there]
        start = stop


Triples = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]


def transitive_triples(pairs: TiedPairs) -> Iterator[Triples]:
    """Find every i, j, k with ties i to j, j to k and i to k, some at a time."""
    for ab, ac, bc in triangles(pairs):
        people = (pairs.low[ab], pairs.high[ab], pairs.high[ac])
        tied = {
            (0, 1): pairs.forth[ab],
            (1, 0): pairs.back[ab],
            (0, 2): pairs.forth[ac],
            (2, 0): pairs.back[ac],
            (1, 2): pairs.forth[bc],
            (2, 1): pairs.back[bc],
        }
        for i, j, k in permutations(range(3)):
            there = tied[i, j] & tied[j, k] & tied[i, k]
            yield people[i][there], people[j][there], people[k][there]
