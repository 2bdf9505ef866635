"""People in circles: what that costs, what it lacks, and which swap mends most."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.weaving.circles.wanted import Wanted

PAIR, HOST, NEWCOMER = 0, 1, 2
"""What each circle is to hold: two who are tied, somebody who may call it, a newcomer."""


def rank(circles: int) -> NDArray[np.float64]:
    """Return how much each lack weighs: one pair more than all callers, these than newcomers."""
    return np.array([(circles + 1.0) ** 2, circles + 1.0, 1.0])


class Arrangement:
    """People in circles, with tables kept up to date that make a swap cheap to judge.

    Parameters
    ----------
    wanted : Wanted
    place : array of int, shape (m,)
        The circle of each person.
    """

    def __init__(self, wanted: Wanted, cost: NDArray[np.float64], place: NDArray[np.intp]) -> None:
        circles = len(wanted.sizes)
        self.place = place.copy()
        self._cost, self._tied = cost, wanted.tied.astype(np.int64)
        inside = np.zeros((wanted.m, circles))
        inside[np.arange(wanted.m), place] = 1.0
        self._costs_in = cost @ inside
        self._ties_in = wanted.tied.astype(np.float32) @ inside.astype(np.float32)
        self._ties_in = self._ties_in.astype(np.int64)
        self._is = np.stack([wanted.can_host, wanted.new]).astype(np.int64)
        self._holds = np.empty((3, circles), dtype=np.int64)
        own = self._ties_in[np.arange(wanted.m), place]
        self._holds[PAIR] = np.bincount(place, weights=own, minlength=circles) // 2
        for row, kind in enumerate((HOST, NEWCOMER)):
            self._holds[kind] = np.bincount(place, weights=self._is[row], minlength=circles)
        self._rank = rank(circles)
        self._lack = float(np.triu(cost).sum()) + 1.0
        """One lack costs more than all pairs together."""

    @property
    def lacks(self) -> NDArray[np.int64]:
        """How many circles lack a tied pair, a caller, a newcomer."""
        lacks: NDArray[np.int64] = (self._holds == 0).sum(axis=1)
        return lacks

    @property
    def value(self) -> tuple[float, float]:
        """What it lacks, and what it costs; less is better."""
        own = self._costs_in[np.arange(len(self.place)), self.place]
        return float(self._rank @ self.lacks), round(float(own.sum()) / 2, 6)

    def improve(self, person: int) -> bool:
        """Swap a person with whomever that mends most; return whether anything was gained."""
        place, here = self.place, int(self.place[person])
        costs, ties = self._costs_in, self._ties_in
        own = np.arange(len(place))
        change = (
            costs[person, place]
            - costs[person, here]
            + costs[:, here]
            - costs[own, place]
            - 2 * self._cost[person]
        )
        pairs_here = self._holds[PAIR, here] - ties[person, here] + ties[:, here]
        pairs_there = self._holds[PAIR, place] - ties[own, place] + ties[person, place]
        after = [(pairs_here - self._tied[person], pairs_there - self._tied[person])]
        for row, kind in enumerate((HOST, NEWCOMER)):
            gain = self._is[row] - self._is[row, person]
            after.append((self._holds[kind, here] + gain, self._holds[kind, place] - gain))
        for kind, (then_here, then_there) in enumerate(after):
            lacked = (self._holds[kind, here] == 0) + (self._holds[kind, place] == 0).astype(int)
            lacking = (then_here == 0).astype(int) + (then_there == 0)
            change = change + self._lack * self._rank[kind] * (lacking - lacked)
        change[place == here] = np.inf
        other = int(change.argmin())
        if change[other] > -1e-9:
            return False
        self._swap(person, other)
        return True

    def _swap(self, one: int, other: int) -> None:
        here, there = int(self.place[one]), int(self.place[other])
        for person, out, into in ((one, here, there), (other, there, here)):
            self._holds[PAIR, out] -= self._ties_in[person, out]
            for row, kind in enumerate((HOST, NEWCOMER)):
                self._holds[kind, out] -= self._is[row, person]
                self._holds[kind, into] += self._is[row, person]
            self._costs_in[:, out] -= self._cost[:, person]
            self._costs_in[:, into] += self._cost[:, person]
            self._ties_in[:, out] -= self._tied[:, person]
            self._ties_in[:, into] += self._tied[:, person]
            self._holds[PAIR, into] += self._ties_in[person, into]
            self.place[person] = into
