"""Writing GEXF 1.3 as Gephi reads it, with a timeline where every report has a date."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from weft.formats.carrying import Written
from weft.formats.graphs.graph_xml import (
    escaped,
    node_columns,
    number,
    refuse_control_characters,
)
from weft.formats.roles.edges import edges_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from weft.formats.roles.edges import Edges
    from weft.network import Network

Cell = str | float | None

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>Weft</creator>
  </meta>
"""
TIMELINE = 'mode="dynamic" timerepresentation="timestamp" timeformat="date"'


def write_gexf(network: Network) -> Written:
    """Return a network as a GEXF file: people as nodes, reports as edges.

    Raises
    ------
    InvalidRequestError
        If there is text in it that XML cannot hold.

    Notes
    -----
    The relation is the ``kind`` of an edge and the strength its ``weight``; wave, reporter and date
    are attributes of edges, declarations and attributes are attributes of nodes. There is no date
    of writing in it: the same network gives the same file.
    """
    edges = edges_of(network)
    refuse_control_characters(network, edges, "GEXF")
    about = node_columns(network)
    said = {role: edges.more[role] for role in ("wave", "reporter", "date") if role in edges.more}
    has_timeline = _all_days(edges.more.get("date", ()))
    usual = "directed" if any(edges.directed) or not len(edges) else "undirected"
    mode = TIMELINE if has_timeline else 'mode="static"'
    lines = [
        HEAD,
        f'  <graph {mode} defaultedgetype="{usual}" idtype="string">\n',
        *_declarations("node", about),
        *_declarations("edge", said),
        *_nodes(network, about),
        *_edges(edges, said, has_timeline=has_timeline),
        "  </graph>\n</gexf>\n",
    ]
    return Written("".join(lines).encode())


def _all_days(dates: Sequence[Cell]) -> bool:
    """Return whether there are dates, and all of them are days such as 2026-11-22."""
    return bool(dates) and all(_is_day(one) for one in set(dates))


def _is_day(text: Cell) -> bool:
    if not isinstance(text, str) or not DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _declarations(of: str, columns: Mapping[str, Sequence[Cell]]) -> Iterator[str]:
    if not columns:
        return
    yield f'    <attributes class="{of}" mode="static">\n'
    for place, heading in enumerate(columns):
        yield f'      <attribute id="{place}" title="{escaped(heading)}" type="string"/>\n'
    yield "    </attributes>\n"


def _nodes(network: Network, about: Mapping[str, Sequence[Cell]]) -> Iterator[str]:
    people = network.people
    yield f'    <nodes count="{len(people)}">\n'
    for i, (person, name) in enumerate(zip(people.ids, people.names, strict=True)):
        values = [cells[i] for cells in about.values()]
        start = f'      <node id="{escaped(person)}" label="{escaped(name)}"'
        yield from _element("node", start, values)
    yield "    </nodes>\n"


def _edges(
    edges: Edges, said: Mapping[str, Sequence[Cell]], *, has_timeline: bool
) -> Iterator[str]:
    relations, weights = edges.more.get("relation"), edges.more["weight"]
    yield f'    <edges count="{len(edges)}">\n'
    for i, (source, target) in enumerate(zip(edges.source, edges.target, strict=True)):
        kind = "" if relations is None else f' kind="{escaped(str(relations[i]))}"'
        at = f' timestamp="{said["date"][i]}"' if has_timeline else ""
        start = (
            f'      <edge id="{i}" source="{escaped(source)}" target="{escaped(target)}" '
            f'type="{"directed" if edges.directed[i] else "undirected"}"{kind} '
            f'weight="{number(weights[i])}"{at}'
        )
        yield from _element("edge", start, [cells[i] for cells in said.values()])
    yield "    </edges>\n"


def _element(name: str, start: str, values: Sequence[Cell]) -> Iterator[str]:
    """Yield a node or an edge, with the values that it has of its attributes."""
    if all(value is None for value in values):
        yield f"{start}/>\n"
        return
    yield f"{start}>\n        <attvalues>\n"
    for place, value in enumerate(values):
        if value is not None:
            yield f'          <attvalue for="{place}" value="{escaped(str(value))}"/>\n'
    yield f"        </attvalues>\n      </{name}>\n"
