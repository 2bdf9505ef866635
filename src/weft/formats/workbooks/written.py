"""The bytes of a workbook: text stays text, and the same sheets give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from weft.network import InvalidDataError, Problem, quoted

if TYPE_CHECKING:
    from xlsxwriter.format import Format as Style
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from weft.formats.workbooks.carried import Cells

MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS = 1 << 20, 1 << 14, 32_767
WIDEST, ROWS_MEASURED = 40, 200
MADE = datetime(1980, 1, 1)  # noqa: DTZ001  (no moment: the same workbook is the same bytes)
SHARED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_)")
"""Two escapes that share an underline, which XlsxWriter would take for one."""

NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{0,9}[1-9])?")
NOT_IN_XML = ("\ufffe", "\uffff")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f]")
HALF = re.compile(r"_x[0-9A-Fa-f]{4}[\x00-\x08\x0b-\x1f]")
"""What would become an escape with the one that the control character is written as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sheet to be written.

    Attributes
    ----------
    name : str
    columns : mapping of str to sequence
        Text, numbers and None by heading. A column of ``numbers`` whose cells are all numbers as a
        spreadsheet shows them becomes one of numbers.
    numbers : frozenset of str
        Headings of columns that may be written as numbers.
    bands : mapping of int to str
        Titles above the headings, by column; then the headings stand in row 2.
    lines : sequence of str
        Lines of text, in place of columns.
    """

    name: str
    columns: Mapping[str, Cells] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()
    bands: Mapping[int, str] = field(default_factory=dict)
    lines: Sequence[str] = ()


class _Exact(float):
    """A number that is written with all its digits, where XlsxWriter would keep sixteen."""

    def __format__(self, _: str) -> str:
        return repr(float(self))


def workbook_bytes(pages: Sequence[Page]) -> bytes:
    """Return a workbook of these sheets.

    Raises
    ------
    InvalidDataError
        If a sheet is longer or a cell holds more than a workbook can.
    """
    from xlsxwriter.workbook import Workbook

    for page in pages:
        _check(page)
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = Workbook(stream, options)
    workbook.set_properties({"created": MADE})
    heading = workbook.add_format({"bold": True})
    for page in pages:
        sheet = workbook.add_worksheet(page.name)
        for row, line in enumerate(page.lines):
            _write(workbook, sheet, row, 0, line, None)
        if page.columns:
            _fill(workbook, sheet, page, heading)
    workbook.close()
    return stream.getvalue()


def _fill(workbook: Workbook, sheet: Worksheet, page: Page, heading: Style) -> None:
    top = 1 if page.bands else 0
    for column, band in page.bands.items():
        _write(workbook, sheet, 0, column, band, heading)
    for column, (name, cells) in enumerate(page.columns.items()):
        _write(workbook, sheet, top, column, name, heading)
        shown = _as_numbers(cells) if name in page.numbers else cells
        for row, cell in enumerate(shown, start=top + 1):
            _write(workbook, sheet, row, column, cell, None)
        longest = max([len(name), *(len(str(cell)) for cell in cells[:ROWS_MEASURED] if cell)])
        sheet.set_column(column, column, min(longest + 3, WIDEST))
    length = max(len(cells) for cells in page.columns.values())
    sheet.freeze_panes(top + 1, 0)
    sheet.autofilter(top, 0, top + length, len(page.columns) - 1)


def _write(
    workbook: Workbook,
    sheet: Worksheet,
    row: int,
    column: int,
    cell: str | float | None,
    style: Style | None,
) -> None:
    """Write one cell; text that XlsxWriter would change goes in as pieces of one text."""
    if cell is None or cell == "":
        return
    if not isinstance(cell, str):
        sheet.write_number(row, column, _Exact(cell), style)
    elif _in_pieces(cell):
        plain = workbook.add_format()
        pieces = [part for piece in _pieces(cell) for part in (plain, piece)]
        sheet.write_rich_string(row, column, *pieces, *([style] if style else []))
    else:
        sheet.write_string(row, column, cell, style)


def _in_pieces(text: str) -> bool:
    """Return whether XlsxWriter would write this text as another."""
    return bool(SHARED.search(text)) or (text.startswith("<r>") and text.endswith("</r>"))


def _pieces(text: str) -> list[str]:
    """Return a text cut after its first character, and so that no piece holds a whole escape."""
    cuts = {1, *(match.start() + 6 for match in re.finditer(r"(?=_x[0-9A-Fa-f]{4}_)", text))}
    places = [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    return [text[a:b] for a, b in pairwise(places)]


def _as_numbers(cells: Cells) -> Cells:
    """Return text as numbers if every cell is one that comes back as the same text."""
    filled = [cell for cell in cells if cell not in {None, ""}]
    if not all(isinstance(cell, str) and _is_number(cell) for cell in filled):
        return cells
    return [float(cell) if cell else None for cell in cells]


def _is_number(cell: str) -> bool:
    return (
        NUMBER.fullmatch(cell) is not None
        and len(cell) <= 15
        and repr(float(cell)).removesuffix(".0") == cell
    )


def _check(page: Page) -> None:
    """Raise what a workbook cannot hold of a sheet."""
    length = max((len(cells) for cells in page.columns.values()), default=0) + 2
    if length > MOST_ROWS or len(page.columns) > MOST_COLUMNS:
        raise InvalidDataError([
            Problem(
                kind="too-large",
                origin=f"sheet {page.name}",
                found=f"{length - 2:,} rows and {len(page.columns):,} columns",
                expected=f"at most {MOST_ROWS - 2:,} rows and {MOST_COLUMNS:,} columns",
                mend="Write a format without such a limit, such as CSV or Parquet.",
            )
        ])  # fmt: skip
    problems = []
    for heading, cells in page.columns.items():
        for row, cell in enumerate((heading, *cells), start=2 if page.bands else 1):
            if isinstance(cell, str) and (wrong := _cannot_be_held(cell)):
                problems.append(_problem(page.name, row, heading, *wrong))
    if problems:
        raise InvalidDataError(problems)


def _cannot_be_held(cell: str) -> tuple[str, str] | None:
    """Return what is wrong with a text, and what would be right; None for nearly all."""
    if len(cell) > MOST_CHARACTERS // 2:
        size = len(cell.encode("utf-16-le")) // 2
        if size > MOST_CHARACTERS:
            return f"{size:,} characters", f"at most {MOST_CHARACTERS:,}"
    if any(character in cell for character in NOT_IN_XML):
        return quoted(cell), "text without U+FFFE and U+FFFF, which no workbook can hold"
    if CONTROLS.search(cell) and (_in_pieces(cell) or HALF.search(cell)):
        return quoted(cell), "text without control characters between the marks of a workbook"
    return None


def _problem(sheet: str, row: int, column: str, found: str, expected: str) -> Problem:
    return Problem(
        kind="not-in-a-workbook",
        origin=f"sheet {sheet}",
        row=row,
        column=column,
        found=found,
        expected=expected,
        mend="Shorten or correct the text, or write a format without such a limit, such as CSV.",
    )
