"""Files out.NAME of KONECT."""

import pytest

import weft
from weft.formats.files.file import opened
from weft.formats.registry import format_of


@pytest.fixture
def file(tmp_path):
    def write(text, name="out.toy"):
        path = tmp_path / name
        path.write_text(text)
        return path

    return write


def test_the_first_line_says_direction_and_repeats_are_counted(file):
    path = file("% asym positive\n% 3 3 3\n1 2 1 1082040961\n1 2 1 1082155839\n2 3 2 1082155840\n")

    assert format_of(opened(path)).name == "konect"
    network = weft.read(path)
    assert network.name == "toy"
    assert network.reports.value.tolist() == [2.0, 2.0]
    assert network.reports.date[0] == "2004-04-15T14:56:01Z"
    assert (
        network.notices[0].text == f"{path} says that its ties have a direction and are positive."
    )


def test_a_symmetric_network_has_no_direction(file):
    network = weft.read(file("% sym unweighted\n1\t2\t\n2\t3\t\n"))

    assert not network.declared("ties").directed
    assert network.coverage()[0]["answered"] == 3


def test_both_sides_of_a_bipartite_network_are_read_and_told_apart(file):
    path = file("% bip unweighted\n1 1\n2 1\n")

    network = weft.read(path)

    assert network.people.ids == ("left 1", "left 2", "right 1")
    assert network.people.attribute("mode") == ("left", "left", "right")
    assert [n.text for n in network.notices if n.kind == "two-modes"] == [
        (
            f"{path} has ties between two kinds, 2 on the left and 1 on the right, each numbered "
            "from 1. Both were read as people, called “left 1” and “right 1”, with an attribute "
            "mode; figures about people mix the two kinds."
        )
    ]


def test_a_file_that_only_its_name_gives_away_may_have_headings(file):
    path = file("source_id target_id trust_value\n1 2 .8\n2 1 1\n")

    network = weft.read(path)

    assert network.reports.value.tolist() == [0.8, 1.0]
    assert network.notices[0].text == (
        f"{path} does not begin with the line of KONECT that says what its columns are "
        "(source_id, target_id, trust_value); they were read as source, target, strength and "
        "time, with direction."
    )


def test_signed_ties_are_refused_with_their_line(file):
    problems = weft.check(file("% asym signed\n1 2 1\n2 3 -1\n"))

    assert [(p.kind, p.row) for p in problems] == [("negative", 3)]


def test_a_file_of_five_columns_is_refused(file):
    with pytest.raises(weft.InvalidDataError, match="found 5 columns, expected two ids"):
        weft.read(file("% sym unweighted\n1 2 3 4 5\n"))


@pytest.mark.parametrize("name", ["out.csv", "outer.toy"])
def test_a_name_alone_is_not_enough(file, name):
    assert format_of(opened(file("a,b\nb,c\n", name))).name != "konect"


def test_a_first_row_with_something_that_is_no_number_is_no_row_of_headings(file):
    problems = weft.check(file("% asym positive\n2 3 many\n3 4 1\n"))

    assert [(p.row, p.found) for p in problems] == [(2, "“many”")]
