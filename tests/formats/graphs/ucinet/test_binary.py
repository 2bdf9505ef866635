"""Pairs of UCINET files: labels and numbers in binary, found from either of the two."""

import io
import struct

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

import weft
from weft.formats.files.file import File
from weft.formats.graphs.ucinet.binary import looks_like_ucinet

PEOPLE = ["ANN", "BØB", "CY"]


def header(dimensions, *labels, version="V6404", kind=7, title="x"):
    """Return the bytes of a header; the dimensions are columns, rows and perhaps matrices."""
    wide = version == "V6404"
    parts = [b"\x05", version.encode(), struct.pack("<5HBH", 26, 1, 2, 3, 3, kind, len(dimensions))]
    parts += [struct.pack("<I" if wide else "<H", size) for size in dimensions]
    parts += [bytes([len(title)]), title.encode()]
    parts += [bytes([each is not None]) for each in labels]
    for label in [label for each in labels for label in each or ()]:
        raw = label.encode("utf-16-le" if wide else "cp1252")
        parts += [struct.pack("<H", len(raw)), raw]
    return b"".join(parts)


@pytest.fixture
def pair(tmp_path):
    """Return a function that writes both files and returns the path of the header."""

    def written(head, cells, dtype="<f4", endings=(".##h", ".##d")):
        for ending, data in zip(
            endings, (head, np.asarray(cells, dtype=dtype).tobytes()), strict=True
        ):
            (tmp_path / f"camp{ending}").write_bytes(data)
        return tmp_path / f"camp{endings[0]}"

    return written


def ties_in(network):
    """Return the ties of a network as tuples of ends, relation and weight."""
    reports, ids = network.all_reports, network.people.ids
    names = [relation.name for relation in network.all_relations]
    rows = zip(reports.source, reports.target, reports.relation, reports.value, strict=True)
    return [(ids[s], ids[t], names[r], float(v)) for s, t, r, v in rows]


SQUARE = [0, 1, 0, 2.5, 0, 0, 0, 0.1, 0]
TIES = [("ANN", "BØB", 1.0), ("BØB", "ANN", 2.5), ("CY", "BØB", 0.1)]


@pytest.mark.parametrize("version", ["V6404", "DATE:"])
@pytest.mark.parametrize(("rows", "columns"), [(PEOPLE, PEOPLE), (PEOPLE, None), (None, PEOPLE)])
def test_labels_and_numbers_are_read_from_the_two_files(pair, version, rows, columns):
    path = pair(header([3, 3], columns, rows, version=version), SQUARE)

    network = weft.read(path)

    assert network.name == "camp"
    assert network.people.ids == tuple(PEOPLE)
    assert [(s, t, v) for s, t, _, v in ties_in(network)] == TIES


@pytest.mark.parametrize("endings", [(".##h", ".##d"), (".##H", ".##D"), (".##h", ".##D")])
def test_either_file_may_be_named(pair, endings):
    path = pair(header([3, 3], None, None), SQUARE, endings=endings)

    expected = ties_in(weft.read(path))

    assert ties_in(weft.read(path.with_name(f"camp{endings[1]}"))) == expected
    assert expected[0] == ("1", "2", "ties", 1)


def test_several_matrices_are_relations(pair):
    path = pair(header([2, 2, 2], ["a", "b"], ["a", "b"], ["trust", ""]), [0, 1, 0, 0, 0, 0, 4, 0])

    assert ties_in(weft.read(path)) == [("a", "b", "trust", 1), ("b", "a", "matrix 2", 4)]


def test_one_matrix_with_a_blank_label_is_no_relation_of_its_own(pair):
    path = pair(header([2, 2, 1], ["a", "b"], ["a", "b"], [""]), [0, 1, 0, 0])

    assert weft.read(path).relations == ("ties",)


@pytest.mark.parametrize(("kind", "dtype"), [(1, "u1"), (2, "u1"), (5, "<i2"), (9, "<f8")])
def test_cells_of_other_kinds_are_read(pair, kind, dtype):
    path = pair(header([2, 2], None, None, version="DATE:", kind=kind), [0, 3, 0, 0], dtype)

    assert ties_in(weft.read(path)) == [("1", "2", "ties", 3)]


def test_a_huge_number_is_a_missing_value(pair):
    network = weft.read(pair(header([2, 2], None, None), [0, 1e38, float("nan"), 0]))

    assert [notice.kind for notice in network.notices] == ["missing-values", "no-ties"]
    assert network.people.ids == ("1", "2")


def test_a_table_that_is_no_square_is_read_as_two_kinds(pair):
    network = weft.read(pair(header([2, 3], ["E1", "E2"], PEOPLE), [1, 0, 0, 1, 1, 1]))

    assert list(network.people.attributes["mode"]) == ["row"] * 3 + ["column"] * 2
    assert [notice.kind for notice in network.notices] == ["two-modes"]
    assert ties_in(network)[-1] == ("CY", "E2", "ties", 1)


def test_a_lone_file_is_refused(pair, tmp_path):
    path = pair(header([3, 3], None, None), SQUARE)
    (tmp_path / "camp.##d").unlink()

    with pytest.raises(weft.InvalidDataError) as raised:
        weft.read(path)

    assert str(raised.value.problems[0]) == (
        f"{path}: found the labels of a UCINET data set alone, expected the file camp.##d in the "
        "same folder. A UCINET data set is two files of one name; put both into one folder and "
        "give the path of either."
    )


def test_a_stream_is_refused_because_two_files_are_needed():
    with pytest.raises(weft.InvalidDataError, match="put both into one folder"):
        weft.read(io.BytesIO(header([3, 3], None, None)))


@pytest.mark.parametrize(
    ("head", "message"),
    [
        (
            header([4, 4], None, None),
            (
                "camp.##d: found 36 bytes, expected 64, for 1 × 4 × 4 numbers, as camp.##h "
                "says. Copy both files again from the same data set."
            ),
        ),
        (
            header([2**31, 2**31], None, None),
            (
                "camp.##d: found 36 bytes, expected 18,446,744,073,709,551,616, for 1 × "
                "2,147,483,648 × 2,147,483,648 numbers, as camp.##h says. Copy both files again"
                " from the same data set."
            ),
        ),
        (
            header([3, 3], PEOPLE, PEOPLE)[:-4],
            (
                "camp.##h: found a header that ends after 71 bytes, expected more. Open the "
                "data in UCINET and save them again, or export them as DL."
            ),
        ),
        (
            header([3, 3], None, None, kind=15),
            (
                "camp.##h: found cells of the kind 15, expected a matrix of numbers. Open the "
                "data in UCINET and save them again, or export them as DL."
            ),
        ),
        (
            header([3], None),
            (
                "camp.##h: found data of 1 dimensions, expected matrices. Open the data in "
                "UCINET and save them again, or export them as DL."
            ),
        ),
        (
            b"\x05V9999" + bytes(40),
            (
                "camp.##h: found a header that begins with “\\x05V9999”, expected one of UCINET"
                " 6 (V6404) or of an older version (DATE:). Open the data in UCINET and save "
                "them again, or export them as DL."
            ),
        ),
    ],
)
def test_files_that_do_not_belong_together_are_refused(pair, head, message, monkeypatch, tmp_path):
    pair(head, SQUARE)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(weft.InvalidDataError) as raised:
        weft.read("camp.##h")

    assert [str(problem) for problem in raised.value.problems] == [message]


@pytest.mark.parametrize(
    ("name", "data", "is_ucinet"),
    [
        ("x", header([3, 3], None, None), True),
        ("x.##d", b"", True),
        ("x.##H", b"", True),
        ("x.csv", b"source,target\n", False),
        ("x", b"DATE:", False),
    ],
)
def test_a_data_set_is_known_by_its_header_or_its_name(name, data, is_ucinet):
    assert looks_like_ucinet(File(name, content=data)) is is_ucinet


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    at=st.integers(0, 70),
    byte=st.integers(0, 255),
    cut=st.integers(0, 80),
    cells=st.binary(max_size=64),
)
def test_damaged_files_are_read_or_refused_with_a_reason(tmp_path, at, byte, cut, cells):
    data = bytearray(header([3, 3], PEOPLE, PEOPLE))
    data[min(at, len(data) - 1)] = byte
    (tmp_path / "camp.##h").write_bytes(data[: len(data) - cut])
    (tmp_path / "camp.##d").write_bytes(cells or bytes(36))
    try:
        found = weft.read(tmp_path / "camp.##h", format="ucinet")
    except (weft.InvalidDataError, weft.UnreadableFileError) as error:
        found = error

    assert isinstance(found, weft.Network) or "expected " in str(found)
