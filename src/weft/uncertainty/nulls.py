"""What chance alone would give: random networks that keep some of what is there.

Each function takes a numpy Generator and gives plain arrays; nothing is random behind one's back.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ties = tuple[NDArray[np.int32], NDArray[np.int32]]
"""Two columns of positions: source and target; ``source < target`` without direction."""

ROUNDS_BEFORE, MOST_ROUNDS_BETWEEN = 20, 30
"""Rounds of swaps before the first network, and the most from one network to the next."""


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

    Ties pair off at random, and the two of a pair swap an end wherever that makes neither a
    self-tie nor a repeat, whatever the other pairs do; where two pairs are in each other's way,
    neither swaps. Such a round can be run backwards as likely as forwards, so that in the long run
    every network is equally likely; rounds with a single pair make sure that each can be reached.
    From one network to the next there are about as many swaps as ties. With direction, everyone
    keeps how many they name and how many name them; three who name each other in a ring and nobody
    else keep the sense of the ring, which no swap can turn.

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
    ends = np.array([source, target], dtype=np.int64)
    turned = 2 * ends.shape[1] > n * (n - 1) // (1 if directed else 2)
    if turned:
        # Where most ties are there, swap the few that are not: it comes to the same, and is faster.
        ends = _absent(n, ends, directed=directed)
    made = []
    done = sum(_round(rng, n, ends, directed=directed) for _ in range(ROUNDS_BEFORE))
    each = max(done / ROUNDS_BEFORE, 1.0)
    between = min(MOST_ROUNDS_BETWEEN, int(np.ceil(ends.shape[1] / each)))
    for _ in range(draws):
        for _ in range(between):
            _round(rng, n, ends, directed=directed)
        _round(rng, n, ends, directed=directed, alone=True)
        now = _absent(n, ends, directed=directed) if turned else ends
        first, second = now if directed else np.sort(now, axis=0)
        made.append((first.astype(np.int32), second.astype(np.int32)))
    return made


def _round(
    rng: np.random.Generator,
    n: int,
    ends: NDArray[np.int64],
    *,
    directed: bool,
    alone: bool = False,
) -> int:
    """Let ties swap ends two by two, in place; return how many pairs did."""
    m = ends.shape[1]
    if m < 2:
        return 0
    drawn = rng.choice(m, 2, replace=False) if alone else rng.permutation(m)
    half = len(drawn) // 2
    one, other = drawn[:half], drawn[half : 2 * half]
    (a, b), (c, d) = ends[:, one], ends[:, other]
    if not directed:
        turn = rng.random(half) < 1 / 2
        c, d = np.where(turn, d, c), np.where(turn, c, d)
    there = _keys(n, *ends, directed=directed)
    wanted = np.concatenate([_keys(n, a, d, directed=directed), _keys(n, c, b, directed=directed)])
    concerned = np.concatenate([there[one], there[other], wanted]).reshape(4, half)
    unique = ~_repeated(n, np.concatenate([there, wanted]), concerned)
    free = unique[0] & unique[1] & unique[2] & unique[3] & (a != d) & (c != b)
    ends[:, one[free]] = a[free], d[free]
    ends[:, other[free]] = c[free], b[free]
    return int(free.sum())


def _keys(
    n: int, first: NDArray[np.int64], second: NDArray[np.int64], *, directed: bool
) -> NDArray[np.int64]:
    """Return one number for each tie, the same for both ways where there is no direction."""
    if directed:
        return first * n + second
    return np.minimum(first, second) * n + np.maximum(first, second)


def _repeated(n: int, keys: NDArray[np.int64], concerned: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return which of the concerned stand more than once among the keys."""
    if n * n <= 32 * len(keys):  # one place for each pair of people is soon filled
        times: NDArray[np.intp] = np.bincount(keys)
        return times[concerned] > 1
    ordered = np.sort(keys)
    repeated = np.append(ordered[1:][ordered[1:] == ordered[:-1]], -1)
    same: NDArray[np.bool_] = repeated[np.searchsorted(repeated[:-1], concerned)] == concerned
    return same


def _absent(n: int, ends: NDArray[np.int64], *, directed: bool) -> NDArray[np.int64]:
    """Return the ties that could be there and are not."""
    free = ~np.eye(n, dtype=bool) if directed else np.triu(np.ones((n, n), dtype=bool), 1)
    free.flat[_keys(n, *ends, directed=directed)] = False
    return np.array(np.nonzero(free), dtype=np.int64)


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
