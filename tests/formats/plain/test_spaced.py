"""Text whose cells stand apart by blank space."""

import numpy as np
import pytest

import weft
from weft.formats.files.file import opened
from weft.formats.plain.spaced import evenly_spaced, rows_at_the_beginning, spaced_table_in


def spaced(tmp_path, text):
    path = tmp_path / "pairs.txt"
    path.write_bytes(text)
    return spaced_table_in(opened(path))


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_spaces_tabs_and_line_ends_of_any_kind_are_alike(end):
    text = end.join([b" 1\t 2 ", b"3   4", b""])

    assert evenly_spaced(text) == b"1 2\n3 4\n"


def test_comments_are_kept_apart_and_lines_keep_their_numbers(tmp_path):
    found = spaced(tmp_path, b"# A\n% B\n1 2\n\n# C\n3 4\n")
    whole = found.table.with_first_row_as_data()

    assert found.comments == ("A", "B", "C")
    assert [column.to_pylist() for column in whole.columns] == [["1", "3"], ["2", "4"]]
    assert whole.row_numbers.tolist() == [3, 6]


def test_a_line_with_more_cells_is_told_by_its_line(tmp_path):
    found = spaced(tmp_path, b"# A\n1 2\n3 4 5\n6 7\n")

    assert [(p.row, p.found) for p in found.table.problems] == [(3, "3 cells (“3 4 5”)")]
    assert found.table.row_numbers.tolist() == [4]


def test_nothing_but_comments_is_refused(tmp_path):
    with pytest.raises(weft.InvalidDataError, match="found nothing but comments, expected"):
        spaced(tmp_path, b"# nothing\n")


def test_a_row_that_the_beginning_cuts_short_is_not_looked_at():
    row = b"12345678 12345678\n"
    head = (row * 4_000)[:65_536]

    assert {tuple(cells) for cells in rows_at_the_beginning(head, 10_000)} == {
        (b"12345678", b"12345678")
    }


def test_a_table_of_ties_with_spaces_between_its_cells_is_read(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text('Source Target Weight\nada "Ben, the elder" 2\nada cem 1\n')

    network = weft.read(path)

    assert network.people.ids == ("ada", "Ben, the elder", "cem")
    assert np.array_equal(network.reports.value, [2, 1])


def test_headings_with_spaces_in_them_are_no_reason_to_cut_at_spaces(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text("From,To,Strength of tie\na,b,often\n")

    assert weft.read(path).people.ids == ("a", "b")
