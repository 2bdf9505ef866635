"""Reading Pajek files: networks, projects, matrices."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from weft.formats.files.text import as_utf8
from weft.formats.graphs.attributes import free_name, with_attributes
from weft.formats.graphs.pajek.content import content_of
from weft.formats.graphs.pajek.lines import problem_at, sections_of, unescaped
from weft.formats.graphs.pajek.relations import ties_and_relations
from weft.formats.graphs.pajek.times import MOST_WAVES, times_as_waves, wave_names
from weft.formats.roles.edges import tables_of_edges
from weft.network import InvalidDataError, Notice, Relation, quoted
from weft.network.build import MOST_NAMES
from weft.network.unnamed import UNNAMED_RELATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.files.file import File
    from weft.formats.graphs.pajek.content import Content, Values, Vertices
    from weft.formats.graphs.pajek.ties import Ties
    from weft.formats.tables import Reading, Tables
    from weft.network import Problem

CLASS = re.compile(r"([0-9]{1,9}) - (.*)\Z", re.DOTALL)
UNKNOWN = "999999998"
"""What Pajek writes where a value is not known."""

T = TypeVar("T")


def read_pajek(file: File, reading: Reading) -> Tables:
    """Return the ties, people and attributes in a Pajek file.

    Raises
    ------
    InvalidDataError
        If there is no network in it, or it holds what cannot be read.

    Notes
    -----
    Labels are ids where they are all different; else the numbers are, and labels are names.
    """
    text, notices = as_utf8(file, reading.encoding)
    content = content_of(file.origin, sections_of(text))
    content.notices[:0] = notices
    if not any(network.known for network in content.networks):
        content.problems.raise_if_any()
        raise InvalidDataError([_no_network(content)])
    networks = _those_alike(content)
    first = networks[0]
    ids, names = _ids(content, first)
    ties, empty = ties_and_relations(content, networks)
    waves = _waves(content, ties)
    _note_left_out(content, first, ties)
    attributes = _attributes(content, first)
    tables = tables_of_edges(
        file.origin,
        name=file.stem,
        people={"id": ids, "name": names},
        edges=_columns(ties, waves, ids),
        directed=_repeated(ties.directed, waves),
        reading=reading,
        rows=_repeated(ties.rows, waves),
        people_rows=[first.rows.get(i, first.row) for i in range(1, first.count + 1)],
        notices=content.notices,
        problems=content.problems.kept(),
    )
    known = {relation.name for relation in tables.relations}
    more = [relation for relation in empty if relation.name not in known]
    if not known and not more:
        more = [Relation(name=UNNAMED_RELATION)]
    tables = replace(tables, relations=(*tables.relations, *more))
    return with_attributes(tables, attributes)


def _no_network(content: Content) -> Problem:
    section = content.values[0].heading if content.values else None
    return problem_at(
        content.origin, section.row if section else 1, "no-ties",
        f"*{section.keyword.capitalize()}" if section else "no vertices",
        "a network: *Vertices, and *Arcs, *Edges or *Matrix",
        "Put the network and the values of its vertices into one project in Pajek (File, Pajek "
        "Project File, Save), and read that.",
    )  # fmt: skip


def _those_alike(content: Content) -> list[Vertices]:
    """Return the first network and those with the same vertices; the others are left out."""
    known = [network for network in content.networks if network.known]
    alike, unlike = [], []
    for network in known:
        difference = network.unlike(known[0])
        if difference is None:
            alike.append(network)
        else:
            name = quoted(network.name) if network.name else f"the one on line {network.row:,}"
            unlike.append(f"{name} ({difference})")
    if unlike:
        count = "1 network" if len(unlike) == 1 else f"{len(unlike):,} networks"
        text = (
            f"{count} of {content.origin} left out, because the vertices are not those of the "
            f"first: {', '.join(unlike[:10])}. Save each as a file of its own to read it."
        )
        content.notices.append(Notice(kind="networks-left-out", text=text, count=len(unlike)))
    return alike


def _ids(content: Content, network: Vertices) -> tuple[list[str], list[str | None]]:
    numbers = range(1, network.count + 1)
    labels = [network.labels.get(number) or None for number in numbers]
    ids = [label or str(number) for label, number in zip(labels, numbers, strict=True)]
    if len(set(ids)) == len(ids):
        return ids, [None] * len(ids)
    count = len(ids) - len(set(ids))
    text = (
        f"{count:,} labels of {content.origin} repeat another; people have their numbers as ids, "
        "and the labels as names."
    )
    content.notices.append(Notice(kind="labels-repeated", text=text, count=count))
    return [str(number) for number in numbers], labels


def _waves(content: Content, ties: Ties) -> list[list[str]] | None:
    """Return the names of the waves in which each tie is; None where they are no waves."""
    timed = sum(time is not None for time in ties.time)
    if not timed:
        return None
    names = wave_names(content.comments)
    waves = times_as_waves(ties.time, most=MOST_NAMES if names else MOST_WAVES)
    if waves is None:
        text = (
            f"The times of {timed:,} ties of {content.origin} were left out: they are waves only "
            f"where each tie has a time in whole numbers, of which there are at most {MOST_WAVES}."
        )
        content.notices.append(Notice(kind="times-left-out", text=text, count=timed))
        return None
    every = sorted({wave for each in waves for wave in each})
    text = (
        f"The times of the ties of {content.origin} were read as waves ({len(every):,}); a tie is "
        "in each wave of its time."
    )
    content.notices.append(Notice(kind="times-as-waves", text=text, count=len(every)))
    called = {wave: unescaped(names.get(wave, str(wave))) for wave in every}
    return [[called[wave] for wave in each] for each in waves]


def _note_left_out(content: Content, network: Vertices, ties: Ties) -> None:
    if network.timed:
        text = f"When {network.timed:,} people of {content.origin} were there was left out."
        notice = Notice(kind="times-of-people-left-out", text=text, count=network.timed)
        content.notices.append(notice)
    if ties.labelled:
        text = f"The labels of {ties.labelled:,} ties of {content.origin} were left out."
        content.notices.append(Notice(kind="labels-left-out", text=text, count=ties.labelled))
    if not ties.source:
        text = f"There is no tie in {content.origin}, only {network.count:,} people."
        content.notices.append(Notice(kind="no-ties", text=text, count=network.count))
    if network.first_mode:
        text = (
            f"{content.origin} has people of two kinds, {network.first_mode:,} and "
            f"{network.count - network.first_mode:,}; the attribute mode says which (1 or 2). "
            "Figures about people mix the two."
        )
        content.notices.append(Notice(kind="two-modes", text=text, count=network.count))


def _repeated(values: Sequence[T], waves: list[list[str]] | None) -> Sequence[T]:
    """Return a value for each wave of each tie."""
    if waves is None:
        return values
    return [value for value, each in zip(values, waves, strict=True) for _ in each]


def _columns(
    ties: Ties, waves: list[list[str]] | None, ids: list[str]
) -> dict[str, Sequence[object]]:
    columns: dict[str, Sequence[object]] = {
        "source": _repeated([ids[number - 1] for number in ties.source], waves),
        "target": _repeated([ids[number - 1] for number in ties.target], waves),
    }
    for name, cells in (("weight", ties.weight), ("relation", ties.relation)):
        if any(cell is not None for cell in cells):
            columns[name] = _repeated(cells, waves)
    if waves is not None:
        columns["wave"] = [wave for each in waves for wave in each]
    return columns


def _attributes(content: Content, network: Vertices) -> dict[str, list[str | None]]:
    """Return what the file says of each person; what is not of these people is left out."""
    attributes: dict[str, list[str | None]] = {}
    if network.first_mode:
        modes: list[str | None] = ["1"] * network.first_mode
        attributes["mode"] = modes + ["2"] * (network.count - network.first_mode)
    left = []
    for values in content.values:
        if len(values.cells.lines) == network.count:
            name = free_name(values.name, attributes)
            attributes[name] = _cells(values)
        else:
            left.append(f"{quoted(values.name)} ({len(values.cells.lines):,})")
    if left:
        text = (
            f"Partitions and vectors of {content.origin} that are not of these "
            f"{network.count:,} people were left out: {', '.join(left[:10])}."
        )
        content.notices.append(Notice(kind="attributes-left-out", text=text, count=len(left)))
    return attributes


def _cells(values: Values) -> list[str | None]:
    """Return the value of each vertex; a class by its name, where comments name every class."""
    cells = [line.split("%")[0].strip() for line in values.cells.lines]
    found = [CLASS.match(comment) for comment in values.comments]
    classes = {match.group(1): unescaped(match.group(2)) for match in found if match}
    if not {*cells} - {UNKNOWN} <= classes.keys():
        classes = {}
    return [None if cell == UNKNOWN else classes.get(cell, cell) for cell in cells]
