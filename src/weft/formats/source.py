"""From anything that holds a network, or people, to tables."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from weft.engine import memory
from weft.formats.files.file import PathLike, empty, opened
from weft.formats.files.packed import without_wrapping
from weft.formats.guard import read_by, read_people_by
from weft.formats.native.native import NATIVE
from weft.formats.objects.frames import is_frame, table_of_frame, table_of_mapping, table_of_ties
from weft.formats.objects.graphs import is_igraph, is_networkx, ties_in_igraph, ties_in_networkx
from weft.formats.plain.matrix import ties_in_array
from weft.formats.registry import format_to_read
from weft.formats.roles.people_columns import people_from
from weft.formats.roles.tie_table import ties_from
from weft.formats.tables import NetworkLike, PeopleLike, PeopleTable, Reading, Tables
from weft.formats.together import together
from weft.network import InvalidDataError, InvalidRequestError, Notice, Problems, require

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.format import Format
    from weft.formats.roles.table import Table
    from weft.network import Columns

EXPECTED_TIES = (
    "a path, a list of paths, a Network, a networkx or igraph graph, a pandas, polars or pyarrow "
    "frame, a list of (source, target) tuples, a mapping of columns or a square matrix"
)


LARGE = 1 << 24
"""From this many bytes on, a file is weighed against the memory before it is read."""


def is_path(source: object) -> bool:
    """Return whether this is one file: a path, or something with bytes to read."""
    return isinstance(source, str | os.PathLike) or (
        hasattr(source, "read") and not hasattr(source, "columns")
    )


def tables_of(
    source: NetworkLike, people: PeopleLike, reading: Reading, format_name: str | None
) -> Tables:
    """Return what a source holds, whatever it is."""
    if is_path(source):
        file = without_wrapping(opened(source))
        format_ = format_to_read(file, format_name)
        _refuse_idle_key(reading, format_.title, takes_key=format_.takes_key)
        if not format_.guarded and file.size >= LARGE:  # a guarded reader has limits of its own
            require(memory.to_read(file.size), f"Reading {file.origin}")
        return _of_somebody(read_by(format_, file, reading), file, format_, reading)
    several = isinstance(source, Sequence) and source and all(is_path(part) for part in source)
    if several:
        return _together(source, reading, format_name)
    _refuse_idle_key(reading, "a table or graph in Python", takes_key=False)
    if is_networkx(source):
        return ties_in_networkx(source)
    if is_igraph(source):
        return ties_in_igraph(source)
    if _is_matrix(source):
        return ties_in_array(_numbers(source), _ids_among(people), "the matrix")
    return ties_from(_tie_rows(source), reading, "network")


def _of_somebody(tables: Tables, file: File, format_: Format, reading: Reading) -> Tables:
    """Return what was read, unless it is nothing at all and nobody says so.

    Weft's own file may hold a network of nobody.
    """
    people = len(tables.people) if tables.people is not None else 0
    is_something = len(tables.ties) or people or tables.problems or reading.people_given
    is_said = format_ is NATIVE or any(notice.kind == "no-ties" for notice in tables.notices)
    if not is_something and not is_said:
        raise InvalidDataError([empty(file.origin, "neither a tie nor a person")])
    if is_said or tables.problems or not _only_says_no(tables.ties):
        return tables
    found = f"only ties of strength 0 ({len(tables.ties):,})" if len(tables.ties) else "no ties"
    text = f"There are {found} in {file.origin}: the people in it stand alone."
    notice = Notice(kind="no-ties", text=text, count=people)
    return replace(tables, notices=(*tables.notices, notice))


def _only_says_no(ties: Columns) -> bool:
    """Return whether every row says that there is no tie, as one of strength 0 does."""
    if ties.coded is not None:
        return ties.coded.weight is not None and not ties.coded.weight.any()
    weights = ties.columns.get("weight")
    if weights is None:
        return not len(ties)
    zeros = {"0", "0.0", "0.00"}  # looked at in the first rows, for most files are long
    return all(set(pc.unique(part).to_pylist()) <= zeros for part in (weights[:100], weights))


def _refuse_idle_key(reading: Reading, title: str, *, takes_key: bool) -> None:
    """Say that a key or aliases were given for something in which people stand by their ids."""
    if (reading.key or reading.aliases) and not takes_key:
        raise InvalidRequestError(
            f"A key or aliases were given for {title}, where people stand by their ids already. "
            "Leave them out."
        )


def _tie_rows(source: NetworkLike) -> Table:
    if is_frame(source):
        return table_of_frame(source)
    if isinstance(source, Mapping):
        return table_of_mapping(source, "the columns")
    if isinstance(source, Sequence) or hasattr(source, "__next__"):
        return table_of_ties(list(source))
    message = f"Found a source of type {type(source).__name__}; expected {EXPECTED_TIES}."
    raise InvalidRequestError(message)


def people_of(people: PeopleLike, reading: Reading) -> PeopleTable:
    """Return the people table in a path, a frame, a mapping of columns or a list of ids."""
    if is_path(people):
        file = without_wrapping(opened(people))
        return read_people_by(format_to_read(file, None, people=True), file, reading)
    return people_from(_people_rows(people))


def _people_rows(people: PeopleLike) -> Table:
    if is_frame(people):
        return table_of_frame(people)
    if isinstance(people, Mapping):
        return table_of_mapping(people, "the people")
    ids = _ids_among(people)
    if ids is None:
        raise InvalidRequestError(
            f"Found people of type {type(people).__name__}; expected a path, a frame, a mapping of "
            "columns or a list of ids."
        )
    return table_of_mapping({"id": ids}, "the people")


def _ids_among(people: PeopleLike) -> list[str] | None:
    """Return the ids in a list of ids; None for anything else."""
    if isinstance(people, np.ndarray | Sequence) and not isinstance(people, str | bytes):
        return [str(person) for person in people]
    return None


def _numbers(matrix: NetworkLike) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    try:
        return np.asarray(matrix, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise InvalidRequestError(
            f"The matrix holds something that is no number ({error}); expected a number in each "
            "cell and rows of equal length."
        ) from error


def _is_matrix(source: NetworkLike) -> bool:
    """Return whether this is an array, or a list of lists of numbers; tuples are ties."""
    if isinstance(source, np.ndarray):
        return True
    return (
        isinstance(source, list)
        and bool(source)
        and all(isinstance(row, list | np.ndarray) for row in source)
        and all(isinstance(cell, int | float | np.generic) for row in source for cell in row)
    )


def _together(paths: Sequence[PathLike], reading: Reading, format_name: str | None) -> Tables:
    """Return the ties of several files as one; what is wrong with any of them is raised at once."""
    parts, wrong = [], Problems()
    reading = replace(reading, alone=len(paths) == 1)
    for path in paths:
        try:
            parts.append(tables_of(path, None, reading, format_name))
        except InvalidDataError as error:
            wrong.add_all(error.problems)
    wrong.raise_if_any()
    if sum(any(n.kind == "pseudonyms" for n in part.notices) for part in parts) > 1:
        raise InvalidRequestError(
            "Several logs were given, and each has people without a key: person 1 of one is not "
            "person 1 of another. Give a key of all of them, or put mails into one folder and read "
            "that."
        )
    return together(parts)
