"""Labels dealt out anew over the people, all ties staying where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for
from weft.network import InvalidRequestError
from weft.uncertainty.replicates.figures import share
from weft.uncertainty.replicates.model import Asked, Tell, core_for_replicates
from weft.uncertainty.replicates.streams import Streams

if TYPE_CHECKING:
    from weft.network import Graph


def dealt_groups(
    graph: Graph,
    group: NDArray[np.integer],
    replicates: int,
    *,
    seed: int,
    first: int = 0,
    tell: Tell | None = None,
) -> NDArray[np.int64]:
    """Return how many ties run from each group to each, with the groups dealt out anew.

    Parameters
    ----------
    graph : Graph
    group : integer array, shape (n_people,)
        Everyone's group as a code from 0 on.
    replicates, seed, first, tell
        As in :meth:`weft.uncertainty.replicates.Model.figures`.

    Returns
    -------
    int64 array, shape (replicates, groups, groups)
        Row = group of the source; each tie counts once, also without direction.

    See Also
    --------
    external_internal, assortativity : Figures of such counts.

    Examples
    --------
    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Cy", "Di"), ("Ana", "Cy")]
    >>> graph = weft.read(ties, everyone_answered=True).graph()
    >>> counts = dealt_groups(graph, np.array([0, 0, 1, 1]), 1_000, seed=1)
    >>> counts.shape, round(float(external_internal(counts).mean()), 1)
    ((1000, 2, 2), 0.3)
    """
    if len(group) != graph.n or (graph.n and group.min() < 0):
        message = f"group has {len(group)} codes; expected one from 0 on for each of {graph.n}."
        raise InvalidRequestError(message)
    asked = Asked(replicates, seed, first, tell)
    groups = int(group.max()) + 1 if graph.n else 0
    codes = group.astype(np.int32)
    if (core := core_for_replicates(graph.n, graph.m)) is not None:
        counts: NDArray[np.int64] = core.permuted_groups(
            graph.source, graph.target, codes, groups, **asked.of_core()
        )
        return counts
    parts = [np.empty((0, groups, groups), dtype=np.int64)]
    for numbers in asked.in_parts(graph.n + graph.m):
        dealt = codes[Streams(seed, numbers).shuffled(graph.n)]
        cells = dealt[:, graph.source].astype(np.int64) * groups + dealt[:, graph.target]
        cells += np.arange(len(numbers))[:, None] * groups**2
        drawn = np.bincount(cells.ravel(), minlength=len(numbers) * groups**2)
        parts.append(drawn.reshape(len(numbers), groups, groups))
    return np.concatenate(parts)


def dealt_inside(
    graph: Graph,
    group: NDArray[np.integer],
    replicates: int,
    *,
    seed: int,
    first: int = 0,
    tell: Tell | None = None,
) -> NDArray[np.int64]:
    """Return how many ties stay within a group, with the groups dealt out anew.

    Parameters
    ----------
    graph : Graph
        Of any size.
    group : integer array, shape (n_people,)
        Everyone's group as a code from 0 on.
    replicates, seed, first, tell
        As in :meth:`weft.uncertainty.replicates.Model.figures`.

    Returns
    -------
    int64 array, shape (replicates,)

    Examples
    --------
    >>> import weft
    >>> graph = weft.read([("Ana", "Ben")], everyone_answered=True).graph()
    >>> dealt_inside(graph, np.array([0, 0]), 3, seed=1).tolist()
    [1, 1, 1]
    """
    asked = Asked(replicates, seed, first, tell)
    codes = np.ascontiguousarray(group, dtype=np.int32)
    if (core := core_for("replicates", graph.m)) is not None:
        counts: NDArray[np.int64] = core.permuted_inside(
            graph.source, graph.target, codes, **asked.of_core()
        )
        return counts
    parts = [np.empty(0, dtype=np.int64)]
    for numbers in asked.in_parts(graph.n + graph.m):
        dealt = codes[Streams(seed, numbers).shuffled(graph.n)]
        parts.append((dealt[:, graph.source] == dealt[:, graph.target]).sum(axis=1))
    return np.concatenate(parts)


def external_internal(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return Krackhardt and Stern's E-I index of counts of ties by group; NaN without ties.

    Parameters
    ----------
    counts : int64 array, shape (..., groups, groups)
    """
    total = counts.sum(axis=(-2, -1))
    inside = np.trace(counts, axis1=-2, axis2=-1)
    return share(total - 2 * inside, total)


def assortativity(counts: NDArray[np.int64], *, directed: bool) -> NDArray[np.float64]:
    """Return Newman's assortativity of counts of ties by group; NaN where it is undefined.

    Parameters
    ----------
    counts : int64 array, shape (..., groups, groups)
    directed : bool
        Without direction each tie counts in both.
    """
    both = counts if directed else counts + np.swapaxes(counts, -2, -1)
    total = both.sum(axis=(-2, -1))
    alike = (both.sum(axis=-1) * both.sum(axis=-2)).sum(axis=-1)
    inside = np.trace(both, axis1=-2, axis2=-1)
    return share(inside * total - alike, total**2 - alike)


def dealt_sums(
    graph: Graph,
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    replicates: int,
    *,
    seed: int,
    weighted: bool = False,
    first: int = 0,
    tell: Tell | None = None,
) -> NDArray[np.float64]:
    """Return the sum over ties of x of the source times y of the target, both dealt out anew.

    A person's x and y stay together.

    Parameters
    ----------
    graph : Graph
    x, y : float64 arrays, shape (n_people,)
    replicates, seed, first, tell
        As in :meth:`weft.uncertainty.replicates.Model.figures`.
    weighted : bool
        Multiply each by the strength of the tie.

    Returns
    -------
    float64 array, shape (replicates,)

    Examples
    --------
    >>> import weft
    >>> graph = weft.read([("Ana", "Ben")], everyone_answered=True).graph()
    >>> x = np.array([2.0, 3.0])
    >>> dealt_sums(graph, x, x, 3, seed=1).tolist()
    [6.0, 6.0, 6.0]
    """
    if len(x) != graph.n or len(y) != graph.n:
        message = f"x has {len(x)} numbers and y {len(y)}; expected {graph.n}, one for each person."
        raise InvalidRequestError(message)
    asked = Asked(replicates, seed, first, tell)
    weight = graph.weight if weighted else np.ones(graph.m)
    x, y = np.ascontiguousarray(x, dtype=float), np.ascontiguousarray(y, dtype=float)
    if (core := core_for_replicates(graph.n, graph.m)) is not None:
        sums: NDArray[np.float64] = core.permuted_sums(
            graph.source, graph.target, weight, x, y, **asked.of_core()
        )
        return sums
    parts = [np.empty(0)]
    for numbers in asked.in_parts(graph.n + graph.m):
        people = Streams(seed, numbers).shuffled(graph.n)
        parts.append((x[people[:, graph.source]] * y[people[:, graph.target]]) @ weight)
    return np.concatenate(parts)
