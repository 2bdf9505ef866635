"""How many circles can hold all that each is to hold: exact, by an integer programme.

A circle needs a core: two who are tied, a newcomer and a caller, some of whom may be the same
person. Whoever is not in a core can go anywhere, so that only cores have to be found: disjoint, at
most one for each circle and none larger than its circle. Which circle has which core makes no
difference; the programme therefore counts circles by kind and has a variable for each tie and each
person, not for each person in each circle.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.weaving.circles.arrangement import rank
from weft.weaving.circles.wanted import Wanted

if TYPE_CHECKING:
    from scipy.sparse import coo_array

PAIRS = ("none", "plain", "new", "host", "both")
"""Kinds of pair: none at all; nobody, a newcomer, a caller, or both among the two."""

ADDED = ("nobody", "new", "both", "host", "new and host")
"""Who is added: a newcomer, a newcomer who may call, a caller, or a newcomer and a caller."""

MANY = {"nobody": 0, "new": 1, "both": 1, "host": 1, "new and host": 2}
KINDS = tuple(product(range(len(PAIRS)), range(len(ADDED))))
SINGLES = {"new": (1, 4), "both": (2,), "host": (3, 4)}
"""By which of what is added each kind of single person is used."""


@dataclass(frozen=True, eq=False)
class Cores:
    """The programme: a variable for each tie, for each use of a person, for each kind of circle."""

    wanted: Wanted
    first: NDArray[np.intp]
    second: NDArray[np.intp]
    single: dict[str, NDArray[np.intp]]

    @staticmethod
    def of(wanted: Wanted) -> Cores:
        """Return the programme for what is wanted."""
        first, second = np.nonzero(np.triu(wanted.tied, 1))
        new, host = wanted.new, wanted.can_host
        used = {"new": new, "both": new & host, "host": host}
        single = {name: np.flatnonzero(which) for name, which in used.items()}
        return Cores(wanted, first, second, single)

    @property
    def kind_of_pair(self) -> NDArray[np.intp]:
        """Which kind of pair each tie is."""
        new, host = (
            which[self.first] | which[self.second]
            for which in (self.wanted.new, self.wanted.can_host)
        )
        kinds: NDArray[np.intp] = 1 + new + 2 * host
        return kinds.astype(np.intp)

    @property
    def starts(self) -> dict[str, int]:
        """Where the variables of each sort begin."""
        lengths = {"ties": len(self.first), **{n: len(at) for n, at in self.single.items()}}
        ends = np.cumsum([0, *lengths.values()])
        return dict(zip((*lengths, "kinds"), (int(end) for end in ends), strict=True))

    def solved(self) -> NDArray[np.intp]:
        """Return a place for everybody in which as much is held as can be."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        starts = self.starts
        many = starts["kinds"] + len(KINDS)
        rows, low, high = self._constraints(many)
        upper = np.ones(many)
        upper[starts["kinds"] :] = [self._most(*kind) for kind in KINDS]
        gain = np.zeros(many)
        gain[starts["kinds"] :] = [self._held(*kind) for kind in KINDS]
        found = milp(
            -gain,
            integrality=np.ones(many),
            bounds=Bounds(0, upper),
            constraints=LinearConstraint(rows, low, high),
            options={"mip_rel_gap": 0.0},
        )
        return self._placed(np.rint(found.x).astype(int))

    def _held(self, pair: int, added: int) -> float:
        """Return how much a circle of a kind holds, ranked."""
        named, more = PAIRS[pair], ADDED[added]
        host = named in {"host", "both"} or more in {"both", "host", "new and host"}
        new = named in {"new", "both"} or more in {"new", "both", "new and host"}
        return float(rank(len(self.wanted.sizes)) @ [pair > 0, host, new])

    def _most(self, pair: int, added: int) -> int:
        """Return how many circles are large enough for a kind."""
        core = (2 if pair else 0) + MANY[ADDED[added]]
        return sum(size >= core for size in self.wanted.sizes)

    def _constraints(self, many: int) -> tuple[coo_array, NDArray[np.float64], NDArray[np.float64]]:
        """Return the rows of the programme and their ends."""
        from scipy.sparse import coo_array, vstack

        starts, m = self.starts, self.wanted.m
        ties = np.arange(len(self.first))
        person = np.concatenate([self.first, self.second, *self.single.values()])
        column = np.concatenate(
            [ties, ties, *(starts[n] + np.arange(len(at)) for n, at in self.single.items())]
        )
        once = coo_array((np.ones(len(person)), (person, column)), shape=(m, many))
        sums, ends = self._sums(many)
        low = np.concatenate([np.zeros(m), ends[:, 0]])
        high = np.concatenate([np.ones(m), ends[:, 1]])
        return vstack([once, coo_array(sums)]), low, high

    def _sums(self, many: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the rows that count circles by kind, and their ends."""
        starts, sizes = self.starts, self.wanted.sizes
        kinds = starts["kinds"]
        rows, ends = [], []
        for pair in range(1, len(PAIRS)):
            row = np.zeros(many)
            row[: len(self.first)] = self.kind_of_pair == pair
            row[[kinds + i for i, kind in enumerate(KINDS) if kind[0] == pair]] = -1
            rows.append(row)
            ends.append((0, 0))
        for name, uses in SINGLES.items():
            row = np.zeros(many)
            row[starts[name] : starts[name] + len(self.single[name])] = 1
            row[[kinds + i for i, kind in enumerate(KINDS) if kind[1] in uses]] = -1
            rows.append(row)
            ends.append((0, 0))
        for least in sorted({min(sizes), max(sizes)}):
            row = np.zeros(many)
            row[kinds:] = [(2 if p else 0) + MANY[ADDED[a]] > least for p, a in KINDS]
            rows.append(row)
            ends.append((0, sum(size > least for size in sizes)))
        row = np.zeros(many)
        row[kinds:] = 1
        rows.append(row)
        ends.append((len(sizes), len(sizes)))
        return np.array(rows), np.array(ends, dtype=float)

    def _placed(self, found: NDArray[np.int64]) -> NDArray[np.intp]:
        """Return a place for everybody: the largest cores in the largest circles, then the rest."""
        starts = self.starts
        pairs = {
            kind: list(np.flatnonzero((found[: len(self.first)] > 0) & (self.kind_of_pair == kind)))
            for kind in range(1, len(PAIRS))
        }
        free = {
            name: list(at[found[starts[name] : starts[name] + len(at)] > 0])
            for name, at in self.single.items()
        }
        cores: list[list[int]] = []
        for (pair, added), count in zip(KINDS, found[starts["kinds"] :], strict=True):
            for _ in range(count):
                tie = pairs[pair].pop() if pair else None
                core = [] if tie is None else [int(self.first[tie]), int(self.second[tie])]
                core += [int(free[name].pop()) for name, use in SINGLES.items() if added in use]
                cores.append(core)
        place = np.full(self.wanted.m, -1, dtype=np.intp)
        for circle, core in enumerate(sorted(cores, key=len, reverse=True)):
            place[core] = circle
        taken = np.bincount(place[place >= 0], minlength=len(self.wanted.sizes))
        room = np.repeat(np.arange(len(taken)), np.array(self.wanted.sizes) - taken)
        place[place < 0] = room
        return place


def most_pairs(tied: NDArray[np.bool_]) -> int:
    """Return how many tied pairs there can be at once of whom nobody is in two.

    Examples
    --------
    Of a star of three arms, only one pair at a time:

    >>> star = np.zeros((4, 4), dtype=bool)
    >>> star[0, 1:] = star[1:, 0] = True
    >>> most_pairs(star)
    1
    """
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    first, second = np.nonzero(np.triu(tied, 1))
    many = len(first)
    if not many:
        return 0
    column = np.arange(many)
    ends = (np.concatenate([first, second]), np.concatenate([column, column]))
    once = coo_array((np.ones(2 * many), ends), shape=(len(tied), many))
    found = milp(
        -np.ones(many),
        integrality=np.ones(many),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(once, 0, 1),
        options={"mip_rel_gap": 0.0},
    )
    pairs: int = round(-found.fun)
    return pairs
