"""How deep in the thick of the network each person stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft.network import Graph


def core_numbers(graph: Graph) -> NDArray[np.int64]:
    """Return the greatest k such that each person belongs to the k-core, direction aside.

    In a k-core everyone is tied to at least k others of it (Seidman 1983). Found by taking away
    those with fewest ties left, one after another: O(n + m) (Batagelj and Zaversnik 2003).
    """
    if (rows := graph.rows_for("core_numbers")) is not None:
        from weft import _core

        return _core.core_numbers(rows).astype(np.int64)
    return np.array(graph.igraph_either.coreness(), dtype=np.int64)
