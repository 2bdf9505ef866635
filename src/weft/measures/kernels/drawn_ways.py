"""Numbered pairs of people and a shortest way between each: what sampled betweenness is made of.

Pair number i rests on the seed and on i alone, so that it does not matter who draws it. Without the
core the same numbers are drawn here, in the same order, more slowly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for, threads
from weft.measures.kernels.stream import Stream
from weft.measures.kernels.vertex_diameter import vertex_diameter_bound

Ints = NDArray[np.int64]
FORTH, BACK = 0, 1


@dataclass(frozen=True, slots=True)
class DrawnWays:
    """Shortest ways between numbered pairs.

    Attributes
    ----------
    through : int32 array
        Who stands in between, one way after another.
    start : int64 array, shape (n_ways + 1,)
        Where those of each way start.
    scanned : int64 array, shape (n_ways,)
        How many ties were looked at for each.
    """

    through: NDArray[np.int32]
    start: Ints
    scanned: Ints


def drawn_ways(
    n: int,
    source: NDArray[np.int32],
    target: NDArray[np.int32],
    *,
    directed: bool,
    seed: int,
    first: int,
    many: int,
) -> DrawnWays:
    """Return the ways between the pairs first to first + many - 1.

    Parameters
    ----------
    n : int
        How many people; 2 at least.
    source, target : int32 arrays
        Each tie once, also where it has no direction.
    directed : bool
    seed, first, many : int

    Examples
    --------
    On a chain of three whoever is drawn, only the one in the middle can be between:

    >>> chain = np.array([0, 1], dtype=np.int32), np.array([1, 2], dtype=np.int32)
    >>> found = drawn_ways(3, *chain, directed=False, seed=1, first=0, many=20)
    >>> set(found.through.tolist()), len(found.start)
    ({1}, 21)
    """
    if core_for("betweenness", len(source)) is not None:
        from weft import _core

        rows = _core.Rows(n, source, target, directed=directed)
        return DrawnWays(*_core.drawn_ways(rows, first, many, seed=seed % 2**64, threads=threads()))
    drawer = _Drawer(n, source, target, directed=directed)
    ways, scanned = [], []
    for number in range(first, first + many):
        stream = Stream(seed, number)
        start = stream.below(n)
        end = stream.below(n - 1)
        end += end >= start
        drawer.scanned = 0
        ways.append(drawer.draw(start, end, stream))
        scanned.append(drawer.scanned)
    lengths = np.array([0, *map(len, ways)], dtype=np.int64)
    through = np.array([person for way in ways for person in way], dtype=np.int32)
    return DrawnWays(through, np.cumsum(lengths), np.array(scanned, dtype=np.int64))


def longest_way(
    n: int, source: NDArray[np.int32], target: NDArray[np.int32], *, directed: bool
) -> int:
    """Return a bound on how many people any shortest way has, both ends included.

    Examples
    --------
    >>> chain = np.array([0, 1], dtype=np.int32), np.array([1, 2], dtype=np.int32)
    >>> longest_way(3, *chain, directed=True)
    3
    """
    if core_for("betweenness", len(source)) is not None:
        from weft import _core

        return _core.vertex_diameter_bound(_core.Rows(n, source, target, directed=directed))
    return vertex_diameter_bound(n, source, target, directed=directed)


class _Search:
    """One of the two searches that walk toward each other."""

    def __init__(self, person: int, ahead: int) -> None:
        self.steps, self.ways = {person: 0}, {person: 1.0}
        self.reached, self.been = [person], {person}
        self.done, self.ahead, self.level = 0, ahead, 0


class _Drawer:
    """Draws shortest ways, each of those between two people with the same chance."""

    def __init__(
        self, n: int, source: NDArray[np.int32], target: NDArray[np.int32], *, directed: bool
    ) -> None:
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import connected_components

        if not directed:
            source, target = np.concatenate([source, target]), np.concatenate([target, source])
        self._rows = _lists(n, source, target), _lists(n, target, source)
        ties = csr_array((np.ones(len(source), dtype=np.int8), (source, target)), shape=(n, n))
        self._part = connected_components(ties, directed=False)[1]
        self.scanned = 0

    def draw(self, start: int, end: int, stream: Stream) -> list[int]:
        if self._part[start] != self._part[end]:
            return []
        rows = self._rows
        sides = _Search(start, len(rows[FORTH][start])), _Search(end, len(rows[BACK][end]))
        met: list[int] = []
        while not met and sides[FORTH].ahead > 0 and sides[BACK].ahead > 0:
            side = FORTH if sides[FORTH].ahead <= sides[BACK].ahead else BACK
            sides[side].level += 1
            met = self._meet(sides[side], sides[1 - side].been, rows[side])
            if not met:
                _spread(sides[side], rows[side])
        if not met:
            return []
        middle = _meeting(met, sides[FORTH].ways, sides[BACK].ways, stream)
        way = [middle] if middle not in {start, end} else []
        for side in (FORTH, BACK):
            at = middle
            while sides[side].steps[at] > 1:
                at = self._before(at, sides[side], rows[1 - side], stream)
                way.append(at)
        return way

    def _meet(self, mine: _Search, others: set[int], rows: Sequence[Sequence[int]]) -> list[int]:
        met = []
        for person in mine.reached[mine.done :]:
            self.scanned += len(rows[person])
            for there in rows[person]:
                if there not in others:
                    continue
                if there not in mine.steps:
                    mine.steps[there], mine.ways[there] = mine.level, 0.0
                    met.append(there)
                mine.ways[there] += mine.ways[person]
        return met

    def _before(self, at: int, mine: _Search, rows: Sequence[Sequence[int]], stream: Stream) -> int:
        """Draw who comes before somebody: each in proportion to the ways to them."""
        self.scanned += len(rows[at])
        level, left, last = mine.steps[at] - 1, stream.part() * mine.ways[at], at
        for person in rows[at]:
            if mine.steps.get(person) != level:
                continue
            last = person
            left -= mine.ways[person]
            if left < 0:
                break
        return last


def _spread(mine: _Search, rows: Sequence[Sequence[int]]) -> None:
    """Reach everyone who is one step farther."""
    until, mine.ahead = len(mine.reached), 0
    for person in mine.reached[mine.done : until]:
        for there in rows[person]:
            if there not in mine.steps:
                mine.steps[there], mine.ways[there] = mine.level, mine.ways[person]
                mine.reached.append(there)
                mine.ahead += len(rows[there])
            elif mine.steps[there] == mine.level:
                mine.ways[there] += mine.ways[person]
    mine.been.update(mine.reached[until:])
    mine.done = until


def _meeting(
    met: list[int], forth: dict[int, float], back: dict[int, float], stream: Stream
) -> int:
    """Draw who stands in the middle: through each lead as many ways as from both ends."""
    every = 0.0
    for person in met:
        every += forth[person] * back[person]
    left = stream.part() * every
    for person in met:
        left -= forth[person] * back[person]
        if left < 0:
            return person
    return met[-1]


def _lists(n: int, source: NDArray[np.int32], target: NDArray[np.int32]) -> list[list[int]]:
    order = np.lexsort((target, source))
    edges = np.searchsorted(source[order], np.arange(1, n))
    return [part.tolist() for part in np.split(target[order], edges)]
