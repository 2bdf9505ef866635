"""Sections of a sheet of Kumu: two blank rows begin a new one, with its own headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from weft.formats.workbooks.headed import rows_that_are_blank, table_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.roles.table import Table
    from weft.formats.workbooks.sheets import Sheet

Kind = Literal["elements", "connections"]
IGNORED = "(ignore)"
"""Kumu skips a sheet whose name holds this."""


def kind_of(headings: Sequence[str]) -> Kind | None:
    """Return what Kumu takes a table with these headings for.

    Examples
    --------
    >>> kind_of(["ID", "From", "To"]), kind_of(["Label", "Type"]), kind_of(["Notes"])
    ('connections', 'elements', None)
    """
    words = [heading.strip().lower() for heading in headings]
    if {"from", "to"} <= set(words):
        return "connections"
    return "elements" if "label" in words else None


def looks_like_kumu(sheet: Sheet) -> bool:
    """Return whether a sheet begins as Kumu wants it: Label, or From and To, in the first row."""
    first = [cell.strip().lower() for cell in sheet.row(0)[:3]]
    begins = {("label",), ("id", "label"), ("from", "to"), ("id", "from", "to")}
    return any(tuple(first[: len(words)]) == words for words in begins)


def sections_of(sheet: Sheet) -> tuple[list[tuple[Kind, Table]], int]:
    """Return the tables of a sheet with what each holds, and how many rows hold neither."""
    blank = rows_that_are_blank(sheet)
    found: list[tuple[Kind, Table]] = []
    neither = 0
    for first, end in _spans(blank):
        kind = kind_of(sheet.row(first))
        if kind is None:
            neither += end - first
        else:
            found.append((kind, table_at(sheet, first, end=end)))
    return found, neither


def _spans(blank: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[tuple[int, int]]:
    """Return the first row and the end of each section."""
    filled = np.flatnonzero(~blank)
    if not len(filled):
        return []
    breaks = np.flatnonzero(np.diff(filled) > 2)
    firsts = [int(filled[0]), *(int(filled[i + 1]) for i in breaks)]
    ends = [*(int(filled[i]) + 1 for i in breaks), int(filled[-1]) + 1]
    return list(zip(firsts, ends, strict=True))
