"""Cells that calamine gives as blank and are not: parts of a merged cell, and errors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyarrow as pa

from weft.network import Notice

if TYPE_CHECKING:
    from weft.formats.files.archive import Archive

Range = tuple[tuple[int, int], tuple[int, int]]
"""The row and column of the first and the last cell, counted from 0."""

ERROR = re.compile(rb'<(?:\w+:)?c\b(?=[^>]*\bt="e")(?:[^>]*\br="([A-Z]{1,3}[0-9]{1,7})")?')
ERROR_IN_ODS = re.compile(rb'calcext:value-type="error"')


def filled_down(
    columns: tuple[pa.Array, ...], merged: Sequence[Range], left: int
) -> tuple[tuple[pa.Array, ...], int]:
    """Return the columns with the value of each cell that spans rows in all of these, and how many.

    A cell that spans columns is a title over several headings, and stays where it is.

    Examples
    --------
    >>> columns, count = filled_down((pa.array(["ana", "", "ben"]),), [((0, 0), (1, 0))], 0)
    >>> columns[0].to_pylist(), count
    (['ana', 'ana', 'ben'], 1)
    """
    filled = list(columns)
    count = 0
    by_column: dict[int, list[tuple[int, int]]] = {}
    for (top, first), (bottom, last) in merged:
        if first == last and bottom > top and 0 <= first - left < len(columns):
            by_column.setdefault(first - left, []).append((top, bottom))
    for column, spans in by_column.items():
        cells = columns[column].to_pylist()
        reached = -1
        for top, bottom in sorted(spans):
            if top > reached and top < len(cells):
                reached = bottom
                stop = min(bottom + 1, len(cells))
                count += bool(cells[top]) and stop > top + 1
                cells[top:stop] = [cells[top]] * (stop - top)
        filled[column] = pa.array(cells, pa.string())
    return tuple(filled), count


def error_notice(archive: Archive) -> list[Notice]:
    """Return the notice of cells such as #N/A, which are read as blank."""
    count, first = 0, b""
    for name in archive.names:
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            data = archive.read(name)
            if b't="e"' in data:
                found = ERROR.findall(data)
                count += len(found)
                first = first or next(iter(found), b"")
        elif name == "content.xml":
            count += len(ERROR_IN_ODS.findall(archive.read(name)))
    if not count:
        return []
    what = "1 cell" if count == 1 else f"{count:,} cells"
    where = f"; the first is {first.decode()}" if first else ""
    verb = "holds an error such as #N/A and was" if count == 1 else "hold an error and were"
    text = f"{what} of {archive.origin} {verb} read as blank{where}."
    return [Notice(kind="error-cells", text=text, count=count)]
