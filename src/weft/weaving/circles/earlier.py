"""Earlier circles, read from the table that ``weft circles`` wrote of them."""

from __future__ import annotations

from dataclasses import dataclass

from weft.formats.files.file import Readable, opened
from weft.formats.plain.delimited import table_in
from weft.formats.roles.table import Table
from weft.network import InvalidDataError, Problem

CIRCLE, PERSON, HOST = "circle", "id", "host"
YES = frozenset({"yes", "y", "true", "1"})


@dataclass(frozen=True, slots=True)
class Earlier:
    """Circles of another time.

    Attributes
    ----------
    members : tuple of tuple of str
        Who was in which circle, by id.
    hosts : tuple of str
        Who called them.
    """

    members: tuple[tuple[str, ...], ...]
    hosts: tuple[str, ...]


def earlier_circles(source: Readable) -> Earlier:
    """Return the circles of a table with the columns ``circle`` and ``id``, and perhaps ``host``.

    Raises
    ------
    InvalidDataError
        If one of the two columns is not there.
    UnreadableFileError
        If the file cannot be opened or decoded.
    """
    table = table_in(opened(source))
    cells = {
        heading.strip().casefold(): column.to_pylist()
        for heading, column in zip(table.headings, table.columns, strict=True)
    }
    missing = [name for name in (CIRCLE, PERSON) if name not in cells]
    if missing:
        raise InvalidDataError([_without(table, name) for name in missing])
    circles: dict[str, list[str]] = {}
    hosts = []
    called = cells.get(HOST, [None] * len(cells[PERSON]))
    for circle, person, host in zip(cells[CIRCLE], cells[PERSON], called, strict=True):
        if circle and person:
            circles.setdefault(circle, []).append(person)
            hosts += [person] if (host or "").strip().casefold() in YES else []
    return Earlier(tuple(tuple(members) for members in circles.values()), tuple(hosts))


def _without(table: Table, name: str) -> Problem:
    return Problem(
        kind="missing-column",
        origin=table.origin,
        row=1,
        found=f"the columns {', '.join(table.headings) or 'none'}",
        expected=f"a column “{name}”",
        mend="Give the table that weft circles wrote with -o, ending in .csv.",
    )
