"""Who can reach whom along the ties: what Krackhardt's four figures of a hierarchy are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for, threads, told
from weft.measures.kernels.components import parts
from weft.network import load_igraph

if TYPE_CHECKING:
    from weft.network import Graph

BLOCK = 8_192
"""How many columns of the table of ancestors are held at once (one bit each)."""


@dataclass(frozen=True, slots=True)
class Condensed:
    """A network with each circle of people who all reach one another drawn together to one.

    Attributes
    ----------
    sizes : int64 array, shape (n_circles,)
        How many people each circle has. Circles stand in an order in which ties only run forward.
    part : int array, shape (n_circles,)
        The part of the network (regardless of direction) that each circle belongs to.
    first_above, above : int64 arrays
        The circles with a tie to circle c are ``above[first_above[c] : first_above[c + 1]]``.
    """

    sizes: NDArray[np.int64]
    part: NDArray[np.int64]
    first_above: NDArray[np.int64]
    above: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.sizes)


@dataclass(frozen=True, slots=True)
class Reached:
    """How many pairs of people reach each other, and how many reach in one direction only."""

    both_ways: int
    one_way: int


def condensed(graph: Graph, *, turned: bool = False) -> Condensed:
    """Return the circles of a network and the ties between them.

    Parameters
    ----------
    graph : Graph
    turned : bool
        Turn every tie round first.
    """
    if (rows := graph.rows_for("krackhardt")) is not None:
        from weft import _core

        return Condensed(*_core.condensed(rows, turned=turned))
    circle = parts(graph, "strong").astype(np.int64)
    k = int(circle.max()) + 1 if len(circle) else 0
    above, below = reversed(graph.arcs[:2]) if turned else graph.arcs[:2]
    source, target = circle[above], circle[below]
    between = source != target
    keys = np.unique(source[between] * k + target[between])
    source, target = keys // max(k, 1), keys % max(k, 1)
    drawn = load_igraph().Graph(n=k, edges=np.column_stack([source, target]), directed=True)
    order = np.array(drawn.topological_sorting(mode="out"), dtype=np.int64)
    place = np.empty(k, dtype=np.int64)
    place[order] = np.arange(k)
    source, target = place[source], place[target]
    by_target = np.argsort(target, kind="stable")
    part = np.array(drawn.connected_components(mode="weak").membership, dtype=np.int64)
    return Condensed(
        sizes=np.bincount(circle, minlength=k).astype(np.int64)[order],
        part=part[order],
        first_above=np.searchsorted(target[by_target], np.arange(k + 1)),
        above=source[by_target],
    )


def ancestors(circles: Condensed) -> Iterator[tuple[int, NDArray[np.uint8]]]:
    """Yield, block by block, which circles reach which: a bit for each ancestor (or itself).

    Yields
    ------
    first : int
        The circle that the first bit stands for.
    bits : uint8 array, shape (n_circles, n_bytes)
        Row c holds the ancestors of circle c, least bit first.
    """
    k = len(circles)
    first_above, above = circles.first_above.tolist(), circles.above
    for first in range(0, k, BLOCK):
        wide = min(BLOCK, k - first)
        bits = np.zeros((k, -(-wide // 8)), dtype=np.uint8)
        own = np.arange(wide)
        bits[first + own, own // 8] = 1 << (own % 8)
        for c in range(first, k):
            if first_above[c] < first_above[c + 1]:
                upper = above[first_above[c] : first_above[c + 1]]
                bits[c] |= np.bitwise_or.reduce(bits[upper], axis=0)
        yield first, bits


def reached_pairs(circles: Condensed) -> Reached:
    """Return how many pairs of people reach each other along the ties, and how."""
    sizes = circles.sizes
    within = int((sizes * (sizes - 1) // 2).sum())
    return Reached(both_ways=within, one_way=_reaching_pairs(circles) - int((sizes**2).sum()))


def _reaching_pairs(circles: Condensed) -> int:
    """Return how many ordered pairs reach one another, each person reaching themselves."""
    sizes, ordered = circles.sizes, 0
    if core_for("krackhardt", len(circles.above)) is not None:
        from weft import _core

        return _core.reaching_pairs(
            sizes,
            circles.first_above,
            circles.above,
            threads=threads(),
            tell=told("who reaches whom"),
        )
    for first, bits in ancestors(circles):
        weights = sizes[first : first + BLOCK]
        for at in range(0, len(circles), BLOCK):
            rows = np.unpackbits(bits[at : at + BLOCK], axis=1, bitorder="little")
            ordered += int(sizes[at : at + BLOCK] @ (rows[:, : len(weights)] @ weights))
    return ordered


def pairs_without_least_upper_bound(circles: Condensed) -> int:
    """Return how many pairs, of one part, have no one above both whom all others above reach.

    Among those above both, only the last in the order can be that one, and it is if and only if
    it has as many above it (itself counted) as the pair has in common. At most ``BLOCK`` circles.
    """
    if core_for("krackhardt", len(circles.above)) is not None:
        from weft import _core

        return _core.pairs_without_least_upper_bound(
            circles.sizes,
            circles.part,
            circles.first_above,
            circles.above,
            tell=told("who stands above whom"),
        )
    ((_, bits),) = ancestors(circles) if len(circles) else ((0, np.zeros((0, 1), dtype=np.uint8)),)
    k, sizes = len(circles), circles.sizes
    is_above = np.unpackbits(bits, axis=1, bitorder="little", count=k).astype(bool)
    many = is_above.sum(axis=1)
    missing = 0
    for c in range(k):
        mine = np.flatnonzero(is_above[c])
        shared = is_above[c + 1 :, mine]
        count = shared.sum(axis=1)
        last = mine[len(mine) - 1 - np.argmax(shared[:, ::-1], axis=1)]
        bounded = (count > 0) & (many[last] == count)
        lacking = ~bounded & (circles.part[c + 1 :] == circles.part[c])
        missing += int(sizes[c] * sizes[c + 1 :][lacking].sum())
    return missing


def redundant_share(ties: int, sizes: NDArray[np.int64], *, both_directions: bool) -> float | None:
    """Return the ties beyond what holds each part together, as a share of the most there could be.

    Parameters
    ----------
    ties : int
        How many there are: pairs, or arcs where ``both_directions``.
    sizes : int64 array
        How many people each part has.
    both_directions : bool
        Whether a pair can hold two ties.

    Returns
    -------
    float or None
        None where there is no room for a tie that is not needed.
    """
    needed = int((sizes - 1).sum())
    room = int((sizes * (sizes - 1)).sum() // (1 if both_directions else 2)) - needed
    return (ties - needed) / room if room else None
