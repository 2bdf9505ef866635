"""Reading NetDraw's VNA: who is there, what is known of them, and their ties."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weft.formats.graphs.ucinet.dl_tokens import lines_of
from weft.formats.graphs.ucinet.vna_lines import LOOKS, NODES, TIES, Section, sections_of
from weft.formats.graphs.ucinet.vna_ties import TieColumns, ties_in
from weft.formats.roles.edges import tables_of_edges
from weft.network import InvalidDataError, Notice, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables


def read_vna(file: File, reading: Reading) -> Tables:
    """Return the ties and people in a VNA file.

    Raises
    ------
    InvalidDataError
        If it holds no ties, or a line is not as its headings say.
    """
    text, notices = lines_of(file, reading.encoding)
    sections, about = sections_of(text, file.origin)
    section = sections.get(TIES)
    if section is None or len(section.headings) < 2:
        raise InvalidDataError([_without_ties(file.origin)])
    ties = ties_in(section, reading)
    people, rows, added = _people(sections, ties)
    if not ties.lines:
        text = f"There is no tie in {file.origin}."
        added.append(Notice(kind="no-ties", text=text, count=1))
    tables = tables_of_edges(
        file.origin,
        name=file.stem,
        people=people,
        edges=ties.columns,
        directed=None,
        reading=reading,
        rows=ties.lines,
        people_rows=rows,
        notices=[*notices, *about, *ties.notices, *added],
    )
    return replace(tables, relations=ties.relations)


def _without_ties(origin: str) -> Problem:
    return Problem(
        kind="no-ties",
        origin=origin,
        found="no section “*Tie data” with headings",
        expected="one with the headings from, to and a value for each relation",
        mend="Save the network again in NetDraw, with its ties.",
    )


def _people(
    sections: Mapping[str, Section], ties: TieColumns
) -> tuple[dict[str, Sequence[object]] | None, list[int] | None, list[Notice]]:
    """Return everyone, in which line each stands, and a notice of those who stand in ties only."""
    nodes, looks = sections.get(NODES), sections.get(LOOKS)
    if not (nodes and nodes.headings) and not (looks and looks.headings):
        return None, None, []
    columns: dict[str, list[str | None]] = {"id": []}
    rows: list[int] = []
    if nodes and nodes.headings:
        headings = ["id", *(f"{h} (2)" if h == "id" else h for h in nodes.headings[1:])]
        columns = {heading: nodes.column(i) for i, heading in enumerate(headings)}
        rows += nodes.lines
    known = set(columns["id"])
    if looks and looks.headings:
        _add(columns, rows, known, looks.column(0), looks.lines)
    before = len(rows)
    for end in ("source", "target"):
        _add(columns, rows, known, ties.columns[end], ties.lines)
    count = len(rows) - before
    text = f"People who stand in a tie but are not listed as nodes: {count:,}. They were added."
    notice = Notice(kind="people-only-in-ties", text=text, count=count)
    return dict(columns), rows, [notice] if count else []


def _add(
    columns: dict[str, list[str | None]],
    rows: list[int],
    known: set[str | None],
    ids: Sequence[str | None],
    lines: Sequence[int],
) -> None:
    """Add those who are not known yet; nothing else is known of them."""
    for person, line in zip(ids, lines, strict=True):
        if person is None or person in known:
            continue  # a blank end of a tie is refused with the tie
        known.add(person)
        rows.append(line)
        for heading, cells in columns.items():
            cells.append(person if heading == "id" else None)
