"""Delimited text: comma, semicolon, tab or bar, with the delimiter found from the first rows."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from weft.formats.files.text import as_utf8
from weft.formats.roles.formulas import unguarded
from weft.formats.roles.headings import how_many_known
from weft.formats.roles.table import Table
from weft.network import InvalidDataError, Problem, Problems, UnreadableFileError, quoted

if TYPE_CHECKING:
    from weft.formats.files.file import File

DELIMITERS = {",": "comma", "\t": "tab", ";": "semicolon", "|": "bar"}
SPACE = " "
NAMES = {**DELIMITERS, SPACE: "space"}
EXCEL_SAYS = re.compile(rb"\"?sep=([,;|\t])\"?[\r\n]+")
"""A first line by which Excel tells itself what the delimiter is."""

MOST_COLUMNS = 20_000
"""As many as a matrix of the largest network has; a spreadsheet ends at 16,384."""

ROWS_LOOKED_AT, LINES_LOOKED_AT = 50, 1_000
BEGINNING = 65_535  # one less than File.head, which shows by its length that there is more
BLOCK, LARGEST_BLOCK = 1 << 24, (1 << 31) - 1
"""How many bytes are parsed at once; a longer row needs a larger block."""


def table_in(file: File, *, encoding: str | None = None) -> Table:
    """Return the table in a text file; what stands in its first row is given as the headings.

    Blank rows are left out. Rows with more or fewer cells than the first are problems. The
    apostrophe before a cell that a spreadsheet would take for a formula is taken away; see
    :mod:`weft.formats.roles.formulas`.
    """
    data, notices = as_utf8(file, encoding)
    text, delimiter, skipped = sheet_in(data)
    table = table_of_text(file.origin, text, delimiter, skipped=skipped)
    return replace(table, notices=notices)


def sheet_in(data: bytes) -> tuple[bytes, str, int]:
    """Return a text from its first row on, what separates cells, and how many lines stood above.

    The beginning of a long text is enough to tell.
    """
    text = data.lstrip(b"\r\n")
    said = EXCEL_SAYS.match(text)
    text = text[said.end() :] if said else text
    before = data[: len(data) - len(text)]
    skipped = before.count(b"\n") or before.count(b"\r")
    delimiter = said.group(1).decode() if said else delimiter_of(first_rows_of(text))
    return text, delimiter, skipped


def table_of_text(origin: str, text: bytes, delimiter: str, *, skipped: int = 0) -> Table:
    """Return the table in a text that begins with a row; ``skipped`` lines stood above it."""
    width = len(_first_row(origin, text, delimiter))
    if width > MOST_COLUMNS:
        raise InvalidDataError([too_wide(origin, width)])
    parsed, invalid = _parsed(origin, text, delimiter, width)
    columns = [_in_one_piece(column) for column in parsed.columns]
    if b"'" in text:
        columns = [unguarded(column) for column in columns]
    rows = None
    if invalid:
        wrong = np.array([row.number for row in invalid], dtype=np.int64)
        everything = np.arange(1, len(parsed) + len(invalid) + 1, dtype=np.int64)
        rows = (np.setdiff1d(everything, wrong, assume_unique=True) + skipped)[1:]
    table = Table(
        origin=origin,
        headings=tuple(column[0].as_py() for column in columns),
        columns=tuple(column[1:] for column in columns),
        headed=False,
        first_row=2 + skipped,
        rows=rows,
        problems=_unequal(origin, invalid, width, delimiter, skipped),
    )
    return table.without_blank_rows()


def too_wide(origin: str, width: int) -> Problem:
    """Return the problem of a table of too many columns."""
    return Problem(
        kind="too-many-columns",
        origin=origin,
        row=1,
        found=f"{width:,} columns",
        expected=f"{MOST_COLUMNS:,} at most",
        mend="If each tie is a row of its own, look for missing line breaks.",
    )


def first_rows_of(data: bytes) -> str:
    """Return the beginning of a text, up to the last whole line of it."""
    text = data[:BEGINNING].decode(errors="ignore")
    if len(data) <= BEGINNING:
        return text
    end = max(text.rfind("\n"), text.rfind("\r"))
    return text[:end] if end > 0 else text


def split(text: str, delimiter: str, most: int = ROWS_LOOKED_AT) -> list[list[str]]:
    """Return the first rows of a text, without those that are blank.

    Examples
    --------
    >>> split('a;"b;c"', ";")
    [['a', 'b;c']]
    """
    rows: list[list[str]] = []
    try:
        for i, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter)):
            if any(cell.strip() for cell in row):
                rows.append(row)
            if len(rows) == most or (rows and i > LINES_LOOKED_AT):
                break
    except csv.Error:
        # A cell beyond the limit of this module; the real reader has none.
        return rows
    return rows


def delimiter_of(text: str) -> str:
    r"""Return what separates the cells: what gives the most known headings and the most even rows.

    Examples
    --------
    >>> delimiter_of("From;To;Strength\nAda;Ben, the elder;2")
    ';'
    """

    def fit(delimiter: str) -> tuple[int, float, int]:
        rows = split(text, delimiter)
        widths = Counter(len(row) for row in rows)
        width, count = widths.most_common(1)[0] if rows else (1, 0)
        if width == 1 and len(rows[0] if rows else ()) < 2:
            return 0, 0.0, 1
        return how_many_known(rows[0]), count / len(rows), width

    best = max(DELIMITERS, key=fit)
    # Spaces separate cells only under headings of ties, where nothing else separates any.
    known, even, width = fit(SPACE)
    divided = any(len(row) > 1 for other in DELIMITERS for row in split(text, other, most=1))
    if not divided and known > 1 and even == 1 and width > 1:
        return SPACE
    return best


def _first_row(origin: str, data: bytes, delimiter: str) -> list[str]:
    """Return the first row, however long it is."""
    size = BEGINNING
    while True:
        rows = split(data[:size].decode(errors="ignore"), delimiter, most=2)
        if len(rows) > 1 or (rows and size >= len(data)):
            return rows[0]
        if size >= len(data):
            problem = Problem(
                kind="overlong-cell",
                origin=origin,
                row=1,
                found="a heading of more than 100,000 characters",
                expected="a row of headings",
                mend="A heading this long is most likely a missing quote or line break.",
            )
            raise InvalidDataError([problem])
        size *= 4


def _parsed(
    origin: str, data: bytes, delimiter: str, width: int
) -> tuple[pa.Table, list[pa.csv.InvalidRow]]:
    """Return the cells, by all processors where every row fits, and else the rows that do not."""
    invalid: list[pa.csv.InvalidRow] = []
    for threads, block in (
        (True, BLOCK),
        (False, BLOCK),
        (False, min(max(len(data), BLOCK) + 1, LARGEST_BLOCK)),
    ):
        # Only one thread gives the numbers of invalid rows.
        handled = None if threads else invalid
        try:
            return _split_by_arrow(data, delimiter, width, block, handled), invalid
        except pa.ArrowInvalid as error:
            invalid.clear()
            reason = error
    message = (
        f"{origin}: found text that cannot be split into rows and cells ({reason}), expected a "
        "table. Look for a quotation mark that is opened and not closed."
    )
    raise UnreadableFileError(message)


def _split_by_arrow(
    data: bytes, delimiter: str, width: int, block: int, invalid: list[pa.csv.InvalidRow] | None
) -> pa.Table:
    import pyarrow.csv as arrow_csv

    names = [str(i) for i in range(width)]

    def leave_out(row: arrow_csv.InvalidRow) -> str:
        if invalid is None:
            return "error"
        invalid.append(row)
        return "skip"

    return arrow_csv.read_csv(
        pa.BufferReader(data),
        arrow_csv.ReadOptions(column_names=names, use_threads=invalid is None, block_size=block),
        arrow_csv.ParseOptions(
            delimiter=delimiter,
            newlines_in_values=b'"' in data,
            ignore_empty_lines=False,
            invalid_row_handler=leave_out,
        ),
        arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), check_utf8=False),
    )


def _in_one_piece(column: pa.ChunkedArray) -> pa.Array:
    if column.num_chunks == 1:
        return column.chunk(0)
    return pa.concat_arrays(column.chunks)


def _unequal(
    origin: str, invalid: list[pa.csv.InvalidRow], width: int, delimiter: str, skipped: int
) -> tuple[Problem, ...]:
    name = NAMES[delimiter]

    def described(i: int) -> Problem:
        row = invalid[i]
        cells = "1 cell" if row.actual_columns == 1 else f"{row.actual_columns:,} cells"
        return Problem(
            kind="unequal-row",
            origin=origin,
            row=row.number + skipped,
            found=f"{cells} ({quoted(row.text)})",
            expected=f"{width:,}, as in the headings",
            mend=f"Put a cell that contains a {name} in quotes, or add the cells that are missing.",
        )

    problems = Problems()
    problems.add_rows("unequal-row", np.arange(len(invalid)), described)
    return problems.kept()
