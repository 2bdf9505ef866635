"""Which introductions are wished for more than others, where as few of either would do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from weft.weaving.ground import Ground

HUB, SECOND_TIME = 100.0, 100.0
"""What a pair costs for each hub in it, and for each introduction either has in the plan already:
more than all that follows, as the network should come to hang on nobody new."""

STEP, MOST_STEPS, NOBODY_BETWEEN = 2.0, 8, 3.0
"""What each step costs that two people are farther apart than two, up to so many, and that nobody
could introduce them who is no hub."""

UNLIKE, NO_FIT = 3.0, 2.0
"""What it costs at most that two people share none of the attributes asked for, and that neither
offers what the other seeks."""

MIXED = 0x9E3779B97F4A7C15
"""The odd number by which splitmix64 mixes."""

Costs = NDArray[np.float64]


class Wishes:
    """What each introduction would cost, in wishes not met; infinite where it may not be.

    Parameters
    ----------
    ground : Ground
    alike : sequence of str
        Attributes of people; pairs that share more of them come first.
    blocked : iterable of (int, int)
        Pairs that must not be introduced.
    candidates : iterable of (int, int), optional
        The only pairs that may be introduced.
    """

    def __init__(
        self,
        ground: Ground,
        *,
        alike: Sequence[str] = (),
        blocked: Iterable[tuple[int, int]] = (),
        candidates: Iterable[tuple[int, int]] | None = None,
    ) -> None:
        self._ground = ground
        self._alike = [_codes(ground.people.attribute(name)) for name in alike]
        self._fit = ground.tags.fit() if ground.tags.known else None
        self._never = _both_ways(blocked)
        self._only = None if candidates is None else _both_ways(candidates)
        first, second = ground.tied.either
        source, target = np.concatenate([first, second]), np.concatenate([second, first])
        ones = np.ones(len(source), dtype=np.float32)
        self._tied = csr_array((ones, (source, target)), shape=(ground.n, ground.n))
        order = sorted(range(ground.n), key=ground.people.ids.__getitem__)
        self._rank = np.empty(ground.n, dtype=np.uint64)
        self._rank[order] = np.arange(ground.n, dtype=np.uint64)
        self._known: dict[int, Costs] = {}

    @property
    def bound(self) -> bool:
        """Whether some pairs may not be introduced."""
        return self._only is not None or bool(self._never)

    def table(self, people: Sequence[int]) -> Costs:
        """Return what introducing each of these to anybody would cost, a row for each."""
        new = [person for person in people if person not in self._known]
        if new:
            self._known.update(zip(new, self._worked_out(np.array(new)), strict=True))
        if not len(people):
            return np.empty((0, self._ground.n))
        return np.stack([self._known[person] for person in people])

    def of(self, a: int, b: int) -> float:
        """Return what introducing two people would cost."""
        return float(self.table([a])[0, b])

    def _worked_out(self, rows: NDArray[np.intp]) -> Costs:
        ground, hubs = self._ground, self._ground.hubs
        near = self._tied[rows]
        others = csr_array(near * (~hubs).astype(np.float32))
        introduced = (others @ self._tied).toarray() > 0
        steps = np.array(ground.tied.igraph_either.distances(source=rows.tolist()))
        cost: Costs = STEP * (np.minimum(steps, MOST_STEPS) - 2)
        cost += NOBODY_BETWEEN * ~introduced
        cost += HUB * (hubs[rows].astype(float)[:, None] + hubs)
        for code in self._alike:
            same = (code[rows][:, None] == code) & (code >= 0)
            cost += UNLIKE / len(self._alike) * ~same
        if self._fit is not None:
            cost += NO_FIT * (1 - self._fit[rows])
        cost += self._by_chance(rows)
        cost[near.toarray() > 0] = np.inf
        cost[np.arange(len(rows)), rows] = np.inf
        for at, person in enumerate(rows.tolist()):
            cost[at, list(self._never.get(person, ()))] = np.inf
            if self._only is not None:
                allowed = np.isin(np.arange(ground.n), list(self._only.get(person, ())))
                cost[at, ~allowed] = np.inf
        return cost

    def _by_chance(self, rows: NDArray[np.intp]) -> Costs:
        """Return a number from 0 to 1/2 for each pair: the same whatever the order of the data."""
        low = np.minimum(self._rank[rows][:, None], self._rank)
        high = np.maximum(self._rank[rows][:, None], self._rank)
        pair = low * np.uint64(self._ground.n) + high
        start = np.uint64((self._ground.seed + 1) * MIXED % 2**64)
        mixed = (pair + start) * np.uint64(MIXED)
        mixed = (mixed ^ (mixed >> np.uint64(32))) * np.uint64(MIXED)
        chance: Costs = (mixed >> np.uint64(11)).astype(np.float64) / 2.0**54
        return chance


def _codes(cells: Sequence[str | None]) -> NDArray[np.int64]:
    """Return a number for what stands in each cell; -1 for a blank, which is like no other."""
    known = {cell: code for code, cell in enumerate(sorted({cell for cell in cells if cell}))}
    return np.array([known[cell] if cell else -1 for cell in cells], dtype=np.int64)


def _both_ways(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for a, b in pairs:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return found
