"""Pairs of numbers, as SNAP keeps networks."""

import numpy as np
import pytest

import weft
from weft.formats.files.file import opened
from weft.formats.registry import format_of

HEAD = """\
# Directed graph (each unordered pair of nodes is saved once): toy.txt
# Nodes: 3 Edges: 2
# FromNodeId\tToNodeId
"""


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "toy.txt"
        path.write_text(text)
        return path

    return write


def ties(network):
    ids, reports = network.people.ids, network.reports
    ends = zip(reports.source, reports.target, reports.value, strict=True)
    return [(ids[s], ids[t], float(v)) for s, t, v in ends]


def test_comments_and_pairs_are_recognised_and_read(file):
    path = file(HEAD + "0\t4\r\n007\t4\r\n")

    assert format_of(opened(path)).name == "snap"
    network = weft.read(path)
    assert ties(network) == [("0", "4", 1.0), ("007", "4", 1.0)]
    assert network.declared("ties").directed
    assert [n.text for n in network.notices] == [f"{path} says that its ties have a direction."]


def test_pairs_of_an_undirected_graph_count_as_said_by_both(file):
    network = weft.read(file("# Undirected graph: toy.txt\n1 2\n2 3\n"))

    assert not network.declared("ties").directed
    assert network.coverage()[0]["answered"] == 3
    assert len(network.graph().source) == 2


def test_where_no_comment_says_the_direction_it_is_said_aloud(file):
    path = file("1 2\n2 3\n")

    assert [n.text for n in weft.read(path).notices] == [
        (
            f"{path} has no headings; its first two columns were read as source and target. If its "
            "ties have no direction, say so: --undirected ties."
        )
    ]


def test_a_third_column_of_unix_times_is_the_date_and_repeats_are_counted(file):
    path = file("1 2 1082040961\n3 4 1082155839\n1 2 1082414391\n")

    network = weft.read(path)

    assert ties(network) == [("1", "2", 2.0), ("3", "4", 1.0)]
    assert list(network.reports.date) == ["2004-04-15T14:56:01Z", "2004-04-16T22:50:39Z"]
    assert [n.text for n in network.notices if n.kind == "unix-times"] == [
        (
            f"The times of {path} are seconds since 1970; they were read as dates from 2004-04-15 "
            "to 2004-04-19, in universal time."
        )
    ]
    assert weft.read(path, waves="week").waves == ("2004-W16", "2004-W17")


def test_small_whole_numbers_in_a_third_column_are_asked_about(file):
    path = file("1 2 3\n2 3 1\n")

    problem = weft.check(path)[0]

    assert str(problem) == (
        f"{path}, row 1, column 3: found numbers without a heading (3, 1), expected to be told "
        "what they are. Say it: --column 'column 3=weight' for strengths, wave for rounds, date "
        "for times, or nothing after the = to leave them out (in Python columns={'column 3': "
        "'weight'}, or None)."
    )
    assert ties(weft.read(path, columns={"column 3": "weight"})) == [("1", "2", 3), ("2", "3", 1)]
    assert weft.read(path, columns={"column 3": "wave"}).waves == ("1", "3")
    left = weft.read(path, columns={"column 3": None})
    assert ties(left) == [("1", "2", 1), ("2", "3", 1)]
    assert left.notices[0].text == f"Columns of {path} that were left out: column 3."


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("# FromNodeId ToNodeId Weight\n1 2 3\n2 3 1\n", [3, 1]),
        ("1 2 0.5\n2 3 1\n", [0.5, 1]),
        ("1 2 1\n2 3 1\n", [1, 1]),
    ],
)
def test_a_third_column_that_can_only_be_strengths_is(file, text, values):
    assert np.array_equal(weft.read(file(text)).reports.value, values)


def test_a_negative_strength_is_refused_with_its_line(file):
    problems = weft.check(file("# a b\n1 2 0.5\n2 3 -0.5\n"))

    assert [(p.kind, p.row, p.found) for p in problems] == [("negative", 3, "“-0.5”")]


@pytest.mark.parametrize("columns", [{"column 4": "weight"}, {"column 3": "colour"}])
def test_a_column_or_role_that_is_not_there_is_refused(file, columns):
    with pytest.raises(weft.WeftError, match=r"column 4|colour"):
        weft.read(file("1 2 3\n2 3 1\n"), columns=columns)


@pytest.mark.parametrize(
    "text", ["a b\nb c\n", "1,2\n2,3\n", "% sym unweighted\n1 2\n", "1 2 3 4\n"]
)
def test_other_texts_are_not_taken_for_pairs_of_numbers(file, text):
    assert format_of(opened(file(text))).name != "snap"


def test_a_file_of_one_column_is_refused(file):
    path = file("# Undirected graph: toy.txt\n1\n2\n")

    with pytest.raises(weft.InvalidDataError) as raised:
        weft.read(path, format="snap")

    assert str(raised.value) == (
        f"{path}, row 2: found 1 column, expected two ids, perhaps followed by a number. Check "
        "that this is an edge list as SNAP has them."
    )
