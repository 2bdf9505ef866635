"""From a table of people to :class:`People`: ids, names, declarations and attributes."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from weft.network.cells import labels
from weft.network.errors import InvalidDataError, Problem, quoted
from weft.network.people import EVERY_WAVE, NO, UNDECLARED, YES, People

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft.network.columns import Columns

WORDS = {
    **dict.fromkeys(("true", "yes", "y", "t", "1", "1.0"), YES),
    **dict.fromkeys(("false", "no", "n", "f", "0", "0.0"), NO),
    "": UNDECLARED,
}
DECLARATION = re.compile(r"^(responded|invited)(?::(.+))?$")


def people_from_table(table: Columns, problems: list[Problem]) -> People:
    """Return the people of a table; what is wrong with it becomes problems.

    Columns named ``responded``, ``responded:<wave>``, ``invited`` and ``invited:<wave>`` are
    declarations (true/false, yes/no, 1/0, blank for not said), ``steward`` marks the stewards,
    ``name`` is what to call a person. Every other column is an attribute.
    """
    if "id" not in table.columns:
        raise InvalidDataError([_no_id(table)])
    ids = labels(table, "id", problems).to_pylist()
    problems.extend(_repeated(table, ids))
    names, steward = list(ids), np.zeros(len(ids), dtype=bool)
    attributes: dict[str, tuple[str | None, ...]] = {}
    declared: dict[str, dict[str, NDArray[np.int8]]] = {"responded": {}, "invited": {}}
    for role in table.columns:
        cells = [None if cell == "" else cell for cell in table.columns[role].to_pylist()]
        declaration = DECLARATION.match(role)
        if role == "id":
            continue
        if role == "name":
            names = [name or person for name, person in zip(cells, ids, strict=True)]
        elif role == "steward":
            steward = _yes_or_no(table, role, cells, problems) == YES
        elif declaration:
            kind, wave = declaration.group(1), declaration.group(2) or EVERY_WAVE
            declared[kind][wave] = _yes_or_no(table, role, cells, problems)
        else:
            attributes[table.heading(role)] = tuple(cells)
    return People(
        ids=tuple(i or "" for i in ids),
        names=tuple(name or "" for name in names),
        attributes=attributes,
        steward=steward,
        responded=declared["responded"],
        invited=declared["invited"],
    )


def _no_id(table: Columns) -> Problem:
    return Problem(
        kind="missing-column",
        origin=table.origin,
        row=1,
        found=f"the columns {', '.join(table.headings.values()) or 'none'}",
        expected="a column “id”",
        mend="Name the column that identifies each person “id”.",
    )


def _repeated(table: Columns, ids: list[str | None]) -> list[Problem]:
    first: dict[str, int] = {}
    counts = Counter(person for person in ids if person)
    found = []
    for row, person in enumerate(ids, start=table.first_row):
        if person and counts[person] > 1 and person in first:
            found.append(
                Problem(
                    kind="repeated-id",
                    origin=table.origin,
                    row=row,
                    column=table.heading("id"),
                    found=f"{quoted(person)}, which row {first[person]} has too",
                    expected="an id that no other row has",
                    mend="Give each person an id of their own, or delete the repeated row.",
                )
            )
        elif person:
            first[person] = row
    return found


def _yes_or_no(
    table: Columns, role: str, cells: list[str | None], problems: list[Problem]
) -> NDArray[np.int8]:
    states = np.full(len(cells), UNDECLARED, dtype=np.int8)
    for i, cell in enumerate(cells):
        word = (cell or "").strip().lower()
        if word in WORDS:
            states[i] = WORDS[word]
            continue
        problems.append(
            Problem(
                kind="not-yes-or-no",
                origin=table.origin,
                row=table.first_row + i,
                column=table.heading(role),
                found=quoted(cell),
                expected="yes or no (also true/false, 1/0, or blank for not said)",
                mend="Correct the cell.",
            )
        )
    return states
