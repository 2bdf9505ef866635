"""How people answer: how many each names, how often each is named, and what else speaks for a tie.

The odds that one person names another are multiplied by how readily the one names people, by how
readily the other is named, and by what speaks for the tie: people in common, being named by the
other, being alike. So the logarithm of the odds is

    naming[i] + named[j] + returning[i] * named_by[i, j] + sum of weight[k] * reason[k, i, j],

with ``naming``, ``named`` and ``returning`` normal among people: the model p2 of van Duijn,
Snijders and Zijlstra (2004), with closure, and a conditional likelihood for what depends on other
ties. Each round draws every habit anew given the others, by a Metropolis step whose proposal is one
step of weighted least squares (Gamerman 1997): it is nearly always taken, and no step length is
tuned.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.uncertainty.answers.known import Known, Numbers, weighted
from weft.uncertainty.answers.one_by_one import ties_of_each

WEIGHT_VARIANCE = 6.25
"""Of a weight before anything is known: odds rarely change more than hundredfold."""
MOST_REASONS = 16
"""The core weighs no more; numpy does."""
SPREAD_COUNTS, SPREAD_BEFORE = 1.0, 0.25
"""What is thought of the variance among people beforehand, worth one person's evidence."""


@dataclass(eq=False, slots=True)
class Habits:
    """How people answer, as drawn last.

    Attributes
    ----------
    naming : float64 array, shape (n,)
        How readily each names others, in log odds; 0 is usual. Without direction, equal to named.
    named : float64 array, shape (n,)
        How readily each is named.
    returning : float64 array, shape (n,)
        How much more readily than others each names back, in log odds.
    weights : float64 array, shape (reasons,)
    usual : float
        The mean of ``named``.
    naming_variance, named_variance, returning_variance : float
        Among people.
    """

    naming: Numbers
    named: Numbers
    returning: Numbers
    weights: Numbers
    usual: float
    naming_variance: float = 0.5
    named_variance: float = 0.5
    returning_variance: float = 0.25


def first_guess(known: Known) -> Habits:
    """Return habits that are the same for all: as many ties as there are, and nothing else."""
    rate = float(np.clip(known.there[known.known].mean(), 1e-3, 1 - 1e-3))
    usual = float(np.log(rate / (1 - rate))) / (1 if known.directed else 2)
    return Habits(
        naming=np.zeros(known.n) if known.directed else np.full(known.n, usual),
        named=np.full(known.n, usual),
        returning=np.zeros(known.n),
        weights=np.zeros(1 + known.directed + len(known.alike)),
        usual=usual,
    )


def drawn_anew(
    habits: Habits,
    known: Known,
    reason: Numbers,
    rng: np.random.Generator,
    *,
    searching: bool = False,
) -> None:
    """Draw every habit anew, given the others and what is known.

    Parameters
    ----------
    habits : Habits
        Changed in place.
    known : Known
    reason : float64 array, shape (reasons, n, n)
        Of which the mean over what is known is 0.
    rng : numpy Generator
    searching : bool
        Take every step in the weights, for the first rounds: from far away a step of least squares
        leads near, but would seldom be taken.
    """
    beside = weighted(habits.weights, reason)
    if known.directed:
        odds = beside
        odds += habits.returning[:, None] * reason[1]
        odds += habits.naming[:, None]
        odds += habits.named
        before = habits.naming
        habits.naming = _ends(before, odds, known, 1, 0.0, habits.naming_variance, rng)
        odds += (habits.naming - before)[:, None]
        before = habits.named
        habits.named = _ends(before, odds, known, 0, habits.usual, habits.named_variance, rng)
        odds += habits.named - before
        habits.returning = _returning(habits, odds, known, reason[1], rng)
    else:
        habits.named = ties_of_each(
            habits.named, beside, known, habits.usual, habits.named_variance, rng
        )
        habits.naming = habits.named
    without = habits.naming[:, None] + habits.named
    if known.directed:
        without += habits.returning[:, None] * reason[1]
    habits.weights = _weights(habits.weights, without, known, reason, rng, searching=searching)
    if known.directed:
        _shift(habits, rng)
    _spread(habits, known, rng)


def _ends(
    now: Numbers,
    odds: Numbers,
    known: Known,
    axis: int,
    mean: float,
    variance: float,
    rng: np.random.Generator,
    by: Numbers | float = 1.0,
) -> Numbers:
    """Return how readily each names (axis 1) or is named (axis 0), drawn anew for all at once.

    Given the other habits, people do not depend on each other. ``by`` is what the habit is
    multiplied by, for each tie.
    """
    normals, coins = rng.standard_normal(known.n), np.log(rng.random(known.n))
    if (core := known.core) is not None:
        weighed = None if isinstance(by, float) else np.ascontiguousarray(by)
        drawn: Numbers = core.ends(
            now, odds, known.known, known.there, weighed, axis == 1, mean, variance, normals, coins
        )
        return drawn
    likely, slope, bend = _rows(odds, known, axis, by)
    slope, bend = slope - (now - mean) / variance, bend + 1 / variance
    centre = now + slope / bend
    proposed = centre + normals / np.sqrt(bend)
    moved = proposed - now
    there = odds + (moved[:, None] if axis else moved) * by
    likely_there, slope_there, bend_there = _rows(there, known, axis, by)
    slope_there = slope_there - (proposed - mean) / variance
    bend_there = bend_there + 1 / variance
    centre_back = proposed + slope_there / bend_there
    gain = likely_there - likely - ((proposed - mean) ** 2 - (now - mean) ** 2) / (2 * variance)
    gain += _log_normal(now, centre_back, bend_there) - _log_normal(proposed, centre, bend)
    return np.where(coins < gain, proposed, now)


def _returning(
    habits: Habits, odds: Numbers, known: Known, named_by: Numbers, rng: np.random.Generator
) -> Numbers:
    """Return how readily each names back, drawn anew; their mean is a weight and stays with it."""
    variance = habits.returning_variance
    return _ends(habits.returning, odds, known, 1, 0.0, variance, rng, by=named_by)


def _rows(
    odds: Numbers, known: Known, axis: int, by: Numbers | float
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the log likelihood of each row (or column), its slope, and its bend with minus."""
    chance, likely = _told(odds, known)
    slope = np.where(known.known, known.there - chance, 0.0) * by
    bend = np.where(known.known, chance * (1 - chance), 0.0) * by * by
    return likely.sum(axis), slope.sum(axis), bend.sum(axis)


def chance_of(odds: Numbers) -> Numbers:
    """Return the chance of each tie of which these are the log odds."""
    chance: Numbers = 0.5 + 0.5 * np.tanh(0.5 * odds)
    return chance


def _told(odds: Numbers, known: Known) -> tuple[Numbers, Numbers]:
    """Return the chance of each tie, and the log likelihood of what is known of it."""
    small = np.exp(-np.abs(odds))
    chance = np.where(odds >= 0, 1.0, small) / (1 + small)
    likely = np.where(known.there, odds, 0.0) - np.maximum(odds, 0) - np.log1p(small)
    return chance, np.where(known.known, likely, 0.0)


def _log_normal(x: Numbers, mean: Numbers, precision: Numbers) -> Numbers:
    density: Numbers = 0.5 * np.log(precision) - 0.5 * precision * (x - mean) ** 2
    return density


def _weights(
    now: Numbers,
    without: Numbers,
    known: Known,
    reason: Numbers,
    rng: np.random.Generator,
    *,
    searching: bool,
) -> Numbers:
    """Return the weights of the reasons, drawn anew.

    What is known both ways counts half: it enters once as a tie and once as a reason for the way
    back, and would seem twice as sure as it is.
    """

    def at(weights: Numbers) -> tuple[float, Numbers, Numbers]:
        likely, slope, bend = _told_of_weights(weights, without, known, reason)
        total = float(likely - weights @ weights / (2 * WEIGHT_VARIANCE))
        slope = slope - weights / WEIGHT_VARIANCE
        return total, slope, bend + np.eye(len(weights)) / WEIGHT_VARIANCE

    likely, slope, bend = at(now)
    centre = now + np.linalg.solve(bend, slope)
    up = np.linalg.cholesky(bend)
    proposed = centre + np.linalg.solve(up.T, rng.standard_normal(len(now)))
    likely_there, slope_there, bend_there = at(proposed)
    centre_back = proposed + np.linalg.solve(bend_there, slope_there)
    gain = likely_there - likely
    gain += _log_normals(now, centre_back, bend_there) - _log_normals(proposed, centre, bend)
    return proposed if searching or np.log(rng.random()) < gain else now


def _told_of_weights(
    weights: Numbers, without: Numbers, known: Known, reason: Numbers
) -> tuple[float, Numbers, Numbers]:
    """Return the log likelihood of weights, its slope, and its bend with minus."""
    if len(weights) <= MOST_REASONS and (core := known.core) is not None:
        told: tuple[float, Numbers, Numbers] = core.weighed(
            weights, without, reason, known.known, known.there, known.twice
        )
        return told
    counts = np.where(known.twice, 0.5, 1.0) * known.known
    chance, likely = _told(without + weighted(weights, reason), known)
    off, bend = counts * (known.there - chance), counts * chance * (1 - chance)
    slope = np.tensordot(reason, off, 2)
    bent = np.einsum("aij,bij->ab", reason * bend, reason, optimize=True)
    return float((counts * likely).sum()), slope, bent


def _log_normals(x: Numbers, mean: Numbers, precision: Numbers) -> float:
    off = x - mean
    return float(0.5 * np.linalg.slogdet(precision)[1] - 0.5 * off @ precision @ off)


def _shift(habits: Habits, rng: np.random.Generator) -> None:
    """Move all of ``naming`` up and all of ``named`` down by as much: no tie becomes likelier."""
    n = len(habits.naming)
    precision = n / habits.naming_variance + n / habits.named_variance
    pulled = (habits.named - habits.usual).sum() / habits.named_variance
    pulled -= habits.naming.sum() / habits.naming_variance
    by = (pulled + np.sqrt(precision) * rng.standard_normal()) / precision
    habits.naming = habits.naming + by
    habits.named = habits.named - by


def _spread(habits: Habits, known: Known, rng: np.random.Generator) -> None:
    """Draw the means and variances among people anew."""
    n = known.n
    noise = rng.standard_normal() * np.sqrt(habits.named_variance / n)
    habits.usual = float(habits.named.mean() + noise)
    speak = known.known.any(axis=1)
    habits.naming_variance = _variance(habits.naming[speak], rng)
    habits.returning_variance = _variance(habits.returning[speak], rng)
    habits.named_variance = _variance(habits.named - habits.usual, rng)


def _variance(values: NDArray[np.float64], rng: np.random.Generator) -> float:
    squares = values @ values + SPREAD_COUNTS * SPREAD_BEFORE
    return float(squares / rng.chisquare(len(values) + SPREAD_COUNTS))
