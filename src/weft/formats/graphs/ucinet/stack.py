"""A stack of matrices as Weft's tables: each is a relation, or what one person says of all ties."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from weft.formats.graphs.ucinet.modes import Modes, checked
from weft.formats.roles.edges import tables_of_edges
from weft.network import Notice, Relation
from weft.network.relation import WITHOUT_DIRECTION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from weft.formats.tables import Tables

LEAST_REPORTERS = 3
"""Two matrices of two people are rather two relations than what each of them says."""

NUMBERED_PERSON = re.compile(
    r"(acto?r|acto|perso?n?|respo?n?d?e?n?t?|ego|report?e?r?|perce?i?v?e?r?|informan?t?|observe?r?)"
    r"[\s#_.-]*(\d+)$",
    re.IGNORECASE,
)
"""Names of matrices that are people by their number, as UCINET cuts them: ``ACTO#10``."""


@dataclass(slots=True, kw_only=True)
class Stack:
    """The ties in one or several matrices of the same people.

    Attributes
    ----------
    origin, name : str
        What messages call the file, and what to call the network.
    modes : Modes
        Who the rows and columns are.
    levels : list of str or None
        What the matrices are called; None where the file does not say.
    n_levels : int
    row, column, level : int64 arrays
        Where each tie stands.
    weight : pyarrow string array
    lines : sequence of int, optional
        The line of each tie in the file.
    directed : bool or None
        False where the layout says that there is no direction; None where it cannot say.
    """

    origin: str
    name: str
    modes: Modes
    levels: list[str] | None
    n_levels: int
    row: NDArray[np.int64]
    column: NDArray[np.int64]
    level: NDArray[np.int64]
    weight: pa.Array
    lines: Sequence[int] | None = None
    directed: bool | None = None
    notices: list[Notice] = field(default_factory=list)


def tables_of_stack(stack: Stack) -> Tables:
    """Return the ties and the people of a stack of matrices.

    Where there is a matrix for each person, called like that person (cognitive social structures),
    the matrix is what that person says of everyone's ties. Otherwise it is a relation.
    """
    rows, columns = _text(stack.modes.rows), _text(stack.modes.columns)
    edges = {
        "source": rows.take(pa.array(stack.row)),
        "target": columns.take(pa.array(stack.column)),
        "weight": stack.weight,
    }
    notices = [*stack.notices, *stack.modes.notices]
    reporters = _reporters(stack)
    relations: tuple[Relation, ...] = ()
    if reporters is not None:
        edges["reporter"] = _text(reporters).take(pa.array(stack.level))
        text = (
            f"{stack.origin} holds a matrix for each of the {len(reporters):,} people; each was "
            "read as what that person says of all ties, also of those between others."
        )
        notices.append(Notice(kind="reporters", text=text, count=len(reporters)))
    elif any(map(str.strip, stack.levels or ())) or stack.n_levels > 1:
        names = _names(stack)
        checked(stack.origin, "matrix", names)
        edges["relation"] = _text(names).take(pa.array(stack.level))
        relations = tuple(_relation(name, stack) for name in names)
        empty = sorted(set(range(len(names))) - set(np.unique(stack.level).tolist()))
        notices += _without_a_tie(stack.origin, [names[k] for k in empty])
    if not len(stack.row):
        text = f"There is no tie in {stack.origin}."
        notices.append(Notice(kind="no-ties", text=text, count=1))
    tables = tables_of_edges(
        stack.origin,
        name=stack.name,
        people=_people(stack.modes),
        edges=edges,
        directed=stack.directed,
        rows=stack.lines,
        notices=notices,
    )
    return replace(tables, relations=relations) if relations else tables


def _reporters(stack: Stack) -> list[str] | None:
    """Return the id of the person whose view each matrix is, where that is what they are."""
    people, levels = stack.modes.rows, stack.levels
    if levels is None or stack.modes.two or not LEAST_REPORTERS <= len(levels) == len(people):
        return None
    if set(levels) == set(people):
        return levels
    numbered = [NUMBERED_PERSON.match(label) for label in levels]
    in_order = all(
        found is not None and int(found.group(2)[:9]) == k
        for k, found in enumerate(numbered, start=1)
    )
    return people if in_order else None


def _names(stack: Stack) -> list[str]:
    """Return what the matrices are called; those without a label by their number."""
    labels = stack.levels or [""] * stack.n_levels
    return [label if label.strip() else f"matrix {k}" for k, label in enumerate(labels, start=1)]


def _relation(name: str, stack: Stack) -> Relation:
    usual = name not in WITHOUT_DIRECTION
    return Relation(name=name, directed=usual if stack.directed is None else stack.directed)


def _without_a_tie(origin: str, names: list[str]) -> list[Notice]:
    if not names:
        return []
    text = f"Matrices of {origin} in which there is no tie: {', '.join(names[:10])}."
    return [Notice(kind="empty-matrix", text=text, count=len(names))]


def _people(modes: Modes) -> dict[str, Sequence[str]]:
    if modes.two:
        kinds = ["row"] * len(modes.rows) + ["column"] * len(modes.columns)
        return {"id": modes.rows + modes.columns, "mode": kinds}
    return {"id": list(dict.fromkeys([*modes.rows, *modes.columns]))}


def _text(values: Sequence[str]) -> pa.Array:
    return pa.array(values, type=pa.string())
