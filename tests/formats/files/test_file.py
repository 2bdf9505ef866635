"""Compressed files are unpacked within limits."""

import gzip
import io
import os
import threading
import zlib

import pytest

import weft
from weft.formats.files import file as files
from weft.formats.files.file import File, opened
from weft.formats.files.gzipped import ALWAYS_UNPACKED
from weft.network import UnreadableFileError


def test_a_compressed_file_is_unpacked():
    content = b"source,target\n" + b"a,b\n" * 99_999

    assert File("a.csv.gz", content=gzip.compress(content)).data == content
    assert File("a.csv.gz", content=gzip.compress(b"a") + gzip.compress(b"b")).data == b"ab"


def test_a_bomb_is_not_unpacked():
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(100)) + packer.flush()

    with pytest.raises(UnreadableFileError) as caught:
        _ = File("a.csv.gz", content=bomb).data

    assert str(caught.value) == (
        f"a.csv.gz: found {len(bomb):,} bytes that unpack to more than {ALWAYS_UNPACKED >> 20} MB, "
        "expected a compressed table. Unpack it yourself if you trust it."
    )


@pytest.mark.parametrize("cut", [3, 12, -9, -1])
def test_compressed_data_that_end_early_are_refused(cut):
    with pytest.raises(UnreadableFileError, match="end early or are damaged"):
        _ = File("a.csv.gz", content=gzip.compress(b"source,target\na,b\n")[:cut]).data


@pytest.mark.parametrize(
    "name", ["../secret", "..", ".", "x" * 300, "a\x00b", "link", "circle", "pipe"]
)
def test_what_stands_beside_or_inside_never_lies_elsewhere(tmp_path, name):
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret").write_text("secret")
    (folder / "ties.csv").write_text("ties")
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "circle").symlink_to(folder / "circle")
    os.mkfifo(folder / "pipe")

    assert File(str(folder), folder).inside(name) is None
    assert File(str(folder / "ties.csv"), folder / "ties.csv").beside(name) is None


def test_a_link_within_the_folder_is_followed(tmp_path):
    (tmp_path / "real").write_text("here")
    (tmp_path / "link").symlink_to("real")

    beside = File("ties.csv", tmp_path / "ties.csv").beside("link")
    inside = File("folder", tmp_path).inside("link")

    assert beside is not None
    assert inside is not None
    assert (beside.origin, beside.data) == ("link", b"here")
    assert (inside.origin, inside.data) == ("folder/link", b"here")


def test_a_pipe_is_read_once_and_whole(tmp_path):
    pipe, content = tmp_path / "ties.csv", b"source,target\n" + b"a,b\n" * 99_999
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(content,))
    writer.start()

    file = opened(pipe)

    writer.join()
    assert (file.head, file.data) == (content[: files.HEAD], content)


def test_a_pipe_without_end_and_a_device_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_UNPACKED", 1_000)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"a" * 1_001,))
    writer.start()
    with pytest.raises(UnreadableFileError) as endless:
        opened(pipe)
    writer.join()
    with pytest.raises(UnreadableFileError) as device:
        opened("/dev/zero")

    assert str(endless.value) == (
        f"{pipe}: found a pipe that does not end, expected a file to read. Write the data to a "
        "file, and name that."
    )
    assert str(device.value) == (
        "/dev/zero: found a device or a socket, expected a file to read. Name the file with the "
        "data."
    )


def test_a_stream_of_text_with_half_characters_is_read():
    network = weft.read(io.StringIO("source,target\na\ud800,b\n"))

    assert network.people.ids == ("a\ufffd", "b")


def test_a_name_that_is_not_utf_8_can_be_shown(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.csv"
    with open(path, "wb") as file:  # noqa: PTH123  (a name of bytes)
        file.write(b"source,target\na,b\nb,c\n")

    network = weft.read(os.fsdecode(path))

    assert network.name == "caf\ufffd"
    assert weft.portrait(network).to_html().encode()
