"""The lot by which pairs were held out: as it fell, and as it could have fallen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from math import comb, prod

import numpy as np
from numpy.typing import NDArray

from weft.network import InvalidRequestError

Assign = Callable[[int], NDArray[np.bool_]]
"""From a seed, whom the lot would have held out: one truth value for each row of the records."""

Values = NDArray[np.float64]

ALIKE = 1e-9
"""Differences closer than this are the same."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Lots:
    """The lot over some pairs: as it fell, and as it could have fallen.

    Attributes
    ----------
    round : int array, shape (n,)
    held_out : bool array, shape (n,)
        As the lot fell.
    chance : float array, shape (n,)
        How likely each pair was to be held out.
    given : bool array, shape (draws, n), or None
        Lots drawn by a function that was given. Where there is none, every round holds out as many
        pairs as it did, each choice of them being as likely as any other.
    draws, seed : int
    """

    round: NDArray[np.intp]
    held_out: NDArray[np.bool_]
    chance: Values
    given: NDArray[np.bool_] | None
    draws: int
    seed: int

    @cached_property
    def rounds(self) -> tuple[NDArray[np.intp], ...]:
        """Where the pairs of each round stand, of those in which both kinds are left."""
        each = (np.flatnonzero(self.round == code) for code in np.unique(self.round))
        return tuple(rows for rows in each if 0 < self.held_out[rows].sum() < len(rows))

    @cached_property
    def possible(self) -> int:
        """In how many ways the lot could have fallen, where each round holds out a fixed number."""
        return prod(comb(len(rows), int(self.held_out[rows].sum())) for rows in self.rounds)

    @property
    def every(self) -> bool:
        """Whether all ways in which the lot could have fallen are gone through."""
        return self.given is None and self.possible <= self.draws

    @cached_property
    def drawn(self) -> NDArray[np.bool_]:
        """Other ways in which the lot could have fallen; all of them where they are few."""
        if self.given is not None:
            return self.given
        if self.every:
            return self._all_ways()
        rng = np.random.default_rng(self.seed)
        drawn = np.zeros((self.draws, len(self.round)), dtype=bool)
        for rows in self.rounds:
            as_it_fell = np.tile(self.held_out[rows], (self.draws, 1))
            drawn[:, rows] = rng.permuted(as_it_fell, axis=1)
        return drawn

    def _all_ways(self) -> NDArray[np.bool_]:
        drawn = np.zeros((1, len(self.round)), dtype=bool)
        for rows in self.rounds:
            chosen = list(combinations(rows.tolist(), int(self.held_out[rows].sum())))
            drawn = np.repeat(drawn, len(chosen), axis=0)
            which = np.tile(np.array(chosen), (len(drawn) // len(chosen), 1))
            drawn[np.arange(len(drawn))[:, None], which] = True
        return drawn

    def among(self, keep: NDArray[np.bool_]) -> Lots:
        """Return the lot over some of the pairs."""
        given = None if self.given is None else self.given[:, keep]
        return replace(
            self,
            round=self.round[keep],
            held_out=self.held_out[keep],
            chance=self.chance[keep],
            given=given,
        )

    @property
    def settled(self) -> NDArray[np.bool_]:
        """Which pairs are the same in every lot, so that they tell nothing."""
        return (self.chance <= 0) | (self.chance >= 1)


def lots_of(
    round_: NDArray[np.intp],
    held_out: NDArray[np.bool_],
    *,
    assign: Assign | None,
    draws: int,
    seed: int,
) -> Lots:
    """Return the lot over all rows of the records.

    Raises
    ------
    InvalidRequestError
        Where ``assign`` gives no truth value for each row, or can never give what the records hold.
    """
    if assign is None:
        sizes = np.bincount(round_, minlength=1)
        chance = (np.bincount(round_, held_out, minlength=1) / np.maximum(sizes, 1))[round_]
        return Lots(
            round=round_, held_out=held_out, chance=chance, given=None, draws=draws, seed=seed
        )
    given = np.zeros((draws, len(round_)), dtype=bool)
    for i, one in enumerate(np.random.SeedSequence(seed).generate_state(draws).tolist()):
        given[i] = _checked(assign(one), len(round_))
    chance = given.mean(axis=0)
    never = np.flatnonzero(np.where(held_out, chance, 1 - chance) == 0)
    if len(never):
        done = "held out" if held_out[never[0]] else "offered"
        message = (
            f"In {draws:,} draws assign never has pair {never[0] + 1} of the records {done}, as "
            "they do; expected the function by which the pairs were really held out."
        )
        raise InvalidRequestError(message)
    return Lots(round=round_, held_out=held_out, chance=chance, given=given, draws=draws, seed=seed)


def _checked(lot: object, n: int) -> NDArray[np.bool_]:
    values = np.asarray(lot)
    if values.shape != (n,) or values.dtype != bool:
        message = (
            f"assign gave an array of {values.dtype} of shape {values.shape}; expected {n} truth "
            "values, one for each row of the records, true where the pair is held out."
        )
        raise InvalidRequestError(message)
    return values


def differences(lots: Lots, held_out: NDArray[np.bool_], values: Values) -> Values:
    r"""Return the offered less the held out, pooled over rounds, for each of several lots.

    .. math:: D = \frac{\sum_r w_r (\bar y_{r1} - \bar y_{r0})}{\sum_r w_r},
              \qquad w_r = \frac{n_{r1} n_{r0}}{n_{r1} + n_{r0}}

    with means over the offered (1) and the held out (0) of round r, in which each pair counts by
    one over the chance of being where it is. These are the weights of Mantel and Haenszel.

    Parameters
    ----------
    lots : Lots
    held_out : bool array, shape (draws, n)
    values : float array, shape (n, k)
        One column for each outcome.

    Returns
    -------
    float array, shape (draws, k)
    """
    total = np.zeros((len(held_out), values.shape[1]))
    weights = np.zeros((len(held_out), 1))
    for rows in lots.rounds:
        chance, of_round = lots.chance[rows], values[rows]
        out = held_out[:, rows].astype(np.float64)
        offered = 1 - out
        n0, n1 = out.sum(axis=1, keepdims=True), offered.sum(axis=1, keepdims=True)
        weight = n0 * n1 / len(rows)
        mean0, mean1 = (
            (arm * by) @ of_round / np.maximum((arm * by).sum(axis=1, keepdims=True), ALIKE)
            for arm, by in ((out, 1 / chance), (offered, 1 / (1 - chance)))
        )
        total += weight * (mean1 - mean0)
        weights += weight
    found: Values = total / np.maximum(weights, ALIKE)
    return found


def p_of(lots: Lots, values: Values, then: Values | None = None) -> float | None:
    """Return how often the lot alone gives a difference at least as large, in either direction.

    Had introductions no effect on anybody, every pair would have ended as it did however the lot
    fell; so the difference under every other lot is known. All lots are gone through where there
    are no more than ``draws``, and p is exact; else it is the share of drawn lots, the real one
    counted in, and holds its level exactly too.

    Parameters
    ----------
    lots : Lots
    values : float array, shape (n,)
    then : float array, shape (n,), optional
        What decides between two lots of the same difference. Yes-or-no outcomes give few different
        differences; without this the test would be more cautious than it says.

    Returns
    -------
    float or None
        None where no round has pairs of both kinds.

    Examples
    --------
    Two of four pairs were held out; the two that were offered are tied. Of the six ways to hold two
    out, two give a difference as large (the offered are tied, or the held out are):

    >>> lots = lots_of(
    ...     np.zeros(4, dtype=np.intp),
    ...     np.array([False, False, True, True]),
    ...     assign=None,
    ...     draws=100,
    ...     seed=0,
    ... )
    >>> round(p_of(lots, np.array([1.0, 1.0, 0.0, 0.0])), 4)
    0.3333
    """
    if not lots.rounds:
        return None
    both = np.stack([values, values if then is None else then], axis=1)
    (found,) = differences(lots, lots.held_out[None, :], both)
    others = differences(lots, lots.drawn, both)
    size, second = _size(found[None, :])
    sizes, seconds = _size(others)
    larger = sizes > size + ALIKE
    as_large = (np.abs(sizes - size) <= ALIKE) & (seconds >= second - ALIKE)
    count = int((larger | as_large).sum())
    return count / len(others) if lots.every else (1 + count) / (1 + len(others))


def _size(differences_: Values) -> tuple[Values, Values]:
    """Return how large differences are, and what decides between equal ones."""
    first, second = differences_[:, 0], differences_[:, 1]
    return np.abs(first), np.where(np.abs(first) <= ALIKE, np.abs(second), np.sign(first) * second)


def spread_beyond(lots: Lots, values: Values) -> float:
    """Return how many times as much differences vary as if each round drew its pairs singly.

    1 where the lot did so, and never less: a lot over whole groups of pairs says less than one over
    as many single pairs.
    """
    if lots.given is None:
        return 1.0
    varied = float(differences(lots, lots.given, values[:, None]).var())
    usual, weights = 0.0, 0.0
    for rows in lots.rounds:
        n0 = int(lots.held_out[rows].sum())
        weight = n0 * (len(rows) - n0) / len(rows)
        usual += weight * float(values[rows].var(ddof=1))
        weights += weight
    usual /= weights**2 if weights else 1.0
    return max(1.0, varied / usual) if usual > 0 else 1.0
