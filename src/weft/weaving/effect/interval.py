"""Between what the difference of two groups lies: of shares, and of means, pooled over rounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.stats import norm
from scipy.stats import t as student

from weft.weaving.effect.lots import ALIKE, Lots, Values

HALVINGS = 50
"""A range is found to within one part in 2^50."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Arms:
    """The offered and the held out, round by round; arrays of shape (rounds,).

    Attributes
    ----------
    n1, n0 : float arrays
        How many were offered and held out; fewer where some count for more than others.
    mean1, mean0 : float arrays
    spread1, spread0 : float
        The variance within rounds of each; NaN where no round has two of a kind.
    free1, free0 : int
        How many pairs more than rounds each has.
    weight : float array
        Of each round in the pooled difference; they sum to 1.
    """

    n1: Values
    n0: Values
    mean1: Values
    mean0: Values
    spread1: float
    spread0: float
    free1: int
    free0: int
    weight: Values

    @property
    def difference(self) -> float:
        """The pooled difference."""
        return float((self.weight * (self.mean1 - self.mean0)).sum())


def arms_of(lots: Lots, values: Values) -> Arms:
    """Return the two arms of a lot; at least one round must have pairs of both kinds."""
    cells, squares, free = [], np.zeros(2), np.zeros(2, dtype=int)
    for rows in lots.rounds:
        held = lots.held_out[rows]
        row: list[float] = []
        arms = ((~held, 1 / (1 - lots.chance[rows])), (held, 1 / lots.chance[rows]))
        for i, (arm, by) in enumerate(arms):
            weight, found = by[arm], values[rows][arm]
            mean = float((weight * found).sum() / weight.sum())
            row += [float(weight.sum() ** 2 / (weight**2).sum()), mean]
            squares[i] += ((found - mean) ** 2).sum()
            free[i] += len(found) - 1
        n1, n0 = len(rows) - held.sum(), held.sum()
        cells.append([*row, n1 * n0 / len(rows)])
    n1, mean1, n0, mean0, weight = np.array(cells).T
    spread = [float(s / f) if f else np.nan for s, f in zip(squares, free, strict=True)]
    return Arms(
        n1=n1,
        n0=n0,
        mean1=mean1,
        mean0=mean0,
        spread1=spread[0],
        spread0=spread[1],
        free1=int(free[0]),
        free0=int(free[1]),
        weight=weight / weight.sum(),
    )


def range_of_shares(arms: Arms, confidence: float, beyond: float = 1.0) -> tuple[float, float]:
    r"""Return between what the difference of two shares lies.

    The score interval of Miettinen and Nurminen, pooled over rounds, with half a pair taken off for
    small numbers: all d with

    .. math:: |D - d| - \frac{1}{2 \max(n_1, n_0)} \le
              z \sqrt{f \sum_r w_r^2 \tilde V_r(d)},\qquad
              \tilde V_r(d) = \frac{N_r}{N_r - 1}
              \left(\frac{\tilde p_{1}(1-\tilde p_{1})}{n_{r1}} +
              \frac{\tilde p_{0}(1-\tilde p_{0})}{n_{r0}}\right)

    where the shares with a tilde are the likeliest that differ by d. That is no narrower than for a
    fixed set of pairs whose outcomes hang on the lot alone (Neyman), and it makes sense where an
    arm has no tie at all. By exact enumeration it holds the truth at least as often as it says with
    2 to 80 pairs in an arm.

    Parameters
    ----------
    arms : Arms
    confidence : float
    beyond : float
        How many times as much the lot varies as one over single pairs.

    Returns
    -------
    (float, float)

    Examples
    --------
    Of eight pairs that were offered four are tied, of two that were held out none:

    >>> alone = {"spread1": 0.0, "spread0": 0.0, "free1": 7, "free0": 1, "weight": np.ones(1)}
    >>> shares = {"mean1": np.array([0.5]), "mean0": np.array([0.0])}
    >>> arms = Arms(n1=np.array([8.0]), n0=np.array([2.0]), **shares, **alone)
    >>> [round(end, 2) for end in range_of_shares(arms, 0.9)]
    [-0.23, 0.81]
    """
    z = float(norm.ppf((1 + confidence) / 2))
    found = arms.difference
    taken_off = 0.5 / max(arms.n1.sum(), arms.n0.sum())

    def fits(d: float) -> bool:
        deviation = z * np.sqrt(beyond * (arms.weight**2 * _variance(arms, d)).sum())
        return bool(abs(found - d) - taken_off <= deviation + ALIKE)

    return _last_that_fits(fits, found, -1.0), _last_that_fits(fits, found, 1.0)


def _last_that_fits(fits: Callable[[float], bool], start: float, end: float) -> float:
    if fits(end):
        return end
    for _ in range(HALVINGS):
        middle = (start + end) / 2
        start, end = (middle, end) if fits(middle) else (start, middle)
    return start


def _variance(arms: Arms, d: float) -> Values:
    """Return the variance of each round's difference if the true one is d."""
    total = arms.n1 + arms.n0
    share0 = likeliest(arms, d)
    share1 = np.clip(share0 + d, 0, 1)
    alone = share1 * (1 - share1) / arms.n1 + share0 * (1 - share0) / arms.n0
    variance: Values = alone * total / np.maximum(total - 1, 1)
    return variance


def likeliest(arms: Arms, d: float) -> Values:
    """Return the likeliest share of each round's held out, the offered having d more.

    The root of a cubic in closed form (Farrington and Manning 1990).
    """
    tied0, tied1 = arms.n0 * arms.mean0, arms.n1 * arms.mean1
    total, tied = arms.n1 + arms.n0, tied0 + tied1
    c2 = ((arms.n1 + 2 * arms.n0) * d - total - tied) / (3 * total)
    c1 = ((arms.n0 * d - total - 2 * tied0) * d + tied) / (3 * total)
    c0 = tied0 * d * (1 - d) / (2 * total)
    q = c2**3 - 1.5 * c1 * c2 + c0
    p = np.where(q < 0, -1.0, 1.0) * np.sqrt(np.maximum(c2**2 - c1, 0))
    ratio = np.clip(q / np.where(p == 0, 1.0, p) ** 3, -1, 1)
    root = 2 * p * np.cos((np.pi + np.arccos(ratio)) / 3) - c2
    share: Values = np.clip(root, max(0.0, -d), min(1.0, 1 - d))
    return share


def range_of_means(
    arms: Arms, confidence: float, beyond: float = 1.0
) -> tuple[float, float] | None:
    """Return between what the difference of two means lies, each kind with a variance of its own.

    As many degrees of freedom count as the smaller kind has: Welch's are a little too many where
    few are held out. None where no round has two pairs of each kind: then nobody knows how far
    pairs differ.
    """
    if not (arms.free1 and arms.free0):
        return None
    part1 = float((arms.weight**2 / arms.n1).sum()) * arms.spread1
    part0 = float((arms.weight**2 / arms.n0).sum()) * arms.spread0
    free = min(arms.free1, arms.free0)
    half = float(student.ppf((1 + confidence) / 2, free) * np.sqrt(beyond * (part1 + part0)))
    return arms.difference - half, arms.difference + half
