"""From a table to people: which column is the id, the name, a declaration or an attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc

from weft.formats.roles.headings import DECLARATION, PEOPLE_HEADINGS, Headings
from weft.formats.roles.table import Table, is_blank
from weft.network import InvalidDataError, Notice, Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weft.formats.tables import PeopleTable


def people_from(table: Table, columns: Mapping[str, str | None] | None = None) -> PeopleTable:
    """Return the people that a table holds, and what was done to it and found wrong with it.

    The id is the column ``id`` (or another word for it), else ``name``, else ``label``. Columns
    that are no role are attributes under their heading.
    """
    headings = Headings(table.origin, table.first_row - 1, table.headings)
    headings.said(columns or {}, tuple(PEOPLE_HEADINGS))
    for role in ("id", "name", "steward"):
        headings.give(role, PEOPLE_HEADINGS[role])
        if role == "name" and "id" not in headings.roles and "name" in headings.roles:
            headings.roles["id"] = headings.roles.pop("name")
            headings.give("name", PEOPLE_HEADINGS["name"])
    if "id" not in headings.roles:
        raise InvalidDataError([headings.missing("id", "identifies each person")])
    problems = list(table.problems)
    notices = list(table.notices)
    unnamed = 0
    for i in headings.left():
        heading = table.headings[i]
        if i in headings.ignored:
            continue
        if not heading.strip():
            unnamed += not pc.all(is_blank(table.columns[i])).as_py()
            continue
        role = _role(heading, headings.roles)
        if role in headings.roles:
            problems.append(_repeated(headings, heading))
        headings.roles[role] = i
    if unnamed:
        what = "1 column" if unnamed == 1 else f"{unnamed:,} columns"
        text = f"{what} without a heading left out of {table.origin}."
        notices.append(Notice(kind="columns-left-out", text=text, count=unnamed))
    return table.named(headings.roles), tuple(notices), tuple(problems)


def _role(heading: str, taken: Mapping[str, int]) -> str:
    """Return the role of a declaration, or the heading of an attribute under a key of its own."""
    declaration = DECLARATION.match(heading)
    if declaration:
        kind, wave = declaration.group(1).lower(), declaration.group(2)
        return f"{kind}:{wave}" if wave else kind
    return f"attribute {heading}" if heading in PEOPLE_HEADINGS and heading in taken else heading


def _repeated(headings: Headings, heading: str) -> Problem:
    return Problem(
        kind="repeated-heading",
        origin=headings.origin,
        row=headings.row,
        column=heading,
        found=f"the heading {quoted(heading)} twice",
        expected="a heading of its own for each column",
        mend="Rename one of the two columns.",
    )
