"""Zip archives, checked before a byte of them is unpacked."""

from __future__ import annotations

import stat
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from weft.network import UnreadableFileError, quoted

if TYPE_CHECKING:
    from weft.formats.files.file import File

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"


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
EXPORT = Limits(entries=100_000, unpacked=2 << 30)
"""A chat export has a file for each channel and day."""


def is_zip(file: File) -> bool:
    """Return whether the content begins like a zip archive."""
    return file.head.startswith((ZIP, EMPTY_ZIP))


def names_in(file: File) -> frozenset[str]:
    """Return the names in a zip archive; none for anything else, and for a damaged one."""
    if not is_zip(file):
        return frozenset()
    try:
        with zipfile.ZipFile(BytesIO(file.data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return frozenset()


class Archive:
    """The files in a zip archive that has passed the limits.

    Raises
    ------
    UnreadableFileError
        If the archive is damaged, encrypted, larger than the limits, or names a place outside.
    """

    def __init__(self, file: File, limits: Limits) -> None:
        self.origin = file.origin
        self.limits = limits
        try:
            self._zip = zipfile.ZipFile(BytesIO(file.data))
            entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self._refused(f"a damaged zip archive ({error})", "Export it again.") from error
        self._check(entries, len(file.data))
        self._entries = {entry.filename: entry for entry in entries}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files, in the order of the archive."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """Return one file, unpacked."""
        entry = self._entries[name]
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(entry.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError) as error:
            raise self._refused(
                f"a damaged {quoted(name)} ({error})", "Export it again."
            ) from error
        if len(data) > entry.file_size:
            raise self._refused(f"{quoted(name)} larger than it says", "Do not trust this file.")
        return data

    def _check(self, entries: list[zipfile.ZipInfo], packed: int) -> None:
        limits = self.limits
        if len(entries) > limits.entries:
            found = f"an archive of {len(entries):,} files (at most {limits.entries:,} are read)"
            raise self._refused(found, "Export a smaller part.")
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > limits.unpacked:
            most = limits.unpacked >> 20
            found = f"an archive of {unpacked >> 20:,} MB unpacked (at most {most:,} MB are read)"
            raise self._refused(found, "Export a smaller part, or save the tables as CSV.")
        if unpacked > limits.ratio * max(packed, 1):
            found = f"an archive that unpacks to {unpacked // max(packed, 1):,} times its size"
            raise self._refused(found, "Do not trust this file.")
        for entry in entries:
            parts = entry.filename.replace("\\", "/").split("/")
            if entry.filename.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
                found = f"an archive with a file outside of itself ({quoted(entry.filename)})"
                raise self._refused(found, "Do not trust this file.")
            if stat.S_ISLNK(entry.external_attr >> 16):
                found = f"an archive with a link ({quoted(entry.filename)})"
                raise self._refused(found, "Do not trust this file.")
            if entry.flag_bits & 1:
                raise self._refused("an encrypted archive", "Save it without a password.")

    def _refused(self, found: str, mend: str) -> UnreadableFileError:
        return UnreadableFileError(f"{self.origin}: found {found}, expected a whole one. {mend}")
