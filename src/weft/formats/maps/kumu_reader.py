"""From Kumu's JSON to Weft's tables."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from weft.formats.files.file import empty
from weft.formats.files.json_text import json_in
from weft.formats.files.text import as_utf8
from weft.formats.maps.fields import Record, columns_of, held, records_in, without
from weft.formats.roles.edges import tables_of_edges
from weft.formats.roles.values import text_column
from weft.network import InvalidDataError, Notice, Problem, Problems, UnreadableFileError, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables

OF_ELEMENTS = frozenset({"id", "_id", "label"})
OF_CONNECTIONS = frozenset(
    {"id", "_id", "from", "to", "direction", "reversed", "delayed", "type", "connection type"}
)
DIRECTED = {"directed": True, "undirected": False, "mutual": False}
LEFT_OUT = ("loops", "maps", "perspectives")


def read_kumu(file: File, reading: Reading) -> Tables:
    """Return the elements of a map as people and its connections as ties.

    Raises
    ------
    UnreadableFileError
        If the file holds no map.
    InvalidDataError
        With what is wrong with its records.
    """
    content = json_in(file)
    if not isinstance(content, dict):
        message = (
            f"{file.origin}: found JSON that is no map, expected an object with elements and "
            "connections. Export the map from Kumu again, as JSON."
        )
        raise UnreadableFileError(message)
    elements = [_fields(record) for record in records_in(content, "elements", file.origin)]
    connections = [_fields(record) for record in records_in(content, "connections", file.origin)]
    if not elements and not connections:
        raise InvalidDataError([empty(file.origin, "neither elements nor connections")])
    problems = Problems()
    notices = [*as_utf8(file, None)[1], *_left_out(content, file.origin)]
    people, about_people = _people(elements, file.origin)
    known = _Known(people["id"], people["name"])
    ties, about_ties = _ties(connections, known, file.origin, problems)
    directed, about_direction = _directions(connections, content, file.origin, problems)
    problems.raise_if_any()
    title = content.get("name")
    return tables_of_edges(
        file.origin,
        name=title if isinstance(title, str) and title.strip() else file.stem,
        people=people if elements else None,
        edges=ties,
        directed=directed,
        reading=reading,
        notices=[*notices, *about_people, *about_ties, *about_direction],
    )


def _fields(record: Record) -> Record:
    """Return the fields of a record, which a backup keeps in a place of their own."""
    inside = record.get("attributes")
    if not isinstance(inside, dict):
        return record
    outside = {key: value for key, value in record.items() if key != "attributes"}
    # A field that is called like something of Kumu's own gives way to that.
    return {**{k: v for k, v in inside.items() if k.lower() not in OF_BACKUPS}, **outside}


OF_BACKUPS = frozenset({"_id", "from", "to", "direction", "reversed", "delayed"})


def _people(
    elements: Sequence[Record], origin: str
) -> tuple[dict[str, Sequence[object]], list[Notice]]:
    """Return a column for each field of the elements; without an id, the label is one."""
    labels = text_column(held(element, "label") for element in elements).to_pylist()
    ids = text_column(held(element, "_id", "id") for element in elements).to_pylist()
    ids = [person or label for person, label in zip(ids, labels, strict=True)]
    rest, notices = columns_of([without(e, OF_ELEMENTS) for e in elements], origin, "elements")
    return {"id": ids, "name": labels, **rest}, notices


class _Known:
    """The elements by id, and by label where no other has the same."""

    def __init__(self, ids: Sequence[Any], labels: Sequence[Any]) -> None:
        self.ids = frozenset(ids)
        self.counts = Counter(label for label in labels if label is not None)
        self.by_label = {
            label: i for label, i in zip(labels, ids, strict=True) if label is not None
        }

    def id_of(self, said: str | None) -> str | None:
        """Return the id of the element that is meant; what is not known stays as it is."""
        if said in self.ids or self.is_unclear(said):
            return said
        return self.by_label.get(said, said)

    def is_unclear(self, said: str | None) -> bool:
        """Return whether several elements are called so."""
        return said not in self.ids and self.counts[said] > 1


def _ties(
    connections: Sequence[Record], known: _Known, origin: str, problems: Problems
) -> tuple[dict[str, Sequence[object]], list[Notice]]:
    """Return a column for each field of the connections, turned round where they are reversed."""
    ends = {}
    for role, key in (("source", "from"), ("target", "to")):
        said = text_column(held(connection, key) for connection in connections).to_pylist()
        for row, label in enumerate(said, 1):
            if known.is_unclear(label):
                problems.add(_unclear(origin, row, key, label, known.counts[label]))
        ends[role] = [known.id_of(label) for label in said]
    turned = [held(connection, "reversed") is True for connection in connections]
    source = _chosen(turned, ends["target"], ends["source"])
    target = _chosen(turned, ends["source"], ends["target"])
    rest = [without(connection, OF_CONNECTIONS) for connection in connections]
    columns, notices = columns_of(rest, origin, "connections")
    relation = [held(connection, "type", "connection type") for connection in connections]
    if any(name not in (None, "") for name in relation):
        named, nested = columns_of([{"relation": name} for name in relation], origin, "connections")
        columns = {**{k: v for k, v in columns.items() if k.lower() != "relation"}, **named}
        notices += nested
    delayed = sum(held(connection, "delayed") is True for connection in connections)
    if delayed:
        are = "1 connection is" if delayed == 1 else f"{delayed:,} connections are"
        text = f"That {are} delayed in {origin} was left out."
        notices.append(Notice(kind="delays-left-out", text=text, count=delayed))
    return {"source": source, "target": target, **columns}, notices


def _chosen(
    where: Sequence[bool], these: Sequence[object], those: Sequence[object]
) -> list[object]:
    return [one if yes else other for yes, one, other in zip(where, these, those, strict=True)]


def _unclear(origin: str, row: int, key: str, label: str | None, count: int) -> Problem:
    return Problem(
        kind="ambiguous-person",
        origin=origin,
        row=row,
        column=key,
        found=f"{quoted(label)}, which {count:,} elements are called",
        expected="the id of an element",
        mend="Give the elements ids and name them by those, or give them different labels.",
    )


def _directions(
    connections: Sequence[Record], content: Mapping[str, Any], origin: str, problems: Problems
) -> tuple[list[bool], list[Notice]]:
    """Return which connections have a direction; a map may say it once for all."""
    general = held(content, "direction")
    said = [held(connection, "direction") or general for connection in connections]
    directed, unsaid = [], 0
    for row, word in enumerate(said, 1):
        known = DIRECTED.get(str(word).strip().lower())
        if known is None and word is not None:
            problems.add(_no_direction(origin, row, word))
        unsaid += word is None
        directed.append(known is not False)
    if not unsaid:
        return directed, []
    said_of = "1 connection does" if unsaid == 1 else f"{unsaid:,} connections do"
    text = f"{said_of} not say in {origin} whether there is a direction; read as directed."
    return directed, [Notice(kind="direction-assumed", text=text, count=unsaid)]


def _no_direction(origin: str, row: int, word: object) -> Problem:
    return Problem(
        kind="not-a-direction",
        origin=origin,
        row=row,
        column="direction",
        found=quoted(word),
        expected="directed, undirected or mutual",
        mend="Correct the connection.",
    )


def _left_out(content: Mapping[str, Any], origin: str) -> list[Notice]:
    """Return notices of what else a backup holds, and of what it does not tell."""
    notices = []
    parts = {name: held(content, name) for name in LEFT_OUT}
    counts = {name: len(part) for name, part in parts.items() if isinstance(part, list) and part}
    if counts:
        named = ", ".join(
            f"{count:,} {name.removesuffix('s') if count == 1 else name}"
            for name, count in counts.items()
        )
        text = f"How the map in {origin} is drawn and told was left out: {named}."
        notices.append(Notice(kind="drawing-left-out", text=text, count=sum(counts.values())))
    maps = parts["maps"]
    if isinstance(maps, list) and maps:
        away = _on_no_map(maps, records_in(content, "elements", origin))
        are = "1 element is on no map" if away == 1 else f"{away:,} elements are on no map"
        text = (
            f"{origin} is a backup from Kumu. A backup also holds what was moved to the trash, and "
            f"does not say what that is; here {are if away else 'every element is on a map'}."
        )
        notices.append(Notice(kind="trash-unknown", text=text, count=away))
    return notices


def _on_no_map(maps: Sequence[object], elements: Sequence[Record]) -> int:
    """Return how many elements stand on none of the maps."""
    drawn = [map_.get("elements") for map_ in maps if isinstance(map_, dict)]
    there = {
        str(place.get("element"))
        for places in drawn
        if isinstance(places, list)
        for place in places
        if isinstance(place, dict) and place.get("element") is not None
    }
    return sum(str(element.get("_id")) not in there for element in elements)
