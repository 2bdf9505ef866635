"""The one place that imports igraph, late and without what it would drag in.

``import igraph`` also imports matplotlib, cairo, plotly, pandas and networkx where they are
installed: 1.04 s of processor time instead of 0.1 s. They are hidden while it is imported.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from types import ModuleType

    import igraph

HIDDEN = ("matplotlib", "cairo", "cairocffi", "plotly", "pandas", "networkx")


def load_igraph() -> ModuleType:
    """Return the igraph module, imported without its plotting companions."""
    if "igraph" not in sys.modules:
        hidden = [name for name in HIDDEN if name not in sys.modules]
        sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None hides a module
        try:
            pass
        finally:
            for name in hidden:
                sys.modules.pop(name, None)
    return sys.modules["igraph"]


def igraph_from_arrays(
    n: int, source: NDArray[np.int32], target: NDArray[np.int32], *, directed: bool
) -> igraph.Graph:
    """Return an igraph graph of ``n`` people from two columns of positions."""
    edges = np.column_stack([source, target]).astype(np.int64)
    graph: igraph.Graph = load_igraph().Graph(n=n, edges=edges, directed=directed)
    return graph
