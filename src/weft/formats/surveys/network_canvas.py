"""Interviews of Network Canvas or Fresco: who named whom, and who of them know each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from weft.formats.files.archive import EXPORT, Archive, names_in
from weft.formats.files.file import File
from weft.formats.files.folder import regular_files_under
from weft.formats.format import Format
from weft.formats.plain.delimited import table_in
from weft.formats.roles.edges import tables_of_edges
from weft.formats.roles.headings import plain
from weft.formats.surveys.members import CONTACT
from weft.network import InvalidDataError, Notice, Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from weft.formats.tables import Reading, Tables

EGO, NODES, TIES = "_ego.csv", "_attributeList_", "_edgeList_"
OF_EXPORT = re.compile(r"_ego\.csv$|_attributeList_[^/]*\.csv$|_edgeList_[^/]*\.csv$")
NAMED = "names"
"""The relation from a person interviewed to those they named."""

IDS = frozenset(
    {"nodeID", "edgeID", "from", "to", "networkCanvasEgoUUID", "networkCanvasUUID",
     "networkCanvasSourceUUID", "networkCanvasTargetUUID"}
)  # fmt: skip
OF_EGO = frozenset(
    {"networkCanvasEgoUUID", "networkCanvasCaseID", "networkCanvasSessionID",
     "networkCanvasProtocolName", "sessionStart", "sessionFinish", "sessionExported"}
)  # fmt: skip


@dataclass(eq=False, slots=True)
class Found:
    """What the interviews hold, gathered table by table."""

    people: dict[str, dict[str, str | None]] = field(default_factory=dict)
    edges: list[tuple[str, str, str, str, bool]] = field(default_factory=list)
    egos: dict[str, str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    contact: set[str] = field(default_factory=set)


def recognises(file: File) -> bool:
    """Return whether a folder or archive holds the tables of an export."""
    if file.is_folder and file.path is not None:
        return any(file.path.glob("*" + EGO)) and any(file.path.glob(f"*{NODES}*.csv"))
    names = names_in(file)
    return any(n.endswith(EGO) for n in names) and any(NODES in n for n in names)


def read(file: File, reading: Reading) -> Tables:
    """Return who named whom, and the ties among those named, as told by who was interviewed."""
    tables = list(_tables(file))
    found = Found()
    for name, rows in tables:
        if name.endswith(EGO):
            _egos(rows, found, reading)
    for name, rows in tables:
        if NODES in name:
            _nodes(name, rows, found, reading)
    for name, rows in tables:
        if TIES in name:
            _ties(name, rows, found)
    if not found.egos:
        raise InvalidDataError([_nobody(file.origin)])
    return _as_tables(file, found)


def _tables(file: File) -> Iterator[tuple[str, list[dict[str, str | None]]]]:
    """Yield the name of each table, and its rows by heading."""
    if file.is_folder and file.path is not None:
        found = regular_files_under(file.path)
        paths = [p for p in found if p.parent == file.path and OF_EXPORT.search(p.name)]
        inner = [(p.name, File(f"{file.origin}, {quoted(p.name)[1:-1]}", p)) for p in paths]
    else:
        archive = Archive(file, EXPORT)
        inner = [
            (
                PurePosixPath(name).name,
                File(f"{file.origin}, {quoted(name)[1:-1]}", content=archive.read(name)),
            )
            for name in archive.names
            if OF_EXPORT.search(name)
        ]
    for name, part in inner:
        table = table_in(part)
        cells = [column.to_pylist() for column in table.columns]
        rows = [dict(zip(table.headings, row, strict=True)) for row in zip(*cells, strict=True)]
        yield name, rows


def _egos(rows: list[dict[str, str | None]], found: Found, reading: Reading) -> None:
    for row in rows:
        uuid = row.get("networkCanvasEgoUUID") or ""
        case = (row.get("networkCanvasCaseID") or uuid).strip()
        person = reading.key.get(case.casefold(), uuid)
        found.egos[uuid] = person
        about = {k: v for k, v in _without_contact(row, found).items() if k not in OF_EGO}
        found.people[person] = {"name": case, "responded": "yes", **about}


def _without_contact(row: Mapping[str, str | None], found: Found) -> dict[str, str]:
    """Return the cells that hold something and do not reach the person."""
    found.contact |= {heading for heading in row if plain(heading) in CONTACT}
    return {k: v for k, v in row.items() if v and k not in found.contact}


def _nodes(name: str, rows: list[dict[str, str | None]], found: Found, reading: Reading) -> None:
    kind = name.split(NODES, 1)[1].removesuffix(".csv")
    for row in rows:
        uuid, ego = row.get("networkCanvasUUID") or "", row.get("networkCanvasEgoUUID") or ""
        called = (row.get("name") or row.get("nickname") or "").strip()
        person = reading.key.get(called.casefold(), uuid) if called else uuid
        found.named[uuid] = person
        cells = _without_contact(row, found)
        about = {k: v for k, v in cells.items() if k not in IDS and k != "name"}
        known = found.people.setdefault(person, {"name": called or None, "responded": "no"})
        for key, value in {"kind": kind, **about}.items():
            known.setdefault(key, value)
        if ego in found.egos:
            found.edges.append((found.egos[ego], person, NAMED, found.egos[ego], True))


def _ties(name: str, rows: list[dict[str, str | None]], found: Found) -> None:
    relation = name.split(TIES, 1)[1].removesuffix(".csv")
    for row in rows:
        ends = [row.get(f"networkCanvas{end}UUID") or "" for end in ("Source", "Target")]
        people = [found.named.get(end, found.egos.get(end, end)) for end in ends]
        reporter = found.egos.get(row.get("networkCanvasEgoUUID") or "", "")
        found.edges.append((people[0], people[1], relation, reporter, False))


def _as_tables(file: File, found: Found) -> Tables:
    keys = dict.fromkeys(key for about in found.people.values() for key in about)
    people: dict[str, list[str | None]] = {"id": list(found.people)}
    for key in keys:
        people[f"attribute {key}" if key == "id" else key] = [
            about.get(key) for about in found.people.values()
        ]
    sources, targets, relations, reporters, directed = (
        [list(column) for column in zip(*found.edges, strict=True)] if found.edges else [[]] * 5
    )
    strangers = len(found.people) - len(set(found.egos.values()))
    text = (
        f"{len(found.egos):,} people were interviewed and named {strangers:,} others. The same "
        "person named in two interviews stands here twice, unless a key says who it is."
    )
    return tables_of_edges(
        file.origin,
        name=file.stem,
        people=people,
        edges={
            "source": sources,
            "target": targets,
            "relation": relations,
            "reporter": reporters,
        },
        directed=directed,
        notices=[Notice(kind="named-twice", text=text, count=strangers), *_said_of(found)],
    )


def _said_of(found: Found) -> list[Notice]:
    if not found.contact:
        return []
    count = len(found.contact)
    what = "1 column that reaches" if count == 1 else f"{count} columns that reach"
    text = f"{what} a person (addresses, telephone) left out of the interviews: no figure needs it."
    return [Notice(kind="contact-left-out", text=text, count=count)]


def _nobody(origin: str) -> Problem:
    return Problem(
        kind="empty",
        origin=origin,
        found="no finished interview",
        expected="a row for each person interviewed in the table that ends in _ego.csv",
        mend="Export the interviews again, with the ego table.",
    )


NETWORK_CANVAS = Format(
    name="network-canvas",
    title="Network Canvas interviews",
    about="The ZIP (or its folder) that Network Canvas Interviewer or Fresco exports as CSV. "
    "Whoever was interviewed, those they named, and the ties they told of.",
    extensions=(".zip",),
    not_read=(
        "attributes of ties",
        "adjacency matrices (they repeat the lists of ties)",
        "addresses and telephone numbers",
    ),
    recognises=recognises,
    guarded=True,
    takes_key=True,
    read=read,
)
