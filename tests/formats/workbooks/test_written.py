"""Text stays text in a workbook, numbers keep their digits, and the bytes are always the same."""

import io
import re

import hypothesis.strategies as st
import openpyxl
import pytest
from hypothesis import example, given, settings

import weft
from tests.formats.workbooks.books import parsed
from weft.formats.workbooks.written import Page, workbook_bytes

CELLS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=8)
ESCAPES = st.lists(
    st.sampled_from(["_", "x", "_x0041_", "x005F", "<r>", "</r>", "<t>", "&", "\r", "\x00", " "])
).map("".join)
MARKED = re.compile(r"_x[0-9A-Fa-f]{4}(_x|[\x00-\x1f])|<r>.*</r>", re.DOTALL)
NASTY = ["\x01", "_x0041_", "_x005F_x0041_", "_x0041_x0042_x0043_", "\r", "a\r\nb", "\x00", "\x7f",
         "<r>", "<r><t>x</t></r>", "<r>_x0041_x0042_</r>", "<r></r>", "=1+1", "+1", "-1", "@x",
         "{=1}", "http://weft.org", "mailto:a@b.c", "TRUE", "1e5", "#N/A", "'=1", " a ",
         "\t"]  # fmt: skip


def written_and_read(cells):
    rows, _ = parsed(workbook_bytes([Page(name="A", columns={"x": ["start", *cells, "end"]})]))
    return [row[0] for row in rows["A"]][2:-1]


@pytest.mark.parametrize("cell", NASTY)
def test_text_comes_back_as_the_same_text(cell):
    assert written_and_read([cell]) == [cell]


@settings(max_examples=300, deadline=None)
@given(cells=st.lists(CELLS | ESCAPES.filter(bool), min_size=1, max_size=4))
@example(cells=["\ufffe"])
@example(cells=["<r>\x1f</r>"])
@example(cells=["_x0000\x1f"])
@example(cells=["\x1fx0041_"])
def test_any_text_comes_back_or_is_refused(cells):
    try:
        assert written_and_read(cells) == cells
    except weft.InvalidDataError:
        assert any(re.search("[\ufffe\uffff]", cell) or MARKED.search(cell) for cell in cells)


@pytest.mark.parametrize(
    ("cell", "shown", "expected"),
    [
        ("a\ufffe", r"a\ufffe", "text without U+FFFE and U+FFFF, which no workbook can hold"),
        ("<r>\r</r>", r"<r>\r</r>", ("text without control characters between the marks of a "
         "workbook")),
    ],
)  # fmt: skip
def test_text_that_no_workbook_can_hold_is_refused(cell, shown, expected):
    with pytest.raises(weft.InvalidDataError) as caught:
        workbook_bytes([Page(name="A", columns={"x": ["y", cell]})])

    assert str(caught.value.problems[0]) == (
        f"sheet A, row 3, column x: found “{shown}”, expected {expected}. Shorten or correct the "
        "text, or write a format without such a limit, such as CSV."
    )


@settings(max_examples=200, deadline=None)
@given(numbers=st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=5))
def test_numbers_keep_all_their_digits(numbers):
    assert [float(cell) for cell in written_and_read(numbers)] == numbers


def test_no_cell_is_a_formula_or_a_link():
    data = workbook_bytes([Page(name="A", columns={"=x": NASTY})])

    sheet = openpyxl.load_workbook(io.BytesIO(data)).active

    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell for cell in cells if cell.hyperlink] == []
    assert [cells[0].value, cells[NASTY.index("=1+1") + 1].value] == ["=x", "=1+1"]


def test_columns_that_are_all_numbers_may_be_written_as_numbers():
    columns = {"age": ["34", None, "2.5"], "zip": ["0123", "4", None], "id": ["1", "2", "3"]}
    data = workbook_bytes([Page(name="A", columns=columns, numbers=frozenset({"age", "zip"}))])

    rows = list(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True))

    assert rows[1:] == [(34, "0123", "1"), (None, "4", "2"), (2.5, None, "3")]
    assert parsed(data)[0]["A"][1:] == [["34", "0123", "1"], ["", "4", "2"], ["2.5", "", "3"]]


@given(cells=st.lists(st.from_regex(r"-?[0-9]{0,17}(\.[0-9]{0,12})?(e[0-9])?", fullmatch=True)))
def test_text_that_looks_like_numbers_comes_back_as_the_same_text(cells):
    filled = [cell or "x" for cell in cells] or ["1"]
    page = Page(name="A", columns={"n": filled, "end": ["."] * len(filled)}, numbers=frozenset("n"))

    rows, _ = parsed(workbook_bytes([page]))

    assert [row[0] for row in rows["A"][1:]] == filled


def test_the_same_sheets_are_the_same_bytes():
    page = Page(name="A", columns={"x": ["a", 1.5]}, bands={0: "over"})

    assert workbook_bytes([page]) == workbook_bytes([page])


def test_headings_stay_in_sight_and_can_be_filtered():
    columns = {"x": ["a", "b"], "y": [1.0, 2.0]}
    data = workbook_bytes(
        [Page(name="A", columns=columns), Page(name="B", columns=columns, bands={1: "over"})]
    )

    made = openpyxl.load_workbook(io.BytesIO(data))

    assert [(made[name].freeze_panes, made[name].auto_filter.ref) for name in ("A", "B")] == [
        ("A2", "A1:B3"),
        ("A3", "A2:B4"),
    ]
    assert [cell.value for cell in made["B"][1]] == [None, "over"]


def test_lines_of_text_are_a_sheet_too():
    rows, _ = parsed(workbook_bytes([Page(name="README", lines=["one", "=two"])]))

    assert rows == {"README": [["one"], ["=two"]]}


def test_a_text_that_is_too_long_for_a_cell_is_refused():
    assert written_and_read(["é" * 32_767]) == ["é" * 32_767]
    with pytest.raises(weft.InvalidDataError) as caught:
        workbook_bytes([Page(name="A", columns={"bio": ["short", "🧵" * 16_384]})])

    assert str(caught.value.problems[0]) == (
        "sheet A, row 3, column bio: found 32,768 characters, expected at most 32,767. Shorten or "
        "correct the text, or write a format without such a limit, such as CSV."
    )


def test_a_sheet_that_is_too_long_is_refused():
    with pytest.raises(weft.InvalidDataError) as caught:
        workbook_bytes([Page(name="Ties", columns={"x": range(1_048_575)})])

    assert str(caught.value.problems[0]) == (
        "sheet Ties: found 1,048,575 rows and 1 columns, expected at most 1,048,574 rows and "
        "16,384 columns. Write a format without such a limit, such as CSV or Parquet."
    )
