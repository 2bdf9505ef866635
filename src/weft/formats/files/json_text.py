"""JSON, parsed with a reason where it is none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from weft.formats.files.file import File
from weft.formats.files.text import as_utf8
from weft.network import UnreadableFileError

if TYPE_CHECKING:
    from weft.formats.files.archive import Archive


def json_in(file: File) -> Any:  # noqa: ANN401  (JSON holds anything)
    """Return the value that a JSON file holds.

    Raises
    ------
    UnreadableFileError
        If it is no JSON, or nested deeper than any export is.
    """
    data, _ = as_utf8(file, None)
    try:
        return json.loads(data)
    except json.JSONDecodeError as error:
        message = (
            f"{file.origin}, line {error.lineno}, column {error.colno}: found text that is not JSON "
            f"({error.msg}), expected a whole file. Export it again."
        )
        raise UnreadableFileError(message) from error
    except RecursionError as error:
        message = (
            f"{file.origin}: found JSON that is nested too deep, expected an export of a network. "
            "Do not trust this file."
        )
        raise UnreadableFileError(message) from error


def json_inside(archive: Archive, name: str) -> Any:  # noqa: ANN401  (the same)
    """Return the value that a JSON file in an archive holds."""
    return json_in(File(f"{archive.origin}, {name}", content=archive.read(name)))


def begins_like_json(file: File, *words: str) -> bool:
    """Return whether a file begins like JSON and has each of these words, quoted, near its start."""
    head = file.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head[:1] in (b"{", b"[") and all(f'"{word}"'.encode() in head for word in words)
