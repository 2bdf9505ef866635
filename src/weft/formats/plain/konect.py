"""Files ``out.NAME`` of the collection KONECT: two ids, perhaps a strength and a time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.formats.files.file import binary_kind
from weft.formats.format import Format
from weft.formats.plain.spaced import (
    NUMBER,
    Spaced,
    rows_at_the_beginning,
    spaced_table_in,
)
from weft.formats.roles.direction import with_directions
from weft.formats.roles.unix_times import with_dates_of_unix_times
from weft.formats.tables import Tables
from weft.network import Columns, InvalidDataError, Notice, Problem

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import Reading

DIRECTIONS = ("sym", "asym", "bip")
WEIGHTS = (
    "unweighted",
    "positive",
    "posweighted",
    "signed",
    "multisigned",
    "weighted",
    "multiweighted",
    "multiposweighted",
    "dynamic",
)
FIRST_LINE = re.compile(rf"%\s*({'|'.join(DIRECTIONS)})\s+({'|'.join(WEIGHTS)})\b".encode())
COUNTED = {"positive", "multisigned", "multiweighted", "multiposweighted"}
"""Where a tie that stands there several times happened several times."""

OTHER_ENDINGS = {".txt", ".csv", ".tsv", ".tab", ".dat", ".net", ".json", ".xml", ".zip"}
ROLES = ("source", "target", "weight", "date")


@dataclass(frozen=True, slots=True)
class Kind:
    """What the first line says: whether ties have a direction, and what their numbers are."""

    direction: str = "asym"
    weights: str = ""


def looks_like_konect(file: File) -> bool:
    """Return whether a text has the first line of KONECT, or its name and rows of numbers."""
    if file.is_folder or binary_kind(file.head) is not None:
        return False
    if FIRST_LINE.match(file.head):
        return True
    rows = rows_at_the_beginning(file.head) if _is_named_out(file) else []
    return (
        len(rows) > 1
        and len(rows[0]) in {2, 3, 4}
        and all(
            len(row) == len(rows[0]) and all(NUMBER.fullmatch(cell) for cell in row)
            for row in rows[1:]
        )
    )


def _is_named_out(file: File) -> bool:
    name = PurePath(file.origin).name
    return name.startswith("out.") and file.extension not in OTHER_ENDINGS


def read_konect(file: File, reading: Reading) -> Tables:
    """Return the ties in a file of KONECT."""
    spaced = spaced_table_in(file, reading.encoding)
    kind = _kind_of(file)
    table = spaced.table
    has_headings = not any(NUMBER.fullmatch(cell.encode()) for cell in table.headings[:2])
    table = table if has_headings else table.with_first_row_as_data()
    if not 2 <= len(table.columns) <= len(ROLES):
        raise InvalidDataError([_other_width(file.origin, table.first_row, len(table.columns))])
    ties = table.named({role: i for i, role in enumerate(ROLES[: len(table.columns)])})
    notices = [*table.notices, _said(file.origin, kind, spaced)]
    ties, dated = with_dates_of_unix_times(ties)
    people = None
    if kind.direction == "bip":
        ties, people, modes = _two_modes(ties)
        notices.append(modes)
    directed = np.full(len(ties), kind.direction == "asym")
    ties, relations, _ = with_directions(ties, directed)
    return Tables(
        name=PurePath(file.origin).name.removesuffix(".gz").removeprefix("out."),
        ties=ties,
        people=people,
        relations=relations,
        repeats="sum" if kind.weights in COUNTED else None,
        notices=(*notices, *dated),
        problems=table.problems,
    )


def _kind_of(file: File) -> Kind:
    found = FIRST_LINE.match(file.head)
    return Kind(*(word.decode() for word in found.groups())) if found else Kind()


def _two_modes(ties: Columns) -> tuple[Columns, Columns, Notice]:
    """Return the ties with ids that tell the two sides apart, and everyone with their side.

    KONECT numbers both sides from 1.
    """
    ends = {
        role: pc.binary_join_element_wise(side, ties.columns[role], " ")
        for role, side in (("source", "left"), ("target", "right"))
    }
    left, right = pc.unique(ends["source"]), pc.unique(ends["target"])
    mode = pa.array(["left"] * len(left) + ["right"] * len(right))
    people = Columns(ties.origin, {"id": pa.concat_arrays([left, right]), "mode": mode})
    text = (
        f"{ties.origin} has ties between two kinds, {len(left):,} on the left and {len(right):,} "
        "on the right, each numbered from 1. Both were read as people, called “left 1” and "
        "“right 1”, with an attribute mode; figures about people mix the two kinds."
    )
    notice = Notice(kind="two-modes", text=text, count=len(mode))
    return replace(ties, columns={**ties.columns, **ends}), people, notice


def _said(origin: str, kind: Kind, spaced: Spaced) -> Notice:
    if not kind.weights:
        names = ", ".join(spaced.table.headings)
        text = (
            f"{origin} does not begin with the line of KONECT that says what its columns are "
            f"({names}); they were read as source, target, strength and time, with direction."
        )
    else:
        direction = "have a direction" if kind.direction == "asym" else "have no direction"
        text = f"{origin} says that its ties {direction} and are {kind.weights}."
    return Notice(kind="direction", text=text, count=1)


def _other_width(origin: str, row: int, width: int) -> Problem:
    return Problem(
        kind="unequal-row",
        origin=origin,
        row=row,
        found=f"{width} columns",
        expected="two ids, perhaps followed by a strength and a time",
        mend="Check that this is the file whose name begins with “out.”.",
    )


KONECT = Format(
    name="konect",
    title="KONECT",
    about=(
        "Networks from the KONECT collection: the file whose name begins with “out.”, with the "
        "ids, strength and time of each tie."
    ),
    extensions=(),
    not_read=("the files meta and README beside it",),
    recognises=looks_like_konect,
    read=read_konect,
)
