"""Records with fields of any name, as mapping sites hold people and ties, and columns of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weft.formats.roles.headings import DECLARATION, PEOPLE_HEADINGS, plain
from weft.network import InvalidDataError, Notice, Problem, quoted
from weft.network.people import NO, YES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from weft.formats.roles.edges import Edges
    from weft.network import People

Record = dict[str, Any]
SAID = {int(YES): "yes", int(NO): "no"}
SEVERAL = "|"
"""What stands between several values of one field, as Kumu has it."""

OWN = ("id", "name", "source", "target")
"""Columns that hold what a site has under names of its own; a field called so gives way."""

MOST_NAMED = 10
TIE_FIELDS = {
    "relation": "Type",
    "weight": "Strength",
    "wave": "Wave",
    "reporter": "Reporter",
    "date": "Date",
}
"""What the fields of a tie are called, by their role."""


def records_in(content: Mapping[str, object], key: str, origin: str) -> list[Record]:
    """Return the records under a key, whatever its case; none where there is no such key.

    Raises
    ------
    InvalidDataError
        If there is something else than a list of objects.
    """
    held = [value for name, value in content.items() if name.lower() == key]
    records = held[0] if held and held[0] is not None else []
    if not isinstance(records, list):
        raise InvalidDataError([_no_record(origin, key, None, records)])
    wrong = [
        _no_record(origin, key, i, record)
        for i, record in enumerate(records, 1)
        if not isinstance(record, dict)
    ]
    if wrong:
        raise InvalidDataError(wrong[:MOST_NAMED])
    return records


def _no_record(origin: str, key: str, row: int | None, found: object) -> Problem:
    return Problem(
        kind="no-record",
        origin=origin,
        row=row,
        column=key,
        found=quoted(found),
        expected="an object in braces" if row else "a list of objects",
        mend="Export the map again.",
    )


def held(record: Mapping[str, object], *names: str) -> object:
    """Return what stands under the first of these keys, whatever their case.

    Examples
    --------
    >>> held({"From": "a"}, "from")
    'a'
    """
    for name in names:
        for key, value in record.items():
            if key.lower() == name:
                return value
    return None


def without(record: Mapping[str, object], names: Collection[str]) -> Record:
    """Return the fields of a record that are called something else."""
    return {key: value for key, value in record.items() if key.lower() not in names}


def columns_of(
    records: Sequence[Mapping[str, object]], origin: str, what: str
) -> tuple[dict[str, list[object]], list[Notice]]:
    """Return a column for each field; several values of one are put together with a bar.

    Fields that hold records are left out, with a notice.
    """
    keys = dict.fromkeys(key for record in records for key in record)
    left = [k for k in keys if any(_is_nested(record.get(k)) for record in records)]
    columns = {
        (f"field {key}" if key in OWN else key): [_flat(record.get(key)) for record in records]
        for key in keys
        if key not in left
    }
    notices = []
    if left:
        names = ", ".join(quoted(key) for key in left[:MOST_NAMED])
        text = f"Fields of the {what} of {origin} that hold no plain values were left out: {names}."
        notices.append(Notice(kind="columns-left-out", text=text, count=len(left)))
    return columns, notices


def _is_nested(value: object) -> bool:
    if isinstance(value, list):
        return any(isinstance(part, dict | list) for part in value)
    return isinstance(value, dict)


def _flat(value: object) -> object:
    if isinstance(value, list):
        return SEVERAL.join("" if part is None else str(part) for part in value) or None
    return value


def fields_of(people: People, taken: Collection[str]) -> tuple[list[Record], list[Notice]]:
    """Return what is known of each person as fields, and what had to be called otherwise.

    Parameters
    ----------
    people : People
    taken : collection of str
        Names that the site has for something else, in lower case.
    """
    columns: dict[str, Iterable[object]] = {}
    if people.steward.any():
        columns["Steward"] = ["yes" if held else None for held in people.steward]
    for kind, by_wave in (("Responded", people.responded), ("Invited", people.invited)):
        for wave, states in by_wave.items():
            columns[f"{kind}:{wave}" if wave else kind] = [SAID.get(int(s)) for s in states]
    renamed = []
    for name, cells in people.attributes.items():
        new = name
        while new in columns or _is_taken(new, taken):
            new = f"field {new}"
        if new != name:
            renamed.append(f"{quoted(name)} is {quoted(new)}")
        columns[new] = [_several(cell) if name == "tags" else cell for cell in cells]
    notices = []
    if renamed:
        text = f"Attributes were called otherwise, as their names are taken: {', '.join(renamed)}."
        notices.append(Notice(kind="attributes-renamed", text=text, count=len(renamed)))
    return _records(columns, len(people)), notices


def _is_taken(name: str, taken: Collection[str]) -> bool:
    """Return whether a field of this name would be read as something else than an attribute."""
    if not name.strip() or DECLARATION.match(name):
        return True
    return name.lower() in taken or plain(name) in PEOPLE_HEADINGS["steward"]


def _several(cell: str | None) -> list[str] | None:
    return None if cell is None else cell.split(SEVERAL)


def _records(columns: Mapping[str, Iterable[object]], count: int) -> list[Record]:
    """Return records without what is missing; a column of nothing else stands in the first."""
    records: list[Record] = [{} for _ in range(count)]
    for name, cells in columns.items():
        there = False
        for record, cell in zip(records, cells, strict=True):
            if cell is not None:
                record[name] = cell
                there = True
        if not there and records:
            records[0][name] = None
    return records


def fields_of_ties(edges: Edges) -> list[Record]:
    """Return what is known of each tie besides its ends and direction, as fields."""
    columns = {TIE_FIELDS[role]: map(_number, cells) for role, cells in edges.more.items()}
    return _records(columns, len(edges))


def _number(value: str | float | None) -> str | float | None:
    return int(value) if isinstance(value, float) and value.is_integer() else value
