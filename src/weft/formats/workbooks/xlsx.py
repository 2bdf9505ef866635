"""Workbooks of any convention: the sheets show which it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weft.formats.carrying import WITH_COLUMNS, Written
from weft.formats.format import Format
from weft.formats.workbooks.carried import people_columns, tie_columns
from weft.formats.workbooks.form_answers import is_collected, ties_in_collected
from weft.formats.workbooks.kumu import is_of_kumu, ties_of_kumu
from weft.formats.workbooks.nodexl import is_of_nodexl, ties_of_nodexl
from weft.formats.workbooks.plain import people_in_workbook, ties_in_workbook
from weft.formats.workbooks.polinode import is_of_polinode, ties_of_polinode
from weft.formats.workbooks.recognised import EXTENSIONS, is_workbook
from weft.formats.workbooks.sheets import workbook_in
from weft.formats.workbooks.wide import is_wide, ties_of_wide
from weft.formats.workbooks.written import Page, workbook_bytes
from weft.network import Notice, quoted

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import PeopleTable, Reading, Tables
    from weft.network import Network

CONVENTIONS = (
    ("KoboToolbox", is_collected, ties_in_collected),
    ("NodeXL", is_of_nodexl, ties_of_nodexl),
    ("Polinode", is_of_polinode, ties_of_polinode),
    ("Kumu", is_of_kumu, ties_of_kumu),
    ("form tools", is_wide, ties_of_wide),
)
HEADINGS = {word: word for word in ("relation", "direction", "weight", "wave", "reporter", "date")}


def read_workbook(file: File, reading: Reading) -> Tables:
    """Return what a workbook holds, in the convention that its sheets show."""
    workbook = workbook_in(file)
    for name, is_so, read in CONVENTIONS:
        if is_so(workbook):
            tables = read(workbook, reading)
            sheets = ", ".join(quoted(sheet.name) for sheet in workbook.sheets)
            text = f"{file.origin} was read in the convention of {name}, as its sheets show: "
            said = Notice(kind="convention", text=f"{text}{sheets}.", count=len(workbook.sheets))
            return replace(tables, notices=(said, *tables.notices))
    return ties_in_workbook(workbook, reading)


def read_people(file: File, _: Reading) -> PeopleTable:
    """Return the people in a workbook."""
    return people_in_workbook(workbook_in(file))


def plain_workbook(network: Network) -> Written:
    """Return a workbook of two sheets, People and Ties."""
    ties = tie_columns(network, ("source", "target"), HEADINGS)
    page = Page(name="Ties", columns=ties, numbers=frozenset({"wave"}))
    return Written(workbook_bytes([_people_page(network), page]))


def people_as_workbook(network: Network) -> Written:
    """Return a workbook of one sheet, People."""
    return Written(workbook_bytes([_people_page(network)]))


def _people_page(network: Network) -> Page:
    attributes = frozenset(network.people.attributes)
    return Page(name="People", columns=people_columns(network, "id", "name"), numbers=attributes)


XLSX = Format(
    name="xlsx",
    title="a workbook",
    about="Any workbook of Excel, LibreOffice, Google Sheets and the like: a sheet of ties, "
    "perhaps one of people, or a matrix. Those for Kumu, Polinode and NodeXL are recognised "
    "as such.",
    extensions=EXTENSIONS,
    only_read=EXTENSIONS[1:],
    carries=WITH_COLUMNS,
    not_read=("hidden sheets", "formulas (their values are read)", "colours, comments and charts",
              "errors such as #N/A in .xls and .xlsb (read as blank)"),
    recognises=is_workbook,
    guarded=True,
    takes_key=True,
    read=read_workbook,
    read_people=read_people,
    write=plain_workbook,
    write_people=people_as_workbook,
)  # fmt: skip
