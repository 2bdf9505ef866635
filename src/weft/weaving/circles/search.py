"""The search for circles: from several beginnings, swap two people as long as that mends anything.

What each circle is to hold comes before everything else: one lack weighs more than all costs. If
no beginning ends without a lack, an integer programme gives one that lacks as little as can be, and
the search goes on from there; a swap never adds a lack.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.weaving.circles.arrangement import Arrangement
from weft.weaving.circles.feasible import Cores
from weft.weaving.circles.wanted import Wanted

WORK = 600_000
"""So many pairs are looked at, about, before no further beginning is tried."""

MOST_BEGINNINGS, FEWEST_BEGINNINGS = 40, 2
MOST_SWEEPS = 60


def arranged(
    wanted: Wanted, trusted: NDArray[np.float64], seed: int
) -> tuple[NDArray[np.intp], NDArray[np.int64]]:
    """Return the circle of each person, and how many circles lack what they are to hold.

    Parameters
    ----------
    wanted : Wanted
    trusted : array of float, shape (m, m)
        How far two trust each other: it weighs the lots between arrangements that are equal.
    seed : int
    """
    rng = np.random.default_rng(seed)
    cost = wanted.cost()
    seats = np.repeat(np.arange(len(wanted.sizes)), wanted.sizes)
    beginnings = int(np.clip(WORK // wanted.m**2, FEWEST_BEGINNINGS, MOST_BEGINNINGS))
    ended = [_improved(wanted, cost, rng.permutation(seats), rng) for _ in range(beginnings)]
    if not any((end.lacks == 0).all() for end in ended):
        ended.append(_improved(wanted, cost, Cores.of(wanted).solved(), rng))
    least = min(end.value for end in ended)
    best = {_named(end.place): end for end in ended if end.value == least}
    chosen = _by_lot([best[name] for name in sorted(best)], trusted, rng)
    return chosen.place, chosen.lacks


def _improved(
    wanted: Wanted,
    cost: NDArray[np.float64],
    place: NDArray[np.intp],
    rng: np.random.Generator,
) -> Arrangement:
    arrangement = Arrangement(wanted, cost, place)
    for _ in range(MOST_SWEEPS):
        gained = [arrangement.improve(int(person)) for person in rng.permutation(wanted.m)]
        if not any(gained):
            break
    return arrangement


def _named(place: NDArray[np.intp]) -> tuple[int, ...]:
    """Return a name that two arrangements share which part people alike."""
    first: dict[int, int] = {}
    return tuple(first.setdefault(int(circle), len(first)) for circle in place)


def _by_lot(
    equal: list[Arrangement], trusted: NDArray[np.float64], rng: np.random.Generator
) -> Arrangement:
    """Draw one of several that are equal; circles with a pair who trust each other weigh more.

    If each circle of one holds such a pair and no circle of another does, the one is drawn twice as
    often. That is all that a private answer does.
    """
    both_ways = np.minimum(trusted, trusted.T)
    weights = []
    for arrangement in equal:
        place = arrangement.place
        inside = both_ways * (place[:, None] == place)
        strongest = np.zeros(int(place.max()) + 1)
        np.maximum.at(strongest, place, inside.max(axis=1, initial=0.0))
        weights.append(1.0 + strongest.mean())
    drawn = rng.random() * sum(weights)
    return equal[min(int(np.searchsorted(np.cumsum(weights), drawn)), len(equal) - 1)]
