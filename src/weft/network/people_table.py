"""From a table of people to :class:`People`: ids, names, declarations and attributes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from weft.network.cells import labels
from weft.network.errors import InvalidDataError, Problem, quoted
from weft.network.people import EVERY_WAVE, NO, UNDECLARED, YES, People

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft.network.columns import Columns
    from weft.network.problems import Problems

WORDS = {
    **dict.fromkeys(("true", "yes", "y", "t", "1", "1.0"), YES),
    **dict.fromkeys(("false", "no", "n", "f", "0", "0.0"), NO),
    "": UNDECLARED,
}
DECLARATION = re.compile(r"^(responded|invited)(?::(.+))?\Z", re.DOTALL)


def people_from_table(table: Columns, problems: Problems) -> People:
    """Return the people of a table; what is wrong with it becomes problems.

    Columns named ``responded``, ``responded:<wave>``, ``invited`` and ``invited:<wave>`` are
    declarations (true/false, yes/no, 1/0, blank for not said), ``steward`` marks the stewards,
    ``name`` is what to call a person. Every other column is an attribute.
    """
    if "id" not in table.columns:
        raise InvalidDataError([_no_id(table)])
    ids = labels(table, "id", problems).to_pylist()
    _note_repeated(table, ids, problems)
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


def _note_repeated(table: Columns, ids: list[str | None], problems: Problems) -> None:
    first: dict[str, int] = {}
    again = []
    for row, person in enumerate(ids):
        if person and first.setdefault(person, row) != row:
            again.append(row)

    def described(row: int) -> Problem:
        person = ids[row] or ""
        place, before = table.place(row, "id"), table.place(first[person], "id")
        return Problem(
            kind="repeated-id",
            origin=place.origin,
            row=place.row,
            column=place.column,
            found=f"{quoted(person)}, which row {before.row} has too",
            expected="an id that no other row has",
            mend="Give each person an id of their own, or delete the repeated row.",
        )

    problems.add_rows("repeated-id", np.array(again, dtype=np.intp), described)


def _yes_or_no(
    table: Columns, role: str, cells: list[str | None], problems: Problems
) -> NDArray[np.int8]:
    words = [(cell or "").strip().lower() for cell in cells]
    states = np.array([WORDS.get(word, UNDECLARED) for word in words], dtype=np.int8)
    unknown = [i for i, word in enumerate(words) if word not in WORDS]

    def described(row: int) -> Problem:
        place = table.place(row, role)
        return Problem(
            kind="not-yes-or-no",
            origin=place.origin,
            row=place.row,
            column=place.column,
            found=quoted(cells[row]),
            expected="yes or no (also true/false, 1/0, or blank for not said)",
            mend="Correct the cell.",
        )

    problems.add_rows("not-yes-or-no", np.array(unknown, dtype=np.intp), described)
    return states
