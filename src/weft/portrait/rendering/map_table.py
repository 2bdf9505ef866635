"""The map as a table: what it shows, for those who would rather read than look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weft.portrait.contents import Cell, Chart

if TYPE_CHECKING:
    from weft.portrait.contents import Drawing

EVERYBODY = "everybody"


def map_table(drawing: Drawing) -> Chart:
    """Return the table twin of the map: each group, or where names may be shown each person.

    People stand by group and then by name, so that nobody is ranked.
    """
    groups = drawing.groups or (EVERYBODY,)
    columns, rows = _people(drawing, groups) if drawing.labels else _counts(drawing, groups)
    return Chart(
        id="map",
        title="The map",
        summary=drawing.summary,
        kind="matrix",
        columns=columns,
        rows=tuple(rows),
    )


def _people(
    drawing: Drawing, groups: tuple[str, ...]
) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    ends = np.concatenate([drawing.first, drawing.second])
    ties = np.bincount(ends, minlength=len(drawing.labels))
    listed = sorted(
        (groups[group], name, int(many))
        for group, name, many in zip(drawing.group, drawing.labels, ties, strict=True)
    )
    return ("person", "group", "ties"), [(name, group, many) for group, name, many in listed]


def _counts(
    drawing: Drawing, groups: tuple[str, ...]
) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    one, other = drawing.group[drawing.first], drawing.group[drawing.second]
    rows: list[tuple[Cell, ...]] = []
    for code, name in enumerate(groups):
        within = int(((one == code) & (other == code)).sum())
        outward = int(((one == code) ^ (other == code)).sum())
        rows.append((name, int((drawing.group == code).sum()), within, outward))
    return ("group", "people", "pairs tied within", "pairs tied to other groups"), rows
