"""One shortest way between two people drawn at random: what sampled betweenness counts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

STREAM = 11
"""Keeps these draws apart from those of other figures with the same seed."""


def passed_on_the_way(n: int, start: Ints, target: Ints, seed: int, number: int) -> Ints:
    """Return who stands between a pair of people drawn at random, on one shortest way of theirs.

    Parameters
    ----------
    n : int
        How many people; 2 at least.
    start, target : int64 arrays
        Whom person i names: ``target[start[i]:start[i + 1]]``.
    seed, number : int
        Choose the pair and, of several ways that are equally short, one with equal chances.

    Returns
    -------
    int64 array
        Empty where there is no way, or a direct one.
    """
    rng = np.random.default_rng([seed, STREAM, number])
    first = int(rng.integers(n))
    last = int(rng.integers(n - 1))
    last += last >= first
    steps = np.full(n, -1, dtype=np.int64)
    ways = np.zeros(n)
    steps[first], ways[first] = 0, 1.0
    frontier = np.array([first], dtype=np.int64)
    levels: list[tuple[Ints, Ints]] = []
    while len(frontier) and steps[last] < 0:
        many = start[frontier + 1] - start[frontier]
        leaving = np.repeat(frontier, many)
        within = np.arange(len(leaving)) - np.repeat(np.cumsum(many) - many, many)
        arriving = target[np.repeat(start[frontier], many) + within]
        new = steps[arriving] < 0
        leaving, arriving = leaving[new], arriving[new]
        frontier = np.unique(arriving)
        steps[frontier] = len(levels) + 1
        np.add.at(ways, arriving, ways[leaving])
        levels.append((leaving, arriving))
    if steps[last] < 0:
        return np.empty(0, dtype=np.int64)
    between, at = [], last
    for leaving, arriving in reversed(levels):
        before = np.sort(leaving[arriving == at])  # in an order that the rows have no part in
        chances = np.cumsum(ways[before])
        at = int(before[np.searchsorted(chances, rng.random() * chances[-1], side="right")])
        between.append(at)
    return np.array(between[:-1], dtype=np.int64)
