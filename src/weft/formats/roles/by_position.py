"""What is said of people by their position in another file, as Pajek's partitions say it."""

from __future__ import annotations

from dataclasses import replace

from weft.network import Columns, InvalidDataError, Problem

POSITION = "position"
"""The role of a column that counts the people of another file from 1, in place of an id."""


def placed(said: Columns, people: Columns | None) -> Columns:
    """Return the people of a file of ties with what another file says of them by position.

    A table of people that has ids is returned as it is.

    Raises
    ------
    InvalidDataError
        If the file of ties lists nobody in an order, or another number of people.
    """
    if POSITION not in said.columns:
        return said
    if people is None or len(people) != len(said):
        raise InvalidDataError([_unlike(said, people)])
    columns, headings = dict(people.columns), dict(people.headings)
    for role, cells in said.columns.items():
        if role != POSITION:
            columns[f"attribute {said.heading(role)}"] = cells
            headings[f"attribute {said.heading(role)}"] = said.heading(role)
    return replace(people, columns=columns, headings=headings)


def _unlike(said: Columns, people: Columns | None) -> Problem:
    expected = "people listed in the file of ties"
    if people is not None:
        expected = f"one for each of the {len(people):,} people of {people.origin}"
    return Problem(
        kind="unequal-number",
        origin=said.origin,
        found=f"values for {len(said):,} people by their position",
        expected=expected,
        mend="Give it with the network it was made for, as Pajek has it (.net), or use ids.",
    )
