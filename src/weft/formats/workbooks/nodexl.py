"""Workbooks in the convention of NodeXL: Edges and Vertices, with headings in row 2."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from weft.formats.carrying import WITH_COLUMNS, Written
from weft.formats.format import Format
from weft.formats.roles.direction import with_directions
from weft.formats.roles.people_columns import people_from
from weft.formats.roles.tie_table import ties_from
from weft.formats.workbooks.carried import people_columns, tie_columns
from weft.formats.workbooks.headed import (
    check_columns_said,
    left_out_notices,
    names_two_ends,
    no_edges,
    row_of_headings,
    said_of,
    table_at,
    without_columns,
)
from weft.formats.workbooks.nodexl_columns import OF_EDGES, OF_VERTICES, OTHER_COLUMNS, OWN_SHEETS
from weft.formats.workbooks.sheets import Sheet, Workbook, workbook_in
from weft.formats.workbooks.together import all_of, people_together, together
from weft.formats.workbooks.written import Page, workbook_bytes
from weft.network import InvalidDataError, Notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.files.file import File
    from weft.formats.roles.table import Table
    from weft.formats.tables import PeopleTable, Reading, Tables
    from weft.network import Network

ROWS_SCANNED = 3
ENDS = ("Vertex 1", "Vertex 2")
WEIGHT = "Edge Weight"
HEADINGS = {
    "weight": WEIGHT,
    "relation": "Relationship",
    "direction": "Direction",
    "wave": "Wave",
    "reporter": "Reporter",
    "date": "Date",
}


def _heads_edges(headings: Sequence[str]) -> bool:
    return set(ENDS) <= set(headings)


def _heads_vertices(headings: Sequence[str]) -> bool:
    return "Vertex" in headings


def is_of_nodexl(workbook: Workbook) -> bool:
    """Return whether a sheet has the headings Vertex 1 and Vertex 2 in its first three rows.

    Below other headings of ties they are people.
    """
    return any(map(_holds_edges, workbook.sheets))


def _holds_edges(sheet: Sheet) -> bool:
    row = row_of_headings(sheet, _heads_edges, ROWS_SCANNED)
    return row is not None and not any(names_two_ends(sheet.row(above)) for above in range(row))


def ties_of_nodexl(workbook: Workbook, reading: Reading) -> Tables:
    """Return what a workbook of NodeXL holds; how it is drawn is left out.

    Raises
    ------
    InvalidDataError
        If no sheet has the headings Vertex 1 and Vertex 2, or something is wrong with one.
    """
    edges: list[Table] = []
    vertices: list[Table] = []
    left: list[Sheet] = []
    for sheet in workbook.sheets:
        row = row_of_headings(sheet, _heads_edges, ROWS_SCANNED)
        whom = row_of_headings(sheet, _heads_vertices, ROWS_SCANNED)
        if row is not None:
            edges.append(_without_drawing(sheet, row, OF_EDGES))
        elif whom is not None and sheet.name not in OWN_SHEETS:
            vertices.append(_without_drawing(sheet, whom, OF_VERTICES))
        else:
            left.append(sheet)
    if not edges:
        raise InvalidDataError([no_edges(workbook, "Vertex 1 and Vertex 2 in row 1, 2 or 3")])
    check_columns_said(reading, edges)
    people = people_together([_people(table) for table in vertices])
    reading = replace(reading, people_given=reading.people_given or people is not None)
    readers = [partial(_ties, workbook, table, reading) for table in edges]
    notices = [*workbook.notices, *left_out_notices(workbook, left, known=OWN_SHEETS)]
    return together(workbook.stem, all_of(readers), people, notices)


def _without_drawing(sheet: Sheet, row: int, drawing: frozenset[str]) -> Table:
    """Return a table without the columns of NodeXL itself.

    What stands under the band of other columns is the user's own, whatever it is called.
    """
    table = table_at(sheet, row)
    bands = sheet.row(row - 1) if row else ()
    first = bands.index(OTHER_COLUMNS) if OTHER_COLUMNS in bands else len(bands)
    kept = set(sheet.row(row)[first:]) - {"ID", "Dynamic Filter", "Add Your Own Columns Here"}
    return without_columns(table, lambda heading: heading in drawing and heading not in kept)


def _people(table: Table) -> PeopleTable:
    roles = {"Vertex": "id", "Label": "name"}
    return people_from(table, {h: role for h, role in roles.items() if h in table.headings})


def _ties(workbook: Workbook, table: Table, reading: Reading) -> Tables:
    """Return the ties of a sheet; NodeXL keeps their direction elsewhere, in a setting."""
    roles = {ENDS[0]: "source", ENDS[1]: "target"}
    if "weight" not in reading.columns.values():
        roles[WEIGHT] = "weight"
    tables = ties_from(table, said_of(reading, table, roles), workbook.stem)
    if tables.relations:
        return tables
    kind = _kind_of_graph(workbook)
    if kind is None:
        return replace(tables, notices=(*tables.notices, _direction_unknown(table.origin)))
    directed = np.full(len(tables.ties), kind == "directed")
    ties, relations, notices = with_directions(tables.ties, directed)
    return replace(tables, ties=ties, relations=relations, notices=(*tables.notices, *notices))


def _kind_of_graph(workbook: Workbook) -> str | None:
    """Return whether the graph is directed or undirected, where its metrics were computed."""
    for sheet in workbook.sheets:
        if sheet.name != "Overall Metrics":
            continue
        for i in range(min(len(sheet), 50)):
            cells = [cell.strip().lower() for cell in sheet.row(i)]
            for word in ("directed", "undirected"):
                if "graph type" in cells and word in cells:
                    return word
    return None


def _direction_unknown(origin: str) -> Notice:
    text = (
        f"NodeXL keeps whether ties have a direction in a setting that is not in {origin}; they "
        "were read as ties from Vertex 1 to Vertex 2. If they have none, name the relation with "
        "--undirected."
    )
    return Notice(kind="direction-unknown", text=text, count=1)


def workbook_for_nodexl(network: Network) -> Written:
    """Return a workbook that NodeXL opens."""
    own = ("ID", "Dynamic Filter", "Add Your Own Columns Here")
    people = people_columns(network, "Vertex", "Label", own=own)
    ties = tie_columns(network, ENDS, HEADINGS)
    attributes = frozenset(network.people.attributes)
    return Written(
        workbook_bytes(
            [
                Page(
                    name="Edges",
                    columns=ties,
                    numbers=frozenset({"Wave"}),
                    bands={2: OTHER_COLUMNS},
                ),
                Page(
                    name="Vertices",
                    columns=people,
                    numbers=attributes,
                    bands={1: "Labels"} | ({2: OTHER_COLUMNS} if len(people) > 2 else {}),
                ),
            ]
        )
    )


def _read(file: File, reading: Reading) -> Tables:
    return ties_of_nodexl(workbook_in(file), reading)


NODEXL = Format(
    name="nodexl",
    title="a workbook of NodeXL",
    about="Networks in NodeXL, the add-in for Excel: save the workbook there. Sheets Edges and "
    "Vertices, with the headings in the second row.",
    extensions=(".xlsx",),
    carries=WITH_COLUMNS,
    not_read=("colours, shapes, places and other columns of how the network is drawn",
              "metrics that NodeXL computed", "groups",
              "attributes of ties besides relation, direction, weight, wave, reporter and date"),
    guarded=True,
    read=_read,
    write=workbook_for_nodexl,
)  # fmt: skip
