"""Rows and columns of matrices as people: the same ones, or two kinds such as people and events."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weft.network import InvalidDataError, Notice, Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Modes:
    """Who the rows and the columns are.

    Attributes
    ----------
    rows, columns : list of str
        An id for each.
    two : bool
        Whether these are two kinds.
    notices : list of Notice
        What had to be decided.
    """

    rows: list[str]
    columns: list[str]
    two: bool = False
    notices: list[Notice] = field(default_factory=list)


def modes_of(
    origin: str,
    size: tuple[int, int],
    rows: Sequence[str] | None,
    columns: Sequence[str] | None,
    *,
    always_two: bool = False,
) -> Modes:
    """Return who the rows and columns of matrices of this size are.

    They are the same people where the labels are the same, or where a square has none or one set
    of labels. Where the labels of one side are among those of the other, they are the same people
    too, and some have no row or no column. A square in which only some labels agree is taken as
    mistyped, and read by position. Otherwise these are two kinds.

    Raises
    ------
    InvalidDataError
        If a label is blank or stands twice: nobody could say who is meant.
    """
    for what, labels in (("row", rows), ("column", columns)):
        if labels is not None:
            checked(origin, what, labels)
    square = size[0] == size[1]
    if always_two or (not square and (rows is None or columns is None)):
        return _two(origin, size, rows, columns)
    if rows is None or columns is None:
        given = rows if rows is not None else columns
        ids = by_position(size[0]) if given is None else list(given)
        return Modes(ids, ids)
    one, other = set(rows), set(columns)
    if one == other:
        return Modes(list(rows), list(columns))
    if one.isdisjoint(other):
        return _two(origin, size, rows, columns)
    if one <= other or other <= one:
        lone = len(one ^ other)
        text = (
            f"In {origin}, {lone:,} people have a row but no column or a column but no row; rows "
            "and columns with the same label were taken for the same person."
        )
        return Modes(list(rows), list(columns), notices=[_notice("partial-matrix", text, lone)])
    if square:
        unlike = [i for i, (a, b) in enumerate(zip(rows, columns, strict=True)) if a != b]
        first = unlike[0]
        text = (
            f"In {origin}, {len(unlike):,} rows are not called like their columns (the first is "
            f"{quoted(rows[first])} and {quoted(columns[first])}); the labels of the rows were "
            "used."
        )
        notice = _notice("labels-differ", text, len(unlike))
        return Modes(list(rows), list(rows), notices=[notice])
    return _two(origin, size, rows, columns)


def by_position(size: int) -> list[str]:
    """Return the ids of people without a label: their numbers from 1."""
    return [str(i) for i in range(1, size + 1)]


def checked(origin: str, what: str, labels: Sequence[str]) -> None:
    """Raise what is wrong with the labels of rows, columns or matrices."""
    problems, seen = [], set()
    for place, label in enumerate(labels, start=1):
        if label.strip() and label not in seen:
            seen.add(label)
            continue
        found = f"the label {quoted(label)} twice" if label.strip() else "a blank label"
        problems.append(
            Problem(
                kind="repeated-label" if label.strip() else "blank-label",
                origin=origin,
                found=f"{found} ({what} {place:,})",
                expected="a label of its own for each",
                mend="UCINET cuts long labels: give each a different beginning, and export again.",
            )
        )
    if problems:
        raise InvalidDataError(problems)


def _two(
    origin: str, size: tuple[int, int], rows: Sequence[str] | None, columns: Sequence[str] | None
) -> Modes:
    row_ids = by_position(size[0]) if rows is None else list(rows)
    given = [f"column {j}" for j in range(1, size[1] + 1)] if columns is None else list(columns)
    people, taken, column_ids = set(row_ids), {*row_ids, *given}, []
    for label in given:
        new = label
        while new in people or (new != label and new in taken):
            new += " (column)"
        taken.add(new)
        column_ids.append(new)
    renamed = sum(a != b for a, b in zip(given, column_ids, strict=True))
    text = (
        f"{origin} holds two kinds: {len(row_ids):,} rows and {len(column_ids):,} columns. Both "
        "were read as people, with the attribute “mode” (row or column), so figures about people "
        "mix the two. If the columns are what is known of the people in the rows, save them as a "
        "table and give that as people instead."
    )
    notices = [_notice("two-modes", text, len(column_ids))]
    if renamed:
        text = f"{renamed:,} columns are called like a row; “(column)” was added to their ids."
        notices.append(_notice("ids-changed", text, renamed))
    return Modes(row_ids, column_ids, two=True, notices=notices)


def _notice(kind: str, text: str, count: int) -> Notice:
    return Notice(kind=kind, text=text, count=count)
