"""How alike two relations are, against the same relations with one's people renamed at random."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.network import InvalidRequestError
from weft.uncertainty.replicates.model import Asked, Tell, core_for_replicates
from weft.uncertainty.replicates.streams import Streams

if TYPE_CHECKING:
    from weft.network import Graph


@dataclass(frozen=True)
class Correlations:
    """A correlation, and what it would be by chance.

    Attributes
    ----------
    observed : float
        NaN where a relation is the same between all pairs of people.
    drawn : float64 array, shape (replicates,)
    """

    observed: float
    drawn: NDArray[np.float64]


def qap(
    x: Graph,
    y: Graph,
    replicates: int,
    *,
    seed: int,
    weighted: bool = False,
    first: int = 0,
    tell: Tell | None = None,
) -> Correlations:
    r"""Return the correlation of two relations, and with the people of one renamed at random.

    Pearson's correlation over all pairs of two different people (ordered pairs where ties have a
    direction), of 1 where there is a tie and 0 where there is none.

    Parameters
    ----------
    x, y : Graph
        Of the same people, both with a direction or both without. All ties are taken for known.
    replicates, seed, first, tell
        As in :meth:`weft.uncertainty.replicates.Model.figures`.
    weighted : bool
        Take the strength of a tie for 1.

    Returns
    -------
    Correlations

    Notes
    -----
    The quadratic assignment procedure. It asks whether two relations are associated, given the
    structure of both. Means and spreads do not change, so that only the sum of products is drawn:
    O(ties of the smaller relation) for each replicate.

    References
    ----------
    Krackhardt, D. (1988). Predicting with networks: nonparametric multiple regression analysis of
    dyadic data. Social Networks, 10(4), 359-381.

    Examples
    --------
    Whoever trusts also works with: of six ordered pairs two and three are tied, two of them both.

    >>> import weft
    >>> people = {"id": ["Ana", "Ben", "Cy"]}
    >>> trusts = [("Ana", "Ben"), ("Ben", "Cy")]
    >>> works = [*trusts, ("Cy", "Ana")]
    >>> x, y = (
    ...     weft.read(ties, people=people, everyone_answered=True).graph()
    ...     for ties in (trusts, works)
    ... )
    >>> found = qap(x, y, 99, seed=1)
    >>> round(found.observed, 4), len(found.drawn)
    (0.7071, 99)
    """
    if x.n != y.n or x.directed != y.directed:
        message = (
            f"x has {x.n:,} people and {_said(directed=x.directed)}, y has {y.n:,} and "
            f"{_said(directed=y.directed)}; expected the same people, and a direction in both or "
            "in neither."
        )
        raise InvalidRequestError(message)
    asked = Asked(replicates, seed, first, tell)
    n, directed = x.n, x.directed
    weights = [each.weight if weighted else np.ones(each.m) for each in (x, y)]
    pairs = n * (n - 1) // (1 if directed else 2)
    (x_mean, x_spread), (y_mean, y_spread) = (_moments(weight, pairs) for weight in weights)
    spread = float(np.sqrt(x_spread * y_spread))

    def correlation(products: NDArray[np.float64]) -> NDArray[np.float64]:
        if spread == 0:
            return np.full(len(products), np.nan)
        centred: NDArray[np.float64] = products - pairs * x_mean * y_mean
        return centred / spread

    sides = (x.source, x.target, weights[0], y.source, y.target, weights[1])
    if (core := core_for_replicates(n, x.m)) is not None:
        drawn = core.permuted_products(n, *sides, directed, **asked.of_core())
    else:
        drawn = _products(x, y, weights, asked)
    keys, y_keys = (each.source.astype(np.int64) * n + each.target for each in (x, y))
    _, here, there = np.intersect1d(keys, y_keys, assume_unique=True, return_indices=True)
    observed = float(weights[0][here] @ weights[1][there])
    return Correlations(float(correlation(np.array([observed]))[0]), correlation(drawn))


def _said(*, directed: bool) -> str:
    return "a direction" if directed else "no direction"


def _moments(weight: NDArray[np.float64], pairs: int) -> tuple[float, float]:
    """Return the mean over pairs, and the sum of squared distances from it."""
    if len(weight) == 0 or (len(weight) == pairs and (weight == weight[0]).all()):
        return 0.0, 0.0
    mean = float(weight.sum() / pairs)
    return mean, float(((weight - mean) ** 2).sum() + (pairs - len(weight)) * mean**2)


def _products(
    x: Graph, y: Graph, weights: list[NDArray[np.float64]], asked: Asked
) -> NDArray[np.float64]:
    """Return the sums of products without the core."""
    matrix = np.zeros((x.n, x.n))
    matrix[y.source, y.target] = weights[1]
    if not y.directed:
        matrix[y.target, y.source] = weights[1]
    parts = [np.empty(0)]
    for numbers in asked.in_parts(x.n + x.m):
        renamed = Streams(asked.seed, numbers).shuffled(x.n)
        parts.append(matrix[renamed[:, x.source], renamed[:, x.target]] @ weights[0])
    return np.concatenate(parts)
