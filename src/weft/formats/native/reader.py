"""From a native file to Weft's tables: nothing is guessed, and what does not agree is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.formats.files.archive import EXPORT, Archive
from weft.formats.files.file import File, empty
from weft.formats.files.json_text import json_inside
from weft.formats.files.text import as_utf8
from weft.formats.native.description import DESCRIPTION, RESERVED, description_in
from weft.formats.native.tables import PEOPLE, REPORT_HEADINGS, REPORTS, TIES
from weft.formats.plain.delimited import table_of_text
from weft.formats.tables import Reading, Tables
from weft.network import (
    Columns,
    InvalidDataError,
    Notice,
    Problem,
    Problems,
    UnreadableFileError,
    quoted,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.native.description import Description
    from weft.formats.roles.table import Table

MEND = "Write the file again with Weft, or correct it as the page on the native file says."


def read_native(file: File, reading: Reading) -> Tables:  # noqa: ARG001  (nothing is left to say)
    """Return what a native file holds.

    Raises
    ------
    UnreadableFileError
        If the archive is damaged, hostile, or made by a newer Weft.
    InvalidDataError
        With every problem found: a table or column that is missing, counts that do not agree,
        relations and waves that the description does not have.
    """
    archive = Archive(file, EXPORT)
    if DESCRIPTION not in archive.names:
        message = (
            f"{file.origin}: found an archive without {DESCRIPTION}, expected one that Weft wrote. "
            "Name the file that Weft wrote, as it is."
        )
        raise UnreadableFileError(message)
    described = description_in(json_inside(archive, DESCRIPTION), f"{file.origin}, {DESCRIPTION}")
    wrong = Problems(_missing_tables(archive))
    wrong.raise_if_any()
    people, reports = _table(archive, PEOPLE), _table(archive, REPORTS)
    for table, name in ((people, "people"), (reports, "reports")):
        wrong.add_all(table.problems or _cut_short(table, described.rows.get(name)))
    said = list(described.notices)
    everyone = _people(people, described, wrong, said)
    ties = _reports(reports, described, wrong, said)
    said += _not_read(archive)
    wrong.raise_if_any()
    return Tables(
        name=described.name,
        ties=ties,
        people=everyone,
        relations=described.relations,
        waves=described.waves,
        waves_in_order=True,
        notices=tuple(said),
    )


def _table(archive: Archive, name: str) -> Table:
    file = File(f"{archive.origin}, {name}", content=archive.read(name))
    if not file.data.strip():
        raise InvalidDataError([empty(file.origin, "an empty file")])
    text, _ = as_utf8(file, "utf-8")
    return table_of_text(file.origin, text.lstrip(b"\r\n"), ",")


def _missing_tables(archive: Archive) -> list[Problem]:
    return [
        Problem(
            kind="missing-table",
            origin=archive.origin,
            found=f"an archive without {name}",
            expected=f"the tables {PEOPLE} and {REPORTS}",
            mend="Write the file again with Weft.",
        )
        for name in (PEOPLE, REPORTS)
        if name not in archive.names
    ]


def _cut_short(table: Table, expected: int | None) -> list[Problem]:
    if expected == len(table):
        return []
    said = "no number of rows" if expected is None else f"{expected:,}"
    return [
        Problem(
            kind="wrong-count",
            origin=table.origin,
            found=f"{len(table):,} rows",
            expected=f"as many as {DESCRIPTION} says: {said}",
            mend="The file was cut short, or changed by hand. Copy it again from its source.",
        )
    ]


def _people(table: Table, described: Description, wrong: Problems, said: list[Notice]) -> Columns:
    """Return the people under roles of their own, so that no attribute is taken for a role."""
    columns, headings = {}, {}
    for i, column in enumerate(described.people):
        if column.heading not in table.headings:
            wrong.add(_missing_column(table, column.heading))
            continue
        role = column.role
        if role == "attribute":
            role = f"attribute {i}"
        elif column.of:
            role = f"{role}:{column.of}"
        columns[role] = table.columns[table.headings.index(column.heading)]
        headings[role] = column.of if column.role == "attribute" else column.heading
    if "id" not in columns:
        wrong.add(_missing_column(table, "id"))
    said += _left_out(table, [column.heading for column in described.people])
    return Columns(table.origin, columns, headings, first_row=table.first_row, rows=table.rows)


def _reports(table: Table, described: Description, wrong: Problems, said: list[Notice]) -> Columns:
    roles = {}
    for heading, role in REPORT_HEADINGS.items():
        if heading in table.headings:
            roles[role] = table.headings.index(heading)
        else:
            wrong.add(_missing_column(table, heading))
    said += _left_out(table, list(REPORT_HEADINGS))
    reports = table.named(roles)
    relations = [relation.name for relation in described.relations]
    for role, known in (("relation", relations), ("wave", described.waves)):
        if role in roles:
            _note_unknown(reports, role, known, wrong)
    return reports


def _note_unknown(reports: Columns, role: str, known: Sequence[str], wrong: Problems) -> None:
    cells = reports.columns[role]
    unknown = pc.invert(pc.is_in(cells, value_set=pa.array(known, pa.string())))

    def described(row: int) -> Problem:
        place, cell = reports.place(row, role), cells[row].as_py()
        return Problem(
            kind=f"unknown-{role}",
            origin=place.origin,
            row=place.row,
            column=place.column,
            found=quoted(cell) if cell else "nothing",
            expected=f"a {role} that {DESCRIPTION} lists",
            mend=MEND,
        )

    wrong.add_rows(f"unknown-{role}", np.flatnonzero(unknown), described)


def _missing_column(table: Table, heading: str) -> Problem:
    return Problem(
        kind="missing-column",
        origin=table.origin,
        row=1,
        found=f"the columns {', '.join(quoted(h) for h in table.headings)}",
        expected=f"a column {quoted(heading)}",
        mend=MEND,
    )


def _left_out(table: Table, known: Sequence[str]) -> list[Notice]:
    left = [quoted(heading) for heading in table.headings if heading not in known]
    if not left:
        return []
    text = f"Columns of {table.origin} that were left out: {', '.join(left[:10])}."
    return [Notice(kind="columns-left-out", text=text, count=len(left))]


def _not_read(archive: Archive) -> list[Notice]:
    """Return notices of what else is in the archive: records of a later Weft, other files."""
    notices = []
    tables = [name for name in archive.names if name.removesuffix(".csv") in RESERVED]
    for name in tables:
        rows = len(_table(archive, name))
        if rows:
            have = "1 row" if rows == 1 else f"{rows:,} rows"
            text = (
                f"The table {name} of {archive.origin} has {have}, which this version of Weft does "
                "not read."
            )
            notices.append(Notice(kind="table-not-read", text=text, count=rows))
    known = {DESCRIPTION, PEOPLE, REPORTS, TIES, *tables}
    others = [quoted(name) for name in archive.names if name not in known]
    if others:
        text = f"Files in {archive.origin} that were left out: {', '.join(others[:10])}."
        notices.append(Notice(kind="files-left-out", text=text, count=len(others)))
    return notices
