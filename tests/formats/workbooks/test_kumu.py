"""Workbooks of Kumu: elements and connections, by ID or by label."""

import io

import openpyxl
import pytest

import weft
from tests.formats.workbooks.books import book, read, reports_of, texts_of
from weft.formats.workbooks.sections import kind_of

ELEMENTS = [["Label", "Type", "Tags"], ["Ana", "Person", "a|b"], ["Ben", "Person", None]]
CONVENTION = "book.xlsx was read in the convention of Kumu, as its sheets show: "


def test_elements_and_connections_by_label():
    network = read(
        {
            "Elements": ELEMENTS,
            "Connections": [["From", "To", "Type", "Direction", "Strength", "Label"],
                            ["Ana", "Ben", "trusts", "directed", 3, "x"],
                            ["Ben", "Ana", "trusts", None, 1, None]],
        }
    )  # fmt: skip

    assert reports_of(network) == [
        ("Ana", "Ana", "Ben", "trusts", 3.0),
        ("Ben", "Ben", "Ana", "trusts", 1.0),
    ]
    assert network.people.attributes == {"Type": ("Person", "Person"), "Tags": ("a|b", None)}
    assert texts_of(network) == [
        CONVENTION + "“Elements”, “Connections”.",
        "1 column was left out of book.xlsx, sheet Connections: “Label”.",
    ]


def test_elements_with_ids_are_called_by_their_label_and_meant_by_either():
    network = read(
        {
            "E": [["ID", "Label"], ["p-1", "Ana"], ["p-2", "Ben"], [None, "Cy"]],
            "Connections": [["ID", "From", "To"], ["t-1", "p-1", "p-2"], ["t-2", "Ben", "Cy"]],
        }
    )

    assert reports_of(network) == [
        ("p-1", "p-1", "p-2", "ties", 1.0),
        ("p-2", "p-2", "Cy", "ties", 1.0),
    ]
    assert network.people.names == ("Ana", "Ben", "Cy")
    assert texts_of(network)[1:] == [
        "1 ends of connections of book.xlsx name an element by its label."
    ]


def test_a_bar_names_several_targets_unless_an_element_is_called_so():
    network = read(
        {
            "E": [["Label"], ["Ana"], ["Ben"], ["x|y"]],
            "Connections": [["From", "To"], ["Ana", "Ben | Cy"], ["Ben", "x|y"]],
        }
    )

    assert [row[1:3] for row in reports_of(network)] == [
        ("Ana", "Ben"), ("Ana", "Cy"), ("Ben", "x|y")
    ]  # fmt: skip
    assert texts_of(network)[1:] == [
        "1 people of book.xlsx stand in connections alone and not among the elements: “Cy”."
    ]


def test_a_problem_in_a_row_of_several_targets_is_placed():
    with pytest.raises(weft.InvalidDataError) as caught:
        read(
            {
                "Connections": [["From", "To", "Strength"], ["Ana", "Ben|Cy", 1],
                                ["Ben", "Cy|Ana", "much"]]
            }
        )  # fmt: skip

    assert [str(problem) for problem in caught.value.problems] == [
        (
            "book.xlsx, sheet Connections, row 3, column Strength: found “much”, expected a "
            "number of "
            "0 or more, with a decimal point. Write a number such as 2 or 2.5, or leave the cell "
            "blank "
            "for 1."
        )
    ]


def test_two_blank_rows_begin_a_section_with_headings_of_its_own():
    rows = [["Label"], ["Ana"], [], ["Ben"], [], [], ["From", "To"], ["Ana", "Ben"], [], [],
            ["Remark"], ["hello"]]  # fmt: skip

    network = read({"All": rows}, format="kumu")

    assert reports_of(network) == [("Ana", "Ana", "Ben", "ties", 1.0)]
    assert network.people.ids == ("Ana", "Ben")
    assert texts_of(network) == [
        (
            "2 rows of book.xlsx stand in sections without the heading Label, or From and To, and "
            "were left out."
        )
    ]


def test_sheets_to_be_ignored_are():
    ties = [["From", "To"], ["Ana", "Ben"]]

    network = read({"Connections": ties, "draft (IGNORE)": [["From", "To"], ["x", "y"]]})

    assert network.people.ids == ("Ana", "Ben")


def test_ties_without_direction_are_said_by_both():
    rows = [["From", "To", "Direction"], ["Ana", "Ben", "mutual"], ["Ben", "Cy", "undirected"]]

    network = read({"Connections": rows})

    assert [relation.directed for relation in network.all_relations] == [False]
    assert len(network.reports) == 4


def test_the_last_of_elements_that_are_alike_is_read():
    rows = [*ELEMENTS, ["Ana", "Person", "c"]]

    network = read({"E": rows, "Connections": [["From", "To"], ["Ana", "Ben"]]})

    assert network.people.attributes["Tags"] == (None, "c")
    assert texts_of(network)[1:] == [
        (
            "1 elements of book.xlsx, sheet E stand there again with the same label and type; as "
            "in "
            "Kumu, the last of each was read."
        )
    ]


def test_elements_of_one_label_and_several_types_need_ids():
    rows = [*ELEMENTS, ["Ana", "Place", "c"]]

    with pytest.raises(weft.InvalidDataError, match="which row 2 has too"):
        read({"E": rows, "Connections": [["From", "To"], ["Ana", "Ben"]]})


def test_a_label_of_several_elements_says_nobody_where_they_have_ids():
    elements = [["ID", "Label"], ["1", "Ann"], ["2", "Ann"], ["3", "Bob"]]

    with pytest.raises(weft.InvalidDataError) as error:
        read(
            {
                "E": elements,
                "Connections": [["From", "To"], ["1", "3"], ["Ann", "3"], ["3", "2|Ann"]],
            }
        )

    assert [(p.kind, p.row, p.column) for p in error.value.problems] == [
        ("ambiguous-person", 3, "From"),
        ("ambiguous-person", 4, "To"),
    ]
    assert error.value.problems[0].found == "“Ann”, which several elements are called"
    by_id = read({"E": elements, "Connections": [["From", "To"], ["1", "2|3"]]})
    assert len(by_id) == 3


def test_elements_alone_are_no_network():
    with pytest.raises(weft.InvalidDataError) as caught:
        read({"Elements": ELEMENTS}, format="kumu")

    assert str(caught.value.problems[0]) == (
        "book.xlsx: found elements alone (“book.xlsx, sheet Elements”), expected a sheet whose "
        "first row has the headings From and To. Export the connections too, or give this file as "
        "people."
    )


def test_elements_can_be_given_as_people():
    people = io.BytesIO(book({"Elements": ELEMENTS}))

    assert weft.read([("Ana", "Ben")], people).people.attributes["Type"] == ("Person", "Person")


def test_a_table_of_connections_as_csv():
    text = b"From,To,Type,Direction\nAna,Ben,trusts,directed\nBen,Cy,trusts,directed\n"
    several = b"From,To\nAna,Ben|Cy\n"

    assert reports_of(weft.read(io.BytesIO(text))) == reports_of(
        weft.read(io.BytesIO(text), format="kumu")
    )
    assert [row[2] for row in reports_of(weft.read(io.BytesIO(several), format="kumu"))] == [
        "Ben", "Cy"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("headings", "kind"),
    [(["Label"], "elements"), (["ID", " label "], "elements"), (["from", "TO"], "connections"),
     (["ID", "From", "To", "Label"], "connections"), (["Name"], None), ([], None)],
)  # fmt: skip
def test_headings_show_what_a_section_holds(headings, kind):
    assert kind_of(headings) == kind


def test_what_is_written_is_what_kumu_imports(tmp_path):
    network = weft.read(
        {"source": ["a_1", "b"], "target": ["b", "x|y"], "weight": ["2", "1.5"]},
        {"id": ["a_1", "b", "x|y"], "name": ["Ana", "Ben", None], "On": ["1", None, "3"]},
    )
    path = tmp_path / "kumu.xlsx"

    notices = weft.write(network, path, format="kumu")

    made = openpyxl.load_workbook(path)
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in made}
    assert rows["Elements"] == [
        ("ID", "Label", "On"), ("a_1", "Ana", 1), ("b", "Ben", None), ("x|y", "x|y", 3)
    ]  # fmt: skip
    assert rows["Connections"] == [
        ("ID", "From", "To", "Direction", "Strength"),
        ("t-0001", "a_1", "b", "directed", 2),
        ("t-0002", "b", "x|y", "directed", 1.5),
    ]
    assert "README (ignore)" in rows
    assert [notice.text for notice in notices] == [
        (
            "1 ids hold an underline or a point, such as “a_1”: links to a search for them do not "
            "work "
            "in Kumu."
        ),
        "1 ids hold a bar, such as “x|y”: Kumu takes them for several people.",
        "Kumu has no fields called “On”.",
    ]


def test_an_attribute_called_as_a_column_of_kumu_is_refused(tmp_path):
    network = weft.read([("a", "b")], {"id": ["a", "b"], "name": ["A", "B"], "Label": ["x", "y"]})

    with pytest.raises(weft.InvalidDataError) as caught:
        weft.write(network, tmp_path / "kumu.xlsx", format="kumu")

    assert str(caught.value.problems[0]) == (
        "network: found an attribute of people called “Label”, expected a name that is not that of "
        "a column with a meaning of its own in such a workbook. Rename the attribute, or write "
        "another format."
    )
