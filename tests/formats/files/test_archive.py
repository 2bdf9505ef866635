"""A zip archive is checked before it is unpacked, and what it says of itself is not believed."""

import io
import stat
import struct
import warnings
import zipfile

import numpy as np
import pytest

from weft.formats.files.archive import EXPORT, WORKBOOK, Archive, Limits, is_zip, names_in
from weft.formats.files.file import File
from weft.network import UnreadableFileError

SMALL = Limits(entries=3, unpacked=4 << 20)


def zipped(files, method=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two files of one name
        for entry, content in files:
            archive.writestr(entry, content)
    return made.getvalue()


def file_of(content):
    return File("a.zip", content=content)


def refusal(content, limits=SMALL):
    with pytest.raises(UnreadableFileError) as caught:
        Archive(file_of(content), limits).check_whole()
    return str(caught.value)


def says(content, name, field, value):
    """Return an archive in whose list (not before the file itself) a number is another."""
    data = bytearray(content)
    at = data.find(b"PK\x01\x02")
    while name.encode() not in data[at + 46 : at + 46 + len(name)]:
        at = data.find(b"PK\x01\x02", at + 1)
    offset, form = {"flags": (8, "<H"), "crc": (16, "<I"), "size": (24, "<I"), "at": (42, "<I")}[
        field
    ]
    struct.pack_into(form, data, at + offset, value)
    return bytes(data)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_files_of_a_sound_archive_are_read(method):
    content = np.random.default_rng(1).bytes(2_000_000)
    archive = Archive(
        file_of(zipped([("a/b.txt", content), ("empty", b""), ("folder/", b"")], method)), SMALL
    )

    archive.check_whole()
    assert archive.names == ("a/b.txt", "empty")
    assert archive.read("a/b.txt") == content
    assert archive.read("empty") == b""


def test_names_are_told_of_a_sound_archive_only():
    sound = zipped([("a", b"x"), ("b", b"y")])

    assert names_in(file_of(sound)) == {"a", "b"}
    assert names_in(file_of(sound[:-9])) == frozenset()
    assert names_in(file_of(b"no archive")) == frozenset()
    assert is_zip(file_of(sound))
    assert is_zip(file_of(zipped([])))
    assert not is_zip(file_of(b"source,target"))


def test_large_exports_are_allowed_more_than_workbooks():
    assert (WORKBOOK.entries, WORKBOOK.unpacked, WORKBOOK.ratio) == (200, 200 << 20, 100)
    assert (EXPORT.entries, EXPORT.unpacked, EXPORT.ratio) == (100_000, 2 << 30, 100)


def test_an_archive_of_too_many_files_is_refused_before_they_are_listed():
    many = zipped([(str(i), b"") for i in range(4)])

    assert refusal(many) == (
        "a.zip: found an archive of 4 files (at most 3 are read), expected a whole one. Export a "
        "smaller part."
    )


def test_a_list_of_files_that_would_fill_the_memory_is_not_read():
    entry = zipped([("a", b"")])
    start, end = entry.find(b"PK\x01\x02"), entry.find(b"PK\x05\x06")
    listed = entry[start:end] * 150_000
    tail = bytearray(entry[end:])
    struct.pack_into("<HHI", tail, 8, 0xFFFF, 0xFFFF, len(listed))
    bomb = entry[:start] + listed + bytes(tail)

    assert names_in(file_of(bomb)) == frozenset()
    assert "found an archive of 150,000 files" in refusal(bomb, EXPORT)


def test_an_archive_that_is_too_large_unpacked_is_refused():
    large = zipped([("a", bytes(5 << 20))], zipfile.ZIP_STORED)

    assert "found an archive of 5 MB unpacked (at most 4 MB are read)" in refusal(large)


def test_an_archive_that_unpacks_to_many_times_its_size_is_refused():
    bomb = zipped([("a", bytes(3 << 20))])

    assert "times its size, expected a whole one. Do not trust this file." in refusal(bomb)


def test_a_small_file_may_pack_very_well():
    assert Archive(file_of(zipped([("a", bytes(900_000))])), SMALL).read("a") == bytes(900_000)


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../up", "a/../../up", "..\\up", "\\\\server\\x", "C:\\x", "c:x"]
)
def test_an_archive_with_a_file_outside_of_itself_is_refused(name):
    assert "found an archive with a file outside of itself (“" in refusal(zipped([(name, b"x")]))


def test_two_points_within_a_name_are_none_of_that():
    assert (
        Archive(file_of(zipped([("a..b/c: d.json", b"x")])), SMALL).read("a..b/c: d.json") == b"x"
    )


def test_a_link_is_refused():
    link = zipfile.ZipInfo("link")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16

    assert "found an archive with a link (“link”)" in refusal(zipped([(link, b"/etc/passwd")]))


def test_an_encrypted_archive_is_refused():
    encrypted = says(zipped([("a", b"x")]), "a", "flags", 1)

    assert refusal(encrypted).endswith("an encrypted archive, expected a whole one. Save it without"
                                       " a password.")  # fmt: skip


def test_two_files_of_one_name_are_refused():
    assert "two files of one name" in refusal(zipped([("a", b"x"), ("a", b"y")]))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(method):
    assert "found “a” packed in an unusual way" in refusal(zipped([("a", b"x" * 99)], method))


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_file_that_is_larger_than_it_says_is_refused(method):
    lying = says(zipped([("a", b"xy" * 9_999)], method), "a", "size", 5)

    assert "found “a” larger than it says, expected a whole one." in refusal(lying)


def test_a_file_that_is_smaller_than_it_says_is_damaged():
    lying = says(zipped([("a", b"x" * 99)]), "a", "size", 100)

    assert "found a damaged “a” (it ends early), expected a whole one. Export it" in refusal(lying)


def test_a_wrong_checksum_or_beginning_is_damage():
    sound = zipped([("first", b"x" * 99), ("a", b"x" * 99)])

    assert "a damaged “a” (checksum)" in refusal(says(sound, "a", "crc", 1))
    assert "a damaged “a” (its beginning is not there)" in refusal(says(sound, "a", "at", 9))
    assert "a damaged “a” (its beginning is not there)" in refusal(says(sound, "a", "at", 1 << 30))


def test_every_archive_that_ends_early_or_has_a_wrong_byte_is_read_or_refused():
    sound = zipped([("a", b"some text " * 9), ("b", b"more")])

    for i in range(len(sound)):
        damaged = [sound[:i], *(sound[:i] + bytes([new]) + sound[i + 1 :] for new in (0, 65, 255))]
        for content in damaged:
            try:
                Archive(file_of(content), SMALL).check_whole()
            except UnreadableFileError as error:
                assert "expected a whole one" in str(error)  # noqa: PT017  (most are refused)


def test_a_zip64_archive_is_read():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive, archive.open("a", "w", force_zip64=True) as entry:
        entry.write(b"content")

    assert Archive(file_of(made.getvalue()), SMALL).read("a") == b"content"


def test_an_archive_within_an_archive_is_no_more_than_bytes():
    inner = zipped([("deep", bytes(3 << 20))])

    assert Archive(file_of(zipped([("inner.zip", inner)])), SMALL).read("inner.zip") == inner


@pytest.mark.parametrize("shown", ["link", "outside", "crc", "size"])
def test_an_archive_of_a_log_does_not_name_what_is_in_it(shown):
    link = zipfile.ZipInfo("ana-and-ben/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    plain = [("ana-and-ben/day.json", b"[]")]
    files = {
        "link": [(link, "x")],
        "outside": [("../ana-and-ben/day.json", b"[]")],
    }
    content = zipped(files.get(shown, plain))
    if shown not in files:
        content = says(content, "ana-and-ben/day.json", shown, 7)
    with pytest.raises(UnreadableFileError) as caught:
        Archive(file_of(content), SMALL, unnamed=True).check_whole()

    assert "ana" not in str(caught.value)
    assert "a file in it" in str(caught.value)
