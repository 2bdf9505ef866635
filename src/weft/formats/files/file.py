"""A file to read: opened once, unpacked where it is compressed, refused with a reason."""

from __future__ import annotations

import gzip
import os
import zlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TextIO

from weft.network import InvalidDataError, Problem, UnreadableFileError, quoted

PathLike = str | os.PathLike[str]
Readable = PathLike | BinaryIO | TextIO

HEAD = 65_536
"""How many bytes are looked at to recognise a format."""

STREAM = "the stream"

GZIP = b"\x1f\x8b"

CHUNK = 1 << 20
LARGEST_RATIO, ALWAYS_UNPACKED, MOST_UNPACKED = 100, 64 << 20, 2 << 30
"""How many times its size a compressed file may unpack to, or to how many bytes whatever its size;
and how many bytes at the very most. Text compresses three to twenty times."""


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
        return _unpacked(self.origin, data) if data[:2] == GZIP else data

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB, unpacked; of a large file nothing else is read for this."""
        if self.content is not None or self.path is None or "data" in vars(self):
            return self.data[:HEAD]
        if self.is_folder:
            return b""
        raw = _bytes_of(self, HEAD)
        return self.data[:HEAD] if raw[:2] == GZIP else raw

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
        """Return the file of another name in the same folder, if there is one."""
        if self.path is None:
            return None
        other = self.path.with_name(name)
        return File(str(Path(self.origin).with_name(name)), other) if other.is_file() else None

    def inside(self, name: str) -> File | None:
        """Return a file in this folder, if there is one of that name."""
        if not self.is_folder or self.path is None:
            return None
        other = self.path / name
        return File(str(Path(self.origin) / name), other) if other.is_file() else None


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
        file = File(os.fspath(source), Path(source))
    else:
        content = source.read()
        name = getattr(source, "name", None)
        origin = name if isinstance(name, str) else STREAM
        content = content.encode() if isinstance(content, str) else content
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


def _unpacked(origin: str, data: bytes) -> bytes:
    most = min(MOST_UNPACKED, max(ALWAYS_UNPACKED, LARGEST_RATIO * len(data)))
    unpacked = bytearray()
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as stream:
            while len(unpacked) <= most and (chunk := stream.read(CHUNK)):
                unpacked += chunk
    except (EOFError, OSError, zlib.error) as error:
        message = (
            f"{origin}: found compressed data that end early or are damaged, expected a whole gzip "
            "file. Copy or download it again."
        )
        raise UnreadableFileError(message) from error
    if len(unpacked) > most:
        message = (
            f"{origin}: found {len(data):,} bytes that unpack to more than {most >> 20:,} MB, "
            "expected a compressed table. Unpack it yourself if you trust it."
        )
        raise UnreadableFileError(message)
    return bytes(unpacked)


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
