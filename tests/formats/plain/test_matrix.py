"""Adjacency matrices, in files and as arrays."""

import networkx as nx
import numpy as np
import pytest

import weft

WITH_IDS = """\
,a,b,c
a,0,2,
b,1,0,0
c,0.5,0,0
"""


def ties_of(network):
    ids, graph = network.people.ids, network.graph()
    ends = zip(graph.source, graph.target, graph.weight, strict=True)
    return [(ids[s], ids[t], float(w)) for s, t, w in ends]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_matrix_with_ids_is_recognised_and_its_rows_report(tmp_path, delimiter):
    path = tmp_path / "trust.csv"
    path.write_text(WITH_IDS.replace(",", delimiter))

    network = weft.read(path)

    assert ties_of(network) == [("a", "b", 2.0), ("b", "a", 1.0), ("c", "a", 0.5)]
    assert network.graph().answered.tolist() == [True, True, True]
    assert network.notices == ()


def test_people_without_a_tie_in_a_matrix_are_there(tmp_path):
    path = tmp_path / "trust.csv"
    path.write_text(",a,b,c\na,0,1,0\nb,0,0,0\nc,0,0,0\n")

    assert weft.read(path).people.ids == ("a", "b", "c")


def test_rows_may_stand_in_another_order_if_the_format_is_said(tmp_path):
    path = tmp_path / "trust.csv"
    path.write_text(",a,b,c\nc,1,0,0\nb,0,0,0\na,0,1,0\n")

    network = weft.read(path, format="matrix")

    assert network.people.ids == ("c", "b", "a")
    assert sorted(ties_of(network)) == [("a", "b", 1.0), ("c", "a", 1.0)]


CIRCLE = np.roll(np.eye(5, dtype=int), 1, axis=1)


@pytest.mark.parametrize(
    ("head", "ids", "said"),
    [
        ("", ("1", "2", "3", "4", "5"), "its people were called 1 to 5 by position"),
        (
            "v,w,x,y,z\n",
            ("v", "w", "x", "y", "z"),
            "its rows were taken in the order of its headings",
        ),
    ],
)
def test_a_square_of_numbers_is_a_matrix_without_ids(tmp_path, head, ids, said):
    path = tmp_path / "trust.csv"
    path.write_text(head + "\n".join(",".join(map(str, row)) for row in CIRCLE))

    network = weft.read(path)

    assert network.people.ids == ids
    assert ties_of(network) == [(a, b, 1.0) for a, b in zip(ids, ids[1:] + ids[:1], strict=True)]
    assert [n.text for n in network.notices] == [
        f"{path} is a matrix without an id in each row; {said}."
    ]


def test_a_square_list_of_ties_is_no_matrix(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text("1,2,0\n2,3,0\n3,1,0\n")

    assert ties_of(weft.read(path)) == [("1", "2", 1.0), ("2", "3", 1.0), ("3", "1", 1.0)]


def test_an_array_or_nested_list_is_a_matrix():
    rows = [[0, 2, 0], [0, 0, 0], [0, 1.5, 0]]

    from_list, from_array = weft.read(rows), weft.read(np.array(rows), people=["x", "y", "z"])

    assert ties_of(from_list) == [("0", "1", 2.0), ("2", "1", 1.5)]
    assert ties_of(from_array) == [("x", "y", 2.0), ("z", "y", 1.5)]


def test_an_array_gives_the_same_ties_as_networkx():
    rng = np.random.default_rng(3)
    array = rng.integers(0, 4, (12, 12)) * (1 - np.eye(12, dtype=int))

    expected = nx.from_numpy_array(array, create_using=nx.DiGraph)

    assert ties_of(weft.read(array)) == [
        (str(a), str(b), float(w)) for a, b, w in sorted(expected.edges(data="weight"))
    ]


@pytest.mark.parametrize(
    ("matrix", "people", "message"),
    [
        (
            np.zeros((2, 3)),
            None,
            (
                "The matrix is 2 by 3; expected as many rows as columns, a row and a column for "
                "each "
                "person."
            ),
        ),
        (
            np.zeros((2, 2)),
            ["a"],
            "There are 1 ids for a matrix of 2 rows; expected one for each row.",
        ),
    ],
)
def test_a_matrix_that_cannot_be_one_is_refused(matrix, people, message):
    with pytest.raises(weft.InvalidRequestError) as caught:
        weft.read(matrix, people)

    assert str(caught.value) == message


@pytest.mark.parametrize(("cell", "kind"), [(np.nan, "not-finite"), (-1, "negative")])
def test_a_matrix_with_a_value_that_is_no_strength_is_refused(cell, kind):
    problems = weft.check(np.array([[0, cell], [1, 0]]))

    assert [(p.kind, p.origin, p.row) for p in problems] == [(kind, "the matrix", 1)]


def test_a_matrix_larger_than_what_is_looked_at_is_recognised(tmp_path):
    ids = [f"p{i}" for i in range(250)]
    path = tmp_path / "large.csv"
    rows = [",".join([person, *["0"] * 249, "1"]) for person in ids]
    path.write_text("\n".join([",".join(["", *ids]), *rows]) + "\n")

    network = weft.read(path)

    assert (len(network), len(network.reports)) == (250, 249)


def test_a_large_matrix_of_numbers_with_spaces_is_recognised(tmp_path):
    path = tmp_path / "large.txt"
    path.write_text("\n".join(["0 " * 299 + "3"] * 300) + "\n")

    network = weft.read(path)

    assert (len(network), len(network.reports)) == (300, 299)


def test_a_row_and_column_without_a_name_are_told_once(tmp_path):
    path = tmp_path / "trust.csv"
    path.write_text('"";"";"b"\n"";0;1\n"b";1;0\n')

    assert [str(problem) for problem in weft.check(path)] == [
        (
            f"{path}, row 2, column 1: found nothing, expected a name or id. Give "
            "the row an id, and its column the same, or delete both."
        )
    ]
