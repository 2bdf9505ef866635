"""JSON, parsed with a reason where it is none."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import numpy as np

from weft.formats.files.file import File
from weft.formats.files.text import as_utf8
from weft.network import UnreadableFileError, quoted

if TYPE_CHECKING:
    from weft.formats.files.archive import Archive

DEEPEST = 100
"""How deep objects and lists may be nested; exports of networks stay below ten."""

STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)
"""A string, or one that never ends; written so that it never has to be tried twice."""

ALL_BUT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
HALF_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")


def json_in(file: File) -> Any:  # noqa: ANN401  (JSON holds anything)
    """Return the value that a JSON file holds.

    A key that stands twice in an object has its last value. ``NaN``, which is no JSON but what
    Python writes for a missing number, is None; ``Infinity`` is text, so that it is refused where a
    number must stand. Half a character (a lone surrogate) becomes U+FFFD.

    Raises
    ------
    UnreadableFileError
        If it is no JSON, has a number of thousands of digits, or is nested deeper than any export.
    """
    data, _ = as_utf8(file, None)
    if _is_too_deep(data):
        raise _too_deep(file.origin)
    try:
        value = json.loads(data, parse_constant=_constant)
    except json.JSONDecodeError as error:
        message = (
            f"{file.origin}, line {error.lineno}, column {error.colno}: found text that is not "
            f"JSON ({error.msg}), expected a whole file. Export it again."
        )
        raise UnreadableFileError(message) from error
    except RecursionError as error:
        raise _too_deep(file.origin) from error
    except ValueError as error:
        message = (
            f"{file.origin}: found a number of thousands of digits, expected an export of a "
            "network. Do not trust this file."
        )
        raise UnreadableFileError(message) from error
    return _with_whole_characters(value) if HALF_CHARACTER.search(data) else value


def json_inside(archive: Archive, name: str) -> Any:  # noqa: ANN401  (the same)
    """Return the value that a JSON file in an archive holds."""
    return json_in(File(f"{archive.origin}, {quoted(name)[1:-1]}", content=archive.read(name)))


def begins_like_json(file: File, *words: str) -> bool:
    """Return whether a file begins like JSON and has each of these words, quoted, near there."""
    head = file.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head[:1] in (b"{", b"[") and all(f'"{word}"'.encode() in head for word in words)


def _is_too_deep(data: bytes) -> bool:
    if data.count(b"[") + data.count(b"{") <= DEEPEST:
        return False
    brackets = np.frombuffer(STRING.sub(b"", data).translate(None, ALL_BUT_BRACKETS), np.uint8)
    opening = (brackets == ord("[")) | (brackets == ord("{"))
    return bool(np.cumsum(np.where(opening, 1, -1), dtype=np.int32).max(initial=0) > DEEPEST)


def _too_deep(origin: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"{origin}: found JSON that is nested more than {DEEPEST} deep, expected an export of a "
        "network. Do not trust this file."
    )


def _constant(word: str) -> str | None:
    return None if word == "NaN" else word


def _with_whole_characters(value: object) -> object:
    """Return a value in which half a character is replaced by the sign for that."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return json.loads(whole)
    return value
