"""Groups that nobody's leaving splits, and the people who alone hold them together."""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from weft.network.igraph_door import igraph_from_arrays
from weft.weaving.two_ways.forest import Forest
from weft.weaving.two_ways.hung import Hung


class PiecesByPerson(Hung):
    r"""The groups that nobody's leaving splits (blocks), hung together by cut people.

    A person alone is a group, and so are two people whose tie is their only way. The groups and
    the cut people, each tied to the groups it belongs to, form a forest. With p groups that hang
    by one cut person, q groups that hang by nothing, k parts that hang together, and c groups at
    the cut person who has most,

    .. math:: \max(c + k - 2, \lceil p / 2 \rceil + q)

    introductions are enough and no fewer are (Eswaran and Tarjan 1976; for three people or more):
    whoever hangs needs an end of an introduction, and without the cut person all that is left has
    to be tied together.

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

    Hsu, T. and Ramachandran, V. (1993). Finding a smallest augmentation to biconnect a graph. SIAM
    Journal on Computing, 22(5), 889-912. https://doi.org/10.1137/0222056
    """

    def __init__(self, n: int, first: NDArray[np.int32], second: NDArray[np.int32]) -> None:
        graph = igraph_from_arrays(n, first, second, directed=False)
        found, cut = graph.biconnected_components(return_articulation_points=True)
        alone = [[person] for person, ties in enumerate(graph.degree()) if not ties]
        members = [*map(list, found), *alone]
        self._n = n
        self.place = np.zeros(n, dtype=np.int64)
        self._cuts: dict[int, set[int]] = {}
        self._groups: dict[int, set[int]] = {person: set() for person in cut}
        self._size: dict[int, int] = {}
        for block, people in enumerate(members):
            self.place[people] = block
            self._size[block] = len(people)
            self._cuts[block] = {person for person in people if person in self._groups}
            for person in self._cuts[block]:
                self._groups[person].add(block)
        for person in cut:
            self.place[person] = _cut_place(person)
        self._next = len(members)
        self._many = Counter(len(groups) for groups in self._groups.values())
        self._hung = Counter(min(len(cuts), 2) for cuts in self._cuts.values())
        self._forest: Forest | None = None

    @property
    def forest(self) -> Forest:
        """How groups and cut people hang together; made anew after a tie is added."""
        if self._forest is None:
            tied = {block: [_cut_place(c) for c in cuts] for block, cuts in self._cuts.items()}
            tied |= {_cut_place(c): list(groups) for c, groups in self._groups.items()}
            self._forest = Forest(tied, self.place)
        return self._forest

    @property
    def least(self) -> int:
        """The fewest introductions that are still needed."""
        return self._least(self._hung[1], self._hung[0], self.forest.parts, self._most)

    @property
    def even(self) -> bool:
        """Whether only an introduction between two ends brings the least number down."""
        hung, loose = self._hung[1], self._hung[0]
        return hung % 2 == 0 and self.least == hung // 2 + loose

    def ends(self) -> list[int]:
        """Return the groups that hang by one cut person or by nothing, the largest last."""
        ends = [block for block, cuts in self._cuts.items() if len(cuts) < 2]
        return sorted(ends, key=self._size.__getitem__)

    def least_with(self, a: int, b: int) -> int:
        """Return what ``least`` would be if two people were tied."""
        if self.forest.apart(a, b):
            return self._least_joined(a, b)
        blocks, inner = self._between(a, b)
        if len(blocks) < 2:
            return self.least
        hung = sum(len(self._cuts[block]) == 1 for block in blocks)
        freed = sum(len(self._groups[person]) == 2 for person in inner)
        cuts = sum(len(self._cuts[block]) for block in blocks) - len(inner) - freed
        return self._least(
            self._hung[1] - hung + (cuts == 1),
            self._hung[0] + (cuts == 0),
            self.forest.parts,
            self._most_after(inner),
        )

    def joined_with(self, a: int, b: int) -> int:
        """Return how many groups would become one; two where the people were apart."""
        if self.forest.apart(a, b):
            return 2
        blocks, _ = self._between(a, b)
        return len(blocks) if len(blocks) > 1 else 0

    def unsplit_with(self, a: int, b: int) -> int:
        """Return how many would be in the largest group if two people were tied."""
        if self.forest.apart(a, b):
            return self.unsplit
        blocks, inner = self._between(a, b)
        size = sum(self._size[block] for block in blocks) - len(inner)
        return max(self.unsplit, size) if size > 2 else self.unsplit

    def cut_people_between(self, a: int, b: int) -> list[int]:
        """Return the people whom every way between two others leads through."""
        if self.forest.apart(a, b):
            return []
        way = self.forest.way(int(self.place[a]), int(self.place[b]))
        return [_cut_person(x) for x in way if x < 0 and _cut_person(x) not in {a, b}]

    def tie(self, a: int, b: int) -> None:
        """Add a tie between two people who have none."""
        if self.forest.apart(a, b):
            self._join(a, b)
        else:
            blocks, inner = self._between(a, b)
            if len(blocks) > 1:
                self._merge(blocks, inner)
        self._many = Counter(len(groups) for groups in self._groups.values())
        self._hung = Counter(min(len(cuts), 2) for cuts in self._cuts.values())
        self._forest = None

    def hanging(self) -> NDArray[np.bool_]:
        """Return who would lose touch with half of the others or more if one person left."""
        hangs = np.zeros(self._n, dtype=bool)
        for person, groups in self._groups.items():
            for side, together in self.forest.sides(_cut_place(person), groups):
                if 2 * len(side) <= together:
                    hangs[side] = True
        return hangs

    @property
    def _most(self) -> int:
        return max(self._many, default=0)

    def _most_after(self, inner: list[int]) -> int:
        """Return the most groups of a cut person once those between are in one group fewer."""
        most = self._most
        hit = sum(len(self._groups[person]) == most for person in inner)
        if self._many[most] > hit:
            return most
        return most - 1 if most > 2 else 0

    def _least(self, hung: int, loose: int, parts: int, most: int) -> int:
        if parts == 1 and most == 0:
            return 0
        return max(most + parts - 2 if most else 0, -(-hung // 2) + loose)

    def _least_joined(self, a: int, b: int) -> int:
        hung, loose, most = self._hung[1], self._hung[0], self._most
        cuts = 0
        for person in (a, b):
            block = int(self.place[person])
            if block < 0:
                most = max(most, len(self._groups[person]) + 1)
            elif self._size[block] == 1:
                loose -= 1
                continue
            else:
                most = max(most, 2)
                here = len(self._cuts[block])
                hung += (here == 0) - (here == 1)
                loose -= here == 0
            cuts += 1
        return self._least(hung + (cuts == 1), loose + (cuts == 0), self.forest.parts - 1, most)

    def _between(self, a: int, b: int) -> tuple[list[int], list[int]]:
        """Return the groups on the way and the cut people between two of them."""
        way = self.forest.way(int(self.place[a]), int(self.place[b]))
        return [x for x in way if x >= 0], [_cut_person(x) for x in way[1:-1] if x < 0]

    def _join(self, a: int, b: int) -> None:
        """Tie two people who were apart: the two are a group of their own."""
        new = self._new(2, set())
        for person in (a, b):
            block = int(self.place[person])
            if block >= 0 and self._size[block] == 1:
                del self._cuts[block], self._size[block]
                self.place[person] = new
                continue
            if block >= 0:
                self._groups[person] = {block}
                self._cuts[block].add(person)
                self.place[person] = _cut_place(person)
            self._groups[person].add(new)
            self._cuts[new].add(person)

    def _merge(self, blocks: list[int], inner: list[int]) -> None:
        """Make one group of those on the way; who between them holds nothing else is freed."""
        size = sum(self._size[block] for block in blocks) - len(inner)
        new = self._new(size, set().union(*(self._cuts[block] for block in blocks)))
        self.place[np.isin(self.place, blocks)] = new
        for person in list(self._cuts[new]):
            groups = self._groups[person].difference(blocks) | {new}
            if len(groups) > 1:
                self._groups[person] = groups
                continue
            del self._groups[person]
            self._cuts[new].remove(person)
            self.place[person] = new
        for block in blocks:
            del self._cuts[block], self._size[block]

    def _new(self, size: int, cuts: set[int]) -> int:
        new, self._next = self._next, self._next + 1
        self._cuts[new], self._size[new] = cuts, size
        return new


def _cut_place(person: int) -> int:
    return -1 - person


def _cut_person(place: int) -> int:
    return -1 - place
