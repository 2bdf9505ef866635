"""A small sheet whose corners lie far apart is refused before room is made for its cells."""

import io
import zipfile

import pytest

from weft.formats.files.archive import WORKBOOK, Archive
from weft.formats.files.file import File
from weft.formats.workbooks.far_cells import refuse_far_cells
from weft.network import UnreadableFileError


def archive_of(sheet, name="xl/worksheets/sheet1.xml"):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr(name, f"<worksheet><sheetData>{sheet}</sheetData></worksheet>")
    return Archive(File("book.xlsx", content=stream.getvalue()), WORKBOOK)


@pytest.mark.parametrize(
    "sheet",
    [
        '<row r="101"><c r="J101"><v>1</v></c></row>',
        "<row r='101'><c s='2' r='J101' t='s'><v>1</v></c></row>",
        '<x:row r="101"><x:c t="s" r = "J101"><x:v>1</x:v></x:c></x:row>',
        '<row r="1"><c r="CX1"/></row><row r="11"><c r="A11"/></row>',
        '<row r="1"><c r="aa1"/></row><row r="1000"><c r="a1000"/></row>',
    ],
)
def test_far_corners_are_refused(sheet):
    with pytest.raises(UnreadableFileError) as refused:
        refuse_far_cells(archive_of(sheet), 1_000)

    assert str(refused.value) == (
        "book.xlsx: found a damaged workbook (the cells of one of its sheets lie far apart), "
        "expected a whole one. Download or export it again, or open it in a spreadsheet program "
        "and save it anew as .xlsx."
    )


@pytest.mark.parametrize(
    "sheet",
    [
        "",
        '<row r="100"><c r="J100"><v>1</v></c></row>',
        '<dimension ref="A1:XFD1048576"/><row r="1"><c r="A1"/></row>',
        '<row r="1"><c r="A1"><f>XFD1048576</f></c></row>',
    ],
)
def test_a_sheet_of_near_cells_passes(sheet):
    refuse_far_cells(archive_of(sheet), 1_000)


def test_other_parts_are_not_looked_at():
    refuse_far_cells(archive_of('<c r="XFD1048576"/>', "xl/styles.xml"), 1_000)
