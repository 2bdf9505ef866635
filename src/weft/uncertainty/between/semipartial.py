"""Double semi-partialling: what one relation has to do with another beyond all others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.uncertainty.between.dyads import Dyads
from weft.uncertainty.replicates.renamed import inner_products, inner_products_of

NOTHING = 1e-10
"""The share of a column's length below which what is left of it is rounding."""

SAME = 1e-9
"""Partial correlations that are nearer than this are the same."""

MOST_LISTED = 50_000
"""Up to so many renamings are all looked at, rather than some at random: those of eight people."""


@dataclass(frozen=True)
class Drawn:
    """How far a term goes with a relation, and how often chance gives as much.

    Attributes
    ----------
    correlation : float
        What is left of both, once the other terms are taken away.
    coefficient, t : float
    higher, lower, far : float
        The shares of renamings (with the observed one) whose t is at least as high, at most as
        low, at least as far from 0.
    """

    correlation: float
    coefficient: float
    t: float
    higher: float
    lower: float
    far: float


@dataclass(frozen=True)
class Renamings:
    """How people are renamed: at random so many times, or in every way there is."""

    many: int
    seed: int
    tell: Callable[[int, int], object] | None = None

    def every(self, dyads: Dyads) -> bool:
        """Return whether there are no more ways than were asked for at random."""
        return dyads.classes.renamings <= min(self.many, MOST_LISTED)


def basis(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return orthonormal rows that span a constant and these columns (as rows)."""
    constant = np.full((1, columns.shape[1]), 1.0 / np.sqrt(columns.shape[1]))
    centred = columns - columns.mean(axis=1, keepdims=True)
    length = np.sqrt((centred**2).sum(axis=1))
    varying = length > NOTHING * np.sqrt((columns**2).sum(axis=1))
    if not varying.any():
        return constant
    scaled = centred[varying] / length[varying, None]
    _, size, rows = np.linalg.svd(scaled, full_matrices=False)
    return np.concatenate([constant, rows[size > NOTHING * size[0]]])


def left_of(column: NDArray[np.float64], rows: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """Return what of a column orthonormal rows do not tell; None where they tell it all."""
    left: NDArray[np.float64] = column - (rows @ column) @ rows
    return left if left @ left > NOTHING * (column @ column) else None


def beyond(
    dyads: Dyads,
    y: NDArray[np.float64],
    x: NDArray[np.float64],
    rows: NDArray[np.float64],
    renamings: Renamings,
) -> Drawn:
    """Return how far y goes with x, neither of which the rows tell.

    Both are what is left of a column once the rows are taken away. Of every renaming of x what the
    rows tell is taken away again; all of this needs no more than inner products. The first row is
    the constant one: renaming keeps the sum of x, which is 0.
    """
    freedom = len(y) - len(rows) - 1
    y_length, x_length = float(y @ y), float(x @ x)
    moved = dyads.table_of(x)
    fixed = np.array([dyads.table_of(column) for column in (y, *rows[1:])])
    if every := renamings.every(dyads):
        who = dyads.classes.every_renaming()
        sums = inner_products_of(who, moved, fixed, directed=dyads.directed)
    else:
        sums = inner_products(
            moved,
            fixed,
            dyads.classes,
            renamings.many,
            directed=dyads.directed,
            seed=renamings.seed,
            tell=renamings.tell,
        )
    left = x_length - (sums[:, 1:] ** 2).sum(axis=1)
    enough = left > NOTHING * x_length
    drawn = np.where(enough, sums[:, 0] / np.sqrt(y_length * np.where(enough, left, 1.0)), 0.0)
    product = float(y @ x)
    observed = product / float(np.sqrt(y_length * x_length))
    unexplained = max(1 - observed**2, 0.0)
    t = observed * np.sqrt(freedom / unexplained) if unexplained > SAME else np.inf * observed

    def share(as_extreme: NDArray[np.bool_]) -> float:
        """Return a share of renamings; of all of them, the observed one is among them."""
        more = 0 if every else 1
        return float((as_extreme.sum() + more) / (len(drawn) + more))

    return Drawn(
        correlation=observed,
        coefficient=product / x_length,
        t=float(t),
        higher=share(drawn >= observed - SAME),
        lower=share(drawn <= observed + SAME),
        far=share(np.abs(drawn) >= abs(observed) - SAME),
    )
