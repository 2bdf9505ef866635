"""Squares of numbers with spaces between them, and what Siena writes in them besides 0 and 1."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.formats.files.file import binary_kind
from weft.formats.plain.matrix import LEAST_WITHOUT_IDS, ties_by_position
from weft.formats.plain.spaced import NUMBER, rows_at_the_beginning
from weft.network import InvalidDataError, Notice, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weft.formats.files.file import File
    from weft.formats.roles.table import Table
    from weft.formats.tables import Tables

NO_TIE, TIE, NEVER, ALWAYS = "0", "1", "10", "11"
NO_ANSWER = ("9", "NA")
WORDS = frozenset({NO_TIE, TIE, NEVER, ALWAYS, *NO_ANSWER})
MOST_ROWS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """What stands for a missing answer and for a tie."""

    missing: tuple[str, ...] = NO_ANSWER
    tie: tuple[str, ...] = (TIE,)


def looks_like_square(file: File) -> bool:
    """Return whether a text begins like a square of numbers with spaces between them, no ids."""
    if file.is_folder or binary_kind(file.head) is not None:
        return False
    rows = rows_at_the_beginning(file.head, MOST_ROWS)
    width = len(rows[0]) if rows else 0
    return (
        width >= LEAST_WITHOUT_IDS
        and (len(rows) == width or (file.size > len(file.head) and len(rows) < width))
        and all(len(row) == width for row in rows)
        and all(NUMBER.fullmatch(cell) or cell == b"NA" for row in rows for cell in row)
    )


def has_words_of_siena(file: File) -> bool:
    """Return whether a square begins with nothing but what Siena writes in one."""
    rows = rows_at_the_beginning(file.head, MOST_ROWS)
    return all(cell.decode(errors="replace") in WORDS for row in rows for cell in row)


def ties_in_siena_square(table: Table, name: str, codes: Codes, *, certain: bool = False) -> Tables:
    """Return the ties in a matrix of Siena, in which 10 and 11 stand for what must be so.

    Siena has a code for who did not answer. So in a file that is of Siena for certain, or holds one
    of its codes, a row of zeros is the answer of a person who named nobody.
    """
    whole = table.with_first_row_as_data()
    if table.problems or len(whole) != len(whole.columns):
        raise InvalidDataError(table.problems or [_not_square(whole)])
    marks: dict[str, list[pa.Array]] = {"missing": [], NEVER: [], ALWAYS: []}
    columns = []
    for i, column in enumerate(whole.columns):
        beside = pa.array(np.arange(len(whole)) != i)
        cells, marked = siena_values(column, codes)
        columns.append(cells)
        for kind, where in marked.items():
            marks[kind].append(pc.and_(where, beside))
    tables = ties_by_position(replace(whole, columns=tuple(columns)), name)
    missing = np.column_stack([np.asarray(marked) for marked in marks["missing"]])
    silent = missing.sum(axis=1) == len(columns) - 1
    zero = np.column_stack([np.asarray(pc.equal(column, NO_TIE)) for column in whole.columns])
    np.fill_diagonal(zero, val=False)
    coded = certain or any(pc.any(mark).as_py() for found in marks.values() for mark in found)
    people = tables.people
    if people is not None and coded:
        said = np.where(silent, "no", np.where(zero.any(axis=1), "yes", None))  # type: ignore[call-overload]
        answered = pa.array(said.tolist(), pa.string())
        people = replace(people, columns={**people.columns, "responded": answered})
    counts = {kind: sum(pc.sum(m).as_py() or 0 for m in found) for kind, found in marks.items()}
    notices = said_of_codes(table.origin, counts, int(silent.sum()))
    return replace(tables, people=people, notices=(*tables.notices, *notices))


def _not_square(table: Table) -> Problem:
    return Problem(
        kind="not-square",
        origin=table.origin,
        found=f"{len(table):,} rows of {len(table.columns):,} cells",
        expected="a row and a column for each person",
        mend="Add the missing row or column, or give the data as a list of ties.",
    )


def siena_values(column: pa.Array, codes: Codes) -> tuple[pa.Array, dict[str, pa.Array]]:
    """Return values of Siena as strengths, 0 where there is no report, and where codes stand."""
    cells = pc.utf8_trim_whitespace(column)
    marked = {
        "missing": pc.is_in(cells, value_set=pa.array(codes.missing, pa.string())),
        NEVER: pc.equal(cells, NEVER),
        ALWAYS: pc.equal(cells, ALWAYS),
    }
    tied = pc.or_(marked[ALWAYS], pc.is_in(cells, value_set=pa.array(codes.tie, pa.string())))
    without = pc.or_(marked["missing"], marked[NEVER])
    return pc.if_else(tied, TIE, pc.if_else(without, NO_TIE, cells)), marked


def said_of_codes(origin: str, counts: Mapping[str, int], silent: int = 0) -> tuple[Notice, ...]:
    """Return what is said of the codes of Siena that stand in a file."""
    notices = []
    if counts["missing"]:
        text = f"{counts['missing']:,} cells of {origin} are missing; they were read as no report."
        if silent:
            who = "1 person has" if silent == 1 else f"{silent:,} people have"
            text += f" {who} no other cells and did not answer."
        notices.append(Notice(kind="missing-cells", text=text, count=counts["missing"]))
    structural = counts[NEVER] + counts[ALWAYS]
    if structural:
        text = (
            f"{origin} has {counts[NEVER]:,} ties that cannot be (10), read as no tie, and "
            f"{counts[ALWAYS]:,} that must be (11), read as ties of strength 1."
        )
        notices.append(Notice(kind="structural-cells", text=text, count=structural))
    return tuple(notices)
