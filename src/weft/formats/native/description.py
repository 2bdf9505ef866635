"""``network.json`` of the native file: what the network is called, has and was told."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from weft.network import (
    InvalidDataError,
    InvalidRequestError,
    Notice,
    Problem,
    Relation,
    UnreadableFileError,
    quoted,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weft.network import Network

DESCRIPTION = "network.json"
FAMILY, VERSION = "weft.network", 1
RESERVED = ("actions", "introductions", "referrals", "handoffs", "stories", "consents")
"""Tables that a later Weft will keep in the same file."""

ROLES = ("id", "name", "steward", "responded", "invited", "attribute")
OF = {"responded": "wave", "invited": "wave", "attribute": "attribute"}
"""What else a column of people says, by its role: of which wave, or which attribute it is."""

KINDS = {
    str: "text",
    bool: "true or false",
    int: "a whole number of 0 or more",
    list: "a list",
    dict: "an object",
}
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleColumn:
    """What one column of the table of people holds.

    Attributes
    ----------
    heading : str
        What stands above it; unlike every other.
    role : str
        One of :data:`ROLES`.
    of : str
        The wave of a declaration (blank for every wave), or the name of an attribute.
    """

    heading: str
    role: str
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What ``network.json`` says.

    Attributes
    ----------
    name : str
    relations : tuple of Relation
    waves : tuple of str
        In order of time.
    notices : tuple of Notice
    people : tuple of PeopleColumn
    rows : mapping of str to int
        How many rows each table has, by its name without ``.csv``.
    """

    name: str
    relations: tuple[Relation, ...]
    waves: tuple[str, ...]
    notices: tuple[Notice, ...]
    people: tuple[PeopleColumn, ...]
    rows: Mapping[str, int]


def description_of(
    network: Network, people: tuple[PeopleColumn, ...], rows: Mapping[str, int]
) -> Description:
    """Return the description of a network whose tables have these columns and rows."""
    return Description(
        name=network.name,
        relations=tuple(network.declared(name) for name in network.relations),
        waves=network.waves,
        notices=network.notices,
        people=people,
        rows=rows,
    )


def as_json(described: Description) -> bytes:
    """Return a description as the text of ``network.json``."""
    tables: dict[str, dict[str, Any]] = {
        name: {"rows": count} for name, count in described.rows.items()
    }
    tables["people"]["columns"] = [_column(column) for column in described.people]
    content = {
        "format": f"{FAMILY}/{VERSION}",
        "name": described.name,
        "relations": [
            {"name": r.name, "directed": bool(r.directed), "scale": _scale(r)}
            for r in described.relations
        ],
        "waves": list(described.waves),
        "notices": [
            {"kind": n.kind, "text": n.text, "count": int(n.count)} for n in described.notices
        ],
        "tables": tables,
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n"


def _column(column: PeopleColumn) -> dict[str, str]:
    of = {OF[column.role]: column.of} if column.role in OF else {}
    return {"heading": column.heading, "role": column.role, **of}


def _scale(relation: Relation) -> list[float | None] | None:
    if relation.scale is None:
        return None
    low, high = map(float, relation.scale)
    return [low, None if math.isinf(high) else high]  # JSON has no number for without end


def description_in(content: object, origin: str) -> Description:
    """Return what the content of a ``network.json`` says.

    Raises
    ------
    UnreadableFileError
        If it is of another format, or of a newer version of this one.
    InvalidDataError
        If something in it is missing or cannot be meant.
    """
    if not isinstance(content, dict):
        raise _wrong(origin, "", content, KINDS[dict])
    _check_version(content.get("format"), origin)
    tables = _got(content, "tables", dict, origin)
    people = _got(tables, "people", dict, origin, "tables.")
    relations = _each(content, "relations", dict, origin)
    notices = _each(content, "notices", dict, origin) if "notices" in content else []
    columns = _each(people, "columns", dict, origin, "tables.people.")
    held = [_people_column(*record, origin) for record in columns]
    for i, column in enumerate(held):
        if column.role in {c.role for c in held[:i] if c.of == column.of}:
            expected = "a column that holds something else than every other"
            raise _wrong(origin, columns[i][0], f"{column.role} {column.of}".strip(), expected)
    return Description(
        name=_got(content, "name", str, origin),
        relations=tuple(_relation(*record, origin) for record in relations),
        waves=tuple(wave for _, wave in _each(content, "waves", str, origin)),
        notices=tuple(_notice(*record, origin) for record in notices),
        people=tuple(held),
        rows={
            name: _got(_got(tables, name, dict, origin, "tables."), "rows", int, origin,
                       f"tables.{name}.")
            for name in tables
        },
    )  # fmt: skip


def _check_version(said: object, origin: str) -> None:
    family, _, version = said.partition("/") if isinstance(said, str) else ("", "", "")
    if family != FAMILY or not version.isdecimal():
        found = f"the format {quoted(said)}" if said is not None else "no format"
        message = (
            f"{origin}: found {found}, expected {FAMILY}/{VERSION}. This archive is not one that "
            "Weft wrote."
        )
        raise UnreadableFileError(message)
    if version != str(VERSION):
        message = (
            f"{origin}: found the format {quoted(said)}, expected {FAMILY}/{VERSION}. The file was "
            "made by a newer Weft; read it with that one, or update this one."
        )
        raise UnreadableFileError(message)


def _relation(path: str, record: dict[str, object], origin: str) -> Relation:
    scale = record.get("scale")
    if scale is not None:
        if not isinstance(scale, list) or len(scale) != 2:
            raise _wrong(origin, f"{path}.scale", scale, "two numbers, or null")
        scale = [scale[0], math.inf if scale[1] is None else scale[1]]
        if any(isinstance(end, bool) or not isinstance(end, int | float) for end in scale):
            raise _wrong(origin, f"{path}.scale", scale, "two numbers, or null")
    name = _got(record, "name", str, origin, f"{path}.")
    directed = _got(record, "directed", bool, origin, f"{path}.")
    try:
        ends = None if scale is None else (float(scale[0]), float(scale[1]))
        return Relation(name=name, directed=directed, scale=ends)
    except (InvalidRequestError, OverflowError) as error:
        expected = "two numbers of 0 or more, the smaller first"
        raise _wrong(origin, f"{path}.scale", scale, expected) from error


def _notice(path: str, record: dict[str, object], origin: str) -> Notice:
    return Notice(
        kind=_got(record, "kind", str, origin, f"{path}."),
        text=_got(record, "text", str, origin, f"{path}."),
        count=_got(record, "count", int, origin, f"{path}."),
    )


def _people_column(path: str, record: dict[str, object], origin: str) -> PeopleColumn:
    role = _got(record, "role", str, origin, f"{path}.")
    if role not in ROLES:
        raise _wrong(origin, f"{path}.role", role, f"one of: {', '.join(ROLES)}")
    return PeopleColumn(
        heading=_got(record, "heading", str, origin, f"{path}."),
        role=role,
        of=_got(record, OF[role], str, origin, f"{path}.") if role in OF else "",
    )


def _got(record: dict[str, object], key: str, kind: type[T], origin: str, path: str = "") -> T:
    """Return what stands under a key, if it is of this kind."""
    value = record.get(key)
    if not isinstance(value, kind) or (kind is int and (isinstance(value, bool) or value < 0)):  # type: ignore[operator]
        raise _wrong(origin, f"{path}{key}", value, KINDS[kind])
    return value


def _each(
    record: dict[str, object], key: str, kind: type[T], origin: str, path: str = ""
) -> list[tuple[str, T]]:
    """Return the parts of a list, each with its path; no name may come twice."""
    parts: list[tuple[str, T]] = []
    names = set()
    for i, part in enumerate(_got(record, key, list, origin, path)):
        here = f"{path}{key}[{i}]"
        if not isinstance(part, kind):
            raise _wrong(origin, here, part, KINDS[kind])
        name = part if isinstance(part, str) else _name_of(part)
        if name is not None and name in names:
            raise _wrong(origin, here, name, "a name that comes once")
        names.add(name)
        parts.append((here, part))
    return parts


def _name_of(record: object) -> object:
    """Return what must not come twice: the name of a relation, the heading of a column."""
    name = record.get("name", record.get("heading")) if isinstance(record, dict) else None
    return name if isinstance(name, str) else None


def _wrong(origin: str, path: str, found: object, expected: str) -> InvalidDataError:
    problem = Problem(
        kind="invalid-description",
        origin=origin,
        column=path or None,
        found="nothing" if found is None else quoted(found),
        expected=expected,
        mend="Write the file again with Weft, or correct it as the page on the native file says.",
    )
    return InvalidDataError([problem])
