"""What a reader hands over: the ties, perhaps the people, and what was done and found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pyarrow as pa

from weft.network import Columns, Notice, Problem, Relation
from weft.network.repeats import Repeats

NetworkLike: TypeAlias = Any
"""What :func:`weft.read` takes: graphs and frames of other packages share no type."""

PeopleTable: TypeAlias = tuple[Columns, tuple[Notice, ...], tuple[Problem, ...]]
"""People by role (``id``, ``name``, declarations, attributes), what was done and found wrong."""

PeopleLike: TypeAlias = Any
"""What :func:`weft.read` takes as people: a path, a frame, a mapping of columns, a list of ids."""


Tell: TypeAlias = Callable[[int, int], object]
"""Told how much is done, and how much there is."""


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
    key : mapping of str to str
        Of a log of behaviour: which address or account is which person. Everyone else is given a
        pseudonym at the door.
    aliases : mapping of str to str
        Of a log of behaviour: which address or account belongs to the same person as another.
    tell : function of (int, int), optional
        Called with how much of a long reading is done, and how much there is.
    alone : bool
        Whether no other file is read with this one, whose ties would be put below these.
    """

    encoding: str | None = None
    columns: Mapping[str, str | None] = field(default_factory=dict)
    people_given: bool = False
    key: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    tell: Tell | None = None
    alone: bool = True


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
    relations : tuple of Relation
        What the source itself says of relations: their direction and scale.
    waves : tuple of str
        Waves that are there even without a report.
    waves_in_order : bool
        Whether ``waves`` stand in the order of time; otherwise they are put in order.
    observed : bool
        Whether the source records what happened, such as messages, instead of asking people: then
        nobody is silent, and where it holds no tie there was none.
    repeats : {'largest', 'sum'} or None
        What becomes of rows that repeat one report, where the source knows it.
    notices, problems
        What reading did to the data, and what it found wrong.
    """

    name: str
    ties: Columns
    people: Columns | None = None
    relations: tuple[Relation, ...] = ()
    waves: tuple[str, ...] = ()
    waves_in_order: bool = False
    observed: bool = False
    repeats: Repeats | None = None
    notices: tuple[Notice, ...] = ()
    problems: tuple[Problem, ...] = ()


def text_array(values: object) -> pa.Array:
    """Return a pyarrow array of text from a list of text and None."""
    return pa.array(values, type=pa.string())
