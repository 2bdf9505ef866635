"""Whether a change is more than chance: each person's two reports, swapped at random.

If nothing changed, what a person said in either wave could as well have been said in the other.
So, person by person, a coin decides whether their two reports change places, and every figure's
change is taken anew; p is how often it is at least as large, the observed one counted in. This
assumes that people's reports do not hang on those of others in *when* they differ, that nothing
but the time stands between the two (the same question, asked alike), and says nothing about why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from weft.change.pairing import Pair
from weft.network import Graph

Difference = Callable[[Graph, Graph], float]
"""Of two graphs of the same people; turning the two round turns its sign. NaN where undefined."""

MOST_TIES_OVER_ALL_SWAPS, FEWEST_SWAPS = 20_000_000, 39
"""Fewer swaps are made of large networks; 39 still tell p = 0.05 to either side of the mark."""


def swaps_for(ties: int, asked: int) -> int:
    """Return how often to swap reports among so many ties."""
    return min(asked, max(MOST_TIES_OVER_ALL_SWAPS // max(ties, 1), FEWEST_SWAPS))


def swapped_differences(
    pair: Pair, differences: dict[str, Difference], *, swaps: int, seed: int
) -> dict[str, NDArray[np.float64]]:
    """Return each difference as observed (first) and in every swap.

    Parameters
    ----------
    pair : Pair
    differences : dict of str to callable
    swaps : int
    seed : int

    Returns
    -------
    dict of str to float64 array, shape (1 + swaps,)
    """
    made = np.array(
        [[of(*graphs) for of in differences.values()] for graphs in _swapped(pair, swaps, seed)]
    ).reshape(1 + swaps, len(differences))
    return {name: made[:, i] for i, name in enumerate(differences)}


def _swapped(pair: Pair, swaps: int, seed: int) -> Iterator[tuple[Graph, Graph]]:
    stayers = int(pair.stayers.sum())
    yield pair.swapped(np.zeros(stayers, dtype=bool))
    for rng in np.random.default_rng([seed, 1]).spawn(swaps):
        yield pair.swapped(rng.random(stayers) < 1 / 2)


def p_of(differences: NDArray[np.float64]) -> float | None:
    """Return how often the difference is at least as large as the first; None where it has none.

    Examples
    --------
    Of four differences two are at least as large as the first, itself among them:

    >>> p_of(np.array([2.0, -3.0, 1.0, 0.0]))
    0.5
    """
    sizes = np.abs(differences[np.isfinite(differences)])
    if not np.isfinite(differences[0]) or len(sizes) < 2:
        return None
    return float((sizes >= sizes[0] - 1e-12).mean())
