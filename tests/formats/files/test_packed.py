"""A zip archive around one file."""

import zipfile

import pytest

import weft


def packed(path, **files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_in_", "/").replace("_dot_", "."), text)
    return path


def test_one_file_in_an_archive_is_read_whatever_the_archive_is_called(tmp_path):
    path = packed(tmp_path / "toy.txt", data_in_pairs_dot_txt="# toy\n1 2\n2 3\n")

    network = weft.read(path)

    assert network.name == "pairs"
    assert network.people.ids == ("1", "2", "3")


def test_what_is_wrong_inside_is_told_with_its_place(tmp_path):
    path = packed(tmp_path / "toy.zip", ties_dot_csv="source,target,weight\na,b,often\n")

    problem = weft.check(path)[0]

    assert (problem.origin, problem.row) == (str(path / "ties.csv"), 2)


def test_people_may_be_packed_too(tmp_path):
    path = packed(tmp_path / "people.zip", people_dot_csv="id\na\nb\nc\n")

    assert len(weft.read([("a", "b")], people=path)) == 3


def test_an_archive_of_several_files_is_not_unpacked(tmp_path):
    path = packed(tmp_path / "toy.zip", a_dot_csv="source,target\na,b\n", b_dot_csv="id\na\n")

    with pytest.raises(weft.UnreadableFileError):
        weft.read(path)


def test_a_file_that_unpacks_to_far_more_than_it_is_is_refused(tmp_path):
    path = packed(tmp_path / "bomb.zip", bomb_dot_csv="0" * (64 << 20))

    with pytest.raises(weft.UnreadableFileError, match="times its size"):
        weft.read(path)
