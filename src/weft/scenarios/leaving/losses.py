"""What those who stay lose in ways to one another, on the ties as reported and in every draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.measures.intervals import CONFIDENCE, middle
from weft.measures.kernels.components import parts_of
from weft.scenarios.leaving.contents import Count
from weft.scenarios.leaving.short_ways import Positions, lost_short_ways, ties_of

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from weft.network import Graph

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, slots=True)
class Lost:
    """What is lost in one network when some people leave.

    Attributes
    ----------
    ties : csr_array
        Today's.
    stays : bool array
    short : csr_array
        Pairs who lose their only ways of two steps at most.
    before, after : int arrays
        The part of the network each person is in, with the leaving and without; of those who leave,
        one of their own each.
    """

    ties: csr_array
    stays: Mask
    short: csr_array
    before: NDArray[np.intp]
    after: NDArray[np.intp]

    @property
    def short_ways(self) -> int:
        """How many pairs lose their only short way."""
        return int(self.short.nnz) // 2

    @property
    def losing(self) -> Mask:
        """Who loses a short way to somebody."""
        losing: Mask = np.diff(self.short.indptr) > 0
        return losing

    @property
    def no_way(self) -> int:
        """How many pairs had a way and have none any more."""
        together = np.bincount(self.before[self.stays])
        still = np.bincount(self.after[self.stays])
        return int((together * (together - 1) // 2).sum() - (still * (still - 1) // 2).sum())

    @property
    def cut_off(self) -> Mask:
        """Who hangs together with the largest group today and will not with what is left of it.

        Of several largest pieces that are left, the one of whoever comes first in the data counts.
        """
        if not self.stays.any():
            return self.stays.copy()
        largest = np.bincount(self.before[self.stays]).argmax()
        inside = self.stays & (self.before == largest)
        still = np.bincount(self.after[inside]).argmax()
        cut_off: Mask = inside & (self.after != still)
        return cut_off

    @property
    def alone(self) -> Mask:
        """Who had a tie and has none any more."""
        had = np.diff(self.ties.indptr) > 0
        to_stayers = np.asarray(self.ties @ self.stays.astype(np.float32)) > 0
        alone: Mask = self.stays & had & ~to_stayers
        return alone


def lost_without(graph: Graph, leaving: Positions) -> Lost:
    """Return what those who stay lose; ties in either direction hold people together."""
    ties = ties_of(graph)
    stays = np.ones(graph.n, dtype=bool)
    stays[leaving] = False
    without = ties.copy()
    kept = stays[np.repeat(np.arange(graph.n), np.diff(ties.indptr))] & stays[ties.indices]
    without.data = kept.astype(np.float32)
    without.eliminate_zeros()
    return Lost(
        ties=ties,
        stays=stays,
        short=lost_short_ways(ties, leaving),
        before=parts_of(ties),
        after=parts_of(without),
    )


def counts(reported: Lost, draws: Sequence[Lost]) -> tuple[Count, ...]:
    """Return each loss as a number, with the range that complete answers would give it."""
    found = []
    for name, question, many in COUNTED:
        value = many(reported)
        if draws:
            low, high = middle([float(many(one)) for one in draws])
            between: tuple[int, int] | None = (
                min(round(low), value),
                max(round(high), value),
            )
        else:
            between = None
        found.append(
            Count(
                id=name,
                question=question,
                value=value,
                low=between[0] if between else None,
                high=between[1] if between else None,
                confidence=CONFIDENCE if between else None,
            )
        )
    return tuple(found)


COUNTED = (
    (
        "short_ways",
        "How many pairs lose their only way of two steps at most?",
        lambda lost: lost.short_ways,
    ),
    ("losing", "How many people lose such a way?", lambda lost: int(lost.losing.sum())),
    ("no_way", "How many pairs have no way to each other any more?", lambda lost: lost.no_way),
    (
        "cut_off",
        "How many people lose touch with the largest group?",
        lambda lost: int(lost.cut_off.sum()),
    ),
    ("alone", "How many people are left with no tie?", lambda lost: int(lost.alone.sum())),
)
"""What is counted, in words, and how."""
