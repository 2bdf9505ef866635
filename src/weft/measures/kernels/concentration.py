"""How evenly something is held: Freeman's centralization, Gini, Hill numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def centralization(held: NDArray[np.float64], greatest: float) -> float:
    """Return the summed distance from the greatest holder, as a share of the most it can be."""
    return float((held.max() - held).sum() / greatest)


def gini(held: NDArray[np.float64], *, normalised: bool = True) -> float:
    """Return the Gini coefficient; normalised, one holder of everything gives exactly 1."""
    ordered = np.sort(held)
    n, whole = len(ordered), ordered.sum()
    plain = float((2 * np.arange(1, n + 1) - n - 1) @ ordered / (n * whole))
    return plain * n / (n - 1) if normalised else plain


def hill_number(held: NDArray[np.float64], order: int) -> float:
    """Return how many equal holders would be as concentrated: order 1 is e^H, order 2 is 1/Σs²."""
    share = held[held > 0] / held.sum()
    if order == 1:
        return float(np.exp(-(share * np.log(share)).sum()))
    return float((share**order).sum() ** (1 / (1 - order)))
