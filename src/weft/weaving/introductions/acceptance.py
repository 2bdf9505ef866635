"""How likely two people are to accept an introduction: the closer they stand, the likelier."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.network import Graph

ONWARD = 0.7
"""The chance that a walk goes on to a further acquaintance instead of starting again."""

LEAST = 0.1
"""The chance for two people between whom there is no way: an introduction needs no path, only a
reason."""


def closeness(graph: Graph) -> NDArray[np.float64]:
    r"""Return how close each two people stand, as a table; the same both ways.

    A walk starts at one of them, goes on to an acquaintance with chance 0.7 and else starts again;
    how often it is at the other says how close they are (personalised PageRank on the ties without
    direction), as the mean of both ways:

    .. math:: C = \tfrac12 (W + W^T), \qquad W = (1 - a)\,(I - a\,D^{-1} A)^{-1}, \quad a = 0.7

    Of the scores tried on five networks with several waves it ranks the pairs that are tied in the
    next wave best (see "How introductions are chosen"). Cost: O(n^3), once.
    """
    n = graph.n
    source, target, _ = graph.arcs
    walk = np.eye(n)
    degree = np.maximum(graph.sent, 1)
    walk[source, target] -= ONWARD / degree[source]
    ways = (1 - ONWARD) * np.linalg.inv(walk)
    close: NDArray[np.float64] = (ways + ways.T) / 2
    return close


def acceptance(graph: Graph) -> NDArray[np.float64]:
    """Return the chance that both accept an introduction, as a table, 0.1 to 1.

    It grows with closeness; at the middle of those who are two steps apart it is half way. It is a
    weight, and no forecast: who knows the people knows better.
    """
    close = closeness(graph)
    middle = _middle_of_two_steps(graph, close)
    if middle == 0:
        return np.full_like(close, LEAST)
    likely: NDArray[np.float64] = LEAST + (1 - LEAST) * close / (close + middle)
    return likely


def _middle_of_two_steps(graph: Graph, close: NDArray[np.float64]) -> float:
    """Return the middle closeness of pairs with an acquaintance in common; 0: there are none."""
    source, target, _ = graph.arcs
    near = np.eye(graph.n, dtype=bool)
    near[source, target] = True
    low, high = (graph.adjacency @ graph.adjacency).nonzero()
    apart = (low < high) & ~near[low, high]
    return float(np.median(close[low[apart], high[apart]])) if apart.any() else 0.0
