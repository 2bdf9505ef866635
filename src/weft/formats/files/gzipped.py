"""What gzip has packed, unpacked piece by piece: damage and bombs are refused on the way."""

from __future__ import annotations

import gzip
import zlib
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, BinaryIO

from weft.network import UnreadableFileError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP = b"\x1f\x8b"

CHUNK = 1 << 20
LARGEST_RATIO, ALWAYS_UNPACKED, MOST_UNPACKED = 100, 64 << 20, 2 << 30
"""How many times its size a compressed file may unpack to, or to how many bytes whatever its size;
and how many bytes at the very most. Text compresses three to twenty times."""


class _Unpacked(RawIOBase):
    """The unpacked bytes, counted."""

    def __init__(self, origin: str, packed: BinaryIO, size: int) -> None:
        self._origin, self._packed, self._size = origin, packed, size
        self._stream = gzip.GzipFile(fileobj=packed)
        self._most = min(MOST_UNPACKED, max(ALWAYS_UNPACKED, LARGEST_RATIO * size))
        self._done = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        try:
            read = self._stream.read(len(view))
        except (EOFError, OSError, zlib.error) as error:
            raise UnreadableFileError(
                f"{self._origin}: found compressed data that end early or are damaged, expected a "
                "whole gzip file. Copy or download it again."
            ) from error
        self._done += len(read)
        if self._done > self._most:
            raise UnreadableFileError(
                f"{self._origin}: found {self._size:,} bytes that unpack to more than "
                f"{self._most >> 20:,} MB, expected a compressed table. Unpack it yourself if you "
                "trust it."
            )
        view[: len(read)] = read
        return len(read)

    def close(self) -> None:
        self._packed.close()
        super().close()


def unpacked(origin: str, packed: BinaryIO, size: int) -> BinaryIO:
    """Return a stream of what a compressed stream of so many bytes holds; it closes that too.

    Reading it raises UnreadableFileError where the data are damaged, or far more than they should.
    """
    return BufferedReader(_Unpacked(origin, packed, size), CHUNK)


def all_unpacked(origin: str, packed: BinaryIO, size: int) -> bytes:
    """Return everything that a compressed stream holds."""
    whole = bytearray()
    with unpacked(origin, packed, size) as stream:
        while chunk := stream.read(CHUNK):
            whole += chunk
    return bytes(whole)
