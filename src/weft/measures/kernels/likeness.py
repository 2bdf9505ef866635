"""Who looks alike in a network: settles ties between people without regard to the order of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for, told
from weft.measures.kernels.components import parts_of

if TYPE_CHECKING:
    from scipy.sparse import csr_array

TRIANGLES_UP_TO = 2_000
"""Above this many people, triangles are not counted: it costs more than it tells apart."""


def colours(adjacency: csr_array) -> NDArray[np.uint64]:
    """Return a number for each person that depends only on how the network looks from there.

    People of different numbers differ in how they are placed; people of the same number cannot be
    told apart by the size of their part, their triangles, and the ties of those they are tied to,
    however far out (colour refinement). Arithmetic is on whole numbers, so no rounding decides.

    Parameters
    ----------
    adjacency : compressed rows, symmetric, shape (n, n)
    """
    if core_for("likeness", adjacency.nnz // 2) is not None:
        from weft import _core

        starts, ends = adjacency.indptr.astype(np.int64), adjacency.indices.astype(np.int32)
        return _core.colours(starts, ends, tell=told("who stands alike"))
    n = adjacency.shape[0]
    ties = adjacency.astype(np.uint64)
    part = parts_of(adjacency)
    colour: NDArray[np.uint64] = _mixed(np.bincount(part)[part].astype(np.uint64)) + ties.sum(
        axis=1
    )
    if n <= TRIANGLES_UP_TO:
        colour = _mixed(colour) + (ties @ ties).multiply(ties).sum(axis=1).astype(np.uint64)
    told_apart = 0
    while (kinds := len(np.unique(colour))) > told_apart:
        told_apart = kinds
        colour = _mixed(_mixed(colour) + ties @ _mixed(colour + np.uint64(1)))
    return colour


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return each number scattered over 64 bits (the finaliser of splitmix64)."""
    mixed: NDArray[np.uint64] = numbers + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
