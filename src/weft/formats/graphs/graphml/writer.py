"""Writing GraphML that Gephi, yEd, Cytoscape, igraph and networkx read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.carrying import Written
from weft.formats.graphs.graph_xml import (
    escaped,
    node_columns,
    number,
    refuse_control_characters,
)
from weft.formats.graphs.graphml.keys import name_among
from weft.formats.roles.edges import edges_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from weft.network import Network

Cell = str | float | None

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write_graphml(network: Network) -> Written:
    """Return a network as a GraphML file: people as nodes, reports as edges.

    Raises
    ------
    InvalidRequestError
        If there is text in it that XML cannot hold.

    Notes
    -----
    The name of a person is the attribute ``label``, which Gephi and others show; where an attribute
    is called that, it is ``name``. An edge has ``weight`` and, where they say something,
    ``relation``, ``wave``, ``reporter`` and ``date``.
    """
    edges = edges_of(network)
    refuse_control_characters(network, edges, "GraphML")
    about = node_columns(network)
    label = "name" if name_among(about) else "label"
    nodes: dict[str, Sequence[Cell]] = {label: network.people.names, **about}
    more = edges.more
    node_keys = {heading: f"n{place}" for place, heading in enumerate(nodes)}
    edge_keys = {heading: f"e{place}" for place, heading in enumerate(more)}
    lines = [HEAD, *_keys("node", node_keys), *_keys("edge", edge_keys)]
    # networkx reads a graph that is directed or not, but none of edges of both kinds.
    usual = any(edges.directed) or not len(edges)
    lines.append(f'  <graph edgedefault="{"directed" if usual else "undirected"}">\n')
    for i, person in enumerate(network.people.ids):
        lines += _element("node", f'id="{escaped(person)}"', nodes, node_keys, i)
    for i, (source, target) in enumerate(zip(edges.source, edges.target, strict=True)):
        ends = f'source="{escaped(source)}" target="{escaped(target)}"'
        start = ends if edges.directed[i] == usual else f'{ends} directed="false"'
        lines += _element("edge", start, more, edge_keys, i)
    lines.append("  </graph>\n</graphml>\n")
    return Written("".join(lines).encode())


def _keys(of: str, keys: Mapping[str, str]) -> Iterator[str]:
    for heading, key in keys.items():
        kind = "double" if of == "edge" and heading == "weight" else "string"
        name = escaped(heading)
        yield f'  <key id="{key}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'


def _element(
    name: str, start: str, columns: Mapping[str, Sequence[Cell]], keys: Mapping[str, str], row: int
) -> Iterator[str]:
    """Yield a node or an edge, with the values that it has."""
    values = [(keys[heading], cells[row]) for heading, cells in columns.items()]
    if all(value is None for _, value in values):
        yield f"    <{name} {start}/>\n"
        return
    yield f"    <{name} {start}>\n"
    for key, value in values:
        if isinstance(value, float):
            yield f'      <data key="{key}">{number(value)}</data>\n'
        elif value is not None:
            text = str(value)
            # A reader takes a line break at the start or the end for the layout of the file.
            keep = ' xml:space="preserve"' if text.strip() != text else ""
            yield f'      <data key="{key}"{keep}>{escaped(text)}</data>\n'
    yield f"    </{name}>\n"
