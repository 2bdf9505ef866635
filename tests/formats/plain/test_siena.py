"""Matrices, lists and tables of files, as Siena has them."""

import pytest

import weft
from weft.formats.files.file import opened
from weft.formats.registry import format_of

FIRST = """\
 0 1 0 0 9
 0 0 10 11 0
 NA NA 0 NA 9
 1 0 0 0 0
 0 0 0 0 0
"""
SECOND = FIRST.replace("NA", "0").replace("9", "1")
HEADINGS = (
    "Group,Name,Filename,Format,Period,ActorSet,Type,Selected,MissingValues,NonZeroCode,"
    "NbrOfActors\n"
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "friends1.dat").write_text(FIRST)
    (tmp_path / "friends2.dat").write_text(SECOND)
    return tmp_path


def ties(network):
    ids, reports = network.people.ids, network.reports
    return [
        (ids[s], ids[t], network.all_waves[w])
        for s, t, w in zip(reports.source, reports.target, reports.wave, strict=True)
    ]


def test_codes_of_siena_in_a_matrix_are_read_and_said(folder):
    path = folder / "friends1.dat"

    network = weft.read(path)

    assert format_of(opened(path)).name == "siena"
    assert network.people.ids == ("1", "2", "3", "4", "5")
    assert ties(network) == [("1", "2", "1"), ("2", "4", "1"), ("4", "1", "1")]
    assert network.reports.value.tolist() == [1, 1, 1]
    assert network.people.declared("responded", "1").tolist() == [1, 1, 0, 1, 1]
    assert [n.text for n in network.notices[1:]] == [
        (
            f"5 cells of {path} are missing; they were read as no report. 1 person has no other "
            "cells and did not answer."
        ),
        (
            f"{path} has 1 ties that cannot be (10), read as no tie, and 1 that must be (11), read "
            "as ties of strength 1."
        ),
    ]


def test_a_row_of_zeros_is_an_answer_where_siena_would_have_its_code_for_silence(tmp_path):
    rows = ["0 1 0 0 0", "1 0 0 0 0", "0 0 0 0 0", "0 1 0 0 0", "10 10 10 10 0"]
    coded, plain = tmp_path / "coded.dat", tmp_path / "plain.dat"
    coded.write_text("\n".join(rows))
    plain.write_text("\n".join(rows).replace("10", "0"))

    with_codes, without = weft.read(coded), weft.read(plain)

    assert with_codes.people.declared("responded", "1").tolist() == [1, 1, 1, 1, -1]
    assert with_codes.coverage()[0]["answered"] == 4
    assert without.coverage()[0]["undeclared"] == 2


def test_matrices_whose_names_end_in_numbers_are_waves(folder):
    paths = [folder / "friends1.dat", folder / "friends2.dat"]

    network = weft.read(paths)

    assert network.name == "friends"
    assert network.relations == ("friends",)
    assert network.waves == ("1", "2")
    assert len(network) == 5
    assert network.people.declared("responded", "1").tolist() == [1, 1, 0, 1, 1]
    assert network.people.declared("responded", "2").tolist() == [1] * 5
    assert network.notices[-1].text == (
        "The files do not say what they hold, so their names did: friends1 as relation “friends” "
        "in wave “1”, friends2 as relation “friends” in wave “2”."
    )


def test_a_list_of_ego_alter_value_and_wave_is_read(tmp_path):
    path = tmp_path / "list.dat"
    path.write_text("1 3 9 1\n2 5 10 1\n2 7 11 1\n1 11 1 1\n3 1 1 2\n")

    network = weft.read(path)

    assert format_of(opened(path)).name == "siena"
    assert ties(network) == [("2", "7", "1"), ("1", "11", "1"), ("3", "1", "2")]
    assert set(network.people.ids) == {"1", "2", "3", "5", "7", "11"}
    assert {n.kind: n.count for n in network.notices} == {"missing-cells": 1, "structural-cells": 2}


def test_the_table_that_names_the_files_gives_relation_and_waves(folder):
    rows = [
        f"G,Friendship,friends{i}.dat,matrix,{i},Actors,network,Yes,9,1,5\n" for i in (1, 2)
    ] + ["G,Drinking,drinks.dat,matrix,1,Actors,behavior,Yes,,,5\n"]
    path = folder / "session.csv"
    path.write_text(HEADINGS + "".join(rows))

    network = weft.read(path)

    assert network.name == "session"
    assert network.relations == ("Friendship",)
    assert network.waves == ("1", "2")
    assert len(network.wave("1").reports) == 3
    assert network.people.declared("responded", "1").tolist() == [1, 1, 0, 1, 1]
    assert network.notices[0].text == (
        f"{path} names 1 files of behaviour or attributes, which were left out: “Drinking”. Give "
        "attributes in a people table."
    )


def test_a_list_named_by_a_table_has_as_many_people_as_it_says(tmp_path):
    (tmp_path / "list.dat").write_text("1 3 1 1\n3 1 1 2\n")
    path = tmp_path / "session.csv"
    path.write_text(HEADINGS + "G,V,C:\\data\\list.dat,Siena net,1 2,Actors,network,Yes,9,1,4\n")

    network = weft.read(path)

    assert network.people.ids == ("1", "2", "3", "4")
    assert ties(network) == [("1", "3", "1"), ("3", "1", "2")]


def test_files_that_are_not_beside_the_table_are_named(tmp_path):
    path = tmp_path / "session.csv"
    rows = [
        f"G,V,{name},matrix,1,Actors,network,Yes,9,1,\n" for name in ("d1.net", "../d2.net", "")
    ]
    path.write_text(HEADINGS + "".join(rows))

    with pytest.raises(weft.UnreadableFileError) as raised:
        weft.read(path)

    assert str(raised.value) == (
        f"{path}: found a table that names files which are not beside it (“d1.net”, “../d2.net”, a "
        "row without a name), expected them in the same folder. Copy them there."
    )


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("G,V,friends1.dat,pajek net,1,Actors,network,Yes,9,1,\n", "Read those files themselves"),
        ("G,V,friends1.dat,matrix,1,A,behavior,Yes,9,1,\n", "found no row of the type “network”"),
        (
            (
                "G,V,friends1.dat,matrix,1,A,network,Yes,9,1,\n"
                "H,V,friends2.dat,matrix,1,A,network,Yes,9,1,\n"
            ),
            "found the groups “G”, “H”, expected networks of one group",
        ),
        ("G,V\n", "row 2: found 2 cells"),
    ],
)
def test_what_a_table_names_and_cannot_be_read_is_refused(folder, rows, says):
    path = folder / "session.csv"
    path.write_text(HEADINGS + rows)

    with pytest.raises(weft.WeftError, match=says):
        weft.read(path)


def test_a_matrix_with_a_row_too_many_is_refused(tmp_path):
    path = tmp_path / "friends.dat"
    path.write_text(FIRST + "0 0 0 0 0\n")

    with pytest.raises(weft.InvalidDataError, match="found 6 rows of 5 cells, expected a row and"):
        weft.read(path, format="siena")


def test_a_square_of_other_numbers_is_an_ordinary_matrix(tmp_path):
    path = tmp_path / "trust.txt"
    path.write_text("0 3 0 0 9\n" + "0 0 0 0 0\n" * 4)

    network = weft.read(path)

    assert format_of(opened(path)).name == "matrix"
    assert network.reports.value.tolist() == [3, 9]


def test_a_table_whose_heading_is_spelt_otherwise_in_its_encoding_is_refused(tmp_path):
    path = tmp_path / "session.csv"
    path.write_bytes(
        (HEADINGS.replace("Type", "T\xffype") + "G,V,a.dat,matrix,1,,,,,,\n").encode("cp1252")
    )

    with pytest.raises(weft.InvalidDataError) as raised:
        weft.read(path, format="siena")

    assert str(raised.value) == (
        f"{path}, row 1: found no column type, expected the columns group, name, filename, "
        "format, period, type. Check that this is the table of files of a Siena study."
    )


def test_a_matrix_whose_first_row_and_column_are_alike_has_no_ids(tmp_path):
    path = tmp_path / "friends.dat"
    path.write_text("0 0 1\n0 0 1\n1 0 0\n")

    network = weft.read(path, format="siena")

    assert network.people.ids == ("1", "2", "3")
    assert ties(network) == [("1", "3", "1"), ("2", "3", "1"), ("3", "1", "1")]


def test_a_word_in_a_matrix_is_refused(tmp_path):
    path = tmp_path / "friends.dat"
    path.write_text("ana ben\nben 1\n")

    with pytest.raises(weft.InvalidDataError) as raised:
        weft.read(path, format="siena")

    assert [(p.row, p.column, p.found) for p in raised.value.problems] == [
        (1, "1", "“ana”"),
        (1, "2", "“ben”"),
        (2, "1", "“ben”"),
    ]
