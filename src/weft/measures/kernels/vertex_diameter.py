"""A bound on how many people any shortest way has: what it takes to trust a sample of ways.

Within a circle (people who all reach one another) a way is no longer than the way from its farthest
to the pivot and on to the other farthest; between circles it leads on and never back.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def vertex_diameter_bound(
    n: int, source: NDArray[np.int32], target: NDArray[np.int32], *, directed: bool
) -> int:
    """Return the bound; equal to that of the core, for where there is none.

    Examples
    --------
    Ways along a chain of four people have at most four:

    >>> vertex_diameter_bound(4, np.array([0, 1, 2]), np.array([1, 2, 3]), directed=True)
    4
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    if not n:
        return 0
    if not directed:
        source, target = np.concatenate([source, target]), np.concatenate([target, source])
    ties = csr_array((np.ones(len(source), dtype=np.int8), (source, target)), shape=(n, n))
    many, circle = connected_components(ties, directed=directed, connection="strong")
    degree = np.bincount(source, minlength=n) + np.bincount(target, minlength=n)
    by_degree = np.lexsort((np.arange(n), -degree))
    pivots = by_degree[np.unique(circle[by_degree], return_index=True)[1]]
    inner = circle[source] == circle[target]
    there = _farthest(many, circle, pivots, source[inner], target[inner])
    back = _farthest(many, circle, pivots, target[inner], source[inner])
    people = np.minimum(there + back + 1, np.bincount(circle, minlength=many))
    return _longest(circle[source[~inner]], circle[target[~inner]], people)


def _farthest(
    many: int,
    circle: Ints,
    pivots: Ints,
    source: NDArray[np.int32],
    target: NDArray[np.int32],
) -> Ints:
    """Return for each circle the most steps that it takes from its pivot to anyone in it."""
    steps = np.full(len(circle), -1, dtype=np.int64)
    steps[pivots] = 0
    at = 0
    while (steps == at).any():
        reached = target[steps[source] == at]
        steps[reached[steps[reached] < 0]] = at + 1
        at += 1
    most = np.zeros(many, dtype=np.int64)
    np.maximum.at(most, circle, steps)
    return most


def _longest(above: Ints, below: Ints, people: Ints) -> int:
    """Return the most people on a way through circles, each taken after all that lead to it."""
    before = np.zeros(len(people), dtype=np.int64)
    while len(above):  # as often as the longest way has circles
        farther = before.copy()
        np.maximum.at(farther, below, (before + people)[above])
        if (farther == before).all():
            break
        before = farther
    return int((before + people).max())
