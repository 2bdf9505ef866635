"""Reading GraphML of any program."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from weft.formats.files.xml import local
from weft.formats.graphs.attributes import with_attributes
from weft.formats.graphs.graph_xml import (
    as_columns,
    graphs_in,
    lines_of,
    nothing_in,
    notices_of,
    split_roles,
)
from weft.formats.graphs.graphml.keys import (
    as_tie_headings,
    headings_of_people,
    keys_in,
    text_of,
    values_of,
)
from weft.formats.roles.edges import tables_of_edges
from weft.network import Notice, Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from weft.formats.files.file import File
    from weft.formats.graphs.graphml.keys import Key
    from weft.formats.tables import Reading, Tables

NETWORK_CANVAS = "{http://schema.networkcanvas.com/xmlns}"
MOST_NAMED = 10
DIRECTED = {"true": True, "1": True, "false": False, "0": False}
NOTED = {
    "direction-assumed": (
        "{origin} does not say whether {n} [tie has|ties have] a direction; they were read as ties "
        "without."
    ),
    "hierarchy-flattened": (
        "{origin}: {n} [graph stands|graphs stand] inside a node; everyone was read side by side."
    ),
    "hyperedges-left-out": (
        "{origin}: {n} [hyperedge|hyperedges], of more than two ends, left out."
    ),
    "ports-left-out": "{origin}: the ports at which {n} [tie ends|ties end] were left out.",
    "graphs-left-out": "{origin} holds {n} further [graph, which was|graphs, which were] left out.",
}


def read_graphml(file: File, reading: Reading) -> Tables:
    """Return the people and the ties of a GraphML file.

    Raises
    ------
    UnreadableFileError
        If it is no XML, or another kind of XML.
    InvalidDataError
        If nobody is in it.
    """
    root, graphs = graphs_in(file, "graphml", "GraphML")
    graph, keys = graphs[0], keys_in(root)
    nodes = [element for element in graph.iter() if local(element.tag) == "node"]
    edges = [element for element in graph.iter() if local(element.tag) == "edge"]
    if not nodes and not edges:
        raise nothing_in(file.origin, "GraphML")
    rows = [values_of(node, keys, "node") for node in nodes]
    headings = headings_of_people(keys.values())
    columns, own = split_roles(as_columns(rows, headings), named=False)
    lines = lines_of(file.data, "edge", len(edges)) or range(1, len(edges) + 1)
    noted = _noted(graph, edges)
    noted["graphs-left-out"] += len(graphs) - 1
    problems: list[Problem] = []
    directed = _directions(file.origin, graph, lines, noted, problems)
    tables = tables_of_edges(
        file.origin,
        name=file.stem,
        people={"id": [node.get("id") for node in nodes], **columns} if nodes else None,
        edges=_tie_columns(edges, keys),
        directed=directed,
        reading=reading,
        rows=lines,
        people_rows=lines_of(file.data, "node", len(nodes)),
        notices=[
            *notices_of(noted, NOTED, file.origin),
            *_of_the_graph(file.origin, root, graph, keys),
        ],
        problems=problems,
    )
    return with_attributes(tables, own)


def _noted(graph: Element, edges: list[Element]) -> Counter[str]:
    names = Counter(local(element.tag) for element in graph.iter())
    ported = sum("sourceport" in edge.attrib or "targetport" in edge.attrib for edge in edges)
    return Counter(
        {
            "hierarchy-flattened": names["graph"] - 1,
            "hyperedges-left-out": names["hyperedge"],
            "ports-left-out": ported,
        }
    )


def _directions(
    origin: str,
    graph: Element,
    lines: Sequence[int],
    noted: Counter[str],
    problems: list[Problem],
) -> list[bool]:
    """Return whether each edge has a direction: as it says, else as the graph around it does."""
    usual = {
        edge: within.get("edgedefault")
        for within in graph.iter()
        if local(within.tag) == "graph"
        for edge in within
    }
    directed = []
    edges = (element for element in graph.iter() if local(element.tag) == "edge")
    for edge, line in zip(edges, lines, strict=True):
        said, word = edge.get("directed"), usual.get(edge)
        own = None if said is None else DIRECTED.get(said.strip().lower())
        if said is not None and own is None:
            problems.append(_unknown_direction(origin, line, said))
        noted["direction-assumed"] += said is None and word not in {"directed", "undirected"}
        directed.append(word == "directed" if own is None else own)
    return directed


def _unknown_direction(origin: str, line: int, said: str) -> Problem:
    return Problem(
        kind="unknown-direction",
        origin=origin,
        row=line,
        column="directed",
        found=quoted(said),
        expected="true or false",
        mend="Correct it, or leave it out where it is as for the whole graph.",
    )


def _tie_columns(edges: list[Element], keys: dict[str, Key]) -> dict[str, list[str | None]]:
    rows = [values_of(edge, keys, "edge") for edge in edges]
    columns = as_columns(rows)
    new = as_tie_headings(columns)
    ends: dict[str, list[str | None]] = {
        end: [edge.get(end) for edge in edges] for end in ("source", "target")
    }
    return ends | {new[heading]: cells for heading, cells in columns.items()}


def _of_the_graph(origin: str, root: Element, graph: Element, keys: dict[str, Key]) -> list[Notice]:
    """Return notices of what is said of the whole graph; in Network Canvas, of who was asked."""
    used = [part.get("key", "") for part in graph if local(part.tag) == "data" and text_of(part)]
    said = [keys[key].heading if key in keys else key for key in used]
    asked = [
        name.removeprefix(NETWORK_CANVAS)
        for element in (root, graph)
        for name in element.attrib
        if name.startswith(NETWORK_CANVAS)
    ]
    notices = []
    if asked:
        text = (
            f"{origin} is an interview of Network Canvas; the person who was asked is not among "
            "the people, and who said what is not in the ties."
        )
        notices.append(Notice(kind="ego-left-out", text=text, count=1))
    left = [*said, *asked]
    if left:
        named = [quoted(heading) for heading in left[:MOST_NAMED]]
        more = ["others"] if len(left) > MOST_NAMED else []
        text = f"What {origin} says of the whole graph was left out: {', '.join([*named, *more])}."
        notices.append(Notice(kind="graph-data-left-out", text=text, count=len(left)))
    return notices
