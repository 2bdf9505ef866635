"""Workbooks of form tools: a sheet with a column `Question [Name]` for each person."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from weft.formats.surveys.wide import looks_wide, ties_in_wide
from weft.formats.workbooks.headed import check_columns_said, left_out_notices, table_at
from weft.formats.workbooks.together import all_of, together

if TYPE_CHECKING:
    from weft.formats.tables import Reading, Tables
    from weft.formats.workbooks.sheets import Workbook


def is_wide(workbook: Workbook) -> bool:
    """Return whether a sheet asks one question about different people, in its first row."""
    return any(looks_wide(sheet.row(0)) for sheet in workbook.sheets)


def ties_of_wide(workbook: Workbook, reading: Reading) -> Tables:
    """Return what people answered in such sheets."""
    sheets = [sheet for sheet in workbook.sheets if looks_wide(sheet.row(0))]
    tables = [table_at(sheet, 0) for sheet in sheets]
    check_columns_said(reading, tables)
    parts = all_of([partial(ties_in_wide, table, reading, workbook.stem) for table in tables])
    left = left_out_notices(workbook, [sheet for sheet in workbook.sheets if sheet not in sheets])
    if len(parts) == 1:
        return replace(parts[0], notices=(*workbook.notices, *left, *parts[0].notices))
    return together(workbook.stem, parts, None, [*workbook.notices, *left])
