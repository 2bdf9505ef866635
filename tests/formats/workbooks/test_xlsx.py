"""Any workbook: which convention it is in, and what other programs write and read."""

import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import weft
from tests.formats.same import content_of
from tests.formats.workbooks.books import book, read, reports_of, texts_of

FILES = Path(__file__).parent / "files"


def a_network():
    return weft.read(
        {"source": ["007", "Bö, the elder", "007"], "target": ["Bö, the elder", "名前", "=1"],
         "relation": ["trusts", "works_with", "trusts"], "weight": [2.5, 1, 0],
         "wave": ["1", "1", "2"], "date": ["2026-01-02", None, None]},
        {"id": ["007", "Bö, the elder", "名前", "=1", "alone"],
         "name": ["Ana", None, None, None, None], "responded": ["yes", "no", None, None, None],
         "team": ["1", None, "2", "3.5", None], "zip": ["0123", "4", "", None, None]},
    )  # fmt: skip


@pytest.mark.parametrize("name", ["network.ods", "network.xls", "kumu.xlsx"])
def test_what_libreoffice_makes_of_a_written_workbook_is_the_same_network(name):
    assert content_of(weft.read(FILES / name)) == content_of(a_network())


@pytest.mark.parametrize("ending", ["xlsx", "xls"])
def test_a_workbook_as_people_make_them(ending):
    network = weft.read(FILES / f"answers.{ending}")

    assert reports_of(network) == [
        ("Ana", "Ana", "Ben", "ties", 2.0),
        ("Ana", "Ana", "Cy", "ties", 2.5),
        ("Ben", "Ben", "Ana", "ties", 1.0),
    ]
    assert network.reports.date.tolist() == ["2026-01-02", "2026-01-03T09:30:00", None]
    assert "hidden-sheets" in [notice.kind for notice in network.notices]


def test_where_a_format_does_not_say_which_cells_are_merged_the_blank_one_is_named():
    with pytest.raises(weft.InvalidDataError, match="sheet Answers, row 5, column From: found no"):
        weft.read(FILES / "answers.ods")


def test_a_frame_written_by_pandas_is_read(tmp_path):
    frame = pd.DataFrame(
        {"from": ["a", "b"], "to": ["b", "c"], "weight": [1.5, 2], "date": pd.Timestamp(2026, 1, 2)}
    )
    frame.to_excel(tmp_path / "ties.xlsx", index=False)

    network = weft.read(tmp_path / "ties.xlsx")

    assert reports_of(network) == [("a", "a", "b", "ties", 1.5), ("b", "b", "c", "ties", 2.0)]
    assert network.reports.date.tolist() == ["2026-01-02", "2026-01-02"]


@pytest.mark.parametrize("name", ["xlsx", "kumu", "polinode", "nodexl"])
def test_a_written_workbook_is_the_same_network_again_whatever_it_is_for(name, tmp_path):
    path = tmp_path / "network.xlsx"

    weft.write(a_network(), path, format=name)

    assert content_of(weft.read(path)) == content_of(a_network())
    made = openpyxl.load_workbook(path)
    kinds = {cell.data_type for sheet in made for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n"}


@pytest.mark.parametrize("name", ["xlsx", "kumu", "polinode", "nodexl"])
def test_the_same_network_is_the_same_bytes(name, tmp_path):
    for path in (tmp_path / "1.xlsx", tmp_path / "2.xlsx"):
        weft.write(a_network(), path, format=name)

    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()


def test_an_ending_of_a_workbook_alone_gives_a_plain_one(tmp_path):
    weft.write(a_network(), tmp_path / "ties.xlsx", people=tmp_path / "people.xlsx")

    sheets = [openpyxl.load_workbook(tmp_path / f"{n}.xlsx").sheetnames for n in ("ties", "people")]
    assert sheets == [["People", "Ties"], ["People"]]
    again = weft.read(tmp_path / "ties.xlsx", tmp_path / "people.xlsx")
    assert content_of(again) == content_of(a_network())


def test_ties_under_from_and_to_alone_are_a_plain_table():
    assert texts_of(read({"Sheet1": [["From", "To"], ["a", "b"]]})) == []


def test_answers_of_a_form_tool():
    rows = [["Your name", "I trust [Ana]", "I trust [Ben]"], ["Ana", None, 2], ["Ben", 1, None]]

    network = read({"Answers": rows})

    assert reports_of(network) == [
        ("Ana", "Ana", "Ben", "I trust", 2.0),
        ("Ben", "Ben", "Ana", "I trust", 1.0),
    ]
    assert texts_of(network)[0] == (
        "book.xlsx was read in the convention of form tools, as its sheets show: “Answers”."
    )


def test_a_workbook_that_is_compressed_again_is_read(tmp_path):
    import gzip

    path = tmp_path / "ties.xlsx.gz"
    path.write_bytes(gzip.compress(book({"S": [["from", "to"], ["a", "b"]]})))

    assert len(weft.read(path).reports) == 1


@pytest.mark.parametrize("name", ["xlsx", "polinode", "nodexl"])
@pytest.mark.parametrize("data", [b"source,target\na,b\n", b"PK\x03\x04" + bytes(80), b"\xd0\xcf"])
def test_what_is_no_workbook_is_refused(name, data):
    with pytest.raises(weft.UnreadableFileError, match="expected a "):
        weft.read(io.BytesIO(data), format=name)
