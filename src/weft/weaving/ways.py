"""Shortest ways from one person to everybody, through ties that people see anyway."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.network import Graph

NO_WAY = -1


@dataclass(frozen=True, eq=False, slots=True)
class Ways:
    """How far everybody is from one person, and by whom a way leads.

    Attributes
    ----------
    start : int
    steps : array of int, shape (n,)
        -1 where there is no way.
    before : array of int, shape (n,)
        Who stands before each person on the way; -1 for the start and where there is no way.
    """

    start: int
    steps: NDArray[np.int64]
    before: NDArray[np.int64]

    def between(self, person: int) -> tuple[int, ...]:
        """Return who stands on the way to a person, from the start on, both ends left out."""
        found: list[int] = []
        at = int(self.before[person])
        while at not in {self.start, NO_WAY}:
            found.append(at)
            at = int(self.before[at])
        return tuple(reversed(found))


def ways_from(graph: Graph, start: int, prefer: NDArray[np.float64]) -> Ways:
    """Return the shortest ways from one person, by the highest sum of what is preferred.

    Of several shortest ways to somebody, the one is taken on which those in between are preferred
    most, summed up.

    Parameters
    ----------
    graph : Graph
        Ties without direction.
    start : int
    prefer : array of float, shape (n,)
        How gladly each person is asked to pass something on.

    Notes
    -----
    Cost: the ties, once for each step of distance.
    """
    source, target, _ = graph.arcs
    steps = np.full(graph.n, NO_WAY, dtype=np.int64)
    before = np.full(graph.n, NO_WAY, dtype=np.int64)
    gladly = np.full(graph.n, -np.inf)
    steps[start], gladly[start] = 0, 0.0
    step = 0
    while True:
        out = (steps[source] == step) & (steps[target] == NO_WAY)
        if not out.any():
            return Ways(start, steps, before)
        one, other = source[out], target[out]
        glad = gladly[one] + (prefer[one] if step else 0.0)
        order = np.lexsort((glad, other))
        last = np.flatnonzero(np.diff(other[order], append=-1))
        best = order[last]
        before[other[best]] = one[best]
        gladly[other[best]] = glad[best]
        steps[other[best]] = step + 1
        step += 1
