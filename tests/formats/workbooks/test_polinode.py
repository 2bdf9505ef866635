"""Workbooks of Polinode: what is uploaded, and what a survey gives."""

import openpyxl
import pytest

import weft
from tests.formats.workbooks.books import read, reports_of, texts_of

NODES = [["Name", "Team", "Label"], ["Joe", "a", "Joseph"], ["Mary", "b", None]]


def test_nodes_and_edges():
    network = read({"Nodes": NODES, "Edges": [["Source", "Target", "Weight"], ["Joe", "Mary", 2]]})

    assert reports_of(network) == [("Joe", "Joe", "Mary", "ties", 2.0)]
    assert network.people.ids == ("Joe", "Mary")
    assert network.people.names == ("Joseph", "Mary")
    assert network.people.attributes == {"Team": ("a", "b")}
    assert texts_of(network) == [
        "book.xlsx was read in the convention of Polinode, as its sheets show: “Nodes”, “Edges”."
    ]


def test_each_relationship_question_of_a_survey_is_a_relation():
    network = read(
        {
            "Node Attributes": NODES,
            "Relationship Question 1": [["Source", "Target"], ["Joe", "Mary"]],
            "Relationship Question 2": [["Source", "Target"], ["Mary", "Joe"]],
        }
    )

    assert reports_of(network) == [
        ("Joe", "Joe", "Mary", "Relationship Question 1", 1.0),
        ("Mary", "Mary", "Joe", "Relationship Question 2", 1.0),
    ]


def test_names_that_stand_twice_are_refused():
    edges = [["Source", "Target"], ["Joe", "Mary"]]

    with pytest.raises(weft.InvalidDataError, match="sheet Nodes, row 4, column Name"):
        read({"Nodes": [*NODES, ["Joe", "c", None]], "Edges": edges})


def test_nodes_without_edges_are_refused():
    with pytest.raises(weft.InvalidDataError) as caught:
        read({"Nodes": NODES}, format="polinode")

    assert str(caught.value.problems[0]) == (
        "book.xlsx: found the sheets “Nodes”, expected a sheet Edges with the headings Source and "
        "Target. Add the sheet, or its headings."
    )


def test_what_is_written_is_what_polinode_imports(tmp_path):
    network = weft.read(
        [("a", "b", "trusts", 2)], {"id": ["a", "b"], "name": ["Ana", None], "age": ["3", "4"]}
    )
    path = tmp_path / "polinode.xlsx"

    weft.write(network, path, format="polinode")

    made = openpyxl.load_workbook(path)
    assert {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in made} == {
        "Nodes": [("Name", "Label", "age"), ("a", "Ana", 3), ("b", "b", 4)],
        "Edges": [
            ("Source", "Target", "Relation", "Direction", "Weight"),
            ("a", "b", "trusts", "directed", 2),
        ],
    }
