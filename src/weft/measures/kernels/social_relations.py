"""The social relations model: how much of ratings lies in raters, in the rated, and in pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


@dataclass(frozen=True, eq=False, slots=True)
class Ratings:
    """Who rated whom, and how high; each pair of rater and rated once, nobody themselves.

    Attributes
    ----------
    n : int
        How many people.
    rater, rated : int arrays
    value : float64 array
    """

    n: int
    rater: Ints
    rated: Ints
    value: Floats

    @property
    def round_robin(self) -> bool:
        """Whether everyone rated everyone."""
        return len(self.value) == self.n * (self.n - 1)


@dataclass(frozen=True, slots=True)
class Variances:
    """What ratings vary by, as estimated: an estimate may fall below 0.

    Attributes
    ----------
    rater, rated, pair : float
        Variance of raters, of the rated, and of what is particular to a pair (with error).
    both_ways : float or None
        Covariance of what two are particularly to each other; None where no pair rated both ways.
    given_and_received : float
        Covariance of how a person rates with how they are rated.
    """

    rater: float
    rated: float
    pair: float
    both_ways: float | None
    given_and_received: float


def variances(ratings: Ratings) -> Variances | None:
    """Return the variances without bias; None where the ratings are too few to tell them apart.

    Of a round robin in closed form (Warner, Kenny and Stoto 1979), else by the same moments of the
    least-squares fit with what they are expected to be on these pairs of rater and rated (Henderson
    1953), which is the same where everyone rated everyone.
    """
    return _of_round_robin(ratings) if ratings.round_robin else _of_any(ratings)


def effects(ratings: Ratings) -> tuple[Floats, Floats, float]:
    """Return how each person of a round robin of 3 or more rates and is rated, and the mean.

    Examples
    --------
    Ana rates one higher than Ben and Cy do; nothing else differs:

    >>> each = np.array([[0, 2, 2], [1, 0, 1], [1, 1, 0]])
    >>> rater, rated = np.nonzero(~np.eye(3, dtype=bool))
    >>> given, received, mean = effects(Ratings(3, rater, rated, each[rater, rated].astype(float)))
    >>> given.round(3).tolist(), received.round(3).tolist()
    ([0.667, -0.333, -0.333], [0.0, 0.0, 0.0])
    """
    n, value = ratings.n, ratings.value
    row = np.bincount(ratings.rater, weights=value, minlength=n) / (n - 1)
    column = np.bincount(ratings.rated, weights=value, minlength=n) / (n - 1)
    mean = float(value.mean())
    first, second, third = (n - 1) ** 2 / (n * (n - 2)), (n - 1) / (n * (n - 2)), (n - 1) / (n - 2)
    return (
        first * row + second * column - third * mean,
        first * column + second * row - third * mean,
        mean,
    )


def _of_round_robin(ratings: Ratings) -> Variances | None:
    n = ratings.n
    if n < 4:
        return None
    given, received, mean = effects(ratings)
    left = ratings.value - mean - given[ratings.rater] - received[ratings.rated]
    table = np.zeros((n, n))
    table[ratings.rater, ratings.rated] = left
    squares, products = float((left**2).sum()), float((table * table.T).sum())
    free = (n - 1) * (n - 2) / 2
    alike, apart = (squares + products) / 2 / (free - 1), (squares - products) / 2 / free
    pair, both_ways = (alike + apart) / 2, (alike - apart) / 2
    own, other = (n - 1) / (n * (n - 2)), 1 / (n * (n - 2))
    noise = pair * own + both_ways * other
    return Variances(
        rater=float(given @ given) / (n - 1) - noise,
        rated=float(received @ received) / (n - 1) - noise,
        pair=pair,
        both_ways=both_ways,
        given_and_received=float(given @ received) / (n - 1) - both_ways * own - pair * other,
    )


def _of_any(ratings: Ratings) -> Variances | None:
    design = _Design.of(ratings)
    if design is None or design.free < 1:
        return None
    given, received, left = design.fit(ratings.value)
    squares = float((left**2).sum())
    products = float((left * left[design.back])[design.returned].sum())
    pair, both_ways = design.residual_variances(squares, products)
    if pair is None:
        return None
    noise = design.noise(pair, both_ways or 0.0)
    g, r = len(given), len(received)
    in_both, at_given, at_received = np.intersect1d(
        design.raters, design.rated, return_indices=True
    )
    b = len(in_both)
    together = float(given[at_given] @ received[at_received])
    noisy = noise[at_given, g + at_received].sum()
    # What the products of deviations from two means are expected to hold of a covariance of 1.
    part = b - b / g - b / r + b * b / (g * r)
    return Variances(
        rater=(float(given @ given) - np.trace(noise[:g, :g])) / (g - 1),
        rated=(float(received @ received) - np.trace(noise[g:, g:])) / (r - 1),
        pair=pair,
        both_ways=both_ways,
        given_and_received=float((together - noisy) / part) if part > 0 else 0.0,
    )


@dataclass(frozen=True, eq=False, slots=True)
class _Design:
    """Which pairs of rater and rated there are, and what least squares makes of them.

    Raters come first and the rated second in every table.
    """

    raters: Ints
    rated: Ints
    row: Ints
    column: Ints
    back: Ints
    returned: NDArray[np.bool_]
    inverse: Floats
    counts: Floats
    swapped: Floats
    swapped_counts: Floats

    @classmethod
    def of(cls, ratings: Ratings) -> _Design | None:
        """Return the design; None where raters fall apart into groups, or are fewer than two."""
        raters, row = np.unique(ratings.rater, return_inverse=True)
        rated, column = np.unique(ratings.rated, return_inverse=True)
        g, r = len(raters), len(rated)
        if min(g, r) < 2 or not _hangs_together(g + r, row, g + column):
            return None
        there = ratings.rater * ratings.n + ratings.rated
        order = np.argsort(there)
        turned = ratings.rated * ratings.n + ratings.rater
        at = np.minimum(np.searchsorted(there[order], turned), len(there) - 1)
        back = order[at]
        returned = there[back] == turned
        counts = _crossed(g + r, row, g + column, row, g + column)
        swapped = _crossed(
            g + r,
            row[returned],
            g + column[returned],
            row[back][returned],
            g + column[back][returned],
        )
        own = _crossed(
            g + r, row[returned], g + column[returned], row[returned], g + column[returned]
        )
        # Least squares fixes all but one constant between raters and rated, which is set to none.
        free = np.concatenate([np.ones(g), -np.ones(r)]) / np.sqrt(g + r)
        scale = counts.trace() / (g + r)
        ridge = scale * np.outer(free, free)
        inverse = np.linalg.inv(counts + ridge) - np.outer(free, free) / scale
        return cls(raters, rated, row, column, back, returned, inverse, counts, swapped, own)

    @property
    def free(self) -> int:
        """How many ratings there are beyond what raters and rated explain."""
        return len(self.row) - (len(self.raters) + len(self.rated) - 1)

    def fit(self, value: Floats) -> tuple[Floats, Floats, Floats]:
        """Return how each rates and is rated, each around 0, and what is left."""
        g = len(self.raters)
        sums = np.concatenate(
            [np.bincount(self.row, weights=value), np.bincount(self.column, weights=value)]
        )
        found = self.inverse @ sums
        left = value - found[self.row] - found[g + self.column]
        given, received = found[:g], found[g:]
        return given - given.mean(), received - received.mean(), left

    def residual_variances(
        self, squares: float, products: float
    ) -> tuple[float | None, float | None]:
        """Return variance and covariance within pairs of which these sums are to be expected."""
        G, W = self.inverse, self.swapped
        GW = G @ W
        to_itself = np.array(
            [
                [self.free, -np.trace(GW)],
                [
                    -np.trace(GW),
                    self.returned.sum() - 2 * (G * self.swapped_counts.T).sum() + (GW * GW.T).sum(),
                ],
            ]
        )
        if not self.returned.any():
            return squares / self.free, None
        if np.linalg.cond(to_itself) > 1e10:
            return None, None
        pair, both_ways = np.linalg.solve(to_itself, [squares, products]).tolist()
        return pair, both_ways

    def noise(self, pair: float, both_ways: float) -> Floats:
        """Return the covariances of the fitted effects that come from what is within pairs."""
        g, r = len(self.raters), len(self.rated)
        around = np.eye(g + r)
        around[:g, :g] -= 1 / g
        around[g:, g:] -= 1 / r
        K = around @ self.inverse
        noise: Floats = K @ (pair * self.counts + both_ways * self.swapped) @ K.T
        return noise


def _crossed(size: int, row: Ints, column: Ints, other_row: Ints, other_column: Ints) -> Floats:
    """Return how often each of these stands with each of those."""
    cells = [one * size + other for one in (row, column) for other in (other_row, other_column)]
    table = np.bincount(np.concatenate(cells), minlength=size * size).reshape(size, size)
    return table.astype(np.float64)


def _hangs_together(size: int, one: Ints, other: Ints) -> bool:
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    table = coo_array((np.ones(len(one)), (one, other)), shape=(size, size))
    return bool(connected_components(table, directed=False)[0] == 1)
