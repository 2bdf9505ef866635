"""What one pass over the triangles of a graph gives, kept for every measure of that graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.engine import threads, told
from weft.measures.kernels.chance import kept
from weft.network import Graph

if TYPE_CHECKING:
    from weft._core import Rows, TriangleFigures


def triangle_figures_of(graph: Graph) -> TriangleFigures | None:
    """Return triangles, constraint and effective size of a graph; None where the core is not used.

    They are worked out together, which costs about twice as much as counting triangles alone and
    serves the census, clustering, transitivity, constraint and effective size.
    """
    rows = graph.rows_for("triangles")
    return None if rows is None else _found(graph, rows)


@kept
def _found(graph: Graph, rows: Rows) -> TriangleFigures:  # noqa: ARG001  (it is kept by the graph)
    from weft._core import triangle_figures

    return triangle_figures(rows, people=True, burt=True, threads=threads(), tell=told("triangles"))
