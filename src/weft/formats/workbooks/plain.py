"""Plain workbooks: sheets of people, sheets of ties, sheets that are matrices."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from weft.formats.plain.matrix import ties_in_matrix
from weft.formats.roles.headings import plain
from weft.formats.roles.people_columns import people_from
from weft.formats.roles.tie_table import ties_from
from weft.formats.workbooks.headed import (
    ROWS_LOOKED_AT,
    check_columns_said,
    left_out_notices,
    names_people,
    names_two_ends,
    row_of_headings,
    said_of,
    table_at,
)
from weft.formats.workbooks.matrices import matrix_in
from weft.formats.workbooks.together import (
    all_of,
    people_together,
    together,
    with_sheet_as_relation,
)
from weft.network import InvalidDataError, Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.roles.table import Table
    from weft.formats.tables import PeopleTable, Reading, Tables
    from weft.formats.workbooks.sheets import Sheet, Workbook

PEOPLE_SHEETS = frozenset(
    {"people", "persons", "members", "participants", "nodes", "vertices", "elements", "actors"}
)
"""Names of sheets of people, whatever their columns are called."""

MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Parts:
    """The sheets of a workbook, by what they hold."""

    ties: list[tuple[str, Table]] = field(default_factory=list)
    matrices: list[tuple[str, Table]] = field(default_factory=list)
    people: list[Table] = field(default_factory=list)
    others: list[Sheet] = field(default_factory=list)


def ties_in_workbook(workbook: Workbook, reading: Reading) -> Tables:
    """Return what a plain workbook holds.

    Raises
    ------
    InvalidDataError
        If no sheet holds ties, or something is wrong with one that does.
    """
    parts = parts_of(workbook, reading)
    if not parts.ties and not parts.matrices:
        parts = _headerless(workbook, parts)
    check_columns_said(reading, [table for _, table in parts.ties] if parts.ties else [])
    people = people_together([people_from(table) for table in parts.people])
    known = replace(reading, people_given=reading.people_given or people is not None)
    readers = [
        partial(ties_from, table, said_of(known, table), workbook.stem) for _, table in parts.ties
    ]
    readers += [partial(ties_in_matrix, table, workbook.stem) for _, table in parts.matrices]
    names = [name for name, _ in (*parts.ties, *parts.matrices)]
    named, said = with_sheet_as_relation(workbook.origin, names, all_of(readers))
    notices = [*workbook.notices, *left_out_notices(workbook, parts.others), *said]
    return together(workbook.stem, named, people, notices)


def people_in_workbook(workbook: Workbook) -> PeopleTable:
    """Return the people in a workbook of any convention.

    Raises
    ------
    InvalidDataError
        If no sheet holds people.
    """
    from weft.formats.tables import Reading

    parts = parts_of(workbook, Reading())
    tables = parts.people
    if not tables and len(workbook.sheets) == 1:
        tables = [table_at(workbook.sheets[0], 0)]
    people = people_together([people_from(table) for table in tables])
    if people is None:
        mend = f"Name a column “id”, within the first {ROWS_LOOKED_AT} rows of the sheet."
        raise InvalidDataError([_nothing_fits(workbook, "people", "id or name", mend)])
    columns, notices, problems = people
    left = left_out_notices(workbook, parts.others)
    return columns, (*workbook.notices, *left, *notices), problems


def parts_of(workbook: Workbook, reading: Reading) -> Parts:
    """Return the sheets of a workbook by what their headings and cells show."""
    parts = Parts()
    for sheet in workbook.sheets:
        of_ties = row_of_headings(sheet, partial(_fit_ties, reading=reading))
        of_people = row_of_headings(sheet, names_people)
        if of_people is not None and plain(sheet.name) in PEOPLE_SHEETS:
            of_ties = None
        matrix = matrix_in(sheet) if of_ties is None else None
        if of_ties is not None:
            parts.ties.append((sheet.name, table_at(sheet, of_ties)))
        elif matrix is not None:
            parts.matrices.append((sheet.name, matrix))
        elif of_people is not None:
            parts.people.append(table_at(sheet, of_people))
        else:
            parts.others.append(sheet)
    return parts


def _fit_ties(headings: Sequence[str], *, reading: Reading) -> bool:
    """Return whether headings name both ends of a tie, of themselves or as the caller says."""
    said = {reading.columns.get(heading) for heading in headings}
    return {"source", "target"} <= said or names_two_ends(headings)


def _headerless(workbook: Workbook, parts: Parts) -> Parts:
    """Return the only sheet as one of ties without headings, if there is no other way."""
    if len(parts.others) == 1 and not parts.people:
        sheet = parts.others[0]
        return Parts(ties=[(sheet.name, table_at(sheet, 0, headed=False))])
    mend = f"Name the columns so, within the first {ROWS_LOOKED_AT} rows of the sheet."
    if parts.people and not parts.others:
        mend = "This is a table of people: give it as people, beside a table of ties."
    raise InvalidDataError([_nothing_fits(workbook, "ties", "source and target", mend)])


def _nothing_fits(workbook: Workbook, what: str, headings: str, mend: str) -> Problem:
    found = "; ".join(_described(sheet) for sheet in workbook.sheets[:MOST_NAMED])
    return Problem(
        kind="no-sheet-fits",
        origin=workbook.origin,
        found=found,
        expected=f"a sheet of {what} with the headings {headings}",
        mend=mend,
    )


def _described(sheet: Sheet) -> str:
    rows = ([cell for cell in sheet.row(i) if cell.strip()] for i in range(len(sheet)))
    first = next((row for row in rows if row), [])
    shown = ", ".join(quoted(cell) for cell in first[:MOST_NAMED])
    return f"the sheet {quoted(sheet.name)} ({shown or 'nothing but blank space'})"
