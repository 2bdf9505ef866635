"""Whose leaving splits a part of the network, and which groups nobody's leaving splits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft.network import Graph


def cut_points(graph: Graph) -> NDArray[np.bool_]:
    """Return who is such that their part falls into more parts without them, direction aside."""
    if (rows := graph.rows_for("cut_points")) is not None:
        from weft import _core

        return _core.cut_points(rows)[0].astype(bool)
    cut = np.zeros(graph.n, dtype=bool)
    cut[graph.igraph_either.articulation_points()] = True
    return cut


def sizes_of_the_unsplit(graph: Graph) -> NDArray[np.int64]:
    """Return the size of each group that stays in one piece whoever of it leaves.

    Two people joined by a tie that is the only way between them are a group of two. People without
    ties belong to no group, and cut points to several. The groups come in no particular order.
    """
    if (rows := graph.rows_for("cut_points")) is not None:
        from weft import _core

        return _core.cut_points(rows)[1].astype(np.int64)
    return np.array(graph.igraph_either.biconnected_components().sizes(), dtype=np.int64)
