"""Puts the pieces of a network side by side, so that loners at the edge do not shrink the rest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

GAP = 0.35
"""Between two pieces, in units of the distance between two neighbours."""

Positions = NDArray[np.float64]


def packed(pieces: Sequence[Positions]) -> list[Positions]:
    """Return the pieces moved so that none overlaps another: the largest first, others around it.

    Parameters
    ----------
    pieces : sequence of arrays, shape (k, 2)
        Each around its own origin, in one common unit; the largest first.

    Returns
    -------
    list of arrays
        In the same order. A piece sits as near to the middle as it finds room, on a spiral.
    """
    radii = np.array([reach(piece) + GAP for piece in pieces])
    centres = np.zeros((len(pieces), 2))
    for i in range(1, len(pieces)):
        centres[i] = _place(centres[:i], radii[:i], radii[i])
    return [piece + centre for piece, centre in zip(pieces, centres, strict=True)]


def reach(piece: Positions) -> float:
    """Return how far a piece reaches from its origin; a lone person half a step."""
    return max(float(np.hypot(piece[:, 0], piece[:, 1]).max(initial=0.0)), 0.5)


def _place(centres: Positions, radii: NDArray[np.float64], radius: float) -> Positions:
    """Return the free place nearest to the middle, among those that touch a piece already there."""
    turns = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    ring = np.column_stack([np.cos(turns), np.sin(turns)])
    candidates = (centres[:, None, :] + (radii + radius)[:, None, None] * ring).reshape(-1, 2)
    away = np.hypot(*(candidates[:, None, :] - centres[None, :, :]).transpose(2, 0, 1))
    free = (away >= radii + radius - 1e-9).all(axis=1)
    distance = np.where(free, np.hypot(candidates[:, 0], candidates[:, 1]), np.inf)
    place: Positions = candidates[int(distance.argmin())]
    return place


def in_rows(count: int, width: float) -> Positions:
    """Return places for people without ties: rows of even steps, centred below the rest."""
    across = max(1, min(count, int(width)))
    row, column = np.divmod(np.arange(count), across)
    last = count - across * ((count - 1) // across)
    length = np.where(row == (count - 1) // across, last, across)
    return np.column_stack([column - (length - 1) / 2, row.astype(float)])


def drawn_in(xy: Positions, quantile: float = 0.95) -> Positions:
    """Return positions with those few that lie far out brought near; directions are kept."""
    if len(xy) < 3:
        return xy
    xy = xy - np.median(xy, axis=0)
    radius = np.hypot(xy[:, 0], xy[:, 1])
    edge = max(float(np.quantile(radius, quantile)), 1e-9)
    beyond = np.maximum(radius - edge, 0)
    new = np.minimum(radius, edge) + edge * 0.25 * (1 - np.exp(-beyond / edge))
    moved: Positions = xy * (new / np.maximum(radius, 1e-9))[:, None]
    return moved
