"""Which people hang together, with and without regard to the direction of ties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from weft.engine import core_for
from weft.measures.kernels.chance import kept
from weft.network import Graph, load_igraph

if TYPE_CHECKING:
    from igraph import Graph as IGraph
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from weft._core import Rows

SMALL = 50_000
"""Up to this many ties igraph is used: importing scipy's graph module costs more than it saves."""


def parts(graph: Graph, connection: Literal["weak", "strong"] = "weak") -> NDArray[np.intp]:
    """Return the number of the part that each person hangs together with, from 0 on."""
    if (rows := graph.rows_for("components")) is not None:
        return _found(graph, rows, connection)
    return _without_core(graph.adjacency, connection)


@kept
def _found(graph: Graph, rows: Rows, connection: str) -> NDArray[np.intp]:  # noqa: ARG001  (it is kept by the graph)
    from weft._core import strong_components, weak_components

    find = weak_components if connection == "weak" else strong_components
    return find(rows).astype(np.intp)


def parts_of(adjacency: csr_array) -> NDArray[np.intp]:
    """Return the same, direction disregarded, of ties in a matrix of compressed rows."""
    if core_for("components", adjacency.nnz // 2) is not None:
        from weft._core import weak_parts

        start, to = adjacency.indptr.astype(np.int64), adjacency.indices.astype(np.int32)
        return weak_parts(start, to).astype(np.intp)
    return _without_core(adjacency, "weak")


def _without_core(adjacency: csr_array, connection: Literal["weak", "strong"]) -> NDArray[np.intp]:
    if adjacency.nnz <= SMALL:
        found = igraph_of(adjacency).connected_components(mode=connection)
        return np.array(found.membership, dtype=np.intp)
    from scipy.sparse.csgraph import connected_components

    _, label = connected_components(adjacency, directed=True, connection=connection)
    return np.asarray(label, dtype=np.intp)


def steps_from(adjacency: csr_array, people: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return how many steps it takes from each of these people to everybody; inf without a way."""
    if adjacency.nnz <= SMALL:
        return np.array(igraph_of(adjacency).distances(source=people.tolist()), dtype=np.float64)
    from scipy.sparse.csgraph import dijkstra

    return np.asarray(dijkstra(adjacency, unweighted=True, indices=people), dtype=np.float64)


def weak_sizes(graph: Graph) -> NDArray[np.int64]:
    """Return the size of each part that hangs together when direction is disregarded."""
    return np.bincount(parts(graph)).astype(np.int64)


def strong_sizes(graph: Graph) -> NDArray[np.int64]:
    """Return the size of each part in which everyone reaches everyone along the ties."""
    return np.bincount(parts(graph, "strong")).astype(np.int64)


def igraph_of(adjacency: csr_array) -> IGraph:
    """Return the ties of compressed rows as a directed igraph graph."""
    arcs = adjacency.tocoo()
    edges = np.column_stack([arcs.row, arcs.col]).astype(np.int64)
    graph: IGraph = load_igraph().Graph(n=adjacency.shape[0], edges=edges, directed=True)
    return graph
