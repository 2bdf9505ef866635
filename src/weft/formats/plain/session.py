"""The table that names the files of a Siena study, and the networks in those files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

from weft.formats.plain.delimited import delimiter_of, first_rows_of, split, table_in
from weft.formats.plain.netlist import ties_in_list
from weft.formats.plain.spaced import spaced_table_in
from weft.formats.plain.squares import Codes, ties_in_siena_square
from weft.formats.roles.headings import plain
from weft.formats.roles.of_file import of_relation_and_wave
from weft.formats.tables import Reading, Tables
from weft.formats.together import together
from weft.network import (
    InvalidDataError,
    Notice,
    Problem,
    Relation,
    UnreadableFileError,
    quoted,
)

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.roles.table import Table

MOST_DIGITS = 6
"""More people than a million stand in no such study."""

NEEDED = ("group", "name", "filename", "format", "period", "type")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the table: which file holds which network in which wave."""

    row: int
    group: str
    name: str
    filename: str
    format: str
    period: str
    type: str
    missingvalues: str = ""
    nonzerocode: str = ""
    nbrofactors: str = ""

    @property
    def codes(self) -> Codes:
        """What stands for a missing answer and for a tie."""
        missing = tuple(self.missingvalues.split()) or Codes().missing
        return Codes(missing=(*missing, "NA"), tie=tuple(self.nonzerocode.split()) or ("1",))

    @property
    def actors(self) -> int | None:
        """How many people there are, where it is said."""
        said = self.nbrofactors
        return int(said) if said.isdecimal() and len(said) <= MOST_DIGITS else None

    @property
    def file(self) -> str:
        """The name of the file, without the folder that it had on another computer."""
        return PureWindowsPath(self.filename).name


def looks_like_session(file: File) -> bool:
    """Return whether a text begins with the headings of such a table."""
    text = first_rows_of(file.head.removeprefix(b"\xef\xbb\xbf"))
    rows = split(text, delimiter_of(text), most=1)
    return bool(rows) and set(NEEDED) <= {plain(cell) for cell in rows[0]}


def read_session(file: File, reading: Reading) -> Tables:
    """Return the networks in the files that a Siena table names, a wave from each period.

    Raises
    ------
    UnreadableFileError
        If files that it names do not stand beside it, or are of another format.
    InvalidDataError
        If the table names no network, or people of several groups.
    """
    table = table_in(file, encoding=reading.encoding)
    if table.problems:
        raise InvalidDataError(table.problems)
    lines = _lines(table)
    networks = [line for line in lines if line.type.casefold() == "network"]
    groups = list(dict.fromkeys(line.group for line in networks))
    if len(groups) != 1:
        raise InvalidDataError([_groups(file.origin, groups)])
    beside = [(line, file.beside(line.file) if line.file else None) for line in networks]
    missing = [
        quoted(line.filename) if line.filename else "a row without a name"
        for line, found in beside
        if found is None
    ]
    if missing:
        raise UnreadableFileError(
            f"{file.origin}: found a table that names files which are not beside it "
            f"({_named(missing)}), expected them in the same folder. Copy them there."
        )
    parts = [_part(file, line, found) for line, found in beside if found is not None]
    others = [line.name for line in lines if line not in networks]
    whole = together(parts)
    said = (*table.notices, *_said_of(file.origin, others), *whole.notices)
    return replace(whole, name=file.stem, notices=said)


def _lines(table: Table) -> list[Line]:
    headings = [plain(heading) for heading in table.headings]
    missing = [name for name in NEEDED if name not in headings]
    if missing:
        raise InvalidDataError([_missing(table, missing[0])])
    columns = {
        name: table.columns[headings.index(name)].to_pylist()
        for name in Line.__dataclass_fields__
        if name in headings
    }
    return [
        Line(row=int(row), **{name: (cells[i] or "").strip() for name, cells in columns.items()})
        for i, row in enumerate(table.row_numbers)
    ]


def _part(session: File, line: Line, file: File) -> Tables:
    """Return the network of one row, with its relation and wave."""
    kind = line.format.casefold()
    if kind == "matrix":
        table = spaced_table_in(file).table
        part = ties_in_siena_square(table, file.stem, line.codes, certain=True)
        wave = line.period or "1"
    elif kind == "siena net":
        table = spaced_table_in(file).table
        part = ties_in_list(table, file.stem, line.codes, line.actors)
        wave = None
    else:
        raise UnreadableFileError(
            f"{session.origin}: found files of the format {quoted(line.format)}, expected “matrix” "
            "or “Siena net”. Read those files themselves, all of them in one list."
        )
    ties = of_relation_and_wave(part.ties, line.name, wave)
    people = part.people
    if people is not None and wave is not None and "responded" in people.columns:
        said = dict(people.columns)
        said[f"responded:{wave}"] = said.pop("responded")
        people = replace(people, columns=said)
    return replace(
        part,
        ties=ties,
        people=people,
        relations=(Relation(name=line.name),),
        waves=part.waves if wave is None else (wave,),
    )


MOST_NAMED = 10


def _named(names: list[str]) -> str:
    """Return names as a message lists them: the first few, then how many more there are."""
    more = f" and {len(names) - MOST_NAMED:,} more" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more


def _said_of(origin: str, others: list[str]) -> tuple[Notice, ...]:
    if not others:
        return ()
    text = (
        f"{origin} names {len(others):,} files of behaviour or attributes, which were left out: "
        f"{_named([quoted(name) for name in dict.fromkeys(others)])}. Give attributes in a people "
        "table."
    )
    return (Notice(kind="files-left-out", text=text, count=len(others)),)


def _missing(table: Table, name: str) -> Problem:
    return Problem(
        kind="missing-column",
        origin=table.origin,
        row=1,
        found=f"no column {name}",
        expected=f"the columns {', '.join(NEEDED)}",
        mend="Check that this is the table of files of a Siena study.",
    )


def _groups(origin: str, groups: list[str]) -> Problem:
    named = _named([quoted(group) for group in groups])
    found = f"the groups {named}" if groups else "no row of the type “network”"
    return Problem(
        kind="several-groups" if groups else "empty",
        origin=origin,
        found=found,
        expected="networks of one group of people",
        mend="Keep the rows of one group in a table of its own, and read it alone.",
    )
