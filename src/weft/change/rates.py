"""How often words last, begin and are returned, among those who answered: one random draw of it.

A rate is counted with random weights of the people whose words they are, and with a few made-up
words beside them (a gamma variate for yes and one for no), so that one counted from little is as
unsure as it should be: the Bayesian bootstrap (Rubin 1981) with a prior.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Cells = NDArray[np.float64]

NO, YES, UNKNOWN = 0, 1, 2
"""What a word in the other wave, or back from the other end, can be."""

FEW, MANY = 1.0, 20.0
"""How many words a rate leans on beside its own. One, half of it yes: where none of five changed
their mind, some may yet (Jeffreys). Many for the word back, whose effect is taken to be about the
same for ties to stewards as for others."""

NEVER = 1e-6


def drawn_rates(counts: Cells, rng: np.random.Generator) -> Cells:
    """Return one draw of how often a word is yes.

    Parameters
    ----------
    counts : float64 array, shape (2, 3, 2, 3)
        Weighted numbers of words: no or yes, by the word in the other wave (no, yes, unknown), by
        target (anybody, steward), by the word back (no, yes, unknown).
    rng : Generator

    Returns
    -------
    float64 array, shape (3, 2, 3)
    """
    rate = np.empty((3, 2, 3))
    for other in (NO, YES, UNKNOWN):
        here = counts[:, other]
        to_all = _share(here.sum(axis=(1, 2)), 0.5, FEW, rng)
        by_back = np.array(
            [_share(here[:, :, back].sum(axis=1), to_all, FEW, rng) for back in (NO, YES)]
        )
        for target in (0, 1):
            own = _share(here[:, target].sum(axis=1), 0.5, FEW, rng)
            rate[other, target, UNKNOWN] = own
            parts = _split(own, by_back, here[:, target, :UNKNOWN].sum(axis=0))
            for back in (NO, YES):
                rate[other, target, back] = _share(here[:, target, back], parts[back], MANY, rng)
    return rate


def drawn_factors(
    said: NDArray[np.bool_], expected: Cells, weight: Cells, rng: np.random.Generator
) -> tuple[Cells, float]:
    """Return how much each person is named against the rates, and how far namers differ.

    Parameters
    ----------
    said : bool array, shape (n, n)
        Known words that are yes; row = source.
    expected : float64 array, shape (n, n)
        How likely each known word was by the rates; 0 where it is not known.
    weight : float64 array, shape (n, n)
        The weight of each word.
    rng : Generator

    Returns
    -------
    pull : float64 array, shape (n,)
        A draw for each person, around 1.
    spread : float
        The variance, on the log scale, of how many people name against the rates.
    """
    n = len(said)
    chance = expected * (1 - expected)
    pull = np.ones(n)
    alike = _alike(said.sum(axis=0), expected.sum(axis=0), chance.sum(axis=0), np.ones(n))
    if alike < np.inf:
        named, usual = (weight * said).sum(axis=0), (weight * expected).sum(axis=0)
        pull = (named + rng.gamma(np.full(n, alike))) / (usual + alike)
    expected, chance = expected * pull, chance * pull
    rows = weight.mean(axis=1)
    alike = _alike(said.sum(axis=1), expected.sum(axis=1), chance.sum(axis=1), rows)
    return pull, float(np.log1p(1 / alike))


def _alike(seen: Cells, expected: Cells, chance: Cells, weight: Cells) -> float:
    """Return the shape of a gamma distribution of how people differ, fitted by moments.

    Infinite where they differ by no more than chance has it.
    """
    excess = float((weight * ((seen - expected) ** 2 - chance)).sum())
    base = float((weight * expected**2).sum())
    return max(base / excess, NEVER) if excess > 0 and base > 0 else np.inf


def _share(counts: Cells, usual: float, worth: float, rng: np.random.Generator) -> float:
    """Return a draw of a share, given so many no and yes, and what it is elsewhere."""
    no, yes = counts + rng.gamma(np.array([worth * (1 - usual), worth * usual]))
    return float(np.clip(yes / (yes + no), NEVER, 1 - NEVER)) if yes + no > 0 else usual


def _split(share: float, elsewhere: Cells, many: Cells) -> Cells:
    """Return shares of two parts whose odds differ as they do elsewhere, and whose mean is given.

    Examples
    --------
    >>> _split(0.5, np.array([0.2, 0.5]), np.array([1.0, 1.0])).round(3).tolist()
    [0.333, 0.667]
    """
    if not many.sum():
        return np.array([share, share])
    differ = elsewhere / (1 - elsewhere)
    base = _odds(share) / float(np.average(differ, weights=many))
    for _ in range(8):
        parts = base * differ / (1 + base * differ)
        base *= _odds(share) / _odds(float(np.average(parts, weights=many)))
    return base * differ / (1 + base * differ)


def _odds(share: float) -> float:
    return share / (1 - share)
