"""How pairs become ties: each pair has a utility, and the pairs with the most are tied."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Ties = NDArray[np.bool_]
Positions = NDArray[np.intp]


class Luck:
    """What chance adds to the utility of each pair, kept in part from wave to wave.

    e(1) = v(1), e(t) = k e(t-1) + sqrt(1 - k^2) v(t), with v(t) standard normal; for whoever is
    new, e(t) = v(t). So e(t) is standard normal in every wave.
    """

    def __init__(self, kept: float) -> None:
        self.kept = kept
        self.now: Matrix | None = None

    def next(self, rng: np.random.Generator, newly: NDArray[np.bool_]) -> Matrix:
        """Return the luck of every ordered pair in the next wave."""
        fresh = rng.standard_normal((len(newly), len(newly)))
        if self.now is None:
            self.now = fresh
        else:
            kept = self.kept * self.now + np.sqrt(1 - self.kept**2) * fresh
            self.now = np.where(newly[:, None] | newly[None, :], fresh, kept)
        return self.now


def highest(utility: Matrix, many: int) -> Positions:
    """Return where the highest values stand, in a flat array."""
    flat = utility.ravel()
    if many <= 0:
        return np.empty(0, dtype=np.intp)
    return np.argpartition(flat, flat.size - many)[flat.size - many :].astype(np.intp)


def pairs_with_most(utility: Matrix, many: int) -> Ties:
    """Return the symmetric matrix of the pairs with the most utility (upper triangle)."""
    n = len(utility)
    first, second = np.triu_indices(n, 1)
    chosen = highest(utility[first, second], many)
    tied = np.zeros((n, n), dtype=bool)
    tied[first[chosen], second[chosen]] = True
    return tied | tied.T


def arcs_with_most(utility: Matrix, many: int) -> Ties:
    """Return the ordered pairs with the most utility; minus infinity is never one of them."""
    tied = np.zeros(utility.shape, dtype=bool)
    tied.ravel()[highest(utility, many)] = True
    return tied & np.isfinite(utility)


def returned_and_one_way(utility: Matrix, many: int, reciprocity: float) -> Ties:
    """Return this many ordered pairs of which this share is returned.

    The pairs in which even the cooler of the two has the most utility are tied both ways; of the
    rest, those in which the warmer has the most, one way.
    """
    n = len(utility)
    first, second = np.triu_indices(n, 1)
    there, back = utility[first, second], utility[second, first]
    both = highest(np.minimum(there, back), min(round(many * reciprocity / 2), many // 2))
    warmer = np.maximum(there, back)
    warmer[both] = -np.inf
    one_way = highest(warmer, many - 2 * len(both))
    outwards = there[one_way] >= back[one_way]
    tied = np.zeros((n, n), dtype=bool)
    tied[first[both], second[both]] = tied[second[both], first[both]] = True
    source = np.where(outwards, first[one_way], second[one_way])
    target = np.where(outwards, second[one_way], first[one_way])
    tied[source, target] = True
    return tied


def graded(utility: Matrix, tied: Ties, shares: Sequence[float]) -> Matrix:
    """Return the strength of each tie, 0 where there is none: fixed shares of 1, 2, 3, ...

    Examples
    --------
    The weaker half of two ties gets a 1, the stronger half a 2:

    >>> graded(np.array([[0.1, 0.9]]), np.array([[True, True]]), [0.5, 0.5])
    array([[1., 2.]])
    """
    strength = np.zeros(utility.shape)
    where = np.flatnonzero(tied)
    rank = np.empty(len(where))
    rank[np.argsort(utility.ravel()[where], kind="stable")] = np.arange(len(where))
    bounds = np.cumsum(shares)[:-1]
    strength.ravel()[where] = 1 + np.searchsorted(bounds, (rank + 0.5) / max(len(where), 1))
    return strength
