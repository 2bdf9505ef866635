"""Whose leaving splits a part of the network, and which groups nobody's leaving splits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weft.measures.kernels.chance import kept
from weft.network import Graph

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft._core import Rows


def cut_points(graph: Graph) -> NDArray[np.bool_]:
    """Return who is such that their part falls into more parts without them, direction aside."""
    if (rows := graph.rows_for("cut_points")) is not None:
        return _found(graph, rows)[0]
    cut = np.zeros(graph.n, dtype=bool)
    cut[graph.igraph_either.articulation_points()] = True
    return cut


def sizes_of_the_unsplit(graph: Graph) -> NDArray[np.int64]:
    """Return the size of each group that stays in one piece whoever of it leaves.

    Two people joined by a tie that is the only way between them are a group of two. People without
    ties belong to no group, and cut points to several. The groups come in no particular order.
    """
    if (rows := graph.rows_for("cut_points")) is not None:
        return _found(graph, rows)[1]
    return np.array(graph.igraph_either.biconnected_components().sizes(), dtype=np.int64)


@kept
def _found(graph: Graph, rows: Rows) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:  # noqa: ARG001  (it is kept by the graph)
    from weft._core import cut_points as walked

    cut, sizes = walked(rows)
    return cut.astype(bool), sizes.astype(np.int64)
