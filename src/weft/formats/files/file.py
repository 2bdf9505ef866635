"""A file to read: opened once, unpacked where it is compressed, refused with a reason."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TextIO

from weft.formats.files.characters import bytes_of_text, with_whole_characters
from weft.formats.files.gzipped import GZIP, MOST_UNPACKED, all_unpacked, unpacked
from weft.network import InvalidDataError, Problem, UnreadableFileError, quoted

PathLike = str | os.PathLike[str]
Readable = PathLike | BinaryIO | TextIO

HEAD = 65_536
"""How many bytes are looked at to recognise a format."""

STREAM = "the stream"


@dataclass(frozen=True, eq=False)
class File:
    """A file, or a folder that is read as one; its bytes are fetched when first asked for.

    Attributes
    ----------
    origin : str
        The path as it was given; what messages call it.
    path : Path or None
        Where it lies, unless it came as a stream.
    content : bytes or None
        The bytes of a stream, as they came.
    """

    origin: str
    path: Path | None = None
    content: bytes | None = None

    @property
    def is_folder(self) -> bool:
        """Whether this is a folder, such as a mailbox or a repository; it has no bytes."""
        return self.content is None and self.path is not None and self.path.is_dir()

    @cached_property
    def data(self) -> bytes:
        """All bytes, unpacked where the file is compressed with gzip."""
        if self.is_folder:
            return b""
        data = _bytes_of(self)
        if data[:2] != GZIP:
            return data
        return all_unpacked(self.origin, BytesIO(data), len(data))

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB, unpacked; of a large file nothing else is read for this."""
        if self.content is not None or self.path is None or "data" in vars(self):
            return self.data[:HEAD]
        if self.is_folder:
            return b""
        raw = _bytes_of(self, HEAD)
        if raw[:2] != GZIP:
            return raw
        with self.stream() as stream:
            return stream.read(HEAD)

    def stream(self) -> BinaryIO:
        """Return a stream of the bytes, unpacked: from the disk where they lie there.

        Raises
        ------
        UnreadableFileError
            If the file cannot be opened; and on the way, if compressed data are damaged.
        """
        if self.content is not None or self.path is None or "data" in vars(self):
            return BytesIO(self.data)
        packed = _bytes_of(self, len(GZIP)) == GZIP
        stream = self.path.open("rb")
        return unpacked(self.origin, stream, self.size) if packed else stream

    @property
    def size(self) -> int:
        """How many bytes there are, before unpacking."""
        if self.content is not None:
            return len(self.content)
        return self.path.stat().st_size if self.path is not None and not self.is_folder else 0

    @property
    def extension(self) -> str:
        """What the name ends in, in lower case and without ``.gz``, such as ``.csv``."""
        name = Path(self.origin).name.lower().removesuffix(".gz")
        return ".weft.zip" if name.endswith(".weft.zip") else Path(name).suffix

    @property
    def stem(self) -> str:
        """What to call a network that stands in this file."""
        if self.origin == STREAM:
            return "network"
        path = Path(self.origin)
        stem = path.name.split(".")[0]
        if stem.lower() in GENERIC_STEMS and path.absolute().parent.name:
            return path.absolute().parent.name
        return stem or path.absolute().name

    def beside(self, name: str) -> File | None:
        """Return the file of another name in the same folder, if there is one.

        Neither the name nor a link leads out of the folder.
        """
        if self.path is None:
            return None
        return _within(self.path.parent, name, Path(self.origin).parent)

    def inside(self, name: str) -> File | None:
        """Return a file in this folder, if there is one of that name; no link leads out of it."""
        if not self.is_folder or self.path is None:
            return None
        return _within(self.path, name, Path(self.origin))


def _within(folder: Path, name: str, shown: Path) -> File | None:
    try:
        found = (folder / name).resolve(strict=True)
        is_there = found.is_file() and found.is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, links in a circle
        return None
    return File(str(shown / name), folder / name) if is_there else None


GENERIC_STEMS = frozenset({"ties", "edges", "edgelist", "links", "relations", "reports", "network"})
"""Names that many files have; the folder tells more."""


def opened(source: Readable) -> File:
    """Return a file that is there and holds something; its bytes are read when they are needed.

    Raises
    ------
    UnreadableFileError
        If there is no such file, it may not be read or is damaged.
    InvalidDataError
        If it is empty.
    """
    if isinstance(source, str | os.PathLike):
        origin, path = with_whole_characters(os.fspath(source)), Path(source)
        piped = _piped(origin, path)
        file = File(origin, path) if piped is None else File(origin, content=piped)
    else:
        content = source.read()
        name = getattr(source, "name", None)
        origin = with_whole_characters(name) if isinstance(name, str) else STREAM
        content = bytes_of_text(content) if isinstance(content, str) else content
        file = File(origin, content=content)
    if not file.is_folder and not file.head.strip(b" \t\r\n\xef\xbb\xbf"):
        rest = file.data.strip(b" \t\r\n\xef\xbb\xbf")
        if not rest:
            found = "only blank space" if file.data else "an empty file"
            raise InvalidDataError([empty(file.origin, found)])
    return file


def empty(origin: str, found: str) -> Problem:
    """Return the problem of a file in which there is nothing to read."""
    return Problem(
        kind="empty",
        origin=origin,
        found=found,
        expected="a table with a row of headings and a row for each tie or person",
        mend="Check that the export finished and that this is the right file.",
    )


def _piped(origin: str, path: Path) -> bytes | None:
    """Return what comes out of a pipe, which can be read once only; None for a file or folder."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return None  # reading it will say why
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    if not stat.S_ISFIFO(mode):
        found, mend = "a device or a socket", "Name the file with the data."
    else:
        content = _bytes_of(File(origin, path), MOST_UNPACKED + 1)
        if len(content) <= MOST_UNPACKED:
            return content
        found, mend = "a pipe that does not end", "Write the data to a file, and name that."
    raise UnreadableFileError(f"{origin}: found {found}, expected a file to read. {mend}")


def _bytes_of(file: File, most: int = -1) -> bytes:
    """Return the bytes of a file as they lie there, all or the first so many."""
    if file.content is not None:
        return file.content
    origin, path = file.origin, file.path
    assert path is not None  # noqa: S101  (a file has a path or content)
    try:
        with path.open("rb") as stream:
            return stream.read(most)
    except FileNotFoundError:
        message = f"{origin}: found no such file, expected a file to read. {_near(path)}"
    except PermissionError:
        message = (
            f"{origin}: found a file that may not be read, expected one that may. "
            "Ask its owner for the right to read it."
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = (
            f"{origin}: found a file that cannot be read ({reason}), expected one that can. "
            "Copy it to another place and try again."
        )
    raise UnreadableFileError(message)


def _near(path: Path) -> str:
    """Return what to do about a file that is not there."""
    if not path.parent.is_dir():
        return "Its folder is not there either; check the path."
    alike = [
        other.name
        for other in sorted(path.parent.iterdir())
        if other.stem.lower() == path.stem.lower()
    ]
    return f"Did you mean {quoted(alike[0])}?" if alike else "Check the name and the folder."


KNOWN_BINARY = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a workbook or another zip archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet table",
    b"BZh": "an archive (bzip2)",
    b"\xfd7zXZ": "an archive (xz)",
    b"7z\xbc\xaf": "an archive (7-Zip)",
    b"\x7fELF": "a program",
}
TEXT_CONTROLS = bytes({7, 8, 9, 10, 11, 12, 13, 27})
FEW_CONTROLS, MOST_CONTROLS = 8, 0.02
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def binary_kind(head: bytes) -> str | None:
    """Return what a file that is no text looks like; None for text.

    Examples
    --------
    >>> binary_kind(b"%PDF-1.7"), binary_kind(b"source,target")
    ('a PDF document', None)
    """
    for start, kind in KNOWN_BINARY.items():
        if head.startswith(start):
            return kind
    if head.startswith(BYTE_ORDER_MARKS):
        return None
    controls = bytes(set(range(32)) - set(TEXT_CONTROLS))
    count = len(head) - len(head.translate(None, controls))
    return "binary data" if count > FEW_CONTROLS + MOST_CONTROLS * len(head) else None
