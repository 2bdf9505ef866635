"""What is left of a network when people leave one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.engine import told
from weft.measures.kernels.likeness import colours

if TYPE_CHECKING:
    from collections.abc import Callable

    from scipy.sparse import csr_array

    from weft.network import Graph

LOOKED_AT_AGAIN_UP_TO = 200
"""Up to this many people, those who stand alike are told apart anew after each one who leaves."""


def symmetric(n: int, first: NDArray[np.int32], second: NDArray[np.int32]) -> csr_array:
    """Return the 0/1 matrix of pairs, each standing in both directions."""
    from scipy.sparse import csr_array

    rows, columns = np.concatenate([first, second]), np.concatenate([second, first])
    return csr_array((np.ones(len(rows), dtype=np.int64), (rows, columns)), shape=(n, n))


def largest_left(graph: Graph, order: NDArray[np.intp]) -> NDArray[np.int64]:
    """Return the size of the largest part after each person in ``order`` has left.

    People are put back in reverse order, and parts that meet are joined (Newman and Ziff 2001), so
    that all the sizes together cost little more than one.

    Parameters
    ----------
    graph : Graph
        Ties in either direction hold people together.
    order : positions of everyone, each once
    """
    if (rows := graph.rows_for("removal")) is not None:
        from weft import _core

        return _core.largest_left(rows, order.astype(np.int64))
    n, adjacency = graph.n, symmetric(graph.n, *graph.either)
    starts, ends = adjacency.indptr.tolist(), adjacency.indices.tolist()
    root, size = list(range(n)), [1] * n
    back = [False] * n
    left, largest = np.zeros(n, dtype=np.int64), 0
    for after in range(n - 1, 0, -1):
        person = int(order[after])
        back[person] = True
        mine = person
        for other in ends[starts[person] : starts[person + 1]]:
            if not back[other]:
                continue
            theirs = other
            while root[theirs] != theirs:
                root[theirs] = root[root[theirs]]
                theirs = root[theirs]
            if theirs != mine:
                small, mine = sorted((theirs, mine), key=size.__getitem__)
                root[small] = mine
                size[mine] += size[small]
        largest = max(largest, size[mine])
        left[after - 1] = largest
    return left


def by_degree(graph: Graph) -> NDArray[np.intp]:
    """Return everyone in the order: most ties first, counted anew after each one who leaves.

    Those who tie are told apart by how the network looks from each of them, so that the order of
    the rows decides only between people who stand alike.
    """
    if (rows := graph.rows_for("removal")) is not None:
        from weft import _core

        return _core.by_degree(rows, tell=told("who stands alike")).astype(np.intp)
    n, adjacency = graph.n, symmetric(graph.n, *graph.either)
    ties = np.diff(adjacency.indptr).astype(np.int64)
    colour = colours(adjacency)
    order: list[int] = []
    while len(order) < n and (most := ties.max()) > 1:
        person = _chosen(adjacency, np.flatnonzero(ties == most), colour, ties >= 0)
        order.append(person)
        others = adjacency.indices[adjacency.indptr[person] : adjacency.indptr[person + 1]]
        ties[others] -= 1
        ties[person] = -n
        # A person who has left stays far below 0, whatever the later ones who leave take off.
    if len(order) < n:
        order.extend(_pairs_then_the_rest(adjacency, ties))
    return np.array(order, dtype=np.intp)


def _pairs_then_the_rest(adjacency: csr_array, ties: NDArray[np.int64]) -> list[int]:
    """Return those who are left, none with two ties: one of each pair first, then all others."""
    paired = np.flatnonzero(ties == 1)
    first: list[int] = []
    for person in paired.tolist():
        others = adjacency.indices[adjacency.indptr[person] : adjacency.indptr[person + 1]]
        if person < others[ties[others] == 1][0]:
            first.append(person)
    rest: list[int] = np.setdiff1d(np.flatnonzero(ties >= 0), first).tolist()
    return first + rest


def by_figure(
    adjacency: csr_array, figure: Callable[[csr_array], NDArray[np.float64]]
) -> NDArray[np.intp]:
    """Return everyone in the order: greatest figure first.

    Up to 200 people the figure is had anew after each one who leaves, above once for all.
    """
    n = adjacency.shape[0]
    colour = colours(adjacency)
    if n > LOOKED_AT_AGAIN_UP_TO:
        return np.lexsort((colour, -np.round(figure(adjacency), 9)))
    order: list[int] = []
    here = np.ones(n, dtype=bool)
    while here.any():
        present = np.flatnonzero(here)
        values = np.round(figure(adjacency[present][:, present]), 9)
        tied = present[values == values.max()]
        order.append(_chosen(adjacency, tied, colour, here))
        here[order[-1]] = False
    return np.array(order, dtype=np.intp)


def _chosen(
    adjacency: csr_array,
    tied: NDArray[np.intp],
    colour: NDArray[np.uint64],
    here: NDArray[np.bool_],
) -> int:
    """Return one of those who tie, by where they stand: at the start, then among those left."""
    if len(tied) > 1:
        tied = tied[colour[tied] == colour[tied].min()]
    if len(tied) > 1 and len(colour) <= LOOKED_AT_AGAIN_UP_TO:
        now = np.zeros_like(colour)
        present = np.flatnonzero(here)
        now[present] = colours(adjacency[present][:, present])
        tied = tied[now[tied] == now[tied].min()]
    return int(tied[0])
