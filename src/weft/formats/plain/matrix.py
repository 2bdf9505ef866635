"""Adjacency matrices: a row for each person who reports, a column for each person reported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.formats.plain.delimited import BEGINNING, delimiter_of, first_rows_of, split
from weft.formats.roles.headings import how_many_known
from weft.formats.roles.table import Table, is_blank
from weft.formats.tables import Tables, text_array
from weft.network import (
    Columns,
    InvalidDataError,
    InvalidRequestError,
    Notice,
    Problem,
    Problems,
    quoted,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

LEAST_WITHOUT_IDS = 5
"""A smaller square of numbers without ids may as well be a short list of ties."""

MOST_ROWS_LOOKED_AT = 10_000

ZERO = r"^\s*[+-]?(0+\.?0*|\.0+)\s*$"
NUMBER = r"^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$"


def looks_like_matrix(data: bytes) -> bool:
    r"""Return whether a text begins like an adjacency matrix.

    It does if the first row and the first column name the same people in the same order, or if it
    is a square of five or more numbers a row (where only its beginning is looked at, one with an
    empty diagonal).

    Examples
    --------
    >>> looks_like_matrix(b",ada,ben\nada,0,1\nben,1,0\n")
    True
    >>> looks_like_matrix(b"source,target\nada,ben\n")
    False
    """
    cut = len(data) > BEGINNING
    text = first_rows_of(data).removeprefix("\ufeff")
    rows = split(text, delimiter_of(text), MOST_ROWS_LOOKED_AT)
    if len(rows) < 3 or len({len(row) for row in rows}) > 1 or how_many_known(rows[0]):
        return False
    below = rows[1:]
    named = rows[0][1 : len(rows)]
    if [row[0] for row in below] == named and len(set(named)) == len(named):
        return all(_is_number(cell) for row in below for cell in row[1:])
    if len(rows[0]) < LEAST_WITHOUT_IDS or not all(_is_number(c) for row in below for c in row):
        return False
    if not cut:
        return len(rows) - len(rows[0]) in {0, 1}
    return any(
        all(i < len(row) and _is_zero(row[i]) for i, row in enumerate(some))
        for some in (rows[: len(rows[0])], below)
    )


def _is_number(cell: str) -> bool:
    if not cell.strip():
        return True
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _is_zero(cell: str) -> bool:
    return not cell.strip() or (_is_number(cell) and float(cell) == 0)


def ties_in_matrix(table: Table, name: str) -> Tables:
    """Return the ties in a matrix of text; 0 and blank mean no tie."""
    return _ties_between(*_with_ids(table), name)


def ties_by_position(table: Table, name: str) -> Tables:
    """Return the ties in a square of cells that has neither headings nor ids, whatever is in it."""
    return _ties_between(*_numbered(table), name)


def _ties_between(
    table: Table, sources: Sequence[str], targets: Sequence[str], name: str
) -> Tables:
    _refuse_nameless(table, sources)
    rows, columns = len(sources), len(targets)
    cells = pa.concat_arrays(table.columns[-columns:])
    no_tie = pc.or_(is_blank(cells), pc.match_substring_regex(cells, ZERO))
    number = pc.match_substring_regex(cells, NUMBER)
    negative = pc.match_substring_regex(cells, r"^\s*-")
    problems = Problems(table.problems)
    for kind, marked in (("not-a-number", pc.invert(number)), ("negative", negative)):
        wrong = np.asarray(pc.and_not(marked, no_tie))
        problems.add_rows(kind, np.flatnonzero(wrong), _described(table, kind, cells, targets))
    tied = np.asarray(pc.and_not(pc.and_not(number, negative), no_tie)).reshape(columns, rows).T
    source, target = np.nonzero(tied)
    ties = Columns(
        table.origin,
        {
            "source": text_array(sources).take(pa.array(source)),
            "target": text_array(targets).take(pa.array(target)),
            "weight": cells.take(pa.array(target * rows + source)),
        },
        rows=table.row_numbers[source],
    )
    people = Columns(table.origin, {"id": text_array(sources)}, rows=table.row_numbers)
    return Tables(
        name=name, ties=ties, people=people, notices=table.notices, problems=problems.kept()
    )


def ties_in_array(array: NDArray[np.float64], ids: Sequence[str] | None, origin: str) -> Tables:
    """Return the ties in a square array; ``ids`` name its rows, else they are counted from 0."""
    if array.ndim != 2 or array.shape[0] != array.shape[1]:
        shape = " by ".join(str(n) for n in array.shape)
        raise InvalidRequestError(
            f"The matrix is {shape}; expected as many rows as columns, a row and a column for each "
            "person."
        )
    names = [str(i) for i in range(len(array))] if ids is None else list(ids)
    if len(names) != len(array):
        raise InvalidRequestError(
            f"There are {len(names):,} ids for a matrix of {len(array):,} rows; expected one for "
            "each row."
        )
    source, target = np.nonzero(array)
    everyone = text_array(names)
    ties = Columns(
        origin,
        {
            "source": everyone.take(pa.array(source)),
            "target": everyone.take(pa.array(target)),
            "weight": pa.array(array[source, target]).cast(pa.string()),
        },
        rows=source.astype(np.int64) + 1,
    )
    return Tables(name="network", ties=ties, people=Columns(origin, {"id": everyone}, first_row=1))


def _with_ids(table: Table) -> tuple[Table, list[str], list[str]]:
    """Return the ids of the rows and of the columns of a matrix."""
    width = len(table.headings)
    targets = list(table.headings[1:])
    sources = table.columns[0].to_pylist() if table.columns else []
    if width > 1 and len(set(targets)) == width - 1 and sorted(sources) == sorted(targets):
        return table, sources, targets
    if len(table) == width:
        ids = [heading.strip() for heading in table.headings]
        return _noted(table, "its rows were taken in the order of its headings"), ids, ids
    if len(table) == width - 1:
        return _numbered(table.with_first_row_as_data())
    others = [
        person for person in [*sources, *targets] if (person in sources) != (person in targets)
    ]
    found = f"{len(table):,} rows below a first row of {width:,} cells"
    if others and len(others) < width:
        found += f"; {quoted(others[0])} stands in only one of the first row and the first column"
    problem = Problem(
        kind="not-square",
        origin=table.origin,
        found=found,
        expected="a row and a column for each person, with the same ids",
        mend="Add the missing row or column, or give the data as a list of ties.",
    )
    raise InvalidDataError([problem])


def _numbered(table: Table) -> tuple[Table, list[str], list[str]]:
    ids = [str(i) for i in range(1, len(table) + 1)]
    return _noted(table, f"its people were called 1 to {len(table):,} by position"), ids, ids


def _refuse_nameless(table: Table, sources: Sequence[str | None]) -> None:
    nameless = [i for i, person in enumerate(sources) if not person]
    if nameless:
        raise InvalidDataError(
            [
                Problem(
                    kind="empty-cell",
                    origin=table.origin,
                    row=int(table.row_numbers[i]),
                    column="1",
                    found="nothing",
                    expected="a name or id",
                    mend="Give the row an id, and its column the same, or delete both.",
                )
                for i in nameless
            ]
        )


def _noted(table: Table, what: str) -> Table:
    text = f"{table.origin} is a matrix without an id in each row; {what}."
    return replace(table, notices=(*table.notices, Notice(kind="matrix-ids", text=text, count=1)))


WORDS = {
    "not-a-number": (
        "a number of 0 or more, with a decimal point",
        "Write a number such as 2 or 2.5, or leave the cell blank for no tie.",
    ),
    "negative": (
        "a number of 0 or more",
        "Put ties that mean the opposite into a relation of their own.",
    ),
}


def _described(
    table: Table, kind: str, cells: pa.Array, targets: Sequence[str]
) -> Callable[[int], Problem]:
    expected, mend = WORDS[kind]

    def described(where: int) -> Problem:
        column, row = divmod(where, len(table))
        return Problem(
            kind=kind,
            origin=table.origin,
            row=int(table.row_numbers[row]),
            column=targets[column],
            found=quoted(cells[where].as_py()),
            expected=expected,
            mend=mend,
        )

    return described
