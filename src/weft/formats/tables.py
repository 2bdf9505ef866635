"""What a reader hands over: the ties, perhaps the people, and what was done and found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa

from weft.network import Columns, Notice, Problem

NetworkLike: TypeAlias = Any
"""What :func:`weft.read` takes: graphs and frames of other packages share no type."""

PeopleTable: TypeAlias = tuple[Columns, tuple[Notice, ...], tuple[Problem, ...]]
"""People by role (``id``, ``name``, declarations, attributes), what was done and found wrong."""

PeopleLike: TypeAlias = Any
"""What :func:`weft.read` takes as people: a path, a frame, a mapping of columns, a list of ids."""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Reading:
    """How a source is to be read, as far as a format may need to know.

    Attributes
    ----------
    encoding : str or None
        What a text file is in, where the caller says so.
    columns : mapping of str to (str or None)
        What a heading stands for, where the caller says so: a role such as ``source``, or None to
        leave the column out.
    people_given : bool
        Whether the caller also gives a people table.
    """

    encoding: str | None = None
    columns: Mapping[str, str | None] = field(default_factory=dict)
    people_given: bool = False


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Tables:
    """The content of a source.

    Attributes
    ----------
    name : str
        What to call the network, if the caller does not say.
    ties : Columns
        By role; see :data:`weft.network.TIE_COLUMNS`.
    people : Columns or None
        Where the source knows its people (an id each, and attributes).
    undirected : frozenset of str
        The relations that the source says have no direction.
    notices, problems
        What reading did to the data, and what it found wrong.
    """

    name: str
    ties: Columns
    people: Columns | None = None
    undirected: frozenset[str] = frozenset()
    notices: tuple[Notice, ...] = ()
    problems: tuple[Problem, ...] = ()


def text_array(values: object) -> pa.Array:
    """Return a pyarrow array of text from a list of text and None."""
    return pa.array(values, type=pa.string())


def said_by_both(ties: Columns) -> Columns:
    """Return the ties of a source without direction and without reporters, each said by both ends.

    Which end such a source writes first means nothing, so neither may count as the only one who
    answered.

    Examples
    --------
    >>> ties = Columns("a", {"source": text_array(["x"]), "target": text_array(["y"])})
    >>> said_by_both(ties).columns["reporter"].to_pylist()
    ['x', 'y']
    """
    if "reporter" in ties.columns:
        return ties
    source, target = ties.columns["source"], ties.columns["target"]
    columns = {role: pa.concat_arrays([column, column]) for role, column in ties.columns.items()}
    columns["reporter"] = pa.concat_arrays([source, target])
    n = len(ties)
    rows = np.arange(ties.first_row, ties.first_row + n) if ties.rows is None else ties.rows
    return Columns(ties.origin, columns, ties.headings, rows=np.concatenate([rows, rows]))
