"""How much of a walk along the ties each person sees, from anywhere or from some people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.engine import told

if TYPE_CHECKING:
    from weft.network import Graph

DAMPING = 0.85
"""The chance that a walk goes on along a tie, instead of starting anew."""


def pagerank(
    graph: Graph,
    *,
    damping: float = DAMPING,
    tolerance: float = 1e-10,
    weighted: bool = False,
    start: NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """Return which share of a walk along the ties each person sees; the shares sum to 1.

    The walk goes on along a tie with chance ``damping`` and starts anew anywhere else; from those
    who name nobody it always starts anew (Brin and Page 1998). Equals igraph and networkx. One
    person after another is looked at with what is known by then (Gauss and Seidel), in one thread,
    over and over: O(m) each time, about 20 times for 1e-6.

    Parameters
    ----------
    graph : Graph
    damping : float
        0 or more, and less than 1.
    tolerance : float
        How far from the true ones all shares together may be.
    weighted : bool
        Choose among ties by their strength, instead of each alike.
    start : float array, shape (n_people,), optional
        A guess, all above 0, such as the shares before a few ties changed: the nearer it is, the
        sooner it is done. It does not change the result by more than the tolerance.
    """
    if graph.n == 0:
        return np.empty(0)
    if (rows := graph.rows_for("pagerank")) is not None:
        from weft import _core

        weight = strengths(graph) if weighted else None
        found, _ = _core.pagerank(
            rows, weight, start, damping=damping, tolerance=tolerance, tell=told("a walk")
        )
        return found
    weights = graph.weight.tolist() if weighted else None
    return np.array(graph.igraph.pagerank(damping=damping, weights=weights), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Nearby:
    """Whom walks that start at some people come to.

    Attributes
    ----------
    people : int array
        Positions, rising. Everybody else is taken for 0.
    score : float64 array
        The share of the walks that each of them sees, or a little less.
    left_out : float
        By how much the true shares of everybody together exceed these.
    """

    people: NDArray[np.intp]
    score: NDArray[np.float64]
    left_out: float


def nearby(
    graph: Graph,
    people: NDArray[np.intp],
    *,
    damping: float = DAMPING,
    tolerance: float = 1e-7,
    weighted: bool = False,
) -> Nearby:
    """Return whom walks that start, and start anew, at some people come to, and how much.

    Personalised PageRank, followed only as far as it matters (Andersen, Chung and Lang 2006): the
    cost is at most about ``1 / ((1 - damping) * tolerance)``, however large the network is.

    Parameters
    ----------
    graph : Graph
    people : positions
        One or more, each as likely a start as the others.
    damping : float
        0 or more, and less than 1.
    tolerance : float
        A person's share may be too low by about this for each whom they name.
    weighted : bool
        Choose among ties by their strength, instead of each alike.
    """
    start = np.unique(people)
    if (rows := graph.rows_for("pagerank")) is not None:
        from weft import _core

        weight = strengths(graph) if weighted else None
        found, score, left_out = _core.nearby(
            rows,
            start.astype(np.int32),
            weight,
            damping=damping,
            tolerance=tolerance,
            tell=told("a walk"),
        )
        return Nearby(found.astype(np.intp), score, left_out)
    each = np.array(
        graph.igraph.personalized_pagerank(
            damping=damping,
            weights=graph.weight.tolist() if weighted else None,
            reset_vertices=start.tolist(),
        )
    )
    reached = np.flatnonzero(each > 0)
    return Nearby(reached, each[reached], 0.0)


def strengths(graph: Graph) -> NDArray[np.float64]:
    """Return the strength of each tie, in the order in which the core's rows hold them."""
    if graph.directed:
        return graph.weight
    source, target, weight = graph.arcs
    return weight[np.lexsort((target, source))]
