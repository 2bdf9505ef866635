"""Compressed data are unpacked piece by piece, and refused on the way."""

import gzip
import io

import pytest

from weft.formats.files.file import File, opened
from weft.formats.files.gzipped import ALWAYS_UNPACKED, CHUNK, all_unpacked, unpacked
from weft.network import UnreadableFileError


def test_a_stream_gives_what_was_packed_in_several_parts():
    content = bytes(range(256)) * 10_000
    packed = gzip.compress(content[:1_000]) + gzip.compress(content[1_000:])

    with unpacked("a.gz", io.BytesIO(packed), len(packed)) as stream:
        assert stream.read(3) == content[:3]
        assert stream.read() == content[3:]
    assert all_unpacked("a.gz", io.BytesIO(packed), len(packed)) == content


DAMAGED = {
    "cut": lambda packed: packed[:-9],
    "spoilt": lambda packed: packed[:20] + bytes([packed[20] ^ 0xFF]) + packed[21:],
    "followed by rubbish": lambda packed: packed + b"rubbish",
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_damaged_data_are_refused(damage):
    packed = damage(gzip.compress(bytes(range(256)) * 9))

    with pytest.raises(UnreadableFileError) as refused:
        all_unpacked("a.csv.gz", io.BytesIO(packed), len(packed))

    assert str(refused.value) == (
        "a.csv.gz: found compressed data that end early or are damaged, expected a whole gzip "
        "file. Copy or download it again."
    )


def test_a_bomb_is_refused_before_all_of_it_is_unpacked():
    packed = gzip.compress(bytes(ALWAYS_UNPACKED + 2 * CHUNK))
    stream = unpacked("bomb.gz", io.BytesIO(packed), len(packed))

    assert len(stream.read(ALWAYS_UNPACKED)) == ALWAYS_UNPACKED
    with pytest.raises(UnreadableFileError) as refused:
        stream.read(2 * CHUNK)
    assert str(refused.value) == (
        f"bomb.gz: found {len(packed):,} bytes that unpack to more than 64 MB, expected a "
        "compressed table. Unpack it yourself if you trust it."
    )


def test_a_file_is_recognised_and_streamed_without_being_unpacked_whole(tmp_path):
    path = tmp_path / "long.txt.gz"
    content = bytes(range(256)) * 10_000
    path.write_bytes(gzip.compress(content))

    file = opened(path)

    assert file.head == content[:65_536]
    with file.stream() as stream:
        assert stream.read() == content
    assert "data" not in vars(file)
    assert file.data == content


def test_a_stream_of_plain_content_is_that_content(tmp_path):
    path = tmp_path / "plain.txt"
    path.write_bytes(b"plain")

    for file in (
        opened(path),
        File("s", content=b"plain"),
        File("s", content=gzip.compress(b"plain")),
    ):
        with file.stream() as stream:
            assert stream.read() == b"plain"
