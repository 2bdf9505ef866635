"""Workbooks in the convention of Polinode: Nodes and Edges, or the download of a survey."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from weft.formats.carrying import WITH_COLUMNS, Written
from weft.formats.format import Format
from weft.formats.roles.headings import plain
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
)
from weft.formats.workbooks.sheets import Sheet, Workbook, workbook_in
from weft.formats.workbooks.together import (
    all_of,
    people_together,
    together,
    with_sheet_as_relation,
)
from weft.formats.workbooks.written import Page, workbook_bytes
from weft.network import InvalidDataError

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import PeopleTable, Reading, Tables
    from weft.network import Network

PEOPLE = frozenset({"nodes", "node attributes"})
QUESTION = "relationship question"
HEADINGS = {
    "relation": "Relation",
    "direction": "Direction",
    "weight": "Weight",
    "wave": "Wave",
    "reporter": "Reporter",
    "date": "Date",
}


def is_of_polinode(workbook: Workbook) -> bool:
    """Return whether the sheets of a workbook are called and headed as Polinode has them."""
    names = {sheet.name.strip().lower() for sheet in workbook.sheets}
    if any(name.startswith(QUESTION) for name in names):
        return True
    nodes = [sheet for sheet in workbook.sheets if sheet.name.strip().lower() in PEOPLE]
    return "edges" in names and any("Name" in sheet.row(0)[:1] for sheet in nodes)


def ties_of_polinode(workbook: Workbook, reading: Reading) -> Tables:
    """Return what a workbook in the convention of Polinode holds.

    Raises
    ------
    InvalidDataError
        If no sheet has the headings Source and Target, or something is wrong with one.
    """
    of_people = [sheet for sheet in workbook.sheets if sheet.name.strip().lower() in PEOPLE]
    rows = [(s, row_of_headings(s, names_two_ends)) for s in workbook.sheets if s not in of_people]
    tables = [(sheet.name, table_at(sheet, row)) for sheet, row in rows if row is not None]
    if not tables:
        raise InvalidDataError([no_edges(workbook, "Source and Target")])
    check_columns_said(reading, [table for _, table in tables])
    people = people_together([_people(sheet) for sheet in of_people])
    reading = replace(reading, people_given=reading.people_given or people is not None)
    readers = [partial(ties_from, t, said_of(reading, t), workbook.stem) for _, t in tables]
    names = [name for name, _ in tables]
    named, said = with_sheet_as_relation(workbook.origin, names, all_of(readers))
    left = left_out_notices(workbook, [sheet for sheet, row in rows if row is None])
    return together(workbook.stem, named, people, [*workbook.notices, *left, *said])


def _people(sheet: Sheet) -> PeopleTable:
    """Return the people of a sheet: Name is the id, as edges speak of it."""
    table = table_at(sheet, 0)
    named = next((h for h in table.headings if plain(h) == "name"), None)
    return people_from(table, {named: "id"} if named else None)


def workbook_for_polinode(network: Network) -> Written:
    """Return a workbook that Polinode imports: names are ids there, and must be unique."""
    people = people_columns(network, "Name", "Label", own=("id", "Full Name", "Display Name"))
    ties = tie_columns(network, ("Source", "Target"), HEADINGS)
    attributes = frozenset(network.people.attributes)
    nodes = Page(name="Nodes", columns=people, numbers=attributes)
    edges = Page(name="Edges", columns=ties, numbers=frozenset({"Wave"}))
    return Written(workbook_bytes([nodes, edges]))


def _read(file: File, reading: Reading) -> Tables:
    return ties_of_polinode(workbook_in(file), reading)


POLINODE = Format(
    name="polinode",
    title="a workbook for Polinode",
    about="Networks and surveys in Polinode: what you upload there as Excel, and what Download "
    "Responses gives. Sheets Nodes and Edges, or a sheet for each relationship question.",
    extensions=(".xlsx",),
    carries=WITH_COLUMNS,
    not_read=("attributes of ties besides relation, direction, weight, wave, reporter and date",),
    guarded=True,
    read=_read,
    write=workbook_for_polinode,
)
