"""How readily each person is tied, without direction: drawn one person after another.

A pair depends on both of its people alike, so they cannot be drawn all at once.
"""

from __future__ import annotations

import numpy as np

from weft.uncertainty.answers.known import Known, Numbers


def ties_of_each(
    now: Numbers,
    beside: Numbers,
    known: Known,
    mean: float,
    variance: float,
    rng: np.random.Generator,
) -> Numbers:
    """Return how readily each is tied, drawn anew, given what else speaks for each tie."""
    steps, coins = rng.standard_normal(known.n), np.log(rng.random(known.n))
    if (core := known.core) is not None:
        found: Numbers = core.ties_of_each(
            now, beside, known.known, known.there, mean, variance, steps, coins
        )
        return found
    drawn = now.copy()
    for person in range(known.n):
        with_whom = np.flatnonzero(known.known[person])
        others = beside[person, with_whom] + drawn[with_whom]
        there = known.there[person, with_whom]
        here = drawn[person]
        likely, slope, bend = _one(here, others, there, mean, variance)
        centre = here + slope / bend
        proposed = centre + steps[person] / np.sqrt(bend)
        likely_there, slope_there, bend_there = _one(proposed, others, there, mean, variance)
        back = proposed + slope_there / bend_there
        gain = likely_there - likely + 0.5 * np.log(bend_there / bend)
        gain += 0.5 * bend * (proposed - centre) ** 2 - 0.5 * bend_there * (here - back) ** 2
        if coins[person] < gain:
            drawn[person] = proposed
    return drawn


def _one(
    value: float, others: Numbers, there: np.typing.NDArray[np.bool_], mean: float, variance: float
) -> tuple[float, float, float]:
    """Return the log posterior of one person's value, its slope, and its bend with minus."""
    odds = others + value
    chance = 1 / (1 + np.exp(-odds))
    likely = float(odds[there].sum() - np.logaddexp(0, odds).sum())
    slope = float(there.sum() - chance.sum()) - (value - mean) / variance
    bend = float((chance * (1 - chance)).sum()) + 1 / variance
    return likely - (value - mean) ** 2 / (2 * variance), slope, bend
