"""Sheets that are adjacency matrices."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.formats.plain.matrix import LEAST_WITHOUT_IDS, NUMBER
from weft.formats.roles.headings import how_many_known
from weft.formats.workbooks.headed import table_at

if TYPE_CHECKING:
    from weft.formats.roles.table import Table
    from weft.formats.workbooks.sheets import Sheet


def matrix_in(sheet: Sheet) -> Table | None:
    """Return the table of a sheet that is an adjacency matrix; None of any other.

    It is one if the first row and the first column name the same people, or if it is a square of
    five or more numbers a row, with or without a row of headings above.
    """
    start = _first_filled_row(sheet)
    if start is None or len(sheet.columns) < 2 or how_many_known(sheet.row(start)):
        return None
    table = table_at(sheet, start, headed=False)
    table = _without_blank_columns(table)
    width, height = len(table.columns), len(table)
    if height < 2 or height not in {width - 1, width}:
        return None
    if height == width - 1 and _same_people(table):
        return table if _all_numbers(table.columns[1:]) else None
    if width < LEAST_WITHOUT_IDS or not _all_numbers(table.columns):
        return None
    first = pa.array(table.headings, pa.string())
    return table if height == width or _all_numbers((first,)) else None


def _first_filled_row(sheet: Sheet) -> int | None:
    filled = (i for i in range(len(sheet)) if any(cell.strip() for cell in sheet.row(i)))
    return next(filled, None)


def _without_blank_columns(table: Table) -> Table:
    """Return a table without columns that hold nothing but blank space, except the first."""
    kept = [
        i
        for i, column in enumerate(table.columns)
        if table.headings[i].strip()
        or i == 0
        or not pc.all(pc.equal(pc.utf8_trim_whitespace(column), "")).as_py()
    ]
    return replace(
        table,
        headings=tuple(table.headings[i] for i in kept),
        columns=tuple(table.columns[i] for i in kept),
    )


def _same_people(table: Table) -> bool:
    targets = table.headings[1:]
    return len(set(targets)) == len(targets) and sorted(table.columns[0].to_pylist()) == sorted(
        targets
    )


def _all_numbers(columns: tuple[pa.Array, ...]) -> bool:
    for column in columns:
        blank = pc.equal(pc.utf8_trim_whitespace(column), "")
        if not np.all(pc.or_(blank, pc.match_substring_regex(column, NUMBER))):
            return False
    return True
