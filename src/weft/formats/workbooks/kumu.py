"""Workbooks in the convention of Kumu: Elements and Connections."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from weft.formats.carrying import WITH_COLUMNS
from weft.formats.files.archive import is_zip
from weft.formats.format import Format
from weft.formats.plain.delimited import table_in
from weft.formats.roles.tie_table import ties_from
from weft.formats.workbooks.elements import (
    Elements,
    connections_by_id,
    people_of_elements,
    with_added,
)
from weft.formats.workbooks.headed import check_columns_said, left_out_notices, said_of
from weft.formats.workbooks.kumu_written import workbook_for_kumu
from weft.formats.workbooks.recognised import OLD_OFFICE
from weft.formats.workbooks.sections import IGNORED, kind_of, looks_like_kumu, sections_of
from weft.formats.workbooks.sheets import workbook_in
from weft.formats.workbooks.together import all_of, people_together, together
from weft.network import InvalidDataError, Notice, Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.files.file import File
    from weft.formats.roles.table import Table
    from weft.formats.tables import Reading, Tables
    from weft.formats.workbooks.sections import Kind
    from weft.formats.workbooks.sheets import Workbook


def is_of_kumu(workbook: Workbook) -> bool:
    """Return whether the sheets of a workbook begin as Kumu wants them."""
    sheets = [sheet for sheet in workbook.sheets if IGNORED not in sheet.name.lower()]
    kinds = {s.name.lower(): kind_of(s.row(0)) for s in sheets if looks_like_kumu(s)}
    found = set(kinds.values())
    return "connections" in found and ("elements" in found or "connections" in kinds)


def ties_of_kumu(workbook: Workbook, reading: Reading) -> Tables:
    """Return what a workbook in the convention of Kumu holds.

    Raises
    ------
    InvalidDataError
        If there are neither elements nor connections, or something is wrong with them.
    """
    sheets = [sheet for sheet in workbook.sheets if IGNORED not in sheet.name.lower()]
    both = [(sheet, *sections_of(sheet)) for sheet in sheets]
    tables = [section for _, sections, _ in both for section in sections]
    left = [sheet for sheet, sections, _ in both if not sections]
    notices = [*workbook.notices, *left_out_notices(workbook, left)]
    rows = sum(neither for _, sections, neither in both if sections)
    if rows:
        text = (
            f"{rows:,} rows of {workbook.origin} stand in sections without the heading Label, or "
            "From and To, and were left out."
        )
        notices.append(Notice(kind="sections-left-out", text=text, count=rows))
    return ties_of_sections(workbook.origin, workbook.stem, tables, reading, notices)


def ties_of_sections(
    origin: str,
    name: str,
    tables: Sequence[tuple[Kind, Table]],
    reading: Reading,
    notices: list[Notice],
) -> Tables:
    """Return the people in tables of elements and the ties in tables of connections."""
    known = Elements()
    elements = [table for kind, table in tables if kind == "elements"]
    connections = [table for kind, table in tables if kind == "connections"]
    if not connections:
        raise InvalidDataError([_no_connections(origin, elements)])
    check_columns_said(reading, connections)
    people = people_together([people_of_elements(table, known) for table in elements])
    by_id = [connections_by_id(table, known) for table in connections]
    if people is not None:
        people = with_added(people, known, origin)
    reading = replace(reading, people_given=reading.people_given or people is not None)
    readers = [partial(ties_from, table, said_of(reading, table), name) for table in by_id]
    return together(name, all_of(readers), people, notices)


def _no_connections(origin: str, elements: list[Table]) -> Problem:
    seen = ", ".join(quoted(table.origin) for table in elements)
    return Problem(
        kind="no-sheet-fits",
        origin=origin,
        found=f"elements alone ({seen})" if elements else "neither elements nor connections",
        expected="a sheet whose first row has the headings From and To",
        mend="Export the connections too, or give this file as people.",
    )


def read_kumu(file: File, reading: Reading) -> Tables:
    """Return what a workbook, or a table of connections as CSV, holds for Kumu."""
    if is_zip(file) or file.head.startswith(OLD_OFFICE):
        return ties_of_kumu(workbook_in(file), reading)
    table = table_in(file, encoding=reading.encoding)
    kind = kind_of(table.headings)
    sections = [(kind, table)] if kind else []
    return ties_of_sections(file.origin, file.stem, sections, reading, [])


KUMU = Format(
    name="kumu",
    title="a workbook for Kumu",
    about="A map of Kumu as a workbook: Kumu gives one with Export, XLSX, and takes one with "
    "Import. Sheets Elements and Connections, a row for each.",
    extensions=(".xlsx",),
    carries=WITH_COLUMNS,
    not_read=(
        "attributes of connections besides type, direction, strength, wave, reporter and date",
        "loops, views and positions, which Kumu keeps in JSON",
    ),
    guarded=True,
    read=read_kumu,
    write=workbook_for_kumu,
)
