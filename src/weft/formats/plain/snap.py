"""Pairs of numbers in two or three columns, as the collection SNAP keeps networks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.formats.files.file import binary_kind
from weft.formats.format import Format
from weft.formats.plain.konect import looks_like_konect
from weft.formats.plain.spaced import (
    NUMBER,
    WHOLE_NUMBER,
    Spaced,
    rows_at_the_beginning,
    spaced_table_in,
)
from weft.formats.roles.direction import with_directions
from weft.formats.roles.headings import TIE_HEADINGS, plain
from weft.formats.roles.unix_times import are_unix_times, with_dates_of_unix_times
from weft.formats.tables import Reading, Tables
from weft.network import InvalidDataError, Notice, Problem, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weft.formats.files.file import File
    from weft.formats.roles.table import Table

ENDS = (("fromnodeid", "tonodeid"), ("src", "dst"), ("source", "target"), ("from", "to"))
THIRD = {
    **dict.fromkeys(TIE_HEADINGS["weight"], "weight"),
    **dict.fromkeys((*TIE_HEADINGS["date"], "unixts", "time", "unixtime"), "date"),
    **dict.fromkeys(TIE_HEADINGS["wave"], "wave"),
}
UNDIRECTED = re.compile(r"\bundirected\b", re.IGNORECASE)
DIRECTED = re.compile(r"\bdirected\b", re.IGNORECASE)
CHOICES = ("weight", "wave", "date")


def looks_like_snap(file: File) -> bool:
    """Return whether a text begins with rows of two whole numbers, or three numbers."""
    if file.is_folder or binary_kind(file.head) is not None or looks_like_konect(file):
        return False
    rows = rows_at_the_beginning(file.head)
    width = len(rows[0]) if rows else 0
    return width in {2, 3} and all(
        len(row) == width
        and all(WHOLE_NUMBER.fullmatch(cell) for cell in row[:2])
        and all(NUMBER.fullmatch(cell) for cell in row[2:])
        for row in rows
    )


def read_snap(file: File, reading: Reading) -> Tables:
    """Return the ties in rows of two or three numbers.

    Raises
    ------
    InvalidDataError
        If there is one column only, or nothing tells what the third column is.
    """
    spaced = spaced_table_in(file, reading.encoding)
    table = spaced.table.with_first_row_as_data()
    if len(table.headings) < 2:
        raise InvalidDataError([_one_column(table)])
    roles = _roles(table, spaced, reading)
    left = [table.headings[i] for i in range(len(table.headings)) if i not in roles.values()]
    notices = [*table.notices, *_left_out(table.origin, left)]
    ties, dated = with_dates_of_unix_times(table.named(roles))
    directed = _is_directed(spaced)
    ties, relations, _ = with_directions(ties, np.full(len(ties), directed))
    return Tables(
        name=file.stem,
        ties=ties,
        relations=relations,
        repeats="sum" if dated else None,
        notices=(*notices, *dated, _said_of_direction(table.origin, spaced, directed=directed)),
        problems=table.problems,
    )


def _roles(table: Table, spaced: Spaced, reading: Reading) -> dict[str, int]:
    """Return what the columns are: said by the caller, a comment or the numbers themselves."""
    said = _said_by_caller(table, reading.columns)
    roles = {role: i for i, role in said.items() if role is not None}
    for role, i in (("source", 0), ("target", 1)):
        if i not in said:
            roles.setdefault(role, i)
    if len(table.headings) > 2 and 2 not in said:
        third = _third_by_comment(spaced.comments)
        if third is None and are_unix_times(table.columns[2]):
            third = "date"
        if third is None and _can_only_be_strengths(table.columns[2]):
            third = "weight"
        if third is None:
            raise InvalidDataError([_which(table)])
        roles.setdefault(third, 2)
    return roles


def _said_by_caller(table: Table, columns: Mapping[str, str | None]) -> dict[int, str | None]:
    known = ("source", "target", *CHOICES, "relation")
    said: dict[int, str | None] = {}
    for heading, role in columns.items():
        if heading not in table.headings:
            raise UnknownNameError("column", heading, table.headings)
        if role is not None and role not in known:
            raise UnknownNameError("role of a column", role, known)
        said[table.headings.index(heading)] = role
    return said


def _third_by_comment(comments: tuple[str, ...]) -> str | None:
    """Return what a comment with the headings calls the third column."""
    for comment in comments:
        words = [plain(word) for word in comment.replace(",", " ").split()]
        if len(words) == 3 and tuple(words[:2]) in ENDS:
            return THIRD.get(words[2])
    return None


def _can_only_be_strengths(numbers: pa.Array) -> bool:
    """Return whether some are no whole numbers, or all are 1."""
    fraction = pc.any(pc.match_substring(numbers, ".")).as_py()
    return bool(fraction or pc.all(pc.equal(numbers, "1")).as_py())


def _one_column(table: Table) -> Problem:
    return Problem(
        kind="unequal-row",
        origin=table.origin,
        row=table.first_row,
        found="1 column",
        expected="two ids, perhaps followed by a number",
        mend="Check that this is an edge list as SNAP has them.",
    )


def _which(table: Table) -> Problem:
    third = pa.array(table.columns[2]).slice(0, 3).to_pylist()
    return Problem(
        kind="ambiguous-column",
        origin=table.origin,
        row=int(table.row_numbers[0]),
        column="3",
        found=f"numbers without a heading ({', '.join(third)})",
        expected="to be told what they are",
        mend=(
            "Say it: --column 'column 3=weight' for strengths, wave for rounds, date for times, "
            "or nothing after the = to leave them out (in Python columns={'column 3': 'weight'}, "
            "or None)."
        ),
    )


def _is_directed(spaced: Spaced) -> bool:
    text = " ".join(spaced.comments)
    return not UNDIRECTED.search(text)


def _said_of_direction(origin: str, spaced: Spaced, *, directed: bool) -> Notice:
    text = " ".join(spaced.comments)
    if not directed:
        words = f"{origin} says that its ties have no direction; each counts as said by both ends."
    elif DIRECTED.search(text):
        words = f"{origin} says that its ties have a direction."
    else:
        words = (
            f"{origin} has no headings; its first two columns were read as source and target. If "
            "its ties have no direction, say so: --undirected ties."
        )
    return Notice(kind="direction", text=words, count=1)


def _left_out(origin: str, left: list[str]) -> list[Notice]:
    if not left:
        return []
    text = f"Columns of {origin} that were left out: {', '.join(left)}."
    return [Notice(kind="columns-left-out", text=text, count=len(left))]


SNAP = Format(
    name="snap",
    title="pairs of numbers (SNAP)",
    about=(
        "Networks from the SNAP collection and like ones: a line for each tie, two numbers, "
        "perhaps a time or a strength, comments after #."
    ),
    extensions=(".txt", ".edges", ".edgelist", ".tsv"),
    recognises=looks_like_snap,
    read=read_snap,
)
