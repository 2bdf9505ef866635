"""The tables of the native file, as they stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from weft.formats.native.description import PeopleColumn
from weft.formats.plain.written import reports_table
from weft.formats.roles.headings import DECLARATION, PEOPLE_HEADINGS, plain
from weft.network.people import NO, YES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft.network import Graph, Network, People

PEOPLE, REPORTS, TIES = "people.csv", "reports.csv", "ties.csv"
REPORT_HEADINGS = {
    "source": "source",
    "target": "target",
    "relation": "relation",
    "value": "weight",
    "wave": "wave",
    "reporter": "reporter",
    "date": "date",
}
"""The headings of the reports, and the role of each."""

SAID = {int(YES): "yes", int(NO): "no"}


def reports_as_table(network: Network) -> pa.Table:
    """Return the reports that the filters have left, with every column, whatever it holds."""
    there = reports_table(network)
    columns = {
        "reporter": there["source"],
        "date": pa.nulls(len(there), pa.string()),
        **{name: there[name] for name in there.column_names},
    }
    return pa.table({heading: columns[role] for heading, role in REPORT_HEADINGS.items()})


def people_as_table(people: People) -> tuple[pa.Table, tuple[PeopleColumn, ...]]:
    """Return everyone with all that is known of them, and what each column holds."""
    described = [PeopleColumn(heading=role, role=role) for role in ("id", "name", "steward")]
    columns: list[pa.Array] = [
        _text(people.ids),
        _text(people.names),
        _text(["yes" if held else "no" for held in people.steward]),
    ]
    for role, by_wave in (("responded", people.responded), ("invited", people.invited)):
        for wave, states in by_wave.items():
            heading = f"{role}:{wave}" if wave else role
            described.append(PeopleColumn(heading=heading, role=role, of=wave))
            columns.append(_text([SAID.get(int(state)) for state in states]))
    taken = {column.heading for column in described}
    for name, cells in people.attributes.items():
        heading = _heading_of(name, taken)
        taken.add(heading)
        described.append(PeopleColumn(heading=heading, role="attribute", of=name))
        columns.append(_text(cells))
    headings = [column.heading for column in described]
    return pa.Table.from_arrays(columns, names=headings), tuple(described)


def _heading_of(attribute: str, taken: set[str]) -> str:
    """Return a heading for an attribute that no program takes for something else."""
    roles = {word for words in PEOPLE_HEADINGS.values() for word in words}
    unclear = plain(attribute) in roles or DECLARATION.match(attribute) or not attribute.strip()
    heading = f"attribute {attribute}" if unclear else attribute
    while heading in taken:
        heading += "_"
    return heading


def ties_as_table(network: Network) -> pa.Table:
    """Return the ties with their strength and how many reports say so, for other programs.

    They follow from the reports, and are not read back.
    """
    columns: dict[str, list[object]] = {
        "source": [], "target": [], "relation": [], "wave": [], "strength": [], "reports": []
    }  # fmt: skip
    for relation in network.relations:
        for wave in network.waves:
            graph = network.graph(relation, wave)
            ids = graph.people.ids
            columns["source"] += [ids[i] for i in graph.source]
            columns["target"] += [ids[i] for i in graph.target]
            columns["relation"] += [relation] * graph.m
            columns["wave"] += [wave] * graph.m
            columns["strength"] += graph.weight.tolist()
            columns["reports"] += _how_many_say(network, graph).tolist()
    numbers = {"strength": pa.float64(), "reports": pa.int64()}
    return pa.table(
        {
            heading: pa.array(cells, numbers.get(heading, pa.string())).cast(pa.string())
            for heading, cells in columns.items()
        }
    )


def _how_many_say(network: Network, graph: Graph) -> NDArray[np.intp]:
    """Return how many reports say that each tie of a graph is there."""
    reports, n = network.all_reports, len(network.people)
    code = [r.name for r in network.all_relations].index(graph.relation.name)
    wave = network.all_waves.index(graph.wave)
    said = reports.take((reports.relation == code) & (reports.wave == wave) & (reports.value > 0))
    here = network.people.positions_of(graph.people.ids)
    first, second = said.source, said.target
    source, target = here[graph.source], here[graph.target]
    if not graph.relation.directed:
        first, second = np.minimum(first, second), np.maximum(first, second)
        source, target = np.minimum(source, target), np.maximum(source, target)
    pairs, counts = np.unique(first.astype(np.int64) * n + second, return_counts=True)
    how_many: NDArray[np.intp] = counts[
        np.searchsorted(pairs, source.astype(np.int64) * n + target)
    ]
    return how_many


def _text(values: object) -> pa.Array:
    return pa.array(values, type=pa.string())
