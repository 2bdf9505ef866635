"""Lots: how a choice between things that are otherwise equal is made, and nothing else is."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

EQUAL = 0.05
"""Values less than about this far apart count as equal: they are rounded to it."""


def lots(
    ids: Sequence[str],
    purpose: str,
    *,
    seed: int,
    weight: NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """Return a lot for each person, from 0 to 1; among equals the highest is chosen.

    A lot depends on the seed, the purpose and the ids of those who take part, and not on the order
    in which they stand. A person of weight 2 is twice as likely to come before one of weight 1
    (Efraimidis and Spirakis 2006): that is all a private answer may do.

    Parameters
    ----------
    ids : sequence of str
    purpose : str
        What the lots are for, so that two choices do not go to the same person by one draw.
    seed : int
    weight : array of float, shape (n,), optional
        Above 0. All alike where left out.

    Examples
    --------
    >>> one = lots(["ana", "ben"], "hosts", seed=1)
    >>> other = lots(["ben", "ana"], "hosts", seed=1)
    >>> bool((one == other[::-1]).all())
    True
    """
    drawn = np.random.default_rng([seed, crc32(purpose.encode())]).random(len(ids))
    lot = np.empty(len(ids))
    lot[sorted(range(len(ids)), key=ids.__getitem__)] = drawn
    return lot if weight is None else lot ** (1.0 / weight)


def best_first(
    value: NDArray[np.float64], lot: NDArray[np.float64], among: NDArray[np.intp]
) -> list[int]:
    """Return some positions by value, the highest first; of equal values by lot.

    Examples
    --------
    >>> best_first(np.array([0.5, 0.9, 0.51]), np.array([0.2, 0.1, 0.6]), np.array([0, 1, 2]))
    [1, 2, 0]
    """
    rounded = np.rint(value / EQUAL)
    return sorted((int(i) for i in among), key=lambda i: (-rounded[i], -lot[i]))
