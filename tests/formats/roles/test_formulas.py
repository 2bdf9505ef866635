"""No cell of a written table runs as a formula, and every text is read back as it was."""

import csv
import io

import hypothesis.strategies as st
import openpyxl
import pyarrow as pa
import pytest
from hypothesis import example, given, settings

import weft
from weft.formats.plain.delimited import table_of_text
from weft.formats.plain.written import delimited_bytes
from weft.formats.roles.formulas import guarded, unguarded

SIGNS = "=+-@＝＋－＠\t\r\n\0"
CHARACTERS = st.characters(exclude_categories=("Cs",))
SPITEFUL = st.text(st.sampled_from("=+-@'\t\r\n\"1e.,;x \0＝") | CHARACTERS, max_size=6)
WRITABLE = SPITEFUL.filter(lambda text: "\0" not in text)


def is_number(text):
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return text.isascii() and text.strip() == text


def written_out(texts):
    return guarded(pa.array(texts, pa.string())).to_pylist()


def read_in(texts):
    return unguarded(pa.array(texts, pa.string())).to_pylist()


@settings(deadline=None)
@given(texts=st.lists(st.none() | SPITEFUL))
def test_every_text_comes_back(texts):
    assert read_in(written_out(texts)) == texts


@settings(deadline=None)
@given(text=SPITEFUL)
@example(text="-5").via("a number")
@example(text="+1.5e3").via("a number")
@example(text="-5+cmd|' /C calc'!A0").via("no number")
@example(text='=HYPERLINK("http://x")').via("a formula")
def test_no_text_begins_like_a_formula_but_plain_numbers(text):
    (cell,) = written_out([text])

    assert cell[:1] not in {*SIGNS} or is_number(cell)
    assert cell.lstrip("'") == text.lstrip("'")


@pytest.mark.parametrize("text", ["-5", "+5", "-0.5", "-.5", "-1,5", "+1.5e3", "-1E-9", "Ana", "",
                                  "a=b", "'t Hart", "''", " =1", "1-2", "007"])  # fmt: skip
def test_what_no_spreadsheet_runs_is_written_as_it_is(text):
    assert written_out([text]) == [text]


@pytest.mark.parametrize("text", ["=1", "+32 475 12 34", "-a", "--1", "-", "@SUM(A1)", "\t=1",
                                  "\r=1", "\n=1", "＝1", "'=1", "''-5", "-1e", "+1\n"])  # fmt: skip
def test_what_a_spreadsheet_could_run_gets_an_apostrophe(text):
    assert written_out([text]) == [f"'{text}"]


@settings(deadline=None)
@given(
    heading=WRITABLE.filter(str.strip),
    cells=st.lists(WRITABLE.filter(str.strip), min_size=1, max_size=5),
    delimiter=st.sampled_from([",", "\t"]),
)
def test_a_table_of_any_text_comes_back_and_holds_no_formula(heading, cells, delimiter):
    columns = {"first": ["x"] * len(cells), heading if heading != "first" else "f": cells}
    table = pa.table({k: pa.array(v, pa.string()) for k, v in columns.items()})

    data = delimited_bytes(table, delimiter)

    read = table_of_text("a.csv", data, delimiter)
    assert dict(zip(read.headings, (c.to_pylist() for c in read.columns), strict=True)) == columns
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), delimiter=delimiter))
    seen = [cell for row in rows for cell in row]
    assert all(cell[:1] not in {*SIGNS} or is_number(cell) for cell in seen)


def test_a_spreadsheet_sees_text_where_a_person_is_called_like_a_formula(tmp_path):
    villain = '=HYPERLINK("http://127.0.0.1:9","click")'
    network = weft.read(
        [(villain, "@b", "+trusts", 2)], {"id": [villain, "@b"], "=x": ["-5", "-a"]}
    )

    weft.write(network, tmp_path / "ties.csv", people=tmp_path / "people.csv")

    book = openpyxl.Workbook()
    for path in (tmp_path / "ties.csv", tmp_path / "people.csv"):
        for row in csv.reader(io.StringIO(path.read_text(), newline="")):
            book.active.append(row)
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert "'@b" in {cell.value for cell in cells}
    assert "-5" in {cell.value for cell in cells}
    back = weft.read(tmp_path / "ties.csv", tmp_path / "people.csv")
    assert back.people.ids == (villain, "@b")
    assert back.relations == ("+trusts",)
    assert {k: list(v) for k, v in back.people.attributes.items()} == {"=x": ["-5", "-a"]}


def test_a_guarded_cell_of_other_software_stands_for_the_text():
    network = weft.read(io.BytesIO(b"source,target\n'=a,''=b\n'-5,'t Hart\n"))

    assert network.people.ids == ("=a", "-5", "'=b", "'t Hart")
