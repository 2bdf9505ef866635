"""How seldom chance gives as much: shares of draws, the observed figure being one of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SAME = 1e-12
"""Figures that are nearer than this are the same."""


def share_as_high(observed: float, drawn: NDArray[np.float64]) -> float:
    """Return the share of the draws, and of what was observed, that are at least as high.

    Examples
    --------
    >>> share_as_high(0.3, np.array([0.1, 0.2, 0.3]))
    0.5
    """
    return float(((drawn >= observed - SAME).sum() + 1) / (len(drawn) + 1))


def share_as_low(observed: float, drawn: NDArray[np.float64]) -> float:
    """Return the share of the draws, and of what was observed, that are at most as high.

    Examples
    --------
    >>> share_as_low(0.1, np.array([0.1, 0.2, 0.3]))
    0.5
    """
    return share_as_high(-observed, -drawn)


def share_as_far(observed: float, drawn: NDArray[np.float64], centre: float) -> float:
    """Return the share of the draws, and of what was observed, at least as far from the centre."""
    return share_as_high(abs(observed - centre), np.abs(drawn - centre))
