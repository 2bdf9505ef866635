"""Sheets whose cells lie far apart: calamine makes room for every cell between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weft.formats.workbooks.recognised import damaged

if TYPE_CHECKING:
    from weft.formats.files.archive import Archive
    from weft.network import UnreadableFileError

SHEETS = "xl/worksheets/"
CELL = re.compile(rb"""<(?:[\w.-]+:)?c\s[^>]*?\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})""")
LETTERS, BEFORE_A = 26, ord("A") - 1

SMALL = 1 << 20
"""Larger sheets take too long to look through; the limit on memory stops those."""


def refuse_far_cells(archive: Archive, most: int) -> None:
    """Refuse a small sheet of .xlsx whose corners have more cells between them than this.

    Raises
    ------
    UnreadableFileError
        Before anything is parsed.
    """
    for name in archive.names:
        if not name.startswith(SHEETS) or archive.size(name) > SMALL:
            continue
        places = CELL.findall(archive.read(name))
        width = max((_number(letters) for letters in {letters for letters, _ in places}), default=0)
        height = max((int(row) for _, row in places), default=0)
        if width * height > most:
            raise far_apart(archive.origin, "one of its sheets")


def far_apart(origin: str, which: str) -> UnreadableFileError:
    """Return the refusal of a sheet that is nearly all blank."""
    return damaged(origin, f"the cells of {which} lie far apart")


def _number(letters: bytes) -> int:
    """Return which column these letters stand for, from 1."""
    number = 0
    for letter in letters.upper():
        number = number * LETTERS + letter - BEFORE_A
    return number
