"""Attributes of people whose names a reader knows for certain, so that none is taken for a role."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weft.formats.roles.values import text_column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weft.formats.tables import Tables


def with_attributes(tables: Tables, attributes: Mapping[str, Sequence[object]]) -> Tables:
    """Return the tables in which people have these attributes too.

    Parameters
    ----------
    tables : Tables
        With people.
    attributes : mapping of str to sequence
        By name, a value for each person, in their order. A name such as ``id`` or ``steward`` is
        the name of an attribute here, and means nothing else.

    Examples
    --------
    >>> from weft.formats.roles.edges import tables_of_edges
    >>> tables = tables_of_edges("a", name="a", people={"id": ["x"]}, edges={"source": [],
    ...     "target": []}, directed=None)
    >>> people = with_attributes(tables, {"ID": [7]}).people
    >>> people.columns["attribute ID"].to_pylist(), people.heading("attribute ID")
    (['7'], 'ID')
    """
    people = tables.people
    if people is None or not attributes:
        return tables
    columns = {f"attribute {name}": text_column(values) for name, values in attributes.items()}
    headings = {f"attribute {name}": name for name in attributes}
    people = replace(
        people,
        columns={**people.columns, **columns},
        headings={**people.headings, **headings},
    )
    return replace(tables, people=people)


def free_name(name: str, taken: Mapping[str, object]) -> str:
    """Return a name as it is, or with a number where it is taken already.

    The number is looked for by halves: a hostile file may give one name to everything in it.

    Examples
    --------
    >>> free_name("team", {"team": 1, "team (2)": 1})
    'team (3)'
    """
    if name not in taken:
        return name
    free = 2
    while f"{name} ({free})" in taken:
        free *= 2
    last = free // 2
    while free - last > 1:
        between = (last + free) // 2
        if f"{name} ({between})" in taken:
            last = between
        else:
            free = between
    return f"{name} ({free})"
