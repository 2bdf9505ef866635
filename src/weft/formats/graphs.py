"""Networks from networkx and igraph graphs, without importing either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.people_columns import people_from
from weft.formats.table import Table
from weft.formats.tables import NetworkLike, Tables, said_by_both, text_array
from weft.formats.values import text_column
from weft.network import TIE_COLUMNS, Columns, Notice, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

UNNAMED_RELATION = "ties"
ENDS = ("source", "target", "reporter")


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
    return _tables(
        origin,
        name=str(graph.graph.get("name") or "network"),
        directed=bool(graph.is_directed()),
        people={"id": nodes, **_by_name(attributes)},
        ends=([edge[0] for edge in edges], [edge[1] for edge in edges]),
        edges=_by_name([edge[2] for edge in edges]),
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
    return _tables(
        origin,
        name=str(title or "network"),
        directed=bool(graph.is_directed()),
        people={"id": ids, **{k: v for k, v in attributes.items() if k != "id"}},
        ends=([ids[first] for first, _ in pairs], [ids[second] for _, second in pairs]),
        edges={key: list(graph.es[key]) for key in graph.es.attributes()},
    )


def _tables(
    origin: str,
    *,
    name: str,
    directed: bool,
    people: Mapping[str, Sequence[object]],
    ends: tuple[Sequence[object], Sequence[object]],
    edges: Mapping[str, Sequence[object]],
) -> Tables:
    table = Table(
        origin=origin,
        headings=tuple(people),
        columns=tuple(text_column(values) for values in people.values()),
        first_row=1,
    )
    everyone, notices, problems = people_from(table)
    columns = {"source": text_array(_texts(ends[0])), "target": text_array(_texts(ends[1]))}
    left = [key for key in edges if key not in TIE_COLUMNS or key in ENDS[:2]]
    for role, values in edges.items():
        if role not in left:
            columns[role] = text_column(values)
    if left:
        names = ", ".join(quoted(key) for key in left)
        text = f"Attributes of the ties of {origin} that were left out: {names}."
        notices = (*notices, Notice(kind="columns-left-out", text=text, count=len(left)))
    ties = Columns(origin, columns, first_row=1)
    undirected: frozenset[str] = frozenset()
    if not directed:
        ties = said_by_both(ties)
        names_of = columns.get("relation")
        found = names_of.unique().to_pylist() if names_of is not None else [None]
        undirected = frozenset(relation or UNNAMED_RELATION for relation in found)
    return Tables(
        name=name,
        ties=ties,
        people=everyone,
        undirected=undirected,
        notices=notices,
        problems=problems,
    )


def _by_name(records: Sequence[Mapping[str, object]]) -> dict[str, list[object]]:
    """Return the attributes of nodes or edges as columns; a missing one is None."""
    keys = dict.fromkeys(str(key) for record in records for key in record)
    keys.pop("id", None)
    texts = [{str(key): value for key, value in record.items()} for record in records]
    return {key: [record.get(key) for record in texts] for key in keys}


def _texts(values: Sequence[object]) -> list[str]:
    return [str(value) for value in values]
