"""Shortest ways between people, exact up to 2,000 people and by sampled starts above.

All starts walk at once: 64 of them share one machine word for each person, so that a step over all
ties costs one pass for every 64 starts (bit-parallel breadth-first search).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_array

EXACT_UP_TO = 2_000
"""Above this many people, ways are measured from sampled starts."""

STARTS = 512
"""How many people the sampled ways start from."""

WORD = 64
MOST_WORDS_AT_ONCE = 8_000_000
"""Bounds the memory of one step: words moved along all ties together."""


@dataclass(frozen=True, slots=True)
class FromStarts:
    """One value for each start, from which the mean over all people is estimated.

    Attributes
    ----------
    values : float array, shape (n_starts,)
        Each a mean over all others, between 0 and 1.
    people : int
        How many people there are to start from.
    """

    values: NDArray[np.float64]
    people: int

    @property
    def sampled(self) -> bool:
        """Whether the starts are a sample."""
        return len(self.values) < self.people

    @property
    def mean(self) -> float:
        """The mean over the starts."""
        return float(self.values.mean())

    @property
    def error(self) -> float:
        """Half the width of the 95 % interval of a sampled mean, drawn without repetition.

        Where all starts are alike, up to 3/k of the people may still differ (the rule of three).
        """
        k = len(self.values)
        if np.ptp(self.values) == 0:
            return 3 / k
        return float(1.96 * self.values.std(ddof=1) * np.sqrt((1 - k / self.people) / k))

    @property
    def said(self) -> str:
        """How sure a sampled mean is."""
        if not self.sampled:
            return ""
        return (
            f"estimated from {len(self.values)} of {self.people:,} people drawn at random; "
            f"within {self.error:.2g} with 95 % confidence"
        )


def starts(n: int, seed: int) -> tuple[NDArray[np.intp], bool]:
    """Return the people to start from: all, or a sample without repetition."""
    if n <= EXACT_UP_TO:
        return np.arange(n), False
    return np.random.default_rng(seed).choice(n, STARTS, replace=False), True


def closeness_from_starts(
    adjacency: csr_array, *, seed: int, within: int | None = None
) -> FromStarts:
    """Return, for each start, the mean of 1/distance to all others.

    Parameters
    ----------
    adjacency : compressed rows, shape (n, n)
    seed : int
        Chooses the starts where there are more than 2,000 people.
    within : int, optional
        Count each person within this many steps as 1, and everyone farther as 0, instead.
    """
    n = adjacency.shape[0]
    chosen, _ = starts(n, seed)
    total = np.zeros(len(chosen))
    at_once = WORD * max(1, MOST_WORDS_AT_ONCE // max(adjacency.nnz, n))
    for at in range(0, len(chosen), at_once):
        part = slice(at, at + at_once)
        for step, arrived in enumerate(arrivals(adjacency, chosen[part], most=within), start=1):
            total[part] += arrived / (step if within is None else 1)
    return FromStarts(total / (n - 1), n)


def arrivals(
    adjacency: csr_array, chosen: NDArray[np.intp], *, most: int | None = None
) -> Iterator[NDArray[np.int64]]:
    """Yield, step by step, how many people each start reaches that it had not reached before.

    Parameters
    ----------
    adjacency : compressed rows, shape (n, n)
    chosen : positions of the starts, each once
    most : int, optional
        Stop after this many steps.
    """
    columns = adjacency.tocsc()
    has_source = np.flatnonzero(np.diff(columns.indptr))
    first_source = columns.indptr[has_source]
    bits = np.zeros((adjacency.shape[0], -(-len(chosen) // WORD) * 8), dtype=np.uint8)
    order = np.arange(len(chosen))
    bits[chosen, order // 8] = 1 << (order % 8)
    last = bits.view(np.uint64)
    seen = last.copy()
    step = 0
    while len(has_source) and (most is None or step < most):
        step += 1
        arrived = np.zeros_like(last)
        arrived[has_source] = np.bitwise_or.reduceat(last[columns.indices], first_source, axis=0)
        arrived &= ~seen
        rows = arrived[arrived.any(axis=1)]
        if not len(rows):
            return
        each = np.unpackbits(rows.view(np.uint8), axis=1, bitorder="little", count=len(chosen))
        yield each.sum(axis=0, dtype=np.int64)
        seen |= arrived
        last = arrived
