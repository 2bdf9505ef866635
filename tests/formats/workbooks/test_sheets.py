"""The cells of a workbook as text, and workbooks that are none."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest

import weft
from tests.formats.workbooks.books import book, parsed
from weft.formats.files.file import File
from weft.formats.workbooks.cells import as_text
from weft.formats.workbooks.recognised import is_workbook

FILES = Path(__file__).parent / "files"


def refused(data, name="book.xlsx"):
    file = File(name, content=data)
    assert is_workbook(file)
    with pytest.raises(weft.UnreadableFileError) as caught:
        parsed(data, name)
    return str(caught.value)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (4.0, "4"),
        (4.5, "4.5"),
        (-0.25, "-0.25"),
        (1e15, "1000000000000000"),
        (2.0**60, "1.152921504606847e+18"),
        (float("nan"), "nan"),
        (12, "12"),
        ("007", "007"),
        ("", ""),
        (True, "yes"),
        (False, "no"),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2), "2026-01-02"),  # noqa: DTZ001  (a cell has no zone)
        (datetime(2026, 1, 2, 9, 30), "2026-01-02T09:30:00"),  # noqa: DTZ001  (the same)
        (time(9, 30), "09:30:00"),
        (timedelta(hours=30, seconds=5), "30:00:05"),
    ],
)
def test_a_cell_is_text_as_a_person_sees_it(cell, text):
    assert as_text((cell,)).to_pylist() == [text]
    assert as_text(("a", cell)).to_pylist() == ["a", text]


def test_rows_and_sheets_are_those_of_the_workbook():
    rows, found = parsed(book({"A": [["x", 1], [None, None], ["y", 2.5]], "B": [["z"]]}))

    assert rows == {"A": [["x", "1"], ["", ""], ["y", "2.5"]], "B": [["z"]]}
    assert [sheet.origin for sheet in found.sheets] == ["book.xlsx, sheet A", "book.xlsx, sheet B"]
    assert found.notices == ()


def test_blank_rows_above_are_counted_and_blank_columns_before_are_left_out():
    rows, _ = parsed(book({"A": [[], [None, "x", "y"], [None, 1, 2]]}))

    assert rows == {"A": [["", ""], ["x", "y"], ["1", "2"]]}


def test_hidden_and_empty_sheets_are_not_read():
    rows, found = parsed(book({"A": [["x"]], "B": [["y"]], "C": []}, hidden=["B"]))

    assert rows == {"A": [["x"]]}
    assert found.hidden == ("B",)


def test_many_rows_come_in_one_piece():
    rows, _ = parsed(book({"A": [[i, f"p{i}"] for i in range(2_500)]}))

    assert rows["A"] == [[str(i), f"p{i}"] for i in range(2_500)]


def test_a_cell_that_spans_rows_holds_in_each_of_them():
    data = book(
        {"A": [["title", None], ["From", "To"], ["Ana", "Ben"], [None, "Cy"]]},
        merged=[("A", "A1:B1"), ("A", "A3:A4")],
    )

    rows, found = parsed(data)

    assert rows["A"] == [["title", ""], ["From", "To"], ["Ana", "Ben"], ["Ana", "Cy"]]
    assert [notice.text for notice in found.notices] == [
        "Each of 1 merged cells of book.xlsx was read as if every row that it spans held its value."
    ]


@pytest.mark.parametrize(("ending", "where"), [("xlsx", "; the first is E4"), ("ods", "")])
def test_cells_with_an_error_are_read_as_blank_and_counted(ending, where):
    _, found = parsed((FILES / f"answers.{ending}").read_bytes(), f"answers.{ending}")

    assert [notice.text for notice in found.notices if notice.kind == "error-cells"] == [
        f"1 cell of answers.{ending} holds an error such as #N/A and was read as blank{where}."
    ]


def test_a_workbook_without_a_cell_is_refused():
    with pytest.raises(weft.InvalidDataError) as caught:
        parsed(book({"A": [], "B": [["x"]]}, hidden=["B"]))

    assert str(caught.value.problems[0]) == (
        "book.xlsx: found a workbook without a filled cell outside of hidden sheets (“B”), "
        "expected a sheet with a row of headings and a row for each tie. Show the hidden sheets."
    )


def test_a_damaged_workbook_is_refused():
    whole = book({"A": [["x"]]})

    assert refused(whole[: len(whole) // 2]) == (
        "book.xlsx: found a damaged workbook (its list of parts cannot be read), expected a whole "
        "one. Download or export it again, or open it in a spreadsheet program and save it anew "
        "as .xlsx."
    )


def test_a_part_that_is_damaged_is_refused():
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book({"A": [["x"]]}))) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[:-40] + b"<" if name.endswith("sheet1.xml") else data)

    assert refused(stream.getvalue()).startswith("book.xlsx: found a damaged workbook (")


def test_a_zip_archive_that_is_called_a_workbook_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("ties.csv", "source,target\na,b\n")

    assert refused(stream.getvalue()) == (
        "book.xlsx: found a zip archive without a workbook in it (it holds “ties.csv”), expected a "
        "workbook. Unpack it, and read the file in it that holds the data."
    )
    assert not is_workbook(File("export.zip", content=stream.getvalue()))


def test_a_web_page_that_is_called_a_workbook_is_refused():
    assert refused(b"<html><table><tr><td>a</td></tr></table></html>", "report.xls") == (
        "report.xls: found a web page or XML, expected a workbook. Open it in a spreadsheet "
        "program and save it as .xlsx."
    )


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (30 << 20))

    assert "unpacks to" in refused(stream.getvalue())


def test_a_sheet_with_a_cell_far_away_is_refused():
    far = openpyxl.Workbook()
    far.active.title = "A"
    far.active["A1"] = far.active["AZ50000"] = "x"
    stream = io.BytesIO()
    far.save(stream)

    assert "damaged workbook (the cells of one of its sheets lie far apart)" in refused(
        stream.getvalue()
    )


def test_a_large_sheet_with_a_cell_far_away_is_refused_by_name():
    far = openpyxl.Workbook(write_only=True)
    sheet = far.create_sheet("A")
    for i in range(25_000):
        sheet.append(["x", str(i)])
    sheet.append([None] * 9_000 + ["x"])
    stream = io.BytesIO()
    far.save(stream)

    assert "damaged workbook (the cells of “A” lie far apart)" in refused(stream.getvalue())


def test_a_locked_workbook_of_opendocument_is_refused_by_name():
    with zipfile.ZipFile(FILES / "network.ods") as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["META-INF/manifest.xml"] += b"<!-- <manifest:encryption-data/> -->"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)

    assert "locked with a password" in refused(stream.getvalue(), "book.ods")


def locked():
    """Return an old Office container with the stream that holds a locked workbook."""
    sector = 512
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    numbers = [0] * (sector // 4)
    head = bytearray(sector)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    for place, value, size in [
        (24, 0x3E, 2), (26, 3, 2), (28, 0xFFFE, 2), (30, 9, 2), (32, 6, 2), (44, 1, 4), (48, 1, 4),
        (56, 4096, 4), (60, end, 4), (68, end, 4), (76, 0, 4),
    ]:  # fmt: skip
        head[place : place + size] = value.to_bytes(size, "little")
    head[80:] = free.to_bytes(4, "little") * ((sector - 80) // 4)
    numbers = [0xFFFFFFFD, end, *[free] * (sector // 4 - 2)]
    table = b"".join(number.to_bytes(4, "little") for number in numbers)

    def entry(name, kind, child):
        text = name.encode("utf-16-le")
        made = bytearray(128)
        made[: len(text)] = text
        made[64:66] = (len(text) + 2).to_bytes(2, "little") if name else b"\0\0"
        made[66], made[67] = kind, 1
        made[68:76] = free.to_bytes(4, "little") * 2
        made[76:80] = child.to_bytes(4, "little")
        made[116:120] = end.to_bytes(4, "little")
        return bytes(made)

    entries = [entry("Root Entry", 5, 1), entry("EncryptedPackage", 2, free)]
    return bytes(head) + table + b"".join([*entries, entry("", 0, free), entry("", 0, free)])


def test_a_workbook_with_a_password_is_refused_by_name():
    assert refused(locked()) == (
        "book.xlsx: found a workbook that is locked with a password, expected one that opens "
        "without. Save a copy of it without the password."
    )


def test_what_is_no_workbook_is_not_taken_for_one():
    others = [b"source,target\na,b\n", b"PAR1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)]

    assert [is_workbook(File("file.csv", content=data)) for data in others] == [False] * 3


def test_a_folder_is_no_workbook(tmp_path):
    assert not is_workbook(File(str(tmp_path), tmp_path))
