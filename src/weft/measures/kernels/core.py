"""A dense core with a loose rim around it: Borgatti and Everett's discrete fit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.measures.kernels.degrees import named_by


@dataclass(frozen=True, slots=True)
class CoreFit:
    """How well the best core fits (a correlation), and how many people it holds."""

    fit: float
    size: int


def core_fit(n: int, first: NDArray[np.int32], second: NDArray[np.int32]) -> CoreFit | None:
    """Return the best fit over cores of the most tied; None where no core can be told.

    The correlation, over the pairs within the core and the pairs within the rim, between being
    tied and being both in the core; pairs of one from each are left out. People with equally many
    ties are in the core together or not at all, so that the order of the rows decides nothing.
    A core of every size is looked at in one pass: O(n + m).
    """
    ties = named_by(n, first) + named_by(n, second)
    order = np.argsort(-ties, kind="stable")
    rank = np.empty(n, dtype=np.int64)
    rank[order] = np.arange(n)
    one, other = rank[first], rank[second]
    size = np.arange(n + 1)
    in_core = np.concatenate([[0], np.cumsum(np.bincount(np.maximum(one, other), minlength=n))])
    touched = np.concatenate([[0], np.cumsum(np.bincount(np.minimum(one, other), minlength=n))])
    in_rim = len(first) - touched
    core_pairs, rim_pairs = size * (size - 1) / 2, (n - size) * (n - size - 1) / 2
    falls = np.zeros(n + 1, dtype=bool)
    falls[1:n] = np.diff(ties[order]) < 0
    pairs, tied = core_pairs + rim_pairs, in_core + in_rim
    possible = falls & (core_pairs > 0) & (rim_pairs > 0) & (tied > 0) & (tied < pairs)
    if not possible.any():
        return None
    pairs, tied, within = pairs[possible], tied[possible], core_pairs[possible]
    agreement = in_core[possible] * pairs - tied * within
    spread = np.sqrt(tied * (pairs - tied)) * np.sqrt(within * (pairs - within))
    fit = agreement / spread
    best = int(np.argmax(fit))
    return CoreFit(float(fit[best]), int(size[possible][best]))
