"""Mails as files of their own: a Maildir, a folder of ``.eml`` or ``.mbox`` files, one ``.eml``."""

from __future__ import annotations

import os
import re
from itertools import islice
from typing import TYPE_CHECKING

from weft.formats.files.folder import regular_files_under
from weft.formats.format import Format
from weft.formats.logs.mail_headers import MOST_HEADERS, mail_in
from weft.formats.logs.mail_ties import NOT_READ, MailTies
from weft.formats.logs.mbox import END_OF_HEAD, add_mails
from weft.network import UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables

FOLDERS = ("cur", "new")
SINGLE, MANY = ".eml", (".mbox", ".mbx")
MOST_LOOKED_AT = 1_000
FIRST_READ = 16_384
BETWEEN_TOLD = 100
MAIL_HEADER = re.compile(
    rb"(?:^|\n)(?:Return-Path|Received|Date|From|To|Cc|Message-ID|Subject|MIME-Version"
    rb"|Delivered-To)[ \t]*:",
    re.IGNORECASE,
)
UNREADABLE = "files that cannot be read"


def _recognises(file: File) -> bool:
    if file.is_folder:
        return _holds_mail(file)
    begin = file.head[:FIRST_READ].lstrip(b"\xef\xbb\xbf\r\n")
    end = END_OF_HEAD.search(begin)
    head = begin[: end.start()] if end else begin
    names = {match.group().strip(b"\r\n\t :").lower() for match in MAIL_HEADER.finditer(head)}
    return b"from" in names and len(names) >= 3 and _is_header(head)


def _is_header(head: bytes) -> bool:
    return re.match(rb"[!-9;-~]+[ \t]*:", head) is not None


def _holds_mail(file: File) -> bool:
    """Return whether a folder is a Maildir, or has a mail or an archive among its first files."""
    assert file.path is not None  # noqa: S101  (a folder has a path)
    if all((file.path / name).is_dir() for name in FOLDERS):
        return True
    try:
        with os.scandir(file.path) as entries:
            names = [entry.name.lower() for entry in islice(entries, MOST_LOOKED_AT)]
    except OSError:
        return False
    return any(name.endswith((SINGLE, *MANY)) for name in names)


def _mails_under(folder: Path) -> list[Path]:
    """Return the files with mails in a folder and those inside it; links are not followed."""
    return [
        path
        for path in regular_files_under(folder)
        if path.name.lower().endswith((SINGLE, *MANY)) or path.parent.name in FOLDERS
    ]


def _read(file: File, reading: Reading) -> Tables:
    ties = MailTies(file, reading)
    if not file.is_folder:
        ties.add(mail_in(_head(file.data.lstrip(b"\xef\xbb\xbf\r\n"))))
        return ties.tables()
    assert file.path is not None  # noqa: S101  (a folder has a path)
    paths = _mails_under(file.path)
    if not paths:
        raise UnreadableFileError(
            f"{file.origin}: found a folder without mails, expected a Maildir or files that end in "
            ".eml or .mbox. Check that this is the right folder."
        )
    for done, path in enumerate(paths, start=1):
        _add(ties, path)
        if reading.tell is not None and (done % BETWEEN_TOLD == 0 or done == len(paths)):
            reading.tell(done, len(paths))
    return ties.tables()


def _add(ties: MailTies, path: Path) -> None:
    """Add the mails of one file; its name may say who wrote, so it goes into no message."""
    try:
        with path.open("rb") as stream:
            if path.suffix.lower() in MANY:
                add_mails(ties, stream)
                return
            data = stream.read(FIRST_READ)
            if END_OF_HEAD.search(data) is None:
                data += stream.read(MOST_HEADERS)
    except OSError:
        ties.leave_out(UNREADABLE)
        return
    ties.add(mail_in(_head(data)))


def _head(data: bytes) -> bytes:
    end = END_OF_HEAD.search(data, 0, MOST_HEADERS)
    return b"\n" + (data[: end.start()] if end else data[:MOST_HEADERS])


MAILDIR = Format(
    name="maildir",
    title="a folder of mails",
    about=(
        "Mail servers, and mails saved one by one or by month: a Maildir, a folder of .eml or "
        ".mbox files with the folders in it, or one .eml. People get pseudonyms."
    ),
    extensions=(".eml",),
    not_read=NOT_READ,
    recognises=_recognises,
    takes_key=True,
    read=_read,
)
