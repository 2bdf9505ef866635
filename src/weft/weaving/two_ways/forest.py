"""A forest of places, to find the way from one to another and who is on which side."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray


class Forest:
    """Places that hang together without rings, and the people in them.

    Parameters
    ----------
    tied : mapping of int to sequence of int
        For each place those it is tied to.
    place : int64 array, shape (n_people,)
        The place of each person.
    """

    def __init__(self, tied: Mapping[int, Sequence[int]], place: NDArray[np.int64]) -> None:
        self._place = place
        self._above: dict[int, int | None] = {}
        self._depth: dict[int, int] = {}
        self._part: dict[int, int] = {}
        order: list[int] = []
        self.parts = 0
        for root in tied:
            if root not in self._above:
                order += self._walked(root, tied)
                self.parts += 1
        self._lay_out(order)

    def _walked(self, root: int, tied: Mapping[int, Sequence[int]]) -> list[int]:
        """Return the places below a root, each before those below it, branch by branch."""
        self._above[root], self._depth[root] = None, 0
        order, waiting = [], [root]
        while waiting:
            here = waiting.pop()
            self._part[here] = self.parts
            order.append(here)
            for other in tied[here]:
                if other != self._above[here]:
                    self._above[other], self._depth[other] = here, self._depth[here] + 1
                    waiting.append(other)
        return order

    def _lay_out(self, order: list[int]) -> None:
        """Put all people in a row in which those of a place and below it stand side by side."""
        rank = {where: at for at, where in enumerate(order)}
        ranks = np.array([rank[where] for where in self._place.tolist()], dtype=np.int64)
        self._row = np.argsort(ranks, kind="stable")
        many = np.bincount(ranks, minlength=len(order))
        start = np.concatenate([[0], np.cumsum(many)])
        below = many.tolist()
        for at in range(len(order) - 1, -1, -1):
            above = self._above[order[at]]
            if above is not None:
                below[rank[above]] += below[at]
        self._span = {
            where: (int(start[at]), int(start[at]) + below[at]) for where, at in rank.items()
        }
        self._roots = {
            self._part[where]: self._span[where] for where in order if self._above[where] is None
        }

    def part_of(self, person: int) -> int:
        """Return the number of the part a person is in."""
        return self._part[int(self._place[person])]

    def apart(self, a: int, b: int) -> bool:
        """Whether there is no way between two people."""
        return self.part_of(a) != self.part_of(b)

    def together(self, a: int, b: int) -> int:
        """Return how many people are in the parts of two people, counted once."""
        parts = {self.part_of(a), self.part_of(b)}
        return sum(end - start for start, end in (self._roots[part] for part in parts))

    def way(self, a: int, b: int) -> list[int]:
        """Return the places from one to another of the same part, both included."""
        left, right = [a], [b]
        while left[-1] != right[-1]:
            lower = left if self._depth[left[-1]] >= self._depth[right[-1]] else right
            above = self._above[lower[-1]]
            if above is None:
                message = "There is no way between two places of different parts."
                raise ValueError(message)
            lower.append(above)
        return left + right[-2::-1]

    def sides(self, place: int, others: Collection[int]) -> Iterator[tuple[NDArray[np.intp], int]]:
        """Yield the people on the side of each neighbour of a place, and how many its part has."""
        first, last = self._roots[self._part[place]]
        start, end = self._span[place]
        for other in others:
            if self._above[other] == place:
                yield self._row[slice(*self._span[other])], last - first
            else:
                yield np.concatenate([self._row[first:start], self._row[end:last]]), last - first

    def outside_the_largest(self) -> NDArray[np.bool_]:
        """Return who is not in the largest part; of equally large ones any but one."""
        outside = np.ones(len(self._place), dtype=bool)
        if len(outside):
            start, end = max(self._roots.values(), key=lambda span: span[1] - span[0])
            outside[self._row[start:end]] = False
        return outside
