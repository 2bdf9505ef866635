"""Text whose cells stand apart by blank space, with comments on lines of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from weft.formats.files.text import as_utf8
from weft.formats.plain.delimited import SPACE, table_of_text
from weft.network import InvalidDataError

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.roles.table import Table

COMMENT = re.compile(rb"(?m)^[ ]*[#%][^\n]*")
WHOLE_NUMBER = re.compile(rb"[+-]?\d+")
NUMBER = re.compile(rb"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
MOST_ROWS_LOOKED_AT = 200
MOST_COMMENTS = 100


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Spaced:
    """A table whose first row is data, or holds headings, and what its comments say.

    Attributes
    ----------
    table : Table
        As :func:`~weft.formats.plain.delimited.table_in` gives it.
    comments : tuple of str
        The first comments, without the mark that they begin with.
    """

    table: Table
    comments: tuple[str, ...]


def spaced_table_in(file: File, encoding: str | None = None) -> Spaced:
    """Return the table in a text of cells with spaces or tabs between them.

    Lines that begin with ``#`` or ``%`` are comments.

    Raises
    ------
    InvalidDataError
        If there is nothing but comments.
    """
    from weft.formats.files.file import empty

    data, notices = as_utf8(file, encoding)
    text = evenly_spaced(data)
    comments = tuple(_said(found.group()) for found in _first_comments(text))
    if comments:
        text = COMMENT.sub(b"", text)
    begun = text.lstrip(b"\n")
    if not begun:
        raise InvalidDataError([empty(file.origin, "nothing but comments")])
    skipped = len(text) - len(begun)
    table = table_of_text(file.origin, begun, SPACE, skipped=skipped)
    return Spaced(table=replace(table, notices=notices), comments=comments)


def evenly_spaced(data: bytes) -> bytes:
    r"""Return a text with one space between its cells and a new line after each row.

    Examples
    --------
    >>> evenly_spaced(b" 1\t 2 \r\n3  4\r\n")
    b'1 2\n3 4\n'
    """
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    data = data.replace(b"\t", b" ")
    while b"  " in data:
        data = data.replace(b"  ", b" ")
    return data.replace(b"\n ", b"\n").replace(b" \n", b"\n").strip(b" ")


def rows_at_the_beginning(head: bytes, most: int = MOST_ROWS_LOOKED_AT) -> list[list[bytes]]:
    r"""Return the cells of the first rows of a text, without comments and what is cut short.

    Examples
    --------
    >>> rows_at_the_beginning(b"# ties\n1 2\n2\t3\n")
    [[b'1', b'2'], [b'2', b'3']]
    """
    text = COMMENT.sub(b"", evenly_spaced(head.removeprefix(b"\xef\xbb\xbf")))
    lines = text.split(b"\n")
    if len(head) >= LONG and len(lines) > 1:
        lines.pop()
    return [line.split(b" ") for line in islice(filter(None, lines), most)]


LONG = 65_536
"""A beginning of a file as long as this may end within a row."""


def _first_comments(text: bytes) -> list[re.Match[bytes]]:
    found = []
    for match in COMMENT.finditer(text):
        found.append(match)
        if len(found) == MOST_COMMENTS:
            break
    return found


def _said(comment: bytes) -> str:
    return comment.decode().lstrip(" #%").strip()
