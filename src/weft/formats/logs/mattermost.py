"""Mattermost exports (``mmctl export``): replies, mentions and reactions in public channels."""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from weft.formats.files.archive import EXPORT, Archive, is_zip, names_in
from weft.formats.format import Format
from weft.formats.logs.chat import (
    CHECK,
    MENTIONS,
    NO_DATE,
    NO_TIES,
    NOT_READ,
    PRIVATE,
    REACTS,
    REPLIES,
    STRANGE,
    SYSTEM,
    list_at,
    number_at,
    text_at,
)
from weft.formats.logs.happenings import Happenings, day_of
from weft.formats.logs.unpacked import read_unnamed
from weft.network import InvalidDataError, Problem, UnreadableFileError

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables

LINES = ".jsonl"
VERSION = re.compile(rb'^\s*\{\s*"type"\s*:\s*"version"\s*,\s*"version"\s*:')
MENTION = re.compile(r"(?<![\w@.])@([a-z0-9][a-z0-9._-]*)", re.IGNORECASE)
FIRST = 200
BETWEEN_TOLD = 1_000


def _recognises(file: File) -> bool:
    if file.is_folder:
        return False
    if not is_zip(file):
        return VERSION.match(file.head[:FIRST]) is not None
    names = [name for name in names_in(file) if name.endswith(LINES)]
    return len(names) == 1 and VERSION.match(_begin_of(file, names[0])) is not None


def _begin_of(file: File, name: str) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(file.data)) as archive, archive.open(name) as stream:
            return stream.read(FIRST)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, EOFError, ValueError, KeyError):
        return b""


def _read(file: File, reading: Reading) -> Tables:
    export = _Export(Happenings(file, reading))
    content = _lines_of(file)
    begin, number = 0, 0
    while begin < len(content):
        end = content.find(b"\n", begin)
        end = len(content) if end < 0 else end
        number += 1
        export.add_line(content[begin:end], number)
        begin = end + 1
        if reading.tell is not None and (number % BETWEEN_TOLD == 0 or begin >= len(content)):
            reading.tell(min(begin, len(content)), len(content))
    return export.tables()


def _lines_of(file: File) -> bytes:
    """Return the lines of the export, out of the archive where it is one."""
    if not is_zip(file):
        return file.data
    archive = Archive(file, EXPORT, unnamed=True)
    names = [name for name in archive.names if name.endswith(LINES)]
    if len(names) != 1:
        raise UnreadableFileError(
            f"{file.origin}: found an archive with {len(names)} files that end in {LINES}, "
            "expected one, as mmctl export makes it. Export it again."
        )
    return read_unnamed(archive, names[0], file.origin, "the list of messages")


class _Export:
    """The lines of one export, which tell of channels and users before their messages."""

    def __init__(self, happenings: Happenings) -> None:
        self._happenings = happenings
        self._mails: dict[str, str] = {}
        self._robots: set[str] = set()
        self._private: set[tuple[str, str]] = set()

    def add_line(self, line: bytes, number: int) -> None:
        """Add what a line tells."""
        if not line.strip():
            return
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            entry = self._happenings  # what no JSON is
        if entry is self._happenings:
            raise InvalidDataError([self._no_json(number)])
        kind = text_at(entry, "type")
        content = entry.get(kind) if isinstance(entry, dict) else None
        if kind == "user":
            self._mails[text_at(content, "username").lower()] = text_at(content, "email")
        elif kind == "bot":
            self._robots.add(text_at(content, "username").lower())
        elif kind == "channel" and text_at(content, "type") != "O":
            self._private.add((text_at(content, "team"), text_at(content, "name")))
            self._happenings.left_out[PRIVATE] += 1
        elif kind == "direct_channel":
            self._happenings.left_out[PRIVATE] += 1
        elif kind == "post":
            if isinstance(content, dict):
                self._add_post(content)
            else:
                self._happenings.left_out[STRANGE] += 1

    def _no_json(self, number: int) -> Problem:
        return Problem(
            kind="not-json",
            origin=self._happenings.origin,
            row=number,
            found="a line that is not JSON",
            expected="a whole line of an export by mmctl",
            mend="Export it again.",
        )

    def _add_post(self, post: dict[str, Any]) -> None:
        if (text_at(post, "team"), text_at(post, "channel")) in self._private:
            return
        author = self._add_message(post)
        for reply in list_at(post, "replies"):
            answering = self._add_message(reply)
            day = self._day(reply)
            if author and answering and day is not None:
                self._tie(REPLIES, answering, author, day)

    def _add_message(self, message: object) -> str:
        """Add a message with its mentions and reactions; return who wrote it, if it counts."""
        author, day = text_at(message, "user").lower(), self._day(message)
        if not author or author in self._robots or text_at(message, "type").startswith("system_"):
            self._happenings.left_out[SYSTEM] += 1
            return ""
        if day is None:
            self._happenings.left_out[NO_DATE] += 1
            return ""
        self._happenings.takes_part(self._number(author), day)
        for mentioned in self._mentioned(text_at(message, "message")):
            self._tie(MENTIONS, author, mentioned, day)
        for reaction in list_at(message, "reactions"):
            user, when = text_at(reaction, "user").lower(), self._day(reaction)
            if user:
                self._tie(REACTS, user, author, day if when is None else when)
        return author

    def _mentioned(self, text: str) -> list[str]:
        """Return the users whose names stand after an @; a name may be followed by a full stop."""
        found = []
        for name in MENTION.findall(text):
            user = name.lower()
            while user and user not in self._mails and user[-1] in "._-":
                user = user[:-1]
            if user in self._mails:
                found.append(user)
        return list(dict.fromkeys(found))

    def _day(self, message: object) -> int | None:
        milliseconds = number_at(message, "create_at")
        return None if milliseconds is None else day_of(milliseconds / 1000)

    def _tie(self, relation: str, source: str, target: str, day: int) -> None:
        if source not in self._robots and target not in self._robots:
            self._happenings.tie(relation, self._number(source), self._number(target), day)

    def _number(self, user: str) -> int:
        return self._happenings.accounts.number(user, self._mails.get(user, ""))

    def tables(self) -> Tables:
        return self._happenings.tables(NO_TIES, CHECK)


MATTERMOST = Format(
    name="mattermost",
    title="a Mattermost export",
    about=(
        "The lines that mmctl export writes, or the zip around them: replies, mentions and "
        "reactions in public channels, people under pseudonyms."
    ),
    extensions=(LINES, ".zip"),
    not_read=NOT_READ,
    recognises=_recognises,
    guarded=True,
    takes_key=True,
    read=_read,
)
