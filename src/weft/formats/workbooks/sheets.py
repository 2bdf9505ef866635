"""From a workbook to sheets of text: every cell as a person sees it, and nothing computed."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

import pyarrow as pa

from weft.formats.files.archive import WORKBOOK, Archive, is_zip
from weft.formats.workbooks.blanks import error_notice, filled_down
from weft.formats.workbooks.cells import as_text
from weft.formats.workbooks.far_cells import far_apart, refuse_far_cells
from weft.formats.workbooks.recognised import damaged, locked, refuse_locked_ods, refuse_no_workbook
from weft.network import InvalidDataError, Notice, Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from python_calamine import CalamineSheet, CalamineWorkbook

    from weft.formats.files.file import File

FEW_CELLS, MOST_CELLS_A_BYTE = 2_000_000, 10
"""A sheet of more cells than this, for its size, is nearly all blank: a cell stands far away."""

CHUNK = 1_000
"""Rows are turned into columns so many at a time, while they are still in the processor's cache."""


@dataclass(frozen=True, eq=False, slots=True)
class Sheet:
    """A sheet as columns of text, from its first row to its last; a blank cell is empty.

    Attributes
    ----------
    name : str
    origin : str
        What messages call it: the file and the sheet.
    columns : tuple of pyarrow string array
        Of equal length. Columns without a cell before the first that has one are left out.
    """

    name: str
    origin: str
    columns: tuple[pa.Array, ...]

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    def row(self, index: int) -> tuple[str, ...]:
        """Return the cells of a row, counted from 0."""
        return tuple(column[index].as_py() for column in self.columns)


@dataclass(frozen=True, eq=False, slots=True)
class Workbook:
    """What a workbook holds.

    Attributes
    ----------
    origin, stem : str
        What messages call it, and what to call a network in it.
    sheets : tuple of Sheet
        Those that hold something and are not hidden.
    hidden : tuple of str
        The names of hidden sheets, which are not read.
    notices : tuple of Notice
    """

    origin: str
    stem: str
    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


def workbook_in(file: File) -> Workbook:
    """Return the sheets of a workbook (.xlsx, .xlsm, .xlsb, .xls or .ods).

    Raises
    ------
    UnreadableFileError
        If the file is damaged, locked with a password, larger than the limits or no workbook.
    InvalidDataError
        If there is nothing in it.
    """
    refuse_no_workbook(file)
    archive = Archive(file, WORKBOOK) if is_zip(file) else None
    if archive is not None:
        refuse_locked_ods(archive)
        refuse_far_cells(archive, _most_cells(file))
    with _explained(file.origin), _without_collecting():
        sheets, hidden, merged = _sheets_of(file)
    notices = [_merged_notice(file.origin, merged)] if merged else []
    if archive is not None and any(_has_blanks(sheet) for sheet in sheets):
        notices += error_notice(archive)
    if not sheets:
        raise InvalidDataError([_empty(file.origin, hidden)])
    return Workbook(file.origin, file.stem, tuple(sheets), tuple(hidden), tuple(notices))


def _sheets_of(file: File) -> tuple[list[Sheet], list[str], int]:
    """Return the sheets that hold something, the hidden ones' names, and how many merges."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook: CalamineWorkbook = CalamineWorkbook.from_filelike(BytesIO(file.data))
    sheets: list[Sheet] = []
    hidden: list[str] = []
    merged = 0
    if len(workbook.sheets_metadata) > WORKBOOK.entries:
        raise damaged(file.origin, f"{len(workbook.sheets_metadata):,} sheets")
    for number, about in enumerate(workbook.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        if about.visible != SheetVisibleEnum.Visible:
            hidden.append(about.name)
            continue
        parsed = workbook.get_sheet_by_index(number)
        if not parsed.width:
            continue
        if parsed.width * parsed.total_height > _most_cells(file):
            raise far_apart(file.origin, quoted(about.name))
        left = parsed.start[1] if parsed.start else 0
        ranges = parsed.merged_cell_ranges or []
        columns, filled = filled_down(_columns(parsed), ranges, left)
        merged += filled
        sheets.append(Sheet(about.name, f"{file.origin}, sheet {about.name}", columns))
    return sheets, hidden, merged


def _most_cells(file: File) -> int:
    return max(FEW_CELLS, MOST_CELLS_A_BYTE * file.size)


def _columns(sheet: CalamineSheet) -> tuple[pa.Array, ...]:
    parts: list[list[pa.Array]] = [[] for _ in range(sheet.width)]
    rows = sheet.iter_rows()
    while chunk := list(islice(rows, CHUNK)):
        for part, cells in zip(parts, zip(*chunk, strict=True), strict=True):
            part.append(as_text(cells))
    return tuple(pa.concat_arrays(part) if part else pa.array([], pa.string()) for part in parts)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Hold off the garbage collector, which would walk all cells time and again to find none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _explained(origin: str) -> Iterator[None]:
    """Turn what calamine raises into what a person can do about it."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise locked(origin) from error
    except CalamineError as error:
        raise damaged(origin, str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how a fall of calamine arrives
            raise
        raise damaged(origin, "its parts do not fit together") from error


def _has_blanks(sheet: Sheet) -> bool:
    import pyarrow.compute as pc

    return any(pc.any(pc.equal(column, "")).as_py() for column in sheet.columns)


def _merged_notice(origin: str, merged: int) -> Notice:
    text = (
        f"Each of {merged:,} merged cells of {origin} was read as if every row that it spans held "
        "its value."
    )
    return Notice(kind="merged-cells", text=text, count=merged)


def _empty(origin: str, hidden: list[str]) -> Problem:
    found = "a workbook without a filled cell"
    if hidden:
        found += f" outside of hidden sheets ({', '.join(quoted(name) for name in hidden)})"
    return Problem(
        kind="empty",
        origin=origin,
        found=found,
        expected="a sheet with a row of headings and a row for each tie",
        mend="Show the hidden sheets." if hidden else "Check that the export finished.",
    )
