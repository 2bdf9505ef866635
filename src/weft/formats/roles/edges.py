"""Between a network and the nodes and edges of a graph file: one way in, one way out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from weft.formats.files.characters import with_whole_characters
from weft.formats.roles.direction import with_directions
from weft.formats.roles.headings import TIE_HEADINGS, Headings
from weft.formats.roles.people_columns import people_from
from weft.formats.roles.table import Table, is_blank
from weft.formats.roles.values import text_column
from weft.formats.tables import Reading, Tables
from weft.network import TIE_COLUMNS, InvalidDataError, Notice, Problem, quoted
from weft.network.unnamed import UNNAMED_RELATION, UNNAMED_WAVE

if TYPE_CHECKING:
    from weft.network import Network, Relation, Reports

MOST_NAMED = 10

MOST_COLUMNS = 5_000
"""Of people, and of ties. Files of more come from a program that made a column of each row."""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Edges:
    """The reports of a network as the edges of a graph file.

    Attributes
    ----------
    source, target : list of str
        Ids of people.
    directed : list of bool
    more : mapping of str to list of (str or float or None)
        ``weight``, and of ``relation``, ``wave``, ``reporter`` and ``date`` those that say
        something. A blank reporter stands for the source, or for both ends of a tie without
        direction.
    """

    source: list[str]
    target: list[str]
    directed: list[bool]
    more: Mapping[str, Sequence[str | float | None]]

    def __len__(self) -> int:
        return len(self.source)


def tables_of_edges(  # noqa: PLR0913  (what a graph file holds)
    origin: str,
    *,
    name: str,
    people: Mapping[str, Sequence[object]] | None,
    edges: Mapping[str, Sequence[object]],
    directed: bool | Sequence[bool] | NDArray[np.bool_] | None,
    reading: Reading | None = None,
    rows: Sequence[int] | None = None,
    people_rows: Sequence[int] | None = None,
    relation: str | None = None,
    notices: Sequence[Notice] = (),
    problems: Sequence[Problem] = (),
) -> Tables:
    """Return what a graph file holds as Weft's tables.

    Parameters
    ----------
    origin, name : str
        What messages call the file, and what to call the network.
    people : mapping of str to sequence, optional
        ``id`` and any further columns under the headings of the file (``name`` is what to call a
        person; ``label`` is too, where there is no ``name``). None where the file lists nobody.
    edges : mapping of str to sequence
        ``source`` and ``target`` (ids), and further columns under the headings of the file. Those
        that :data:`TIE_HEADINGS` knows get their role; the others are left out with a notice.
    directed : bool, or one for each edge, or None
        None where the file can only say that all edges have a direction, whatever the relation:
        then each relation has the direction that its name usually goes with.
    reading : Reading, optional
        What the caller says about columns.
    rows, people_rows : sequence of int, optional
        The line of each edge and each person in the file, for messages.
    relation : str, optional
        What the relation is called where no column says it.
    notices, problems : sequences
        What the reader has done and found already.
    """
    said = list(notices)
    everyone = None
    wrong = list(problems)
    if people is not None:
        people_table = _table(origin, people, people_rows)
        everyone, about, found = people_from(
            people_table, {own: own for own in ("id", "name") if own in people}
        )
        said += about
        wrong += found
    table = _table(origin, edges, rows)
    headings = Headings(origin, 1, table.headings)
    headings.roles.update(source=table.headings.index("source"))
    headings.roles.update(target=table.headings.index("target"))
    headings.said(reading.columns if reading else {}, TIE_COLUMNS)
    for role in ("reporter", "relation", "weight", "wave", "date"):
        headings.give(role, TIE_HEADINGS[role])
    said += _left_out(table, headings)
    ties = table.named(headings.roles)
    if relation is not None and "relation" not in ties.columns:
        of_all = pa.repeat(pa.scalar(relation), len(ties))
        ties = replace(ties, columns={**ties.columns, "relation": of_all})
    relations: tuple[Relation, ...] = ()
    mixed: tuple[Notice, ...] = ()
    if directed is not None:
        each = np.broadcast_to(np.asarray(directed, dtype=np.bool_), (len(ties),))
        ties, relations, mixed = with_directions(ties, each)
    return Tables(
        name=name,
        ties=ties,
        people=everyone,
        relations=relations,
        notices=(*said, *mixed),
        problems=tuple(wrong),
    )


def too_many_columns(origin: str, count: int, row: int | None = None) -> Problem:
    """Return the problem of a file that says too many different things of people or ties."""
    return Problem(
        kind="too-many-columns",
        origin=origin,
        row=row,
        found=f"{count:,} different attributes",
        expected=f"{MOST_COLUMNS:,} at most",
        mend="Export the file again with fewer attributes.",
    )


def _table(
    origin: str, columns: Mapping[str, Sequence[object]], rows: Sequence[int] | None
) -> Table:
    if len(columns) > MOST_COLUMNS:
        raise InvalidDataError([too_many_columns(origin, len(columns))])
    return Table(
        origin=origin,
        headings=tuple(map(with_whole_characters, columns)),
        columns=tuple(text_column(values) for values in columns.values()),
        first_row=1,
        rows=None if rows is None else np.asarray(rows, dtype=np.int64),
    )


def _left_out(table: Table, headings: Headings) -> list[Notice]:
    left = [i for i in headings.left() if not np.all(is_blank(table.columns[i]))]
    if not left:
        return []
    named = [quoted(table.headings[i]) for i in left[:MOST_NAMED]]
    more = ["others"] if len(left) > MOST_NAMED else []
    text = (
        f"Attributes of the ties of {table.origin} that were left out: "
        f"{', '.join([*named, *more])}."
    )
    return [Notice(kind="columns-left-out", text=text, count=len(left))]


def edges_of(network: Network) -> Edges:
    """Return the reports that the filters have left as edges.

    A tie without direction that both ends report alike is one edge without a reporter.
    """
    reports = network.reports
    directed = np.array([r.directed for r in network.all_relations], dtype=bool)[reports.relation]
    alike, again = _said_alike(reports, directed)
    implied = np.where(directed, reports.reporter == reports.source, alike)
    keep = np.flatnonzero(~again)
    kept, implied, directed = reports.take(keep), implied[keep], directed[keep]
    ids = network.people.ids
    more: dict[str, Sequence[str | float | None]] = {"weight": kept.value.tolist()}
    names = [relation.name for relation in network.all_relations]
    if network.relations != (UNNAMED_RELATION,):
        more["relation"] = [names[code] for code in kept.relation]
    if network.waves != (UNNAMED_WAVE,):
        more["wave"] = [network.all_waves[code] for code in kept.wave]
    if not implied.all():
        pairs = zip(kept.reporter, implied, strict=True)
        more["reporter"] = [None if plain else ids[reporter] for reporter, plain in pairs]
    if any(date is not None for date in kept.date):
        more["date"] = kept.date.tolist()
    return Edges(
        source=[ids[i] for i in kept.source],
        target=[ids[i] for i in kept.target],
        directed=directed.tolist(),
        more=more,
    )


def _said_alike(
    reports: Reports, directed: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which rows without direction both ends say alike, and which of them come second."""
    alike = np.zeros(len(reports), dtype=bool)
    again = np.zeros(len(reports), dtype=bool)
    groups: dict[tuple[object, ...], list[int]] = {}
    for row in np.flatnonzero(~directed).tolist():
        ends = sorted((int(reports.source[row]), int(reports.target[row])))
        about = (*ends, int(reports.relation[row]), int(reports.wave[row]))
        groups.setdefault(about, []).append(row)
    for (first, second, *_), rows in groups.items():
        if len(rows) != 2 or {int(reports.reporter[row]) for row in rows} != {first, second}:
            continue
        one, two = rows
        if reports.value[one] == reports.value[two] and reports.date[one] == reports.date[two]:
            alike[rows] = True
            again[two] = True
    return alike, again
