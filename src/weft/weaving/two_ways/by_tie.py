"""Groups that no lost tie splits, and the ties that alone hold them together."""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from weft.network.igraph_door import igraph_from_arrays
from weft.weaving.two_ways.forest import Forest
from weft.weaving.two_ways.hung import Hung


class PiecesByTie(Hung):
    r"""The groups that no single lost tie splits, hung together by bridges.

    With p groups that hang by one tie and q groups that hang by nothing (where there is more than
    one group), :math:`\lceil p / 2 \rceil + q` introductions are enough and no fewer are (Eswaran
    and Tarjan 1976; for three people or more).

    Parameters
    ----------
    n : int
        At least 3.
    first, second : int arrays
        The pairs tied, each once.

    References
    ----------
    Eswaran, K. P. and Tarjan, R. E. (1976). Augmentation problems. SIAM Journal on Computing, 5(4),
    653-665. https://doi.org/10.1137/0205044
    """

    def __init__(self, n: int, first: NDArray[np.int32], second: NDArray[np.int32]) -> None:
        graph = igraph_from_arrays(n, first, second, directed=False)
        bridges = graph.bridges()
        ends = [graph.es[bridge].tuple for bridge in bridges]
        graph.delete_edges(bridges)
        self._n = n
        self._forest: Forest | None = None
        self.place = np.array(graph.connected_components().membership, dtype=np.int64)
        self._size = dict(enumerate(np.bincount(self.place).tolist()))
        self._next_to: dict[int, set[int]] = {group: set() for group in self._size}
        for a, b in ends:
            self._bridge(int(self.place[a]), int(self.place[b]))
        self._next = len(self._size)
        self._settle()

    @property
    def forest(self) -> Forest:
        """How groups hang together by bridges; made anew after a tie is added."""
        if self._forest is None:
            tied = {group: list(others) for group, others in self._next_to.items()}
            self._forest = Forest(tied, self.place)
        return self._forest

    @property
    def least(self) -> int:
        """The fewest introductions that are still needed."""
        return self._least(self._hung[1], self._hung[0], self.pieces)

    @property
    def even(self) -> bool:
        """Whether only an introduction between two ends brings the least number down."""
        return self._hung[1] % 2 == 0

    def ends(self) -> list[int]:
        """Return the groups that hang by one tie or by nothing, the largest last."""
        ends = [group for group, others in self._next_to.items() if len(others) < 2]
        return sorted(ends, key=self._size.__getitem__)

    def least_with(self, a: int, b: int) -> int:
        """Return what ``least`` would be if two people were tied."""
        hung, loose = self._hung[1], self._hung[0]
        if self.forest.apart(a, b):
            for person in (a, b):
                others = len(self._next_to[int(self.place[person])])
                hung += (others == 0) - (others == 1)
                loose -= others == 0
            return self._least(hung, loose, self.pieces)
        way = self._way(a, b)
        if len(way) < 2:
            return self.least
        left = sum(len(self._next_to[group]) for group in way) - 2 * (len(way) - 1)
        hung += (left == 1) - sum(len(self._next_to[group]) == 1 for group in way)
        return self._least(hung, loose + (left == 0), self.pieces - len(way) + 1)

    def joined_with(self, a: int, b: int) -> int:
        """Return how many groups would become one; two where the people were apart."""
        if self.forest.apart(a, b):
            return 2
        many = len(self._way(a, b))
        return many if many > 1 else 0

    def unsplit_with(self, a: int, b: int) -> int:
        """Return how many would be in the largest group if two people were tied."""
        if self.forest.apart(a, b):
            return self.unsplit
        size = sum(self._size[group] for group in self._way(a, b))
        return max(self.unsplit, size) if size > 2 else self.unsplit

    def tie(self, a: int, b: int) -> None:
        """Add a tie between two people who have none."""
        if self.forest.apart(a, b):
            self._bridge(int(self.place[a]), int(self.place[b]))
        elif len(way := self._way(a, b)) > 1:
            self._merge(way)
        self._settle()

    def hanging(self) -> NDArray[np.bool_]:
        """Return who would lose touch with half of the others or more if one tie were lost."""
        hangs = np.zeros(self._n, dtype=bool)
        for group, others in self._next_to.items():
            for side, together in self.forest.sides(group, others):
                if 2 * len(side) <= together + 1:
                    hangs[side] = True
        return hangs

    def _least(self, hung: int, loose: int, pieces: int) -> int:
        return 0 if pieces == 1 else -(-hung // 2) + loose

    def _way(self, a: int, b: int) -> list[int]:
        return self.forest.way(int(self.place[a]), int(self.place[b]))

    def _bridge(self, one: int, other: int) -> None:
        self._next_to[one].add(other)
        self._next_to[other].add(one)

    def _merge(self, way: list[int]) -> None:
        """Make one group of those on the way."""
        new, self._next = self._next, self._next + 1
        others = set().union(*(self._next_to[group] for group in way)).difference(way)
        self._size[new] = sum(self._size.pop(group) for group in way)
        for group in way:
            del self._next_to[group]
        self._next_to[new] = set()
        for other in others:
            self._next_to[other].difference_update(way)
            self._bridge(new, other)
        self.place[np.isin(self.place, way)] = new

    def _settle(self) -> None:
        self._hung = Counter(min(len(others), 2) for others in self._next_to.values())
        self._forest = None
