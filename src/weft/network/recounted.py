"""What :class:`weft.network.LiveGraph` stands on without the compiled core.

The same answers as ``weft._core.LiveRows``, counted anew from all ties whenever one is asked for:
simple, and as slow as that. Ties are kept in a set.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from weft.network.igraph_door import igraph_from_arrays

if TYPE_CHECKING:
    from igraph import Graph as IGraph
    from scipy.sparse import csr_array

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Ends = NDArray[np.int32]


class RecountedRows:
    """Ties that can be added and withdrawn, and every figure counted anew."""

    def __init__(self, n: int, source: Ends, target: Ends, *, directed: bool) -> None:
        self.n, self.directed = n, directed
        self._ties = set(zip(source.tolist(), target.tolist(), strict=True))

    @property
    def ties(self) -> int:
        """How many; one without direction counts once."""
        return len(self._ties)

    def change(
        self, add_source: Ends, add_target: Ends, drop_source: Ends, drop_target: Ends
    ) -> None:
        """Add ties and withdraw ties: all of them, or none and ValueError."""
        added = set(self._checked(add_source, add_target, "added"))
        withdrawn = set(self._checked(drop_source, drop_target, "withdrawn"))
        self._ties = (self._ties | added) - withdrawn

    def _checked(self, source: Ends, target: Ends, what: str) -> Iterator[tuple[int, int]]:
        if len(source) != len(target):
            raise ValueError(
                f"Of the ties to be {what}, source has {len(source)} entries and target "
                f"{len(target)}; expected as many."
            )
        before: set[tuple[int, int]] = set()
        for at, (s, t) in enumerate(zip(source.tolist(), target.tolist(), strict=True)):
            tie = (s, t) if self.directed else (min(s, t), max(s, t))
            name = f"Tie {at} to be {what} (from {s} to {t})"
            if s == t or not (0 <= s < self.n and 0 <= t < self.n):
                raise ValueError(f"{name} is none; expected two different people below {self.n}.")
            if what == "added" and tie in self._ties:
                raise ValueError(f"{name} is there already; expected one that is not.")
            if what == "withdrawn" and tie not in self._ties:
                raise ValueError(f"{name} is not there; expected one that is.")
            if tie in before:
                raise ValueError(f"{name} stands twice; expected once.")
            before.add(tie)
            yield tie

    def add_people(self, many: int) -> None:
        """People without ties, after all others."""
        if many < 0:
            raise ValueError(f"Cannot add {many} people to {self.n}.")
        self.n += many

    def ends(self) -> tuple[Ends, Ends]:
        """Source and target of each tie, in order; without direction source < target."""
        ties = np.array(sorted(self._ties), dtype=np.int32).reshape(-1, 2)
        return ties[:, 0].copy(), ties[:, 1].copy()

    @property
    def mutual(self) -> int:
        """How many pairs are tied both ways."""
        if not self.directed:
            return len(self._ties)
        return sum((t, s) in self._ties for s, t in self._ties) // 2

    @property
    def asymmetric(self) -> int:
        """How many pairs are tied one way only."""
        return len(self._ties) - 2 * self.mutual if self.directed else 0

    @property
    def out_degree(self) -> Ints:
        """How many each person names."""
        return np.asarray(self._matrix().sum(axis=1), dtype=np.int64)

    @property
    def in_degree(self) -> Ints:
        """How many name each person."""
        return np.asarray(self._matrix().sum(axis=0), dtype=np.int64)

    @property
    def contacts(self) -> Ints:
        """How many others each is tied to in either direction."""
        return np.asarray((self._between() > 0).sum(axis=1), dtype=np.int64)

    def census(self, _tell: object = None) -> Ints:
        """Triads by kind, in igraph's order; the first, without a tie, is 0."""
        counts = np.array(self._igraph().triad_census(), dtype=np.float64)
        census = np.where(np.isnan(counts), 0.0, counts).astype(np.int64)
        census[0] = 0
        return census

    def triangles(self, *, directed: bool = False, _tell: object = None) -> Ints:
        """Pairs of each person's contacts who are tied; directed: times the ways to close each."""
        between = self._between() if directed else (self._between() > 0).astype(np.int64)
        around = (between @ between).multiply(between).sum(axis=1)
        return np.asarray(around, dtype=np.int64) // 2

    def holes(self, _tell: object = None) -> tuple[Floats, Floats]:
        """Constraint and effective size of each person; nan without ties."""
        between, contacts = self._between().astype(np.float64), self.contacts
        tied = (between > 0).astype(np.float64)
        whole = np.maximum(between.sum(axis=1), 1.0)
        greatest = np.maximum(between.max(axis=1).toarray().ravel(), 1.0) if self.n else whole
        shares = between.multiply(1.0 / whole[:, None]).tocsr()
        over = (shares @ shares).multiply(tied)
        constraint = ((shares + over) ** 2 if self.n else shares).sum(axis=1)
        doubled = (shares @ between.multiply(1.0 / greatest[:, None]).T).multiply(tied).sum(axis=1)
        alone = contacts == 0
        return (
            np.where(alone, np.nan, np.asarray(constraint)),
            np.where(alone, np.nan, contacts - np.asarray(doubled)),
        )

    def brokers(self, group: Ends, _tell: object = None) -> Ints:
        """Open ways over each person by role, counted one by one."""
        if len(group) != self.n:
            raise ValueError(f"group has {len(group)} entries; expected {self.n}.")
        named: list[list[int]] = [[] for _ in range(self.n)]
        for s, t in self._arcs():
            named[s].append(t)
        arcs = set(self._arcs())
        ways = np.zeros((self.n, 5), dtype=np.int64)
        for a, v in arcs:
            for b in named[v]:
                if a != b and (a, b) not in arcs:
                    ways[v, _role(group[a], group[v], group[b])] += 1
        return ways

    def rank(
        self, *, damping: float = 0.85, tolerance: float = 1e-8, _tell: object = None
    ) -> tuple[Floats, int]:
        """PageRank by igraph, which counts no sweeps."""
        if not 0.0 <= damping < 1.0:
            raise ValueError(f"damping is {damping}; expected at least 0 and below 1.")
        if not tolerance > 0.0:
            raise ValueError(f"tolerance is {tolerance}; expected above 0.")
        ranks = self._igraph().pagerank(damping=damping) if self.n else []
        return np.array(ranks, dtype=np.float64), 0

    @property
    def part(self) -> Ends:
        """The part that each person hangs together with, numbered as they first come."""
        found = self._igraph().connected_components(mode="weak").membership
        return np.array(found, dtype=np.int32)

    @property
    def parts(self) -> int:
        """How many parts."""
        return len(np.bincount(self.part))

    @property
    def largest_part(self) -> int:
        """How many people hang together in the largest part."""
        return int(np.bincount(self.part).max(initial=0))

    @property
    def alone(self) -> int:
        """How many people have no tie."""
        return int((self.contacts == 0).sum())

    def _arcs(self) -> list[tuple[int, int]]:
        both = [] if self.directed else [(t, s) for s, t in self._ties]
        return [*self._ties, *both]

    def _matrix(self) -> csr_array:
        from scipy.sparse import csr_array

        arcs = np.array(self._arcs(), dtype=np.int64).reshape(-1, 2)
        ones = np.ones(len(arcs), dtype=np.int64)
        return csr_array((ones, (arcs[:, 0], arcs[:, 1])), shape=(self.n, self.n))

    def _between(self) -> csr_array:
        matrix: Any = self._matrix()
        return (matrix + matrix.T).tocsr()

    def _igraph(self) -> IGraph:
        arcs = np.array(self._arcs(), dtype=np.int32).reshape(-1, 2)
        return igraph_from_arrays(self.n, arcs[:, 0], arcs[:, 1], directed=True)


def _role(a: np.int32, v: np.int32, b: np.int32) -> int:
    """Coordinator, consultant, gatekeeper, representative, liaison."""
    if a == v == b:
        return 0
    if a == b:
        return 1
    return 2 if b == v else 3 if a == v else 4
