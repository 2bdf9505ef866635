"""What an introduction would change in the network, if it became a tie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.measures.kernels.components import parts
from weft.measures.registry import registered
from weft.network import Graph

FAINT = 0.01
"""Where the network is in parts, everybody is as if tied to everybody by 0.01 / n of a tie."""


@dataclass(frozen=True, slots=True)
class Resistance:
    """The effective resistance of a network, and how much each new tie would lower it.

    Attributes
    ----------
    total : float
        Summed over all pairs.
    drop : float64 array, shape (n_people, n_people)
        By how much the total falls if two people are tied.
    """

    total: float
    drop: NDArray[np.float64]


def resistance(graph: Graph) -> Resistance:
    r"""Return the effective resistance, and the drop for each new tie; exact.

    With ties as wires of one ohm, the resistance between two people is small where many short ways
    join them. One more tie between i and j lowers its sum over all pairs by

    .. math:: n \frac{\lVert L^+ (e_i - e_j) \rVert^2}{1 + (e_i - e_j)^T L^+ (e_i - e_j)}

    (Sherman and Morrison), where L is the Laplacian of the ties in either direction. Where the
    network is in parts there is no finite resistance; everybody is then as if tied to everybody by
    a faint tie of ``0.01 / n``. Cost: O(n^3), once for all pairs.

    Examples
    --------
    A chain of three has 1 + 1 + 2; a triangle 2/3 for each pair, so that closing it saves 2:

    >>> from weft.weaving.ground import ground_of
    >>> found = resistance(ground_of([("Ana", "Ben"), ("Ben", "Cy")]).tied)
    >>> round(found.total, 6), round(float(found.drop[0, 2]), 6)
    (4.0, 2.0)
    """
    from scipy.linalg.blas import dsyrk  # here: it takes as long to load as a small portrait

    n = graph.n
    laplacian = np.diag(graph.received.astype(np.float64))
    source, target, _ = graph.arcs
    laplacian[source, target] -= 1.0
    if n and parts(graph).max() > 0:
        laplacian += FAINT * (np.eye(n) - 1.0 / n)
    inverse = np.linalg.inv(laplacian + 1.0 / n) - 1.0 / n
    own = np.diag(inverse)
    between = own[:, None] + own[None, :] - 2 * inverse
    squared = dsyrk(1.0, inverse.T, trans=1, lower=1)  # half the work of a product
    squared += np.tril(squared, -1).T
    own = np.diag(squared)
    drop = n * (own[:, None] + own[None, :] - 2 * squared) / (1 + between)
    return Resistance(float(n * np.trace(inverse)), drop)


def joined_without(graph: Graph, hubs: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return which further share of pairs could reach each other without the hubs, for each tie.

    A tie between two parts of what is left when the hubs have gone joins everybody in the one with
    everybody in the other. Ties with a hub join nobody then.
    """
    left = np.flatnonzero(~hubs)
    source, target, weight = graph.source, graph.target, graph.weight
    stays = ~hubs[source] & ~hubs[target]
    part = parts(graph.with_ties(source[stays], target[stays], weight[stays]))
    many = np.bincount(part[left], minlength=graph.n).astype(np.float64)
    size = np.where(hubs, 0.0, many[part])
    joined = np.outer(size, size) * (part[:, None] != part[None, :])
    pairs = len(left) * (len(left) - 1) / 2
    share: NDArray[np.float64] = joined / max(pairs, 1.0)
    return share


def evenness(
    ties: NDArray[np.int64], a: NDArray[np.intp], b: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Return by how much the Gini coefficient of how many ties people have falls, for each pair.

    Exact, for one pair at a time; below 0 where a tie would make it less even.

    Examples
    --------
    Of three people one has two ties and two have one; if these two meet all have two, and the Gini
    coefficient falls from 1/6 to 0:

    >>> round(float(evenness(np.array([2, 1, 1]), np.array([1]), np.array([2]))[0]), 6)
    0.166667
    """
    n, total = len(ties), int(ties.sum())
    if n == 0:
        return np.zeros(len(a))
    ordered = np.sort(ties)
    ranked = float((np.arange(1, n + 1) * ordered).sum())
    up_to = np.searchsorted(ordered, np.arange(int(ordered[-1]) + 1), side="right")
    more = up_to[ties[a]] + up_to[ties[b]] - (ties[a] == ties[b])
    now = 2 * ranked / (n * total) if total else (n + 1) / n
    then: NDArray[np.float64] = 2 * (ranked + more) / (n * (total + 2))
    return now - then


@dataclass(frozen=True, slots=True)
class Shape:
    """The two figures of the portrait that introductions are to move."""

    centralization: float
    two_connected: float


def shape(graph: Graph, *, seed: int = 0) -> Shape:
    """Return betweenness centralization and the two-connected share, as the portrait has them."""
    if graph.n < 3:
        return Shape(0.0, 0.0)
    central = registered("betweenness_centralization").figure(graph, seed=seed).value
    unsplit = registered("two_connected_share").figure(graph).value
    return Shape(*(float(v) if isinstance(v, int | float) else 0.0 for v in (central, unsplit)))


def with_pair(graph: Graph, a: int, b: int) -> Graph:
    """Return the network with two more people tied."""
    return graph.with_ties(
        np.append(graph.source, np.int32(a)),
        np.append(graph.target, np.int32(b)),
        np.append(graph.weight, 1.0),
    )
