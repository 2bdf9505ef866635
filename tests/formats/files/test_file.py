"""Compressed files are unpacked within limits."""

import gzip
import zlib

import pytest

from weft.formats.files.file import ALWAYS_UNPACKED, File
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
