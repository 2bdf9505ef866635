"""From bytes to text: which encoding a file is in, said aloud where it had to be guessed."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import numpy as np

from weft.network import (
    InvalidDataError,
    InvalidRequestError,
    Notice,
    Problem,
    Problems,
    UnreadableFileError,
    quoted,
)

if TYPE_CHECKING:
    from weft.formats.files.file import File

UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def as_utf8(file: File, encoding: str | None) -> tuple[bytes, tuple[Notice, ...]]:
    """Return the text of a file as UTF-8 without a byte order mark, and what was assumed.

    Parameters
    ----------
    file : File
    encoding : str, optional
        What the file is in. Otherwise UTF-8, or UTF-16 where a byte order mark says so, or
        Windows-1252 with a notice.

    Raises
    ------
    UnreadableFileError
        If the bytes are no text in that encoding.
    InvalidDataError
        If there are NUL characters in it.
    """
    data, notices = _transcoded(file, encoding)
    if b"\x00" in data:
        raise InvalidDataError(_nul_characters(file.origin, data))
    return data, notices


def _transcoded(file: File, encoding: str | None) -> tuple[bytes, tuple[Notice, ...]]:
    if encoding is not None:
        return _decoded(file, _known(encoding)), ()
    data = file.data.removeprefix(codecs.BOM_UTF8)
    for mark, name in UTF_16.items():
        if data.startswith(mark):
            return _decoded(file, name), ()
    if _is_utf8(data):
        return data, ()
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        message = (
            f"{file.origin}: found bytes that are neither UTF-8 nor Windows-1252 (the first is "
            f"0x{data[error.start]:02x} at byte {error.start:,}), expected text. Say which "
            "encoding the file is in, such as --encoding cp1250, or save it as UTF-8."
        )
        raise UnreadableFileError(message) from error
    notice = Notice(
        kind="encoding",
        text=(
            f"{file.origin} is not UTF-8; it was read as Windows-1252. If names look wrong, say "
            "which encoding it is in, such as --encoding cp1250."
        ),
        count=1,
    )
    return text.encode(), (notice,)


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)  # also refuses codecs that are no encodings of text, such as hex
    except LookupError as error:
        message = (
            f"There is no encoding {quoted(encoding)}; use a name such as utf-8, utf-16, cp1252, "
            "iso-8859-15 or shift_jis."
        )
        raise InvalidRequestError(message) from error
    return encoding


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _decoded(file: File, encoding: str) -> bytes:
    try:
        return file.data.decode(encoding).removeprefix("\ufeff").encode()
    except UnicodeError as error:
        message = (
            f"{file.origin}: found bytes that are no text in the encoding {quoted(encoding)}, "
            "expected text. Say which encoding the file is in, or save it as UTF-8."
        )
        raise UnreadableFileError(message) from error


def _nul_characters(origin: str, data: bytes) -> tuple[Problem, ...]:
    """Return a problem for each line in which there is a NUL character."""
    content = np.frombuffer(data, dtype=np.uint8)
    new_line = (content == ord("\n")) if b"\n" in data else (content == ord("\r"))
    rows = 1 + np.searchsorted(np.flatnonzero(new_line), np.flatnonzero(content == 0))
    problems = Problems()
    problems.add_rows(
        "nul-character",
        np.unique(rows),
        lambda row: Problem(
            kind="nul-character",
            origin=origin,
            row=row,
            found="a NUL character",
            expected="text",
            mend="Export the file again: it is damaged, or not the text it seems to be.",
        ),
    )
    return problems.kept()
