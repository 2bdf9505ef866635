"""Which introductions among those who stay give back most of what is lost, one after another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from weft.measures.kernels.components import parts_of
from weft.scenarios.leaving.losses import Lost
from weft.weaving.two_ways.wishes import SECOND_TIME, Wishes

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Gain:
    """What an introduction gives back, counted after the ones before it.

    Attributes
    ----------
    a, b : int
        Positions.
    ways, short_ways : int
        Pairs that have a way again, and a way of two steps at most again.
    ways_left, short_ways_left : int
        Pairs that are still without.
    """

    a: int
    b: int
    ways: int
    short_ways: int
    ways_left: int
    short_ways_left: int


class Mended:
    """What is left after people have gone, as introductions among those who stay are made.

    Parameters
    ----------
    lost : Lost
    """

    def __init__(self, lost: Lost) -> None:
        stays = lost.stays.astype(np.float32)
        ties = lost.ties.multiply(stays[:, None]).multiply(stays[None, :]).tocsr()
        ties.eliminate_zeros()
        self.stays, self.before = lost.stays, lost.before
        self.ties, self.short, self.after = ties, lost.short, lost.after
        self._no_way = lost.no_way

    @property
    def ways_left(self) -> int:
        """How many pairs had a way and have none."""
        return self._no_way

    @property
    def short_ways_left(self) -> int:
        """How many pairs had a way of two steps at most and have none."""
        return int(self.short.nnz) // 2

    def ways(self, free: Mask) -> list[tuple[int, Mask, Mask]]:
        """Return between whom one introduction gives most pairs a way again.

        Parameters
        ----------
        free : bool array
            Who may be introduced.

        Returns
        -------
        list of (int, bool array, bool array)
            Of each part of today that falls into pieces: how many pairs would have a way again at
            best, and who is in the largest piece and who in the next; both are the same people
            where several pieces are equally large.
        """
        piece = np.where(self.stays & free, self.after, -1)
        size = np.bincount(self.after[self.stays], minlength=int(self.after.max(initial=0)) + 1)
        found = []
        for part in np.unique(self.before[piece >= 0]):
            pieces = np.unique(piece[(piece >= 0) & (self.before == part)])
            if len(pieces) > 1:
                large, next_large = np.sort(size[pieces])[:-3:-1]
                of = np.where(np.isin(piece, pieces), size[piece], 0)
                found.append((int(large * next_large), of == large, of == next_large))
        return found

    def short_ways(self) -> csr_array:
        """Return how many short ways each introduction would give back, as a table.

        Tied to each other, two people reach each other, each other's contacts, and no more.
        """
        across = self.short @ self.ties
        return (self.short + across + across.T).tocsr()

    def introduce(self, a: int, b: int) -> Gain:
        """Tie two people who stay and are not tied; return what that gives back."""
        n = len(self.stays)
        ways = 0
        if self.after[a] != self.after[b] and self.before[a] == self.before[b]:
            ways = int(
                (self.stays & (self.after == self.after[a])).sum()
                * (self.stays & (self.after == self.after[b])).sum()
            )
        ends = np.array([a, b]), np.array([b, a])
        self.ties = self.ties + csr_array((np.ones(2, dtype=np.float32), ends), shape=(n, n))
        lacked = self.short_ways_left
        for one, other in ((a, b), (b, a)):
            self._reached(one, np.append(self.ties[[other]].indices, other))
        self.after = parts_of(self.ties)
        self._no_way -= ways
        return Gain(a, b, ways, lacked - self.short_ways_left, self._no_way, self.short_ways_left)

    def _reached(self, person: int, others: NDArray[np.integer]) -> None:
        """Take from the pairs that lack a short way those of a person and some others."""
        short = self.short.tocoo(copy=True)
        found = (short.row == person) & np.isin(short.col, others)
        found |= (short.col == person) & np.isin(short.row, others)
        short.data[found] = 0.0
        self.short = short.tocsr()
        self.short.eliminate_zeros()


def plan_of(lost: Lost, wishes: Wishes, *, most: int, each: int, spared: Mask) -> list[Gain]:
    """Return introductions in order, each giving back most of what those before it have left.

    First come ways where there are none any more; among equal ones, and once everybody is reached,
    ways of two steps at most. Of those that are still equal the one most wished for is taken.

    Parameters
    ----------
    lost : Lost
    wishes : Wishes
    most : int
        At most so many introductions.
    each : int
        At most so many for one person.
    spared : bool array
        Who is to be introduced to nobody unless nothing can be done without them.
    """
    mended = Mended(lost)
    made: list[Gain] = []
    load = np.zeros(len(lost.stays), dtype=np.int64)
    while len(made) < most:
        free = lost.stays & (load < each)
        pair = _next(mended, wishes, free & ~spared, load) or _next(mended, wishes, free, load)
        if pair is None:
            break
        made.append(mended.introduce(*pair))
        load[list(pair)] += 1
    return made


def _next(
    mended: Mended, wishes: Wishes, free: Mask, load: NDArray[np.int64]
) -> tuple[int, int] | None:
    """Return the introduction that gives back most; None where none gives back anything."""
    short, ways = mended.short_ways(), mended.ways(free)
    best = max((worth for worth, _, _ in ways), default=0)
    across = [
        _pairs_across(mended, large, next_large, short)
        for worth, large, next_large in ways
        if worth == best
    ]
    if across:
        rows, columns, gain = (np.concatenate(column) for column in zip(*across, strict=True))
        if (found := _dearest(rows, columns, gain, wishes, load)) is not None:
            return found
    keep = free.astype(np.float32)
    table = short.multiply(keep[:, None]).multiply(keep[None, :]).tocoo()
    gain = np.rint(table.data)
    upper = (table.row < table.col) & (gain > 0)
    return _dearest(table.row[upper], table.col[upper], gain[upper], wishes, load)


def _pairs_across(
    mended: Mended, large: Mask, next_large: Mask, short: csr_array
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]:
    """Return whose tie would join two pieces, and how many short ways each gives back."""
    here, there = np.flatnonzero(next_large), np.flatnonzero(large)
    gain = np.rint(short[here][:, there].toarray())
    apart = mended.after[here][:, None] != mended.after[there]
    row, column = np.nonzero(apart & (gain == gain[apart].max()))
    return here[row], there[column], gain[row, column]


def _dearest(
    rows: NDArray[np.integer],
    columns: NDArray[np.integer],
    gain: NDArray[np.floating],
    wishes: Wishes,
    load: NDArray[np.int64],
) -> tuple[int, int] | None:
    """Return of the pairs with most gain the one most wished for that may be introduced."""
    for worth in np.unique(gain)[::-1]:
        best = gain == worth
        people = np.unique(rows[best])
        place = np.searchsorted(people, rows[best])
        cost = wishes.table(people.tolist())[place, columns[best]]
        cost = cost + SECOND_TIME * (load[rows[best]] + load[columns[best]])
        if np.isfinite(cost).any():
            at = int(cost.argmin())
            return int(rows[best][at]), int(columns[best][at])
    return None
