"""Networks from networkx and igraph graphs, without importing either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.roles.edges import tables_of_edges
from weft.formats.tables import NetworkLike, Tables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ENDS = ("source", "target")


def is_networkx(source: object) -> bool:
    """Return whether this is a networkx graph of any kind."""
    return _is_of(source, "networkx") and hasattr(source, "is_multigraph")


def is_igraph(source: object) -> bool:
    """Return whether this is an igraph graph."""
    return _is_of(source, "igraph") and hasattr(source, "vs")


def _is_of(source: object, package: str) -> bool:
    return any(cls.__module__.split(".")[0] == package for cls in type(source).__mro__)


def ties_in_networkx(graph: NetworkLike) -> Tables:
    """Return the ties, and everyone with their attributes, of a networkx graph."""
    origin = "the networkx graph"
    nodes, attributes = [node for node, _ in graph.nodes(data=True)], [
        data for _, data in graph.nodes(data=True)
    ]  # fmt: skip
    edges = list(graph.edges(data=True))
    return tables_of_edges(
        origin,
        name=str(graph.graph.get("name") or "network"),
        directed=None if graph.is_directed() else False,
        people={"id": nodes, **_by_name(attributes)},
        edges={
            "source": [str(edge[0]) for edge in edges],
            "target": [str(edge[1]) for edge in edges],
            **_more(_by_name([edge[2] for edge in edges])),
        },
    )


def ties_in_igraph(graph: NetworkLike) -> Tables:
    """Return the ties, and everyone with their attributes, of an igraph graph.

    People are called by the vertex attribute ``name``, or by position where there is none.
    """
    origin = "the igraph graph"
    attributes = {key: list(graph.vs[key]) for key in graph.vs.attributes()}
    ids = attributes.pop("name", None) or list(range(graph.vcount()))
    pairs = graph.get_edgelist()
    title = graph["name"] if "name" in graph.attributes() else None
    return tables_of_edges(
        origin,
        name=str(title or "network"),
        directed=None if graph.is_directed() else False,
        people={"id": ids, **{k: v for k, v in attributes.items() if k != "id"}},
        edges={
            "source": [str(ids[first]) for first, _ in pairs],
            "target": [str(ids[second]) for _, second in pairs],
            **_more({key: list(graph.es[key]) for key in graph.es.attributes()}),
        },
    )


def _more(edges: Mapping[str, Sequence[object]]) -> dict[str, Sequence[object]]:
    """Return the attributes of edges without those that the ends have taken the names of."""
    return {f"attribute {key}" if key in ENDS else key: values for key, values in edges.items()}


def _by_name(records: Sequence[Mapping[str, object]]) -> dict[str, list[object]]:
    """Return the attributes of nodes or edges as columns; a missing one is None."""
    keys = dict.fromkeys(str(key) for record in records for key in record)
    keys.pop("id", None)
    texts = [{str(key): value for key, value in record.items()} for record in records]
    return {key: [record.get(key) for record in texts] for key in keys}
