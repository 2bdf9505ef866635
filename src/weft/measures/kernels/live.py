"""Figures of a graph that changes, from what it always knows of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weft.measures.kernels.concentration import centralization, gini, hill_number

if TYPE_CHECKING:
    from weft.network import LiveGraph


def live_figures(live: LiveGraph) -> dict[str, float]:
    """Return the figures that follow a change at once, by the id of their measure.

    Each equals what its measure gives for ``live.graph()`` when everybody answered; those that are
    undefined are left out. Constraint and effective size are not among them: they cost more, see
    :meth:`weft.network.LiveGraph.constraint`.

    Examples
    --------
    Ana names Ben, and Ben names Cy; then Cy names Ben back, so that of three ties two are returned:

    >>> import weft
    >>> from weft.network import LiveGraph
    >>> ties = [("Ana", "Ben"), ("Ben", "Cy")]
    >>> live = LiveGraph(weft.read(ties, everyone_answered=True).graph())
    >>> live.change(add=([2], [1]))
    >>> figures = live_figures(live)
    >>> figures["density"], round(figures["reciprocity"], 4), round(figures["effective_leaders"], 4)
    (0.5, 0.6667, 1.8)
    """
    n, m = live.n, live.m
    if n < 2:
        return {}
    received = live.in_degree()
    figures = {
        "density": m / (n * (n - 1) if live.directed else n * (n - 1) // 2),
        "mean_degree": float(live.out_degree().mean()),
        "largest_component_share": live.largest_part / n,
    }
    if live.directed and m:
        figures["reciprocity"] = 2 * live.mutual / m
    most = n - 1 if live.directed else n - 2
    if most:
        shares = received / (n - 1)
        figures["leadership_centralization"] = min(1.0, centralization(shares, float(most)))
    if m:
        figures["effective_leaders"] = hill_number(received.astype(np.float64), 2)
        figures["leadership_gini"] = min(1.0, max(0.0, gini(received.astype(np.float64))))
    paths, closed = live.two_paths()
    if paths:
        figures["transitivity"] = closed / paths
    return figures
