"""Structural holes around each person (Burt): constraint and effective size."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.engine import threads, told
from weft.measures.kernels.triads import triangle_figures_of
from weft.measures.kernels.triangles import TiedPairs, pairs_of, triangles
from weft.network import Graph

AT_ONCE = 5_000_000
"""How many ways over two ties are held at a time: bounds the memory."""

Floats = NDArray[np.float64]


def contacts(pairs: TiedPairs) -> NDArray[np.int64]:
    """Return how many others each person is tied to in either direction."""
    return np.bincount(np.concatenate([pairs.low, pairs.high]), minlength=pairs.n)


def _strength(pairs: TiedPairs) -> Floats:
    """Return a_ij + a_ji of each pair: 1 where one names the other, 2 where both do."""
    return pairs.forth.astype(float) + pairs.back


def _summed(pairs: TiedPairs, of_low: Floats, of_high: Floats) -> Floats:
    """Return for each person the sum of what each of their pairs gives them."""
    ends = np.concatenate([pairs.low, pairs.high])
    given = np.concatenate([of_low, of_high])
    return np.bincount(ends, weights=given, minlength=pairs.n).astype(np.float64)


def constraint_of(graph: Graph, *, two_steps: bool = False) -> Floats:
    """Return Burt's constraint of each person; nan for those without ties.

    Parameters
    ----------
    graph : Graph
    two_steps : bool
        Sum over everyone whom a person reaches in one or two steps, and not only over those tied
        to them.
    """
    if two_steps and (rows := graph.rows_for("constraint_over_two_steps")) is not None:
        from weft._core import constraint_over_two_steps

        return constraint_over_two_steps(rows, threads=threads(), tell=told("ties of ties"))
    if not two_steps and (found := triangle_figures_of(graph)) is not None:
        return found.constraint
    pairs = pairs_of(graph)
    strength = _strength(pairs)
    whole = _summed(pairs, strength, strength)
    forth, back = strength / whole[pairs.low], strength / whole[pairs.high]
    via_forth, via_back = _through_others(pairs, forth, back)
    summed = _summed(pairs, (forth + via_forth) ** 2, (back + via_back) ** 2)
    if two_steps:
        counted = _summed(pairs, via_forth**2, via_back**2)
        summed += np.maximum(_over_two_ties(pairs, forth, back) - counted, 0.0)
    return np.where(contacts(pairs) > 0, summed, np.nan)


def _through_others(pairs: TiedPairs, forth: Floats, back: Floats) -> tuple[Floats, Floats]:
    """Return the sum of p_iq p_qj over the q tied to both, for the two directions of each pair."""
    many = len(pairs.keys)
    via = np.zeros((2, many))
    for ab, ac, bc in triangles(pairs):
        for towards, pair, way in (
            (0, ab, forth[ac] * back[bc]),
            (1, ab, forth[bc] * back[ac]),
            (0, ac, forth[ab] * forth[bc]),
            (1, ac, back[bc] * back[ab]),
            (0, bc, back[ab] * forth[ac]),
            (1, bc, back[ac] * forth[ab]),
        ):
            via[towards] += np.bincount(pair, weights=way, minlength=many)
    return via[0], via[1]


def _over_two_ties(pairs: TiedPairs, forth: Floats, back: Floats) -> Floats:
    """Return for each person the sum, over everyone else, of (the sum of p_iq p_qj) squared."""
    from scipy.sparse import csr_array

    one = np.concatenate([pairs.low, pairs.high])
    other = np.concatenate([pairs.high, pairs.low])
    n, invested = pairs.n, np.concatenate([forth, back])
    shares = csr_array((invested, (one, other)), shape=(n, n))
    ways = np.cumsum(np.bincount(one, weights=contacts(pairs)[other], minlength=n))
    summed = np.zeros(n)
    start = 0
    while start < n:
        before = ways[start - 1] if start else 0.0
        stop = max(int(np.searchsorted(ways, before + AT_ONCE, side="right")), start + 1)
        reached = (shares[start:stop] @ shares).tocoo()
        row, column = reached.coords
        others = row + start != column
        weights = reached.data[others] ** 2
        summed[start:stop] = np.bincount(row[others], weights=weights, minlength=stop - start)
        start = stop
    return summed


def effective_size_of(graph: Graph) -> Floats:
    """Return how many of each person's contacts are not doubled by another; nan without ties."""
    if (found := triangle_figures_of(graph)) is not None:
        return found.effective_size
    pairs = pairs_of(graph)
    strength = _strength(pairs)
    n, degree = pairs.n, contacts(pairs)
    whole = _summed(pairs, strength, strength)
    greatest = np.zeros(n)
    np.maximum.at(greatest, pairs.low, strength)
    np.maximum.at(greatest, pairs.high, strength)
    doubled = np.zeros(n)
    for ab, ac, bc in triangles(pairs):
        a, b, c = pairs.low[ab], pairs.high[ab], pairs.high[ac]
        for i, to_j, to_k, j, k, across in (
            (a, ab, ac, b, c, bc),
            (b, ab, bc, a, c, ac),
            (c, ac, bc, a, b, ab),
        ):
            via_k, via_j = strength[to_k] / greatest[j], strength[to_j] / greatest[k]
            lost = strength[across] * (via_k + via_j) / whole[i]
            doubled += np.bincount(i, weights=lost, minlength=n)
    return np.where(degree > 0, degree - doubled, np.nan)
