"""Reading GEXF 1.1 to 1.3, of any namespace."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weft.formats.files.xml import local
from weft.formats.graphs.attributes import with_attributes
from weft.formats.graphs.gexf.attributes import declared_in, defaults_in, values_of
from weft.formats.graphs.gexf.times import date_of, spans_of
from weft.formats.graphs.graph_xml import (
    as_columns,
    graphs_in,
    lines_of,
    nothing_in,
    notices_of,
    split_roles,
)
from weft.formats.roles.edges import tables_of_edges
from weft.formats.roles.headings import TIE_HEADINGS, plain
from weft.network import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from weft.formats.files.file import File
    from weft.formats.graphs.gexf.attributes import Attribute
    from weft.formats.graphs.graph_xml import Row
    from weft.formats.tables import Reading, Tables
    from weft.network import Notice

DIRECTIONS = {
    "directed": "directed",
    "undirected": "undirected",
    "mutual": "mutual",
    "dir": "directed",  # these four are of version 1.0
    "undir": "undirected",
    "sim": "undirected",
    "double": "mutual",
}
NOTED = {
    "direction-assumed": (
        "{origin} does not say whether {n} [tie has|ties have] a direction; read as without, as "
        "GEXF has it."
    ),
    "mutual-ties": "{origin}: {n} mutual [tie was|ties were] read as two, one each way.",
    "hierarchy-flattened": (
        "{origin}: {n} [person stands|people stand] inside others; all were read side by side."
    ),
    "people-listed-again": (
        "{origin} lists people again under the same id and label {n} [time|times]; each was read "
        "as one person with the last values."
    ),
    "times-of-people-left-out": (
        "{origin}: the times of {n} [person|people] were left out."
    ),
    "times-of-ties-cut": (
        "{origin}: {n} [tie has|ties have] an end or more than one time; the first beginning was "
        "kept as the date."
    ),
    "times-left-out": (
        "{origin}: {n} [tie has|ties have] a time besides the date; it was left out."
    ),
    "values-over-time": (
        "{origin}: {n} [value|values] of attributes with a time; the last was kept, without it."
    ),
    "two-weights": (
        "{origin}: {n} [tie has|ties have] two different weights; the one among the attributes was "
        "kept."
    ),
    "graphs-left-out": "{origin} holds {n} further [graph, which was|graphs, which were] left out.",
}  # fmt: skip


@dataclass(slots=True)
class _Ties:
    """The ties of a file as they are gathered, and the line of each."""

    rows: list[Row] = field(default_factory=list)
    directed: list[bool] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def add(self, row: Row, *, directed: bool, number: int) -> None:
        self.rows.append(row)
        self.directed.append(directed)
        self.numbers.append(number)


def read_gexf(file: File, reading: Reading) -> Tables:
    """Return the people and the ties of a GEXF file.

    Raises
    ------
    UnreadableFileError
        If it is no XML, or another kind of XML.
    InvalidDataError
        If nobody is in it.
    """
    _, graphs = graphs_in(file, "gexf", "GEXF")
    noted: Counter[str] = Counter({"graphs-left-out": len(graphs) - 1})
    graph = graphs[0]
    nodes = [element for element in graph.iter() if local(element.tag) == "node"]
    edges = [element for element in graph.iter() if local(element.tag) == "edge"]
    if not nodes and not edges:
        raise nothing_in(file.origin, "GEXF")
    problems: list[Problem] = []
    edge_lines = lines_of(file.data, "edge", len(edges)) or range(1, len(edges) + 1)
    ties = _ties(file.origin, graph, edges, edge_lines, noted, problems)
    node_lines = lines_of(file.data, "node", len(nodes)) or range(1, len(nodes) + 1)
    people, own, people_rows = _people(graph, nodes, node_lines, noted)
    tables = tables_of_edges(
        file.origin,
        name=file.stem,
        people=people if nodes else None,
        edges=as_columns(ties.rows, ("source", "target")),
        directed=ties.directed,
        reading=reading,
        rows=ties.numbers,
        people_rows=people_rows,
        notices=[*notices_of(noted, NOTED, file.origin), *_time_zone(file.origin, graph, ties)],
        problems=problems,
    )
    return with_attributes(tables, own)


def _people(
    graph: Element, nodes: list[Element], lines: Sequence[int], noted: Counter[str]
) -> tuple[dict[str, list[str | None]], dict[str, list[str | None]], list[int]]:
    """Return the columns of people, those that are attributes for certain, and their lines."""
    declared = declared_in(graph, "node")
    noted["times-of-people-left-out"] += sum(bool(spans_of(node)) for node in nodes)
    noted["hierarchy-flattened"] += len(_inside_others(nodes))
    rows: list[Row] = []
    people: dict[str, list[str | None]] = {"id": [], "name": []}
    kept: list[int] = []
    first: dict[tuple[str | None, str | None], int] = {}
    for node, line in zip(nodes, lines, strict=True):
        row = values_of(node, declared, noted)
        person, name = node.get("id"), node.get("label")
        before = first.setdefault((person, name), len(rows))
        if person is not None and before < len(rows):
            # Dynamic files may list a node once for each time that it is there.
            rows[before] |= row
            noted["people-listed-again"] += 1
            continue
        rows.append(row)
        people["id"].append(person)
        people["name"].append(name)
        kept.append(line)
    if not any(people["name"]):
        del people["name"]
    defaults = defaults_in(declared)
    columns, own = split_roles(
        as_columns([defaults | row for row in rows], (one.heading for one in declared.values())),
        named="name" in people,
    )
    return people | columns, own, kept


def _inside_others(nodes: list[Element]) -> set[str | None]:
    """Return who stands inside somebody else, or has parents."""
    inside = {node.get("id") for node in nodes if node.get("pid") is not None}
    for node in nodes:
        for part in node:
            if local(part.tag) == "nodes":
                inside |= {other.get("id") for other in part}
            elif local(part.tag) == "parents":
                inside.add(node.get("id"))
    return inside


def _ties(
    origin: str,
    graph: Element,
    edges: list[Element],
    lines: Sequence[int],
    noted: Counter[str],
    problems: list[Problem],
) -> _Ties:
    declared = {key: _as_tie_attribute(one) for key, one in declared_in(graph, "edge").items()}
    said = [one.heading for one in declared.values() if plain(one.heading) in TIE_HEADINGS["date"]]
    date = said[0] if said else "date"
    usual = graph.get("defaultedgetype")
    # A slice shows one moment: then that is when its ties were there.
    moment = spans_of(graph)[:1] if graph.get("mode") == "slice" else []
    ties = _Ties()
    for edge, line in zip(edges, lines, strict=True):
        row: Row = {"source": edge.get("source"), "target": edge.get("target")}
        row |= _about_tie(edge, declared, date, moment, noted)
        word = edge.get("type", usual)
        noted["direction-assumed"] += word is None
        kind = DIRECTIONS.get((word or "undirected").strip().lower())
        if kind is None:
            problems.append(_unknown_type(origin, line, word))
        ties.add(row, directed=kind != "undirected", number=line)
        if kind == "mutual":
            noted["mutual-ties"] += 1
            turned = row | {"source": row["target"], "target": row["source"]}
            ties.add(turned, directed=True, number=line)
    return ties


def _as_tie_attribute(one: Attribute) -> Attribute:
    """Return an attribute of ties under a heading that the ends have not taken."""
    from dataclasses import replace

    if plain(one.heading) == "weight":
        return replace(one, heading="weight")
    if one.heading in {"source", "target"}:
        return replace(one, heading=f"attribute {one.heading}")
    return one


def _about_tie(
    edge: Element,
    declared: dict[str, Attribute],
    date: str,
    moment: list[tuple[str | None, str | None]],
    noted: Counter[str],
) -> Row:
    """Return what a file says of a tie besides its ends."""
    row = defaults_in(declared) | values_of(edge, declared, noted)
    weight = edge.get("weight")
    if weight is not None:
        among = row.setdefault("weight", weight)
        noted["two-weights"] += _number(among) != _number(weight)
    kind, label = edge.get("kind"), edge.get("label")
    if kind:
        if row.get("relation") is not None:
            row["attribute relation"] = row["relation"]
        row["relation"] = kind
    if label:
        row.setdefault("label", label)
    spans = spans_of(edge)
    first, more = date_of(spans or moment)
    if row.get(date) is None:
        row[date] = first
        noted["times-of-ties-cut"] += more
    else:
        noted["times-left-out"] += bool(spans) and (more or first != row[date])
    return row


def _number(text: str | None) -> float | str | None:
    try:
        return float(text or "")
    except ValueError:
        return text


def _unknown_type(origin: str, line: int, word: str | None) -> Problem:
    return Problem(
        kind="unknown-direction",
        origin=origin,
        row=line,
        column="type",
        found=quoted(word),
        expected="directed, undirected or mutual",
        mend="Correct the type of the edge.",
    )


def _time_zone(origin: str, graph: Element, ties: _Ties) -> list[Notice]:
    """Return a notice of the time zone that times without one are in."""
    from weft.network import Notice

    zone = graph.get("timezone", "").strip()
    if not zone or zone.upper() in {"UTC", "GMT", "Z"}:
        return []
    timed = sum(any("T" in (cell or "") for cell in _times(row)) for row in ties.rows)
    those_of = "1 tie were" if timed == 1 else f"{timed:,} ties were"
    text = (
        f"{origin}: the times of {those_of} kept as they are written; without a time zone of their "
        f"own they are in that of {zone}."
    )
    return [Notice(kind="time-zone", text=text, count=timed)] if timed else []


def _times(row: Row) -> list[str | None]:
    return [cell for heading, cell in row.items() if plain(heading) in TIE_HEADINGS["date"]]
