"""Workbooks made by openpyxl, and what Weft finds in them."""

import io

import openpyxl

import weft
from weft.formats.files.file import File
from weft.formats.workbooks.sheets import workbook_in


def book(sheets, *, hidden=(), merged=()):
    """Return the bytes of a workbook of named lists of rows."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    for name, cells in merged:
        made[name].merge_cells(cells)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def parsed(data, name="book.xlsx"):
    """Return the sheets of a workbook by name, each as a list of rows, and the workbook."""
    found = workbook_in(File(name, content=data))
    rows = {s.name: [list(s.row(i)) for i in range(len(s))] for s in found.sheets}
    return rows, found


def read(sheets, **options):
    """Return the network in a workbook of named lists of rows."""
    stream = io.BytesIO(book(sheets))
    stream.name = "book.xlsx"
    return weft.read(stream, **options)


def reports_of(network):
    """Return who said what of whom: reporter, source, target, relation and value."""
    people, reports = network.people.ids, network.reports
    names = [relation.name for relation in network.all_relations]
    return sorted(
        (
            people[reports.reporter[i]],
            people[reports.source[i]],
            people[reports.target[i]],
            names[reports.relation[i]],
            float(reports.value[i]),
        )
        for i in range(len(reports))
    )


def texts_of(network):
    return [notice.text for notice in network.notices]
