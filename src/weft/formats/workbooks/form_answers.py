"""Exports of KoboToolbox and ODK Central that hold the answers to a form of Weft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.files.archive import EXPORT, Archive, names_in
from weft.formats.files.file import File
from weft.formats.format import Format
from weft.formats.plain.delimited import table_in
from weft.formats.surveys.form_answers import holds_answers, ties_in_answers
from weft.formats.workbooks.headed import table_at
from weft.formats.workbooks.recognised import is_workbook
from weft.formats.workbooks.sheets import Workbook, workbook_in

if TYPE_CHECKING:
    from weft.formats.tables import Reading, Tables

REPEATS = "-tie.csv"
"""How ODK Central ends the name of the table of repeats of the form."""


def recognises(file: File) -> bool:
    """Return whether an archive is what ODK Central exports of the form."""
    return any(name.endswith(REPEATS) for name in names_in(file))


def read(file: File, reading: Reading) -> Tables:
    """Return the ties in a workbook of KoboToolbox or an archive of ODK Central."""
    if is_workbook(file):
        return ties_in_collected(workbook_in(file), reading)
    archive = Archive(file, EXPORT)
    tables = [
        table_in(File(f"{file.origin}, {name}", content=archive.read(name)))
        for name in archive.names
        if name.endswith(".csv")
    ]
    return ties_in_answers(tables, reading, file.stem)


def is_collected(book: Workbook) -> bool:
    """Return whether the sheets of a workbook are the answers to a form of Weft."""
    return holds_answers([sheet.row(0) for sheet in book.sheets])


def ties_in_collected(book: Workbook, reading: Reading) -> Tables:
    """Return the ties that the sheets of a workbook hold."""
    tables = [table_at(sheet, 0) for sheet in book.sheets]
    return ties_in_answers(tables, reading, book.stem)


FORM_ANSWERS = Format(
    name="form-answers",
    title="answers from Kobo or ODK",
    about="What people answered in the form that Weft writes (xlsform): the XLSX that KoboToolbox "
    "exports with “XML values and headers”, or the ZIP of ODK Central with its repeats.",
    extensions=(".xlsx", ".zip"),
    not_read=("answers of people who did not agree", "earlier answers of the same person"),
    recognises=recognises,
    guarded=True,
    takes_key=True,
    read=read,
)
