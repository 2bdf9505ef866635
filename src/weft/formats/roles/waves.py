"""Dated ties cut into waves of a week, a month, a quarter or a year."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.network import (
    InvalidDataError,
    InvalidRequestError,
    Problem,
    Problems,
    quoted,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft.formats.tables import Tables
    from weft.network import Columns

Every = Literal["week", "month", "quarter", "year"]

ISO = re.compile(r"^\d{4}-\d{2}-\d{2}([T ].*)?$")


def cut_into_waves(tables: Tables, every: Every) -> Tables:
    """Return the ties with the week, month, quarter or year of their date as their wave.

    Raises
    ------
    InvalidRequestError
        If the ties have no dates, or have waves already.
    InvalidDataError
        If a date is none, or is not written as 2026-11-22.

    Notes
    -----
    The names of waves sort as time does: ``2026-W47``, ``2026-11``, ``2026-Q4``, ``2026``.
    """
    if every not in get_args(Every):
        raise InvalidRequestError(
            f"Waves are asked for by {quoted(every)}; expected one of: "
            f"{', '.join(get_args(Every))}."
        )
    ties = tables.ties
    if "wave" in ties.columns:
        raise InvalidRequestError("The data have waves already; they cannot be cut by date again.")
    if "date" not in ties.columns:
        raise InvalidRequestError(
            f"{ties.origin}: the ties have no dates to cut waves by; expected a column date."
        )
    dates = ties.columns["date"]
    days = pc.utf8_slice_codeunits(dates, 0, 10).dictionary_encode()
    names = pa.array([_wave_of(day, every) for day in days.dictionary.to_pylist()], pa.string())
    waves = names.take(days.indices)
    written = pc.fill_null(pc.match_substring_regex(dates, ISO.pattern), fill_value=False)
    fit = np.asarray(pc.and_(written, pc.is_valid(waves)))
    if not fit.all():
        raise InvalidDataError(_no_dates(ties, np.flatnonzero(~fit)))
    return replace(tables, ties=ties.having("wave", waves))


def _wave_of(day: str | None, every: Every) -> str | None:
    """Return the wave that a day is in; None where it is no day of the calendar."""
    from datetime import date

    try:
        when = date.fromisoformat(day or "")
    except ValueError:
        return None
    week = when.isocalendar()
    return {
        "week": f"{week.year:04d}-W{week.week:02d}",
        "month": f"{when.year:04d}-{when.month:02d}",
        "quarter": f"{when.year:04d}-Q{(when.month + 2) // 3}",
        "year": f"{when.year:04d}",
    }[every]


def _no_dates(ties: Columns, rows: NDArray[np.intp]) -> tuple[Problem, ...]:
    def described(row: int) -> Problem:
        place = ties.place(row, "date")
        cell = ties.columns["date"][row].as_py()
        return Problem(
            kind="not-a-date",
            origin=place.origin,
            row=place.row,
            column=place.column,
            found=quoted(cell) if cell else "nothing",
            expected="a date such as 2026-11-22",
            mend="Correct the date, or delete the row.",
        )

    problems = Problems()
    problems.add_rows("not-a-date", rows, described)
    return problems.kept()
