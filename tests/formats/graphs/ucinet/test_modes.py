"""Rows and columns are the same people, or two kinds, and which is said."""

import pytest

from tests.formats.graphs.dl_ties import ties_in


def test_two_kinds_are_told_apart_by_their_mode():
    text = "DL nr=2 nc=3\nrow labels:\na,b\ncolumn labels:\nx,a,z\ndata:\n0 1 1\n1 0 0"

    ties, network = ties_in(text)

    assert sorted(ties) == [
        ("a", "a (column)", "ties", 1),
        ("a", "z", "ties", 1),
        ("b", "x", "ties", 1),
    ]
    assert network.people.ids == ("a", "b", "x", "a (column)", "z")
    assert list(network.people.attributes["mode"]) == ["row", "row", "column", "column", "column"]
    assert {notice.kind: notice.text for notice in network.notices} == {
        "two-modes": "the stream holds two kinds: 2 rows and 3 columns. Both were read as people, "
        "with the attribute “mode” (row or column), so figures about people mix the two. If the "
        "columns are what is known of the people in the rows, save them as a table and give that "
        "as people instead.",
        "ids-changed": "1 columns are called like a row; “(column)” was added to their ids.",
    }


@pytest.mark.parametrize(
    ("text", "ids", "kinds"),
    [
        ("DL n=2 row labels: a,b column labels: b,a data: 1 0 0 1", ("a", "b"), []),
        (
            "DL n=3 row labels: a,b,c column labels: a,x,c data: 0 1 0 0 0 1 0 0 0",
            ("a", "b", "c"),
            ["labels-differ"],
        ),
        (
            "DL nr=2 nc=3 row labels: a,b column labels: a,b,c data: 0 1 1 0 0 0",
            ("a", "b", "c"),
            ["partial-matrix"],
        ),
    ],
)
def test_rows_and_columns_with_the_same_labels_are_the_same_people(text, ids, kinds):
    _, network = ties_in(text)

    assert network.people.ids == ids
    assert [notice.kind for notice in network.notices] == kinds
    assert network.people.attributes == {}
