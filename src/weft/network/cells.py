"""Checks on the cells of a column: labels that can be used, numbers that mean something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.network.errors import Problem, quoted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft.network.columns import Columns
    from weft.network.problems import Problems

LONGEST_LABEL = 1_000
NUMBER = r"^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$"
NOT_FINITE = r"(?i)^\s*[+-]?(nan|inf|infinity)\s*$"


def labels(
    table: Columns,
    role: str,
    problems: Problems,
    *,
    otherwise: str | None = None,
    instead: pa.Array | None = None,
) -> pa.Array:
    """Return a column of ids or names; cells that cannot be one become problems.

    Parameters
    ----------
    table : Columns
    role : str
    problems : Problems
        Grows by every blank or overlong cell.
    otherwise : str, optional
        What a blank cell, or a missing column, means.
    instead : pyarrow array, optional
        The column to take where this one is missing or blank.
    """
    if role not in table.columns:
        if instead is not None:
            return instead
        return pa.repeat(pa.scalar(otherwise, type=pa.string()), len(table))
    cells = table.columns[role]
    if _all_plain(cells):
        return cells
    blank = pc.or_kleene(pc.is_null(cells), pc.equal(cells, ""))
    if instead is not None:
        cells = pc.if_else(blank, instead, cells)
    elif otherwise is not None:
        cells = pc.if_else(blank, otherwise, cells)
    else:
        cells = pc.if_else(blank, pa.scalar(None, type=pa.string()), cells)
        _note(
            table,
            role,
            pc.fill_null(blank, fill_value=True),
            "empty-cell",
            "a name or id",
            problems,
        )
    too_long = pc.fill_null(pc.greater(pc.utf8_length(cells), LONGEST_LABEL), fill_value=False)
    _note(table, role, too_long, "overlong-cell", f"at most {LONGEST_LABEL:,} characters", problems)
    return cells


def _all_plain(cells: pa.Array) -> bool:
    """Return whether every cell holds something, and none too much, counted in bytes."""
    if cells.null_count or not len(cells):
        return False
    sizes = pc.min_max(pc.binary_length(cells))
    return bool(sizes["min"].as_py() > 0 and sizes["max"].as_py() <= LONGEST_LABEL)


def numbers(
    table: Columns,
    role: str,
    problems: Problems,
    *,
    relation: NDArray[np.int16],
    scales: Sequence[tuple[float, float] | None],
) -> NDArray[np.float64]:
    """Return a column of strengths, 1 where blank; what is no strength becomes a problem."""
    if role not in table.columns:
        return np.ones(len(table))
    if table.coded is not None and table.coded.weight is not None:
        value = table.coded.weight
    else:
        plain = _all_numbers(table.columns[role])
        value = _checked_numbers(table, role, problems) if plain is None else plain
        _note(table, role, pa.array(value < 0), "negative", "a number of 0 or more", problems)
    for code, scale in enumerate(scales):
        if scale is not None:
            of_it = relation == code
            wrong = of_it & ((value > scale[1]) | ((value < scale[0]) & (value != 0)))
            expected = f"a value from {scale[0]:g} to {scale[1]:g}, or 0 for no tie"
            _note(table, role, pa.array(wrong), "off-scale", expected, problems)
    return value


def _all_numbers(cells: pa.Array) -> NDArray[np.float64] | None:
    """Return the numbers where every cell plainly is one, as in most data; else None."""
    if cells.null_count:
        return None
    try:
        value = np.array(pc.cast(cells, pa.float64()))
    except pa.ArrowInvalid:
        return None
    return value if np.isfinite(value).all() else None


def _checked_numbers(table: Columns, role: str, problems: Problems) -> NDArray[np.float64]:
    """Return the numbers, 1 where blank or wrong; what is no number becomes a problem."""
    cells = table.columns[role]
    blank = pc.or_kleene(pc.is_null(cells), pc.equal(pc.utf8_trim_whitespace(cells), ""))
    cells = pc.if_else(blank, "1", cells)
    not_finite = pc.match_substring_regex(cells, NOT_FINITE)
    _note(table, role, not_finite, "not-finite", "a finite number of 0 or more", problems)
    is_number = pc.match_substring_regex(cells, NUMBER)
    neither = pc.invert(pc.or_(is_number, not_finite))
    _note(
        table,
        role,
        neither,
        "not-a-number",
        "a number of 0 or more, with a decimal point",
        problems,
    )
    clean = pc.utf8_trim_whitespace(pc.if_else(is_number, cells, "1"))
    clean = pc.replace_substring_regex(clean, r"^\+", "")
    value: NDArray[np.float64] = pc.cast(clean, pa.float64()).to_numpy(zero_copy_only=False)
    overflow = pa.array(np.isinf(value))
    _note(table, role, overflow, "not-finite", "a finite number of 0 or more", problems)
    return np.array(value)


MENDS = {
    "empty-cell": "Fill the cell in, or delete the row.",
    "overlong-cell": "A name this long is most likely a missing quote or line break; look there.",
    "not-finite": "Write the strength as an ordinary number, or delete the row.",
    "not-a-number": "Write a number such as 2 or 2.5, or leave the cell blank for 1.",
    "negative": "Put ties that mean the opposite into a relation of their own.",
    "off-scale": "Correct the value, or declare the scale that was really used.",
}


def _note(
    table: Columns, role: str, wrong: pa.Array, kind: str, expected: str, problems: Problems
) -> None:
    """Add a problem for every marked cell."""

    def described(row: int) -> Problem:
        cell = table.columns[role][row].as_py()
        place = table.place(row, role)
        return Problem(
            kind=kind,
            origin=place.origin,
            row=place.row,
            column=place.column,
            found="nothing" if cell in (None, "") else quoted(cell),
            expected=expected,
            mend=MENDS[kind],
        )

    problems.add_rows(kind, np.flatnonzero(wrong.to_numpy(zero_copy_only=False)), described)
