"""How many name each person, and how many each person names."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def named_by(n: int, target: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return the in-degree of each of ``n`` people."""
    return np.bincount(target, minlength=n).astype(np.int64)


def names(n: int, source: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return the out-degree of each of ``n`` people."""
    return np.bincount(source, minlength=n).astype(np.int64)


def total(n: int, end: NDArray[np.int32], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the summed strength of the ties that end (or start) at each person."""
    return np.bincount(end, weights=weight, minlength=n).astype(np.float64)


def share_of_raters(
    received: NDArray[np.float64] | NDArray[np.int64], raters: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return what each person received as a share of those who could have given it.

    Nobody's share is known where there is no rater; it is 0 then, as nothing was received.
    """
    return received / np.maximum(raters, 1)
