"""What a portrait is made of: chapters, charts, a map, people to look after, steps, limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from weft.measures import Declaration, Measure

Cell = str | int | float | None
ChartKind = Literal["bars", "line", "matrix"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One figure in a chapter, with its declaration (how to read and misread it)."""

    measure: Measure
    declaration: Declaration


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture people would rather look at than read, and the table that says the same.

    Attributes
    ----------
    id, title, summary : str
        ``summary`` says in one sentence what the picture shows.
    kind : {'bars', 'line', 'matrix'}
    columns : tuple of str
        The headings of the table twin.
    rows : tuple of tuple
        The table twin; the first column labels the rows, the others are numbers.
    """

    id: str
    title: str
    summary: str
    kind: ChartKind
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One of the four questions: an answer in plain words, then the figures it rests on."""

    id: str
    title: str
    answer: str
    figures: tuple[Shown, ...]
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAfter:
    """People to look after, as a role and a count; names only for the owner of the data."""

    id: str
    title: str
    text: str
    count: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing worth doing next: what, why (from which figure), and how to begin.

    Attributes
    ----------
    id, title, why, how : str
    ready : str
        What has been worked out for it, and the command that prints it; may be empty.
    suggestions : tuple of str
        The first few of these, with names; only where the portrait carries names.
    """

    id: str
    title: str
    why: str
    how: str
    ready: str = ""
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """Something the portrait cannot tell, or had to assume."""

    id: str
    text: str


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Drawing:
    """The map: where everyone stands, and which pairs are tied (without strength).

    Attributes
    ----------
    x, y : float arrays, shape (n_people,)
        Within a unit square.
    size : float array, shape (n_people,)
        Relative radius, from the number of ties.
    group : int array, shape (n_people,)
        Into ``groups``.
    groups : tuple of str
    first, second : int arrays, shape (n_pairs,)
    labels : tuple of str
        Empty unless the caller owns the data and asked for names.
    stewards : bool array, shape (n_people,)
    summary : str
        The picture in words, for those who do not see it.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    size: NDArray[np.float64]
    group: NDArray[np.intp]
    groups: tuple[str, ...]
    first: NDArray[np.int32]
    second: NDArray[np.int32]
    labels: tuple[str, ...]
    stewards: NDArray[np.bool_]
    summary: str
