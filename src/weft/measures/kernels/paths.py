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

from weft.engine import threads, told
from weft.network import Graph

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from weft._core import Rows

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


def closeness_from_starts(graph: Graph, *, seed: int, within: int | None = None) -> FromStarts:
    """Return, for each start, the mean of 1/distance to all others.

    Parameters
    ----------
    graph : Graph
        Ways follow the direction of the ties.
    seed : int
        Chooses the starts where there are more than 2,000 people.
    within : int, optional
        Count each person within this many steps as 1, and everyone farther as 0, instead.
    """
    chosen, _ = starts(graph.n, seed)
    if (rows := graph.rows_for("ways")) is not None:
        total = _by_core(rows, chosen, within)
    else:
        total = _by_arrivals(graph.adjacency, chosen, within)
    return FromStarts(total / (graph.n - 1), graph.n)


def closeness(adjacency: csr_array, chosen: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return the summed 1/distance from each start to all others, without the core."""
    return _by_arrivals(adjacency, chosen)


def _by_core(
    rows: Rows, chosen: NDArray[np.intp], within: int | None = None
) -> NDArray[np.float64]:
    from weft._core import closeness_from

    within = -1 if within is None else within
    return closeness_from(
        rows,
        chosen.astype(np.int32),
        within=within,
        threads=threads(),
        tell=told("shortest ways"),
    )


def _by_arrivals(
    adjacency: csr_array, chosen: NDArray[np.intp], within: int | None = None
) -> NDArray[np.float64]:
    total = np.zeros(len(chosen))
    at_once = WORD * max(1, MOST_WORDS_AT_ONCE // max(adjacency.nnz, adjacency.shape[0], 1))
    for at in range(0, len(chosen), at_once):
        part = slice(at, at + at_once)
        for step, arrived in enumerate(arrivals(adjacency, chosen[part], most=within), start=1):
            total[part] += arrived / (step if within is None else 1)
    return total


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
