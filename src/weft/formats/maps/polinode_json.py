"""Polinode's JSON: the body of its programming interface, and the network inside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from weft.formats.carrying import WITH_COLUMNS, Written
from weft.formats.files.file import empty
from weft.formats.files.json_text import json_in
from weft.formats.files.text import as_utf8
from weft.formats.format import Format
from weft.formats.maps.fields import (
    Record,
    columns_of,
    fields_of,
    fields_of_ties,
    held,
    records_in,
    without,
)
from weft.formats.maps.first_keys import first_keys
from weft.formats.roles.edges import edges_of, tables_of_edges
from weft.formats.roles.values import text_column
from weft.network import InvalidDataError, Notice, Problem, UnreadableFileError, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables
    from weft.network import Network

OF_POLINODE = frozenset({"id", "name"})
YES_OR_NO = {"true": True, "false": False}
DIRECTED = {"directed": True, "undirected": False}


def looks_like_polinode(file: File) -> bool:
    """Return whether this begins like what Polinode's programming interface takes and gives."""
    keys = first_keys(file).keys()
    return "networkjson" in keys or {"filetype", "originalfiletype"} <= keys


def read_polinode(file: File, reading: Reading) -> Tables:
    """Return the nodes of a network as people and its edges as ties."""
    content = json_in(file)
    network = _network_in(content, file)
    nodes = records_in(network, "nodes", file.origin)
    edges = records_in(network, "edges", file.origin)
    if not nodes and not edges:
        raise InvalidDataError([empty(file.origin, "neither nodes nor edges")])
    attributes = [_attributes(node) for node in nodes]
    people, about_people = columns_of([without(a, {"name"}) for a in attributes], file.origin,
                                      "nodes")  # fmt: skip
    ids = text_column(held(node, "id") for node in nodes).to_pylist()
    names = text_column(held(each, "name") for each in attributes).to_pylist()
    ends = {key: text_column(held(edge, key) for edge in edges) for key in ("source", "target")}
    ties = [without(_attributes(edge), {"direction"}) for edge in edges]
    columns, about_ties = columns_of(ties, file.origin, "edges")
    directed, about_direction = _directions(content, edges, file.origin)
    title = content.get("name")
    return tables_of_edges(
        file.origin,
        name=title if isinstance(title, str) and title.strip() else file.stem,
        people={"id": ids, "name": names, **people} if nodes else None,
        edges={**{key: end.to_pylist() for key, end in ends.items()}, **columns},
        directed=directed,
        reading=reading,
        notices=[*as_utf8(file, None)[1], *about_people, *about_ties, *about_direction],
    )


def _network_in(content: object, file: File) -> Mapping[str, Any]:
    """Return the part with the nodes and edges, which may stand alone."""
    if isinstance(content, dict):
        inside = held(content, "networkjson")
        network = content if inside is None else inside
        if isinstance(network, dict) and ("nodes" in network or "edges" in network):
            return network
    message = (
        f"{file.origin}: found JSON without nodes and edges, expected a network of Polinode. "
        "Export it from Polinode again."
    )
    raise UnreadableFileError(message)


def _attributes(record: Record) -> Record:
    attributes = record.get("attributes")
    return attributes if isinstance(attributes, dict) else {}


def _directions(
    content: Mapping[str, Any], edges: Sequence[Record], origin: str
) -> tuple[list[bool], list[Notice]]:
    """Return which edges have a direction: as the file says for all, or Weft for each."""
    said = held(content, "isdirected")
    general = YES_OR_NO.get(str(said).lower())
    if said is not None and general is None:
        problem = Problem(
            kind="not-a-direction",
            origin=origin,
            column="isDirected",
            found=quoted(said),
            expected="true or false",
            mend="Correct it.",
        )
        raise InvalidDataError([problem])
    own = [DIRECTED.get(str(held(_attributes(e), "direction")).lower(), general) for e in edges]
    unsaid = sum(one is None for one in own)
    if not unsaid:
        return [bool(one) for one in own], []
    text = f"{origin} does not say whether its edges have a direction; they were read as directed."
    notice = Notice(kind="direction-assumed", text=text, count=unsaid)
    return [one is not False for one in own], [notice]


def write_polinode(network: Network) -> Written:
    """Return the people as nodes and the reports as edges, ready to be sent to Polinode."""
    people, edges = network.people, edges_of(network)
    known, notices = fields_of(people, OF_POLINODE)
    nodes = [
        {"id": person, "attributes": {"Name": name, **fields}}
        for person, name, fields in zip(people.ids, people.names, known, strict=True)
    ]
    general = any(edges.directed) or not edges.directed
    fields = fields_of_ties(edges)
    for record, directed in zip(fields, edges.directed, strict=True):
        if directed != general:
            record["Direction"] = "directed" if directed else "undirected"
    ends = zip(edges.source, edges.target, strict=True)
    content = {
        "name": network.name,
        "networkJSON": {
            "nodes": nodes,
            "edges": [
                {"id": i, "source": source, "target": target, "attributes": record}
                for i, ((source, target), record) in enumerate(zip(ends, fields, strict=True))
            ],
        },
        "status": "Private",
        "fileType": "JSON",
        "originalFileType": "JSON",
        "isDirected": "true" if general else "false",
    }
    data = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False).encode()
    return Written(data + b"\n", tuple(notices))


POLINODE_JSON = Format(
    name="polinode-json",
    title="Polinode JSON",
    about=(
        "A network as Polinode's programming interface takes and gives it. For the workbook that "
        "people upload, see polinode."
    ),
    extensions=(".json",),
    carries=WITH_COLUMNS,
    not_read=(
        "attributes of edges besides type, strength, wave, date and reporter",
        "the status, description and file types of the network",
    ),
    recognises=looks_like_polinode,
    guarded=True,
    read=read_polinode,
    write=write_polinode,
)
