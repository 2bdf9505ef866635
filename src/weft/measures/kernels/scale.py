"""How strong a tie can be."""

from __future__ import annotations

from weft.network import Graph

WITHOUT_STRENGTHS = "Undefined, because the data tell no strengths apart: every tie counts alike."


def tells_strengths(graph: Graph) -> bool:
    """Return whether strengths mean anything: a scale is declared, or they differ."""
    return graph.relation.scale is not None or graph.strengths.least != graph.strengths.greatest


def top_of_scale(graph: Graph) -> tuple[float, str]:
    """Return the greatest strength a tie can have, and in words where that is known from.

    There must be at least one tie where no scale is declared.
    """
    if graph.relation.scale is not None:
        low, high = graph.relation.scale
        return high, f"on the declared scale from {low:g} to {high:g}"
    top = graph.strengths.greatest
    if graph.strengths.least == top:
        return top, f"every tie has the strength {top:g}: the data tell no strengths apart"
    return top, f"no scale is declared; {top:g} is the greatest strength seen"
