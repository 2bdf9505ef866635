"""Shortest ways between people, exact up to 2,000 people and by sampled starts above."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

EXACT_UP_TO = 2_000
"""Above this many people, ways are measured from sampled starts."""

STARTS = 512
"""How many people the sampled ways start from."""

CHUNK = 64


@dataclass(frozen=True, slots=True)
class FromStarts:
    """One value for each start, from which the mean over all people is estimated.

    Attributes
    ----------
    values : float array, shape (n_starts,)
        Each a mean over all others, between 0 and 1.
    sampled : bool
        Whether the starts are a sample.
    """

    values: NDArray[np.float64]
    sampled: bool

    @property
    def mean(self) -> float:
        """The mean over the starts."""
        return float(self.values.mean())

    @property
    def said(self) -> str:
        """How sure a sampled mean is: Hoeffding's bound for values in 0 to 1, 95 %."""
        if not self.sampled:
            return ""
        error = np.sqrt(np.log(2 / 0.05) / (2 * len(self.values)))
        return f"from {len(self.values)} sampled people; within {error:.3f} with 95 % confidence"


def starts(n: int, seed: int) -> tuple[NDArray[np.intp], bool]:
    """Return the people to start from: all, or a sample without repetition."""
    if n <= EXACT_UP_TO:
        return np.arange(n), False
    return np.random.default_rng(seed).choice(n, STARTS, replace=False), True


def closeness_from_starts(adjacency: csr_array, *, seed: int, within: int | None = None) -> FromStarts:
    """Return, for each start, the mean of 1/distance to all others.

    Parameters
    ----------
    adjacency : compressed rows, shape (n, n)
    seed : int
        Chooses the starts where there are more than 2,000 people.
    within : int, optional
        Count each person within this many steps as 1 instead.
    """
    n = adjacency.shape[0]
    chosen, sampled = starts(n, seed)
    values = np.empty(len(chosen))
    limit = np.inf if within is None else float(within)
    for at in range(0, len(chosen), CHUNK):
        part = chosen[at : at + CHUNK]
        steps = dijkstra(adjacency, unweighted=True, indices=part, limit=limit)
        with np.errstate(divide="ignore"):
            near = 1.0 / steps if within is None else np.isfinite(steps).astype(float)
        near[np.arange(len(part)), part] = 0.0
        values[at : at + len(part)] = near.sum(axis=1) / (n - 1)
    return FromStarts(values, sampled)
