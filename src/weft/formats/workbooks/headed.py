"""From a sheet to a table: the row of headings is found, wherever it stands near the top."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from weft.formats.roles.headings import PAIRS, PEOPLE_HEADINGS, plain
from weft.formats.roles.table import Table
from weft.network import Notice, Problem, UnknownNameError, quoted

if TYPE_CHECKING:
    from weft.formats.tables import Reading
    from weft.formats.workbooks.sheets import Sheet, Workbook

ROWS_LOOKED_AT = 10
"""How far down a row of headings may stand, below a title and a remark."""

SOURCES = frozenset(first for first, _ in PAIRS)
TARGETS = frozenset(second for _, second in PAIRS)
WHO = frozenset({*PEOPLE_HEADINGS["id"], *PEOPLE_HEADINGS["name"]})
MOST_NAMED = 8


def names_two_ends(headings: Sequence[str]) -> bool:
    """Return whether a row of cells can be the headings of a table of ties.

    Examples
    --------
    >>> names_two_ends(["From", "To", "Strength"]), names_two_ends(["ID", "Label"])
    (True, False)
    """
    words = {plain(heading) for heading in headings}
    return bool(words & SOURCES) and bool(words & TARGETS)


def names_people(headings: Sequence[str]) -> bool:
    """Return whether a row of cells can be the headings of a table of people."""
    return not WHO.isdisjoint(plain(heading) for heading in headings)


def row_of_headings(
    sheet: Sheet, fits: Callable[[Sequence[str]], bool], most: int = ROWS_LOOKED_AT
) -> int | None:
    """Return the first row near the top that can be the headings, counted from 0."""
    rows = range(min(most, len(sheet)))
    return next((i for i in rows if fits(sheet.row(i))), None)


def table_at(sheet: Sheet, row: int, *, end: int | None = None, headed: bool = True) -> Table:
    """Return the rows of a sheet below a row of headings, without blank rows and columns."""
    headings = sheet.row(row)
    below = [column[row + 1 : end] for column in sheet.columns]
    filled = [pc.any(pc.not_equal(column, "")).as_py() for column in below]
    kept = [i for i in range(len(below)) if headings[i].strip() or filled[i]]
    return Table(
        origin=sheet.origin,
        headings=tuple(headings[i] for i in kept),
        columns=tuple(below[i] for i in kept),
        headed=headed,
        first_row=row + 2,
    ).without_blank_rows()


def without_columns(table: Table, left_out: Callable[[str], bool]) -> Table:
    """Return a table without the columns whose heading says so."""
    kept = [i for i, heading in enumerate(table.headings) if not left_out(heading)]
    return replace(
        table,
        headings=tuple(table.headings[i] for i in kept),
        columns=tuple(table.columns[i] for i in kept),
        rows=table.row_numbers,
    )


def said_of(reading: Reading, table: Table, roles: Mapping[str, str] | None = None) -> Reading:
    """Return what the caller says of the columns of this table, after what the format says."""
    columns: dict[str, str | None] = {
        heading: role for heading, role in (roles or {}).items() if heading in table.headings
    }
    columns |= {h: role for h, role in reading.columns.items() if h in table.headings}
    return replace(reading, columns=columns)


def check_columns_said(reading: Reading, tables: Sequence[Table]) -> None:
    """Raise if the caller speaks of a column that no table has."""
    known = [heading for table in tables for heading in table.headings]
    for heading in reading.columns:
        if heading not in known:
            raise UnknownNameError("column", heading, known)


def left_out_notices(
    workbook: Workbook, left: Sequence[Sheet], *, known: frozenset[str] = frozenset()
) -> list[Notice]:
    """Return the notices of sheets that are not read, besides those that never hold data."""
    notices = []
    unread = [sheet for sheet in left if sheet.name not in known]
    if unread:
        names = _listed([quoted(sheet.name) for sheet in unread])
        what = "The sheet" if len(unread) == 1 else f"{len(unread):,} sheets"
        verb = "holds neither ties nor people and was" if len(unread) == 1 else (
            "hold neither ties nor people and were")  # fmt: skip
        text = f"{what} {names} of {workbook.origin} {verb} left out."
        notices.append(Notice(kind="sheets-left-out", text=text, count=len(unread)))
    hidden = [name for name in workbook.hidden if name not in known]
    if hidden:
        names = _listed([quoted(name) for name in hidden])
        what, verb = ("The hidden sheet", "was") if len(hidden) == 1 else ("Hidden sheets", "were")
        text = (
            f"{what} {names} of {workbook.origin} {verb} not read. Show what belongs to the data "
            "in a spreadsheet program, and save."
        )
        notices.append(Notice(kind="hidden-sheets", text=text, count=len(hidden)))
    return notices


def no_edges(workbook: Workbook, headings: str) -> Problem:
    """Return the problem of a workbook in which no sheet holds ties under these headings."""
    return Problem(
        kind="no-sheet-fits",
        origin=workbook.origin,
        found=f"the sheets {', '.join(quoted(sheet.name) for sheet in workbook.sheets)}",
        expected=f"a sheet Edges with the headings {headings}",
        mend="Add the sheet, or its headings.",
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join([*names[:MOST_NAMED], *(["others"] if len(names) > MOST_NAMED else [])])


def rows_that_are_blank(sheet: Sheet) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which rows of a sheet hold nothing but blank space."""
    blank = np.ones(len(sheet), dtype=bool)
    for column in sheet.columns:
        blank &= np.asarray(pc.equal(pc.utf8_trim_whitespace(column), ""))
    return blank
