"""Triangles of one cell of a network that is cut into blocks: parts of sums that can be added up.

Everyone is in a block. Every triangle, its people in order of rank, is in the cell of their three
blocks and in no other; whoever counts a cell needs the pairs between these blocks only (Suri and
Vassilvitskii 2011). All sums are of whole numbers, so that they come out the same in whatever order
the cells are added up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for
from weft.measures.kernels.triangles import TiedPairs, triangles

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Invested:
    """What the triangles around people are weighed with, from the whole network.

    Attributes
    ----------
    part : int64 array, shape (n_people,)
        1 / the summed strength of everyone's ties, in units of 2 to the power of -bits.
    rest : uint8 array, shape (n_people,)
        2 / the strength of everyone's strongest tie: 1 or 2.
    """

    part: Ints
    rest: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class CellSums:
    """What the triangles of a cell add to the sums of the network.

    Attributes
    ----------
    codes : int64 array, shape (64,)
        How many triangles, by their dyads as :mod:`weft.measures.kernels.census` tells them apart.
    via : int64 array, shape (n_pairs,)
        Of each pair the sum over a common contact q of s(i, q) s(q, j) part(q).
    lost : int64 array, shape (n_people,)
        Of each person i the sum over triangles of s(j, k) (s(i, k) rest(j) + s(i, j) rest(k)).
    """

    codes: Ints
    via: Ints
    lost: Ints


def bits_of(most_in_common: int) -> int:
    """Return how fine parts may be, so that no sum over common contacts overflows.

    Examples
    --------
    >>> bits_of(10), bits_of(1_000_000)
    (50, 42)
    """
    return min(50, 62 - most_in_common.bit_length())


def invested(whole: Ints, most: Ints, bits: int) -> Invested:
    """Return what everyone with ties is weighed with.

    Parameters
    ----------
    whole : int64 array
        The summed strength of everyone's ties: 1 for each one-way pair, 2 for each mutual one.
    most : int64 array
        The strength of their strongest one.
    bits : int
        See :func:`bits_of`.

    Examples
    --------
    >>> found = invested(np.array([1, 4]), np.array([1, 2]), bits=10)
    >>> found.part.tolist(), found.rest.tolist()
    ([1024, 256], [2, 1])
    """
    units = np.ldexp(1.0 / whole, bits)
    rounded = np.floor(units + 0.5).astype(np.int64)  # as the core rounds: halves go up
    return Invested(rounded, (2 // most).astype(np.uint8))


def triangles_of_cell(
    pairs: TiedPairs, block: NDArray[np.int32], cell: tuple[int, int, int], of: Invested
) -> CellSums:
    """Return what the triangles of a cell add to the sums.

    Parameters
    ----------
    pairs : TiedPairs
        The pairs between the blocks, people called by their rank.
    block : int32 array, shape (n_people,)
        Everyone's block, by rank.
    cell : tuple of int
        The blocks of the first, the second and the third person of a triangle, in order of rank.
    of : Invested
        By rank.

    Examples
    --------
    Three people who all name each other, everybody's ties adding up to 4. All in one block, they
    are a triangle of three mutual pairs, which is number 3 + 4 · 3 + 16 · 3:

    >>> everyone = np.arange(3)
    >>> low, high = np.array([0, 0, 1]), np.array([1, 2, 2])
    >>> both = np.ones(3, dtype=bool)
    >>> pairs = TiedPairs(n=3, low=low, high=high, forth=both, back=both, keys=low * 3 + high)
    >>> of = invested(np.full(3, 4), np.full(3, 2), bits=10)
    >>> found = triangles_of_cell(pairs, np.zeros(3, dtype=np.int32), (0, 0, 0), of)
    >>> found.codes[63], found.via.tolist(), found.lost.tolist()
    (np.int64(1), [1024, 1024, 1024], [8, 8, 8])
    """
    dyads = (pairs.forth + 2 * pairs.back.astype(np.uint8)).astype(np.uint8)
    if core_for("cell", len(pairs.keys)) is not None:
        from weft import _core

        start = np.searchsorted(pairs.low, np.arange(pairs.n + 1)).astype(np.int64)
        found = _core.triangles_of_cell(
            start, pairs.high.astype(np.int32), dyads, block, of.part, of.rest, cell=cell
        )
        return CellSums(*found)
    strength = np.where(dyads == 3, 2, 1)
    part, rest = of.part, of.rest.astype(np.int64)
    codes, via = np.zeros(64, dtype=np.int64), np.zeros(len(dyads), dtype=np.int64)
    lost = np.zeros(pairs.n, dtype=np.int64)
    for every_uv, every_uw, every_vw in triangles(pairs):
        corners = (pairs.low[every_uv], pairs.high[every_uv], pairs.high[every_uw])
        here = np.logical_and.reduce([block[x] == y for x, y in zip(corners, cell, strict=True)])
        uv, uw, vw = every_uv[here], every_uw[here], every_vw[here]
        u, v, w = (corner[here] for corner in corners)
        codes += np.bincount(dyads[uv] + 4 * dyads[uw] + 16 * dyads[vw], minlength=64)
        s_uv, s_uw, s_vw = strength[uv], strength[uw], strength[vw]
        np.add.at(via, uv, part[w] * (s_uw * s_vw))
        np.add.at(via, uw, part[v] * (s_uv * s_vw))
        np.add.at(via, vw, part[u] * (s_uv * s_uw))
        np.add.at(lost, u, s_vw * (s_uw * rest[v] + s_uv * rest[w]))
        np.add.at(lost, v, s_uw * (s_vw * rest[u] + s_uv * rest[w]))
        np.add.at(lost, w, s_uv * (s_vw * rest[u] + s_uw * rest[v]))
    return CellSums(codes, via, lost)
