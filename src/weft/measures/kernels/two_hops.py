"""Whom each person could get to know through those they are tied to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from weft.engine import threads, told
from weft.measures.kernels.removal import symmetric

if TYPE_CHECKING:
    from weft.network import Graph

BITS = 61
"""Sums of scores have this many bits, so that they never overflow 64."""

By = Literal["adamic_adar", "resource_allocation"]


@dataclass(frozen=True, slots=True)
class Reachable:
    """For each person asked about, those two ties away and not tied to them, the best first.

    Attributes
    ----------
    people : int array, shape (n_asked, most)
        Positions; -1 where there are no more.
    score : float64 array, shape (n_asked, most)
    """

    people: NDArray[np.intp]
    score: NDArray[np.float64]


def two_hops(
    graph: Graph,
    *,
    by: By = "adamic_adar",
    most: int = 20,
    asked: NDArray[np.intp] | None = None,
) -> Reachable:
    """Return whom people are not tied to and have the most, or the closest, acquaintances with.

    The score of two people sums over all whom both are tied to (in either direction): 1 / log d by
    Adamic and Adar (2003), 1 / d by resource allocation (Zhou, Lü and Zhang 2009), for an
    acquaintance with d ties. Equals networkx. It is added up in whole numbers, so that equal scores
    are equal; of those the person who comes first is better.

    Parameters
    ----------
    graph : Graph
    by : {'adamic_adar', 'resource_allocation'}
    most : int
        How many for each person.
    asked : positions, optional
        Whom to answer for; everyone where left out.
    """
    people = np.arange(graph.n) if asked is None else np.asarray(asked)
    worth, unit = _worth(graph, by)
    if (rows := graph.rows_for("two_hops")) is not None:
        from weft import _core

        best, score = _core.two_hops(
            rows,
            people.astype(np.int32),
            worth,
            min(most, graph.n + 1),
            threads=threads(),
            tell=told("acquaintances of acquaintances"),
        )
    else:
        best, score = _by_matrix(graph, people, worth, min(most, graph.n + 1))
    return Reachable(best.astype(np.intp), score / unit)


def _worth(graph: Graph, by: By) -> tuple[NDArray[np.int64], float]:
    """Return what an acquaintance adds, as whole numbers of a unit so fine that it does not matter.

    Nobody adds more than 1.5, and nobody has more acquaintances than the one with most ties.
    """
    first, second = graph.either
    ties = np.bincount(first, minlength=graph.n) + np.bincount(second, minlength=graph.n)
    unit = 2.0 ** (BITS - int(ties.max(initial=1)).bit_length())
    adds = ties > 1  # through somebody with one tie nobody is reached
    spread = np.log(ties[adds]) if by == "adamic_adar" else ties[adds]
    worth = np.zeros(graph.n, dtype=np.int64)
    worth[adds] = np.rint(unit / spread)
    return worth, unit


def _by_matrix(
    graph: Graph, people: NDArray[np.intp], worth: NDArray[np.int64], most: int
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the best of the product of the ties with themselves."""
    table = symmetric(graph.n, *graph.either)
    mine = table[people]
    scores = (mine.multiply(worth[np.newaxis, :]).tocsr() @ table).tocsr()
    best = np.full((len(people), most), -1, dtype=np.int32)
    score = np.zeros((len(people), most), dtype=np.int64)
    for at, person in enumerate(people.tolist()):
        row = slice(scores.indptr[at], scores.indptr[at + 1])
        others, values = scores.indices[row], scores.data[row]
        tied = mine.indices[mine.indptr[at] : mine.indptr[at + 1]]
        new = (values > 0) & (others != person) & ~np.isin(others, tied)
        others, values = others[new], values[new]
        order = np.lexsort((others, -values))[:most]
        best[at, : len(order)], score[at, : len(order)] = others[order], values[order]
    return best, score
