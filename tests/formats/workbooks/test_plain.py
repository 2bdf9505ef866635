"""Plain workbooks: which sheet is what, and what stands in them."""

import io

import pytest

import weft
from tests.formats.workbooks.books import book, read, reports_of, texts_of

TIES = [["source", "target", "weight"], ["ana", "ben", 2], ["ben", "cy", 1]]
MATRIX = [[None, "a", "b", "c"], ["a", 0, 2, None], ["b", 1, 0, 0], ["c", 0, 0.5, 0]]


def test_a_sheet_of_people_and_one_of_ties():
    network = read(
        {
            "Ties": TIES,
            "People": [["ID", "Name", "Age"], ["ana", "Ana", 34], ["ben", "Ben", None],
                       ["cy", None, 2.5], ["dee", "Dee", 1]],
        }
    )  # fmt: skip

    assert reports_of(network) == [
        ("ana", "ana", "ben", "ties", 2.0),
        ("ben", "ben", "cy", "ties", 1.0),
    ]
    assert network.people.ids == ("ana", "ben", "cy", "dee")
    assert network.people.names == ("Ana", "Ben", "cy", "Dee")
    assert network.people.attributes == {"Age": ("34", None, "2.5", "1")}
    assert network.notices == ()


def test_ids_that_are_whole_numbers_have_no_point():
    network = read({"S": [["source", "target"], [1, 2], [2, "007"]]})

    assert network.people.ids == ("1", "2", "007")


def test_the_headings_may_stand_below_a_title():
    network = read({"S": [["Survey of 2026"], [], *TIES]})

    assert len(network.reports) == 2
    with pytest.raises(weft.InvalidDataError) as caught:
        read({"S": [["Survey of 2026"], [], *TIES, ["dee", None, 1]]})
    assert str(caught.value.problems[0]) == (
        "book.xlsx, sheet S, row 6, column target: found nothing, expected a name or id. Fill the "
        "cell in, or delete the row."
    )


def test_the_ties_of_several_sheets_are_relations_called_as_the_sheets_are():
    network = read({"trusts": TIES, "knows": [["source", "target"], ["cy", "ana"]]})

    assert reports_of(network) == [
        ("ana", "ana", "ben", "trusts", 2.0),
        ("ben", "ben", "cy", "trusts", 1.0),
        ("cy", "cy", "ana", "knows", 1.0),
    ]
    assert texts_of(network) == [
        (
            "The relation of the ties in 2 sheets of book.xlsx is called as the sheet is, as no "
            "column "
            "names it: “trusts”, “knows”."
        )
    ]


def test_sheets_that_name_their_relation_keep_it():
    rows = [["source", "target", "relation"], ["ana", "ben", "helps"]]

    assert read({"1": rows, "2": [rows[0], ["ben", "ana", "helps"]]}).relations == ("helps",)


def test_directions_of_several_sheets_must_agree():
    def rows(direction):
        return [["source", "target", "relation", "direction"], ["a", "b", "helps", direction]]

    with pytest.raises(weft.InvalidDataError) as caught:
        read({"1": rows("directed"), "2": rows("undirected")})

    assert str(caught.value.problems[0]) == (
        "book.xlsx, sheet 2: found the relation “helps” without direction (with in book.xlsx, "
        "sheet 1), expected one of the two for all ties of a relation. Put the ties of a relation "
        "in one sheet, or give the two kinds names of their own."
    )


def test_a_matrix_with_ids():
    network = read({"S": MATRIX})

    assert reports_of(network) == [
        ("a", "a", "b", "ties", 2.0),
        ("b", "b", "a", "ties", 1.0),
        ("c", "c", "b", "ties", 0.5),
    ]


def test_a_matrix_for_each_relation():
    network = read({"trusts": MATRIX, "knows": [[None, "a", "d"], ["a", 0, 1], ["d", 0, 0]]})

    assert network.people.ids == ("a", "b", "c", "d")
    assert sorted(network.relations) == ["knows", "trusts"]
    assert ("a", "a", "d", "knows", 1.0) in reports_of(network)


def test_a_matrix_without_ids_counts_its_people():
    ring = [[int(j == (i + 1) % 6) for j in range(6)] for i in range(6)]

    network = read({"S": ring})

    assert [row[1:3] for row in reports_of(network)] == [
        ("1", "2"), ("2", "3"), ("3", "4"), ("4", "5"), ("5", "6"), ("6", "1")
    ]  # fmt: skip
    assert texts_of(network) == [
        (
            "book.xlsx, sheet S is a matrix without an id in each row; its people were called 1 "
            "to 6 "
            "by position."
        )
    ]


def test_a_matrix_with_ids_above_alone():
    ring = [[int(j == (i + 1) % 5) for j in range(5)] for i in range(5)]

    assert read({"S": [[*"vwxyz"], *ring]}).people.ids == tuple("vwxyz")


def test_a_matrix_and_its_people():
    network = read({"Matrix": MATRIX, "People": [["id", "team"], ["a", 1], ["b", 2], ["c", 1]]})

    assert network.people.attributes == {"team": ("1", "2", "1")}
    assert len(network.reports) == 3


def test_ties_without_headings():
    network = read({"S": [["ana", "ben"], ["ben", "ana"], ["ana", "cy"]]})

    assert len(network.reports) == 3
    assert [notice.kind for notice in network.notices] == ["no-headings"]


def test_people_alone_are_a_network_only_with_ties_elsewhere():
    people = io.BytesIO(book({"S": [["id", "team"], ["a", "x"], ["b", "y"]]}))

    assert weft.read([("a", "b")], people).people.attributes == {"team": ("x", "y")}
    with pytest.raises(weft.InvalidDataError) as caught:
        read({"S": [["id", "team"], ["a", "x"]]})
    assert str(caught.value.problems[0]) == (
        "book.xlsx: found the sheet “S” (“id”, “team”), expected a sheet of ties with the headings "
        "source and target. This is a table of people: give it as people, beside a table of ties."
    )


def test_sheets_of_which_none_fits_are_named_with_their_headings():
    with pytest.raises(weft.InvalidDataError) as caught:
        read({"Budget": [["item", "cost"], ["x", 1]], "Notes": [[" "], ["hello"]]})

    assert str(caught.value.problems[0]) == (
        "book.xlsx: found the sheet “Budget” (“item”, “cost”); the sheet “Notes” (“hello”), "
        "expected a sheet of ties with the headings source and target. Name the columns so, within "
        "the first 10 rows of the sheet."
    )


def test_a_workbook_without_people_is_refused_as_people():
    people = io.BytesIO(book({"A": [["x", "y"], [1, 2]], "B": [["z"], [1]]}))

    with pytest.raises(weft.InvalidDataError, match="a sheet of people with the headings id or"):
        weft.read([("a", "b")], people)


def test_sheets_that_are_left_out_are_named():
    stream = io.BytesIO(book({"Ties": TIES, "Notes": [["hello"]], "Old": TIES}, hidden=["Old"]))
    stream.name = "book.xlsx"

    assert texts_of(weft.read(stream)) == [
        "The sheet “Notes” of book.xlsx holds neither ties nor people and was left out.",
        (
            "The hidden sheet “Old” of book.xlsx was not read. Show what belongs to the data in a "
            "spreadsheet program, and save."
        ),
    ]


def test_a_sheet_called_people_is_one_even_with_columns_from_and_to():
    people = [["name", "from", "to"], ["ana", 2020, 2021], ["ben", 2021, 2022], ["cy", 1, 2]]

    network = read({"Members": people, "Ties": TIES})

    assert list(network.people.attributes) == ["from", "to"]


def test_the_caller_may_say_what_columns_mean():
    sheets = {
        "S": [["boss", "worker", "x"], ["ana", "ben", 3]],
        "People": [["id"], ["ana"], ["ben"]],
    }
    columns = {"boss": "source", "worker": "target", "x": "weight"}

    assert reports_of(read(sheets, columns=columns)) == [("ana", "ana", "ben", "ties", 3.0)]
    with pytest.raises(weft.UnknownNameError, match="chief"):
        read({"S": TIES}, columns={"chief": "source"})


def test_people_without_a_tie_are_a_network():
    network = read({"Ties": [["source", "target"]], "People": [["id"], ["ana"], ["ben"]]})

    assert (network.people.ids, len(network.reports)) == (("ana", "ben"), 0)
