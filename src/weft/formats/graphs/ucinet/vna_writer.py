"""From a network to NetDraw's VNA: people with their attributes, a column for each relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.carrying import Written
from weft.formats.graphs.ucinet.arcs import arcs_of
from weft.formats.graphs.ucinet.dl_tokens import in_quotes
from weft.formats.graphs.ucinet.vna_ties import ROLES
from weft.formats.plain.written import people_table
from weft.formats.roles.headings import TIE_HEADINGS, plain
from weft.network.unnamed import UNNAMED_RELATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.roles.edges import Edges
    from weft.network import Network

TAKEN = frozenset(("from", "to", "source", "target", *ROLES))
"""Headings that are no relations."""

STRENGTH = "strength"


def as_vna(network: Network) -> Written:
    """Return the people and the ties as a VNA file."""
    edges = arcs_of(network)
    weight = [str(value) for value in edges.more["weight"]]
    lines = ["*Node data", *_people(network), "*Tie data"]
    if network.relations == (UNNAMED_RELATION,):
        lines += _listed(edges, {STRENGTH: weight})
    elif _are_headings(network.relations):
        lines += _across(edges, network.relations, weight)
    else:
        lines += _listed(edges, {STRENGTH: weight, "relation": edges.more["relation"]})
    return Written(("\n".join(lines) + "\n").encode())


def _people(network: Network) -> list[str]:
    table = people_table(network).rename_columns(["ID", *people_table(network).column_names[1:]])
    if network.people.names == network.people.ids:
        table = table.drop_columns(["name"])
    columns = [column.to_pylist() for column in table.columns]
    return [_line(table.column_names), *(_line(cells) for cells in zip(*columns, strict=True))]


def _are_headings(relations: Sequence[str]) -> bool:
    """Return whether these are read as relations when they stand as headings of ties."""
    words = {plain(name) for name in relations}
    lone_weight = len(relations) == 1 and words & set(TIE_HEADINGS["weight"])
    return not words & TAKEN and not lone_weight


def _listed(edges: Edges, columns: dict[str, Sequence[str | float | None]]) -> list[str]:
    cells = zip(edges.source, edges.target, *columns.values(), strict=True)
    return [_line(["from", "to", *columns]), *map(_line, cells)]


def _across(edges: Edges, relations: Sequence[str], weight: Sequence[str]) -> list[str]:
    """Return a line for each two people, with the strength in each relation or 0."""
    named = edges.more["relation"]
    pairs: dict[tuple[str, str], dict[str, str]] = {}
    for source, target, name, value in zip(edges.source, edges.target, named, weight, strict=True):
        pairs.setdefault((source, target), {})[str(name)] = value
    rows = ((*ends, *(said.get(name, "0") for name in relations)) for ends, said in pairs.items())
    return [_line(["from", "to", *relations]), *map(_line, rows)]


def _line(cells: Sequence[object]) -> str:
    return " ".join('""' if cell is None else _cell(str(cell)) for cell in cells)


def _cell(cell: str) -> str:
    plain_word = cell.isascii() and cell.replace(".", "").replace("_", "").isalnum()
    return cell if plain_word else in_quotes(cell)
