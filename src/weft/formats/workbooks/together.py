"""The tables of several sheets as those of one network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa

from weft.formats.tables import Tables
from weft.network import (
    Columns,
    InvalidDataError,
    Notice,
    Problem,
    Problems,
    Relation,
    put_together,
    quoted,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from weft.formats.tables import PeopleTable


def all_of(readers: Sequence[Callable[[], Tables]]) -> list[Tables]:
    """Return what each sheet holds; what is wrong with any of them is raised at once."""
    parts, wrong = [], Problems()
    for read in readers:
        try:
            parts.append(read())
        except InvalidDataError as error:
            wrong.add_all(error.problems)
    wrong.raise_if_any()
    return parts


def together(
    name: str,
    parts: Sequence[Tables],
    people: PeopleTable | None,
    notices: Sequence[Notice] = (),
) -> Tables:
    """Return the ties of several sheets, and the people of a workbook, as one."""
    everyone, about, wrong = people or (_people_of(parts), (), ())
    return Tables(
        name=name,
        ties=put_together([part.ties for part in parts]),
        people=everyone,
        relations=_relations_of(parts),
        notices=(*notices, *about, *(notice for part in parts for notice in part.notices)),
        problems=(*wrong, *(problem for part in parts for problem in part.problems)),
    )


def people_together(tables: Sequence[PeopleTable]) -> PeopleTable | None:
    """Return the people of several sheets as one table; None where there is none."""
    if not tables:
        return None
    return (
        put_together([columns for columns, _, _ in tables]),
        tuple(notice for _, notices, _ in tables for notice in notices),
        tuple(problem for _, _, problems in tables for problem in problems),
    )


def with_sheet_as_relation(
    origin: str, names: Sequence[str], parts: Sequence[Tables]
) -> tuple[list[Tables], list[Notice]]:
    """Return the parts, those without a relation called as their sheet is."""
    nameless = [i for i, part in enumerate(parts) if "relation" not in part.ties.columns]
    if len(parts) < 2 or not nameless:
        return list(parts), []
    named = list(parts)
    for i in nameless:
        ties = parts[i].ties
        relation = pa.repeat(pa.scalar(names[i], pa.string()), len(ties))
        relations = tuple(replace(of, name=names[i]) for of in parts[i].relations)
        columns = {**ties.columns, "relation": relation}
        named[i] = replace(parts[i], ties=replace(ties, columns=columns), relations=relations)
    shown = ", ".join(quoted(names[i]) for i in nameless[:8])
    text = (
        f"The relation of the ties in {len(nameless):,} sheets of {origin} is called as the sheet "
        f"is, as no column names it: {shown}."
    )
    return named, [Notice(kind="relation-of-sheet", text=text, count=len(nameless))]


def _people_of(parts: Sequence[Tables]) -> Columns | None:
    """Return everyone that the parts list, each person once; None where one lists nobody."""
    people = [part.people for part in parts if part.people is not None]
    if len(people) < len(parts) or not people:
        return None
    if len(people) == 1:
        return people[0]
    ids = pa.concat_arrays([columns.columns["id"] for columns in people]).unique()
    return Columns(people[0].origin, {"id": ids}, first_row=1)


def _relations_of(parts: Sequence[Tables]) -> tuple[Relation, ...]:
    """Return what the sheets say of their relations; they must agree."""
    said: dict[str, tuple[Relation, str]] = {}
    for part in parts:
        for relation in part.relations:
            before, where = said.setdefault(relation.name, (relation, part.ties.origin))
            if before.directed != relation.directed:
                raise InvalidDataError([_disagreement(relation, part.ties.origin, where)])
    return tuple(relation for relation, _ in said.values())


def _disagreement(relation: Relation, here: str, there: str) -> Problem:
    kinds = ("with", "without") if relation.directed else ("without", "with")
    return Problem(
        kind="mixed-direction",
        origin=here,
        found=f"the relation {quoted(relation.name)} {kinds[0]} direction ({kinds[1]} in {there})",
        expected="one of the two for all ties of a relation",
        mend="Put the ties of a relation in one sheet, or give the two kinds names of their own.",
    )
