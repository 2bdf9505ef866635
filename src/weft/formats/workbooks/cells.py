"""The cells of a workbook as text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import numpy as np
import pyarrow as pa

EXACT = 1 << 53
"""Below this, every whole number that a spreadsheet holds is exact."""


def as_text(cells: tuple[object, ...]) -> pa.Array:
    """Return a column of cells as text, blank where they are blank.

    Examples
    --------
    >>> as_text((4.0, "007", True, "")).to_pylist()
    ['4', '007', 'yes', '']
    """
    kinds = set(map(type, cells))
    if kinds == {str}:
        return pa.array(cells, pa.string())
    if kinds == {float}:
        numbers = np.array(cells, dtype=np.float64)
        if (np.abs(numbers) < EXACT).all() and (numbers == np.trunc(numbers)).all():
            return pa.array(numbers.astype(np.int64)).cast(pa.string())
    return pa.array(list(_texts(cells)), pa.string())


def _texts(cells: Iterable[object]) -> Iterable[str]:
    for cell in cells:
        yield cell if isinstance(cell, str) else _text(cell)


def _text(cell: object) -> str:
    """Return one cell: numbers without a needless point, dates as 2026-11-22."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return repr(cell).removesuffix(".0")
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == time() else cell).isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        minutes, seconds = divmod(round(cell.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return str(cell)
