"""Workbooks of NodeXL: headings in row 2, drawing left out, direction not in the tables."""

import openpyxl
import pytest

import weft
from tests.formats.workbooks.books import read, reports_of, texts_of

EDGES = [
    [None, None, "Visual Properties", None, "Other Columns", None, None],
    ["Vertex 1", "Vertex 2", "Color", "Width", "ID", "Relationship", "Edge Weight"],
    ["ana", "ben", "Red", 2, 1, "Follows", 3],
    ["ben", "cy", None, None, 2, "Follows", 1],
]
VERTICES = [
    [None, "Visual Properties", "Labels", "Graph Metrics", "Other Columns", None],
    ["Vertex", "Color", "Label", "Degree", "Add Your Own Columns Here", "Size"],
    ["ana", "Red", "Ana", 1, None, "large"],
    ["ben", None, None, 2, None, "small"],
    ["cy", None, None, 1, None, None],
]
CONVENTION = "book.xlsx was read in the convention of NodeXL, as its sheets show: "


def test_edges_and_vertices_without_how_they_are_drawn():
    network = read({"Edges": EDGES, "Vertices": VERTICES, "Misc": [["x"]]})

    assert reports_of(network) == [
        ("ana", "ana", "ben", "Follows", 3.0),
        ("ben", "ben", "cy", "Follows", 1.0),
    ]
    assert network.people.names == ("Ana", "ben", "cy")
    assert network.people.attributes == {"Size": ("large", "small", None)}
    assert texts_of(network) == [
        CONVENTION + "“Edges”, “Vertices”, “Misc”.",
        (
            "NodeXL keeps whether ties have a direction in a setting that is not in book.xlsx, "
            "sheet "
            "Edges; they were read as ties from Vertex 1 to Vertex 2. If they have none, name the "
            "relation with --undirected."
        ),
    ]


def test_the_caller_may_say_that_ties_have_no_direction():
    network = read({"Edges": EDGES}, undirected=["Follows"])

    assert [relation.directed for relation in network.all_relations] == [False]


@pytest.mark.parametrize(("kind", "directed"), [("Undirected", False), ("Directed", True)])
def test_the_metrics_of_a_workbook_tell_the_direction(kind, directed):
    metrics = [[None], ["Graph Metric", "Value"], ["Graph Type", kind]]

    network = read({"Edges": EDGES, "Overall Metrics": metrics})

    assert [relation.directed for relation in network.all_relations] == [directed]
    assert texts_of(network) == [CONVENTION + "“Edges”, “Overall Metrics”."]


@pytest.mark.parametrize("above", [0, 1, 2])
def test_the_headings_stand_in_one_of_the_first_three_rows(above):
    edges = [[]] * above + EDGES[1:]

    assert len(read({"Edges": edges}).reports) == 2


def test_vertices_alone_are_refused():
    with pytest.raises(weft.InvalidDataError) as caught:
        read({"Vertices": VERTICES}, format="nodexl")

    assert str(caught.value.problems[0]) == (
        "book.xlsx: found the sheets “Vertices”, expected a sheet Edges with the headings Vertex 1 "
        "and Vertex 2 in row 1, 2 or 3. Add the sheet, or its headings."
    )


def test_what_is_written_has_its_headings_in_row_2(tmp_path):
    network = weft.read(
        [("a", "b", "trusts", 2)], {"id": ["a", "b"], "name": ["Ana", None], "Size": ["3", "4"]}
    )
    path = tmp_path / "nodexl.xlsx"

    weft.write(network, path, format="nodexl")

    made = openpyxl.load_workbook(path)
    assert {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in made} == {
        "Edges": [
            (None, None, "Other Columns", None, None),
            ("Vertex 1", "Vertex 2", "Edge Weight", "Relationship", "Direction"),
            ("a", "b", 2, "trusts", "directed"),
        ],
        "Vertices": [
            (None, "Labels", "Other Columns"),
            ("Vertex", "Label", "Size"),
            ("a", "Ana", 3),
            ("b", "b", 4),
        ],
    }
    assert weft.read(path).people.attributes == {"Size": ("3", "4")}


def test_an_attribute_called_as_nodexl_calls_its_own_is_refused(tmp_path):
    network = weft.read([("a", "b")], {"id": ["a", "b"], "Dynamic Filter": ["x", "y"]})

    with pytest.raises(weft.InvalidDataError, match="an attribute of people called “Dynamic Filt"):
        weft.write(network, tmp_path / "nodexl.xlsx", format="nodexl")


def test_people_called_as_its_headings_make_no_workbook_of_nodexl():
    network = read({"Ties": [["source", "target"], ["Vertex 1", "Vertex 2"], ["ana", "ben"]]})

    assert [report[1:3] for report in reports_of(network)] == [
        ("Vertex 1", "Vertex 2"),
        ("ana", "ben"),
    ]
    assert texts_of(network) == []
