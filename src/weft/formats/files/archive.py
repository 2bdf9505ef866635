"""Zip archives, checked before a byte of them is unpacked."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from weft.network import UnreadableFileError, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weft.formats.files.file import File

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
REPLACED, MANY_REPLACED = "\ufffd".encode(), 8
"""What a program writes for bytes that are no text; in packed data these three hardly ever stand
together."""

LISTED = b"PK\x01\x02"
LOCAL_HEAD = 30
"""How many bytes stand before the name of a file: the last four are the lengths of what follows."""

ZIP64 = 0xFFFFFFFF
"""What stands for a size that needs more room."""

ENCRYPTED = 0b1
DRIVE = re.compile(r"[A-Za-z]:")
PIECE, CHUNK = 1 << 16, 1 << 20
"""How many bytes are unpacked at once, and how many may come of it."""

HARMLESS = 1 << 20
"""Unpacked bytes that no ratio makes suspicious: a small file of one letter packs very well."""

DAMAGED = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error)
"""What zipfile raises of broken bytes: it checks signatures, and trusts the numbers behind them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large an archive may be before it is refused.

    Attributes
    ----------
    entries : int
        How many files it may hold.
    unpacked : int
        How many bytes they may be together, unpacked.
    ratio : int
        How many times larger than packed.
    """

    entries: int
    unpacked: int
    ratio: int = 100


WORKBOOK = Limits(entries=200, unpacked=200 << 20)
"""What a person may open on their own machine; a server that takes uploads should allow less."""

EXPORT = Limits(entries=100_000, unpacked=2 << 30)
"""A chat export has a file for each channel and day."""


def is_zip(file: File) -> bool:
    """Return whether the content begins like a zip archive, and was not saved as text since."""
    return file.head.startswith((ZIP, EMPTY_ZIP)) and file.head.count(REPLACED) < MANY_REPLACED


def names_in(file: File) -> frozenset[str]:
    """Return the names in a zip archive; none for anything else, and for a damaged one."""
    if not is_zip(file) or _how_many(file.data) > EXPORT.entries:
        return frozenset()
    try:
        with zipfile.ZipFile(BytesIO(file.data)) as archive:
            return frozenset(archive.namelist())
    except DAMAGED:
        return frozenset()


class Archive:
    """The files in a zip archive that has passed the limits.

    ``unnamed`` keeps the names of those files out of messages: in a log they can be names of
    channels or people.

    Raises
    ------
    UnreadableFileError
        If the archive is damaged, encrypted, larger than the limits, names a place outside, or
        holds a link or two files of one name.
    """

    def __init__(self, file: File, limits: Limits, *, unnamed: bool = False) -> None:
        self.origin = file.origin
        self.limits = limits
        self._unnamed = unnamed
        self._data = file.data
        self._check_count(_how_many(self._data))
        try:
            with zipfile.ZipFile(BytesIO(self._data)) as archive:
                listed = archive.infolist()
        except DAMAGED as error:
            raise self._refused(f"a damaged zip archive ({error})", "Export it again.") from error
        self._check_count(len(listed))
        entries = [entry for entry in listed if not entry.filename.endswith("/")]
        self._check_size(sum(entry.file_size for entry in entries))
        for entry in entries:
            self._check(entry)
        self._entries = {entry.filename: entry for entry in entries}
        if len(self._entries) < len(entries):
            raise self._refused("an archive with two files of one name", "Export it again.")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files, in the order of the archive."""
        return tuple(self._entries)

    def size(self, name: str) -> int:
        """Return how many bytes a file says it has, unpacked."""
        return self._entries[name].file_size

    def read(self, name: str) -> bytes:
        """Return one file, unpacked; it must be as large as it says, and undamaged."""
        return b"".join(self._chunks(self._entries[name]))

    def check_whole(self) -> None:
        """Unpack every file once, for a reader that hands the archive on to another package.

        What that package unpacks is then what the archive says, and within the limits.
        """
        for entry in self._entries.values():
            for _ in self._chunks(entry):
                pass

    def _chunks(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        """Yield a file piece by piece; never more of it than it says."""
        head = self._data[entry.header_offset : entry.header_offset + LOCAL_HEAD]
        if len(head) < LOCAL_HEAD or not head.startswith(ZIP):
            raise self._damaged(entry, "its beginning is not there")
        start = entry.header_offset + LOCAL_HEAD + sum(struct.unpack("<HH", head[26:]))
        packed = memoryview(self._data)[start : start + entry.compress_size]
        size = check = 0
        try:
            for chunk in _inflated(packed) if entry.compress_type else (bytes(packed),):
                size, check = size + len(chunk), zlib.crc32(chunk, check)
                if size > entry.file_size:
                    found = f"{self._name(entry)} larger than it says"
                    raise self._refused(found, "Do not trust this file.")
                yield chunk
        except zlib.error as error:
            raise self._damaged(entry, str(error)) from error
        if size < entry.file_size or check != entry.CRC:
            raise self._damaged(entry, "it ends early" if size < entry.file_size else "checksum")

    def _check_count(self, count: int) -> None:
        most = self.limits.entries
        if count > most:
            found = f"an archive of {count:,} files (at most {most:,} are read)"
            raise self._refused(found, "Export a smaller part.")

    def _check_size(self, unpacked: int) -> None:
        limits, packed = self.limits, max(len(self._data), 1)
        if unpacked > limits.unpacked:
            most = limits.unpacked >> 20
            found = f"an archive of {unpacked >> 20:,} MB unpacked (at most {most:,} MB are read)"
            raise self._refused(found, "Export a smaller part, or save the tables as CSV.")
        if unpacked > max(limits.ratio * packed, HARMLESS):
            found = f"an archive that unpacks to {unpacked // packed:,} times its size"
            raise self._refused(found, "Do not trust this file.")

    def _check(self, entry: zipfile.ZipInfo) -> None:
        parts = entry.filename.replace("\\", "/").split("/")
        if not parts[0] or ".." in parts or DRIVE.match(parts[0]):
            found = f"an archive with a file outside of itself ({self._name(entry)})"
            raise self._refused(found, "Do not trust this file.")
        if stat.S_ISLNK(entry.external_attr >> 16):
            found = f"an archive with a link ({self._name(entry)})"
            raise self._refused(found, "Do not trust this file.")
        if entry.flag_bits & ENCRYPTED:
            raise self._refused("an encrypted archive", "Save it without a password.")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            found = f"{self._name(entry)} packed in an unusual way"
            raise self._refused(found, "Pack it again as an ordinary zip archive.")

    def _name(self, entry: zipfile.ZipInfo) -> str:
        return "a file in it" if self._unnamed else quoted(entry.filename)

    def _damaged(self, entry: zipfile.ZipInfo, why: str) -> UnreadableFileError:
        return self._refused(f"a damaged {self._name(entry)} ({why})", "Export it again.")

    def _refused(self, found: str, mend: str) -> UnreadableFileError:
        return UnreadableFileError(f"{self.origin}: found {found}, expected a whole one. {mend}")


def _inflated(packed: memoryview) -> Iterator[bytes]:
    """Yield what is packed by deflate in pieces, so that a bomb can be stopped in time."""
    method = zlib.decompressobj(-zlib.MAX_WBITS)
    for start in range(0, len(packed), PIECE):
        left: bytes | memoryview = packed[start : start + PIECE]
        while left and not method.eof:
            yield method.decompress(left, CHUNK)
            left = method.unconsumed_tail
    while chunk := method.decompress(b"", CHUNK):
        yield chunk


def _how_many(data: bytes) -> int:
    """Return how many files an archive lists, before anything is made of the list.

    A list of a million files takes Python a second and a gigabyte.
    """
    end = data.rfind(EMPTY_ZIP)
    size = int.from_bytes(data[end + 12 : end + 16], "little") if end >= 0 else 0
    return data.count(LISTED, max(0, end - size)) if size != ZIP64 else data.count(LISTED)
