"""Mail archives in one file: mbox, as list archives, Gmail Takeout and mail programs write it.

Bodies are passed over in the bytes of the file: nothing of them becomes an object.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from weft.formats.format import Format
from weft.formats.logs.mail_headers import MOST_HEADERS, mail_in
from weft.formats.logs.mail_ties import NOT_READ, MailTies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables, Tell

CHUNK = 1 << 20
LINES = 2_000
"""How far the line that begins a mail and the one after it may reach."""

BEGIN = b"\nFrom "
END_OF_HEAD = re.compile(rb"\n\r?\n")
SEPARATOR = re.compile(
    rb"\nFrom (?:(?=[^\n]*\d:\d\d)[^\n]*+\n>?[!-9;-~]++[ \t]*:"
    rb"|\S*+[ \t\r]*+\n(?:Return-Path|Received|Date|From|To|Message-ID|Subject|MIME-Version"
    rb"|Delivered-To|Status|Sender|Reply-To|X-[!-9;-~]+|Content-Type|DKIM-Signature)[ \t]*:)",
    re.IGNORECASE,
)
"""A line in a text may begin with “From ” too, where a program forgot to mark it; one that begins a
mail has a time or a single word, and headers follow. The length that a mail may state is never
trusted."""


def heads_in(stream: BinaryIO, total: int = 0, tell: Tell | None = None) -> Iterator[bytes]:
    """Yield the head of each mail in an mbox, from the line end before its first header."""
    rest, done = b"\n", 0
    while True:
        chunk = stream.read(CHUNK)
        window = rest + chunk
        heads, used = _heads_in_window(window, last=not chunk)
        yield from heads
        if not chunk:
            return
        rest = window[used:]
        done += len(chunk)
        if tell is not None:
            tell(done, max(total, done))


def _heads_in_window(window: bytes, *, last: bool) -> tuple[list[bytes], int]:
    """Return the heads that end in a window, and from where on it is still to be looked at."""
    heads: list[bytes] = []
    at = 0
    while True:
        begin = window.find(BEGIN, at)
        if begin < 0:
            return heads, max(at, len(window) - len(BEGIN) + 1)
        within_reach = len(window) - begin
        if within_reach < LINES and not last:
            return heads, begin
        if SEPARATOR.match(window, begin, begin + LINES) is None:
            at = begin + len(BEGIN)
            continue
        end = END_OF_HEAD.search(window, begin + 1, begin + MOST_HEADERS)
        if end is None and within_reach < MOST_HEADERS and not last:
            return heads, begin
        stop = end.start() if end else min(begin + MOST_HEADERS, len(window))
        first_header = window.find(b"\n", begin + 1, stop)
        heads.append(window[first_header:stop] if first_header >= 0 else b"")
        at = stop


def add_mails(ties: MailTies, stream: BinaryIO, total: int = 0, tell: Tell | None = None) -> None:
    """Add every mail of an mbox."""
    for head in heads_in(stream, total, tell):
        ties.add(mail_in(head))


def looks_like_mbox(file: File) -> bool:
    """Return whether a file begins with a mail."""
    return SEPARATOR.match(b"\n" + file.head[:LINES]) is not None


def _read(file: File, reading: Reading) -> Tables:
    ties = MailTies(file, reading)
    with file.stream() as stream:
        add_mails(ties, stream, file.size, reading.tell)
    return ties.tables()


MBOX = Format(
    name="mbox",
    title="mbox",
    about=(
        "Archives of mailing lists, Gmail Takeout, folders of Thunderbird and Apple Mail: who "
        "wrote to whom and when, people under pseudonyms."
    ),
    extensions=(".mbox", ".mbx"),
    not_read=NOT_READ,
    recognises=looks_like_mbox,
    takes_key=True,
    read=_read,
)
