"""Collecting without a connection, there and back: the form goes out, the answers come in."""

import zipfile

import openpyxl

import weft
from tests.formats.same import content_of
from weft.formats.files.file import opened
from weft.formats.registry import format_of

MAIN = [["start", "me", "consent", "_uuid", "_submission_time", "_index"],
        ["2026-11-01", "ana", "yes", "u1", "2026-11-01T10:00:00", 1],
        ["2026-11-02", "p0001", "yes", "u2", "2026-11-02T09:00:00", 2]]  # fmt: skip
TIES = [["tie/alter", "tie/trusts", "_index", "_parent_table_name", "_parent_index"],
        ["ben", 3, 1, "form", 1],
        ["ana", 4, 2, "form", 2]]  # fmt: skip
EXPECTED = [
    ("Cy L.", "ana", "Cy L.", "trusts", "1", 4.0, "2026-11-02"),
    ("ana", "ben", "ana", "trusts", "1", 3.0, "2026-11-01"),
]
KEY = {"p0001": "Cy L."}


def test_a_workbook_of_kobo_is_recognised_and_read(tmp_path):
    book = openpyxl.Workbook()
    for title, rows in {"form": MAIN, "tie": TIES}.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "kobo.xlsx")

    assert content_of(weft.read(tmp_path / "kobo.xlsx", key=KEY))["reports"] == EXPECTED
    named = weft.read(tmp_path / "kobo.xlsx", key=KEY, format="form-answers")
    assert content_of(named)["reports"] == EXPECTED


def test_an_archive_of_odk_is_recognised_and_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "form.zip", "w") as archive:
        archive.writestr(
            "form.csv",
            "SubmissionDate,me,consent,KEY\n2026-11-01T1,ana,yes,a\n2026-11-02T1,p0001,yes,b\n",
        )
        archive.writestr("form-tie.csv", "alter,trusts,PARENT_KEY,KEY\nben,3,a,a/1\nana,4,b,b/1\n")

    assert format_of(opened(tmp_path / "form.zip")).name == "form-answers"
    assert content_of(weft.read(tmp_path / "form.zip", key=KEY))["reports"] == EXPECTED
