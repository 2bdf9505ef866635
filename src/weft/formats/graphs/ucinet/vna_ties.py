"""The ties of a VNA file: each column of numbers is a relation, as NetDraw takes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weft.formats.graphs.ucinet.dl_lists import IS_NUMBER, IS_ZERO
from weft.formats.roles.headings import TIE_HEADINGS, plain
from weft.network import Notice, Relation, quoted
from weft.network.relation import WITHOUT_DIRECTION

if TYPE_CHECKING:
    from weft.formats.graphs.ucinet.vna_lines import Section
    from weft.formats.tables import Reading

ROLES = ("relation", "wave", "reporter", "date")
"""Columns with these headings are no relations."""

Column = Sequence[str | None]


@dataclass(slots=True)
class TieColumns:
    """The ties as columns under headings that have a role, each with its line."""

    columns: dict[str, Column]
    lines: list[int]
    relations: tuple[Relation, ...] = ()
    notices: list[Notice] = field(default_factory=list)


def ties_in(section: Section, reading: Reading) -> TieColumns:
    """Return the ties of a section.

    The first two columns are the ends. Of the others, one column of numbers called ``strength`` (or
    another word for it) is the weight. Otherwise each column of numbers is a relation by its
    heading, where 0 and a blank cell mean that there is no such tie. If the caller says what a
    column stands for, or a column says the relation, nothing is turned into relations.
    """
    more: dict[str, Column] = {
        h: section.column(i) for i, h in enumerate(section.headings) if i > 1
    }
    ends: dict[str, Column] = {"source": section.column(0), "target": section.column(1)}
    if any(heading in more for heading in reading.columns):
        return TieColumns({**more, **ends}, section.lines)
    of_numbers = [h for h, cells in more.items() if plain(h) not in ROLES and _are_numbers(cells)]
    strengths = [h for h in more if plain(h) in TIE_HEADINGS["weight"]]
    weight = next((h for h in strengths if h in of_numbers or not of_numbers), None)
    if any(plain(heading) == "relation" for heading in more):
        weight = weight or next(iter(of_numbers), None)
    elif of_numbers and of_numbers != [weight]:
        return _as_relations(section, ends, more, of_numbers)
    if weight is not None:
        ends["weight"] = more.pop(weight)
    return TieColumns({**_apart(more, ends), **ends}, section.lines)


def _as_relations(
    section: Section, ends: dict[str, Column], more: dict[str, Column], names: list[str]
) -> TieColumns:
    """Return a tie for each number other than 0 in these columns."""
    at = [
        (i, name)
        for i in range(len(section.lines))
        for name in names
        if (cell := more[name][i]) is not None and not IS_ZERO.match(cell)
    ]
    turned = set(names)
    kept = {**ends, **{h: cells for h, cells in more.items() if h not in turned}}
    columns: dict[str, Column] = {h: [cells[i] for i, _ in at] for h, cells in kept.items()}
    columns["relation"] = [name for _, name in at]
    columns["weight"] = [more[name][i] for i, name in at]
    text = (
        f"Each column of numbers of the ties in {section.origin} was read as a relation, 0 as no "
        f"tie: {', '.join(map(quoted, names[:10]))}."
    )
    return TieColumns(
        columns,
        [section.lines[i] for i, _ in at],
        tuple(Relation(name=name, directed=name not in WITHOUT_DIRECTION) for name in names),
        [Notice(kind="columns-as-relations", text=text, count=len(names))],
    )


def _apart(more: dict[str, Column], ends: dict[str, Column]) -> dict[str, Column]:
    return {heading: cells for heading, cells in more.items() if heading not in ends}


def _are_numbers(cells: Column) -> bool:
    said = [cell for cell in cells if cell is not None]
    return all(IS_NUMBER.match(cell) for cell in said) and (bool(said) or not cells)
