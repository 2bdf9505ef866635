"""Between which two values a figure must lie, whatever those who did not answer would say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from weft.measures.registry import Registered
from weft.network import Graph

MOST_TRIED = 10
"""Up to so many unknown ties every way of answering is tried: some thousand networks."""
MOST_CELLS = 250_000
"""Of a larger network the unknown ties are not written out."""


def hard_range(
    graph: Graph, found: Registered, options: Mapping[str, Any]
) -> tuple[float, float] | None:
    """Return the least and the greatest value that any answers of the silent could give a figure.

    Exact, and without any assumption on the silent. It is had of figures that declare that one more
    tie never lowers them, from the network with none of the unknown ties and the one with all; and
    of any figure where so few ties are unknown that every way of answering can be tried.

    Parameters
    ----------
    graph : Graph
    found : Registered
        A figure whose value is a number.
    options : mapping
        What the measure takes.

    Returns
    -------
    (least, most) or None
        None where it cannot be had exactly, or some way of answering leaves the figure undefined.

    Examples
    --------
    Ana and Ben answered, and Ana names Ben. Cy could name both, or nobody, so 1 to 3 of 6 ties are
    there:

    >>> import weft
    >>> from weft.measures.registry import registered
    >>> people = {"id": ["Ana", "Ben", "Cy"], "responded": ["yes", "yes", "no"]}
    >>> graph = weft.read([("Ana", "Ben")], people=people).graph()
    >>> least, most = hard_range(graph, registered("density"), {})
    >>> round(least, 4), round(most, 4)
    (0.1667, 0.5)
    """
    if graph.n**2 > MOST_CELLS or graph.n_answered == 0 or graph.known_by == "anyone":
        return None
    source, target = _unknown(graph)
    ways: Iterator[NDArray[np.bool_]]
    if found.declaration.more_ties_never_lower:
        ways = iter((np.zeros(len(source), dtype=bool), np.ones(len(source), dtype=bool)))
    elif len(source) <= MOST_TRIED:
        ways = (np.array(way, dtype=bool) for way in product((False, True), repeat=len(source)))
    else:
        return None
    strength = float(np.median(graph.weight)) if graph.m else 1.0
    values = []
    for way in ways:
        filled = graph.with_ties(
            np.concatenate([graph.source, source[way]]),
            np.concatenate([graph.target, target[way]]),
            np.concatenate([graph.weight, np.full(int(way.sum()), strength)]),
        )
        value = found.figure(filled, **options).value
        if not isinstance(value, int | float):
            return None
        values.append(float(value))
    return min(values), max(values)


def _unknown(graph: Graph) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the pairs of which it is not known whether there is a tie."""
    known = np.repeat(graph.answered[:, None], graph.n, axis=1)
    if not graph.directed or graph.known_by != "source":
        known |= known.T
    known[graph.source, graph.target] = True
    np.fill_diagonal(known, val=True)
    open_ = ~known if graph.directed else np.triu(~known)
    source, target = np.nonzero(open_)
    return source.astype(np.int32), target.astype(np.int32)
