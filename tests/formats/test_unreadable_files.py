"""Files that cannot be opened, decoded or recognised, with the message that their owner reads."""

import gzip
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import weft
from tests.formats.workbooks.books import book
from weft.formats.files.file import opened

UNREADABLE = {
    "a workbook or another zip archive": b"PK\x03\x04\x14\x00",
    "a program": b"\x7fELF\x02\x01\x01",
    "binary data": bytes(range(256)) * 4,
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_binary_file_is_refused_by_what_it_is(tmp_path, kind):
    path = tmp_path / "ties.csv"
    path.write_bytes(UNREADABLE[kind])

    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(path)

    assert str(caught.value) == (
        f"{path}: found {kind}, expected a file in one of the formats that weft formats lists. "
        "Export the data as CSV."
    )


def test_a_damaged_parquet_table_is_refused(tmp_path):
    path = tmp_path / "ties.parquet"
    path.write_bytes(b"PAR1 and no more")

    with pytest.raises(weft.UnreadableFileError, match=r"found a damaged Parquet table \(.+\)"):
        weft.read(path)


def test_a_directory_is_refused(tmp_path):
    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(tmp_path)

    assert str(caught.value) == (
        f"{tmp_path}: found a folder, expected a file in one of the formats that weft formats "
        "lists. Name the file in it."
    )


def test_a_missing_file_is_told_with_one_of_nearly_the_same_name(tmp_path):
    (tmp_path / "ties.csv").write_text("source,target\na,b\n")

    messages = []
    for name in ("ties.tsv", "other.csv", "no/ties.csv"):
        with pytest.raises(weft.UnreadableFileError) as caught:
            weft.check(tmp_path / name)
        messages.append(str(caught.value))

    start = "found no such file, expected a file to read."
    assert messages == [
        f"{tmp_path}/ties.tsv: {start} Did you mean “ties.csv”?",
        f"{tmp_path}/other.csv: {start} Check the name and the folder.",
        f"{tmp_path}/no/ties.csv: {start} Its folder is not there either; check the path.",
    ]


def test_a_file_without_the_right_to_read_it_is_refused(tmp_path, monkeypatch):
    # Tests may run as root, who may read everything.
    def refuse(path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied", os.fspath(path))

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(weft.UnreadableFileError) as caught:
        opened(tmp_path / "ties.csv")

    assert str(caught.value) == (
        f"{tmp_path}/ties.csv: found a file that may not be read, expected one that may. "
        "Ask its owner for the right to read it."
    )


def test_a_link_that_leads_in_a_circle_is_refused(tmp_path):
    (tmp_path / "ties.csv").symlink_to("ties.csv")

    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(tmp_path / "ties.csv")

    assert str(caught.value) == (
        f"{tmp_path}/ties.csv: found a file that cannot be read (Too many levels of symbolic "
        "links), expected one that can. Copy it to another place and try again."
    )


def test_a_compressed_file_that_ends_early_is_refused(tmp_path):
    path = tmp_path / "ties.csv.gz"
    path.write_bytes(gzip.compress(b"source,target\na,b\n")[:-9])

    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(path)

    assert str(caught.value) == (
        f"{path}: found compressed data that end early or are damaged, expected a whole gzip file. "
        "Copy or download it again."
    )


def test_bytes_in_no_guessable_encoding_are_refused(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_bytes(b"source,target\na,\x81\n")

    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(path)

    assert str(caught.value) == (
        f"{path}: found bytes that are neither UTF-8 nor Windows-1252 (the first is 0x81 at byte "
        "16), expected text. Say which encoding the file is in, such as --encoding cp1250, or save "
        "it as UTF-8."
    )


def test_bytes_that_are_not_in_the_named_encoding_are_refused(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_bytes(b"source,target\na,\xff\n")

    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(path, encoding="utf-8")

    assert str(caught.value) == (
        f"{path}: found bytes that are no text in the encoding “utf-8”, expected text. "
        "Say which encoding the file is in, or save it as UTF-8."
    )


@pytest.mark.parametrize("name", ["klingon", "base64", "hex"])
def test_an_encoding_that_does_not_exist_is_refused(tmp_path, name):
    path = tmp_path / "ties.csv"
    path.write_text("source,target\na,b\n")

    with pytest.raises(weft.InvalidRequestError) as caught:
        weft.read(path, encoding=name)

    assert str(caught.value) == (
        f"There is no encoding “{name}”; use a name such as utf-8, utf-16, cp1252, iso-8859-15 or "
        "shift_jis."
    )


def test_a_parquet_table_with_text_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "ties.parquet"
    ends = pa.array([b"ana", b"b\xffn"], pa.binary()).view(pa.string())
    pq.write_table(pa.table({"source": ends, "target": ends[::-1]}), path)

    with pytest.raises(weft.UnreadableFileError) as caught:
        weft.read(path)

    assert str(caught.value).startswith(f"{path}: found a damaged Parquet table (")
    assert "Invalid UTF8" in str(caught.value)


def test_a_file_without_a_tie_or_a_person_is_refused_unless_people_are_given(tmp_path):
    path = tmp_path / "out.camp"
    path.write_text("% sym unweighted\nfrom to\n")

    with pytest.raises(weft.InvalidDataError) as caught:
        weft.read(path)

    assert str(caught.value) == (
        f"{path}: found neither a tie nor a person, expected a table with a row of headings and a "
        "row for each tie or person. Check that the export finished and that this is the right "
        "file."
    )
    assert weft.read(path, ["ana"]).people.ids == ("ana",)


def test_a_workbook_with_headings_alone_is_refused(tmp_path):
    path = tmp_path / "camp.xlsx"
    path.write_bytes(book({"Nodes": [["Name"]], "Edges": [["Source", "Target"]]}))

    with pytest.raises(weft.InvalidDataError) as caught:
        weft.read(path)

    assert [problem.kind for problem in caught.value.problems] == ["empty"]


def test_a_network_of_nobody_that_weft_wrote_is_read(tmp_path):
    path = tmp_path / "nobody.weft.zip"
    weft.write(weft.read([], []), path)

    assert len(weft.read(path).people) == 0
