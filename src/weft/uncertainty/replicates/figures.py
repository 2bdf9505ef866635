"""The figures of every replicate, without the core: of a whole stack of matrices at once."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

FIGURES = MappingProxyType(
    {
        "density": "how often one of two people names the other",
        "reciprocity": "the share of ties that are returned; NaN without direction",
        "transitivity": "of all paths from one to another to a third, the share closed by a tie",
        "centralization": "of the ties in (of all ties without direction), after Freeman",
        "effective_leaders": "the inverse of Simpson's index of the ties in",
        "gini": "of the ties in, times n / (n - 1)",
    }
)
"""What is computed of every replicate, in this order; NaN where a figure has no meaning."""


def figures_of(ties: NDArray[np.bool_], *, directed: bool) -> NDArray[np.float64]:
    """Return the figures of a stack of networks.

    Parameters
    ----------
    ties : bool array, shape (networks, n, n)
        Row = source; both ways where there is no direction.
    directed : bool

    Returns
    -------
    float64 array, shape (networks, len(FIGURES))
    """
    n = ties.shape[1]
    matrix = ties.astype(np.float64)
    paths = matrix @ matrix
    named = np.sort(ties.sum(axis=1), axis=1)
    total = named.sum(axis=1)
    mutual = (ties & ties.transpose(0, 2, 1)).sum(axis=(1, 2))
    through = paths.sum(axis=(1, 2)) - np.trace(paths, axis1=1, axis2=2)
    spread = (named * (2 * np.arange(1, n + 1) - n - 1)).sum(axis=1)
    most = named[:, -1] if n else total
    never = np.zeros_like(total)
    farthest = (n - 1) * (n - 1 if directed else n - 2) if n >= 3 else 0
    return np.column_stack(
        [
            share(total, never + n * (n - 1)),
            share(mutual, total if directed else never),
            share((paths * matrix).sum(axis=(1, 2)), through),
            share(most * n - total, never + farthest),
            share(total**2, (named**2).sum(axis=1)),
            share(spread, total * (n - 1)),
        ]
    )


def share(part: NDArray[np.number], whole: NDArray[np.number]) -> NDArray[np.float64]:
    """Return parts over wholes; NaN where the whole is not above 0."""
    shares = np.full(np.shape(whole), np.nan)
    np.divide(part, whole, out=shares, where=np.asarray(whole) > 0)
    return shares
