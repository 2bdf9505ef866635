"""What chance alone would give: random networks that keep some of what is there.

Each function takes a numpy Generator and gives plain arrays; nothing is random behind one's back.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.network.igraph_door import igraph_from_arrays, seeded_igraph

Ties = tuple[NDArray[np.int32], NDArray[np.int32]]
"""Two columns of positions: source and target; ``source < target`` without direction."""

SWAPS_BEFORE, SWAPS_BETWEEN = 5, 2
"""Attempted swaps for each tie before the first network, and from one network to the next."""


def same_size(rng: np.random.Generator, n: int, m: int, *, directed: bool) -> Ties:
    """Return ``m`` ties among ``n`` people, every such network being equally likely: G(n, m).

    Parameters
    ----------
    rng : numpy Generator
    n, m : int
        There must be room for so many ties.
    directed : bool

    Returns
    -------
    (source, target) : int32 arrays, shape (m,)
        Without self-ties or repeats; without direction ``source < target``.
    """
    if directed:
        cell = rng.choice(n * (n - 1), m, replace=False, shuffle=False)
        source, place = cell // max(n - 1, 1), cell % max(n - 1, 1)
        target = place + (place >= source)
    else:
        cell = rng.choice(n * (n - 1) // 2, m, replace=False, shuffle=False)
        # Pair number c stands in row t, with t (t - 1) / 2 <= c: t is the later of the two people.
        target = ((1 + np.sqrt(8.0 * cell + 1)) / 2).astype(np.int64)
        source = cell - target * (target - 1) // 2
    return source.astype(np.int32), target.astype(np.int32)


def same_degrees(
    rng: np.random.Generator,
    n: int,
    source: NDArray[np.int32],
    target: NDArray[np.int32],
    *,
    directed: bool,
    draws: int,
) -> list[Ties]:
    """Return random networks in which everyone has as many ties as they have here.

    Two ties drawn at random swap an end wherever that makes neither a self-tie nor a repeat; after
    5 attempts for each tie the first network is taken, and another after each further 2. (With
    direction, everyone keeps how many they name and how many name them.)

    Parameters
    ----------
    rng : numpy Generator
    n : int
    source, target : int32 arrays
        Without self-ties or repeats.
    directed : bool
    draws : int

    Returns
    -------
    list of (source, target)
    """
    graph = igraph_from_arrays(n, source, target, directed=directed)
    made = []
    with seeded_igraph(rng):
        for draw in range(draws):
            swaps = SWAPS_BETWEEN if draw else SWAPS_BEFORE
            if graph.ecount() > 1:
                graph.rewire(n=swaps * graph.ecount())
            ends = np.array(graph.get_edgelist(), dtype=np.int32).reshape(-1, 2)
            first, second = ends[:, 0], ends[:, 1]
            if not directed:
                first, second = np.minimum(first, second), np.maximum(first, second)
            made.append((first, second))
    return made


def same_groups(
    rng: np.random.Generator, group: NDArray[np.integer], draws: int
) -> NDArray[np.integer]:
    """Return everyone's group dealt out anew, the sizes of the groups and all ties being kept.

    Returns
    -------
    integer array, shape (draws, n_people)
    """
    return rng.permuted(np.tile(group, (draws, 1)), axis=1)


def share_as_high(observed: float, drawn: NDArray[np.float64]) -> float:
    """Return the share of the draws, and of what was observed, that are at least as high."""
    return float(((drawn >= observed - 1e-12).sum() + 1) / (len(drawn) + 1))


def share_as_far(observed: float, drawn: NDArray[np.float64], centre: float) -> float:
    """Return the share of the draws, and of what was observed, at least as far from the centre."""
    return share_as_high(abs(observed - centre), np.abs(drawn - centre))
