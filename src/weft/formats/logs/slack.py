"""Slack exports: replies, mentions and reactions in public channels, by week."""

from __future__ import annotations

import re
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
    UNKNOWN,
    json_of,
    list_at,
    number_at,
    text_at,
    texts,
)
from weft.formats.logs.happenings import Happenings, day_of, monday_of
from weft.formats.logs.unpacked import Folder

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables

CHANNELS, USERS = "channels.json", ("users.json", "org_users.json")
OF_OTHERS = ("groups.json", "dms.json", "mpims.json")
DAY = re.compile(r"^(.+)/\d{4}-\d{2}-\d{2}\.json$")
MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")
WRITTEN = frozenset({"", "thread_broadcast", "me_message", "file_share", "file_comment"})
"""Kinds of messages that somebody wrote; the others tell of joining, leaving, topics, programs."""

ROBOT = "USLACKBOT"


def _recognises(file: File) -> bool:
    if file.is_folder:
        return file.inside(CHANNELS) is not None and any(map(file.inside, USERS))
    if not is_zip(file):
        return False
    names = {name.rpartition("/")[2] for name in names_in(file)}
    return CHANNELS in names and not names.isdisjoint(USERS)


def _read(file: File, reading: Reading) -> Tables:
    files = Folder(file) if file.is_folder else Archive(file, EXPORT, unnamed=True)
    export = _Export(files, Happenings(file, reading), file.origin)
    days = export.days()
    for done, name in enumerate(days, start=1):
        export.add_day(name, f"the day file number {done:,}")
        if reading.tell is not None:
            reading.tell(done, len(days))
    return export.tables()


class _Export:
    """The files of one export, read channel by channel."""

    def __init__(self, files: Archive | Folder, happenings: Happenings, origin: str) -> None:
        self._files, self._happenings, self._origin = files, happenings, origin
        listed = [name for name in files.names if name.rpartition("/")[2] == CHANNELS]
        self._root = min(listed, key=len).removesuffix(CHANNELS) if listed else ""
        self._handles: dict[str, tuple[str, ...]] = {}
        self._robots = {ROBOT}
        self._authors: dict[tuple[str, str], str] = {}
        self._replies: list[tuple[str, tuple[str, str], int]] = []
        for name in USERS:
            self._meet(name)

    def _listed(self, name: str) -> list[Any]:
        path = self._root + name
        if path not in self._files.names:
            return []
        found = json_of(self._content(path, name), self._origin, name)
        return found if isinstance(found, list) else []

    def _content(self, path: str, which: str) -> bytes:
        from weft.formats.logs.unpacked import read_unnamed

        return read_unnamed(self._files, path, self._origin, which)

    def _meet(self, users: str) -> None:
        """Learn who is who: the mail address and the user name may stand in the key instead."""
        for user in self._listed(users):
            account = text_at(user, "id")
            if isinstance(user, dict) and user.get("is_bot") is True:
                self._robots.add(account)
            self._handles[account] = (text_at(user, "profile", "email"), text_at(user, "name"))

    def days(self) -> list[str]:
        """Return the day files of public channels, in order; count the other channels."""
        public = {text_at(channel, "name") for channel in self._listed(CHANNELS)}
        private = sum(len(self._listed(name)) for name in OF_OTHERS)
        if private:
            self._happenings.left_out[PRIVATE] += private
        found = []
        for name in sorted(self._files.names):
            match = DAY.match(name.removeprefix(self._root))
            if name.startswith(self._root) and match and match.group(1) in public:
                found.append(name)
        return found

    def add_day(self, name: str, which: str) -> None:
        """Add the messages that a channel had on a day."""
        messages = json_of(self._content(name, which), self._origin, which)
        channel = name.rpartition("/")[0]
        for message in messages if isinstance(messages, list) else [None]:
            if isinstance(message, dict):
                self._add(message, channel)
            else:
                self._happenings.left_out[STRANGE] += 1

    def _add(self, message: dict[str, Any], channel: str) -> None:
        author, stamp = text_at(message, "user"), text_at(message, "ts")
        seconds = number_at(message, "ts")
        day = None if seconds is None else day_of(seconds)
        is_written = text_at(message, "subtype") in WRITTEN and "bot_id" not in message
        if not is_written or not author or author in self._robots:
            self._happenings.left_out[SYSTEM] += 1
            return
        if day is None:
            self._happenings.left_out[NO_DATE] += 1
            return
        week, person = monday_of(day), self._number(author)
        self._authors[channel, stamp] = author
        self._happenings.takes_part(person, week)
        thread = text_at(message, "thread_ts")
        if thread and thread != stamp:
            parent = text_at(message, "parent_user_id")
            self._authors.setdefault((channel, thread), parent) if parent else None
            self._replies.append((author, (channel, thread), week))
        for mentioned in dict.fromkeys(MENTION.findall(text_at(message, "text"))):
            self._tie(MENTIONS, author, mentioned, week)
        for reaction in list_at(message, "reactions"):
            for user in texts(list_at(reaction, "users")):
                self._tie(REACTS, user, author, week)

    def _tie(self, relation: str, source: str, target: str, week: int) -> None:
        if source not in self._robots and target not in self._robots:
            self._happenings.tie(relation, self._number(source), self._number(target), week)

    def _number(self, account: str) -> int:
        return self._happenings.accounts.number(account, *self._handles.get(account, ()))

    def tables(self) -> Tables:
        """Return the ties, with replies to whoever began the thread."""
        for author, thread, week in self._replies:
            if thread in self._authors:
                self._tie(REPLIES, author, self._authors[thread], week)
            else:
                self._happenings.left_out[UNKNOWN] += 1
        return self._happenings.tables(NO_TIES, CHECK)


SLACK = Format(
    name="slack",
    title="a Slack export",
    about=(
        "The zip that an owner of a Slack workspace exports, or its folder: replies, mentions and "
        "reactions in public channels, people under pseudonyms, dates by week."
    ),
    extensions=(".zip",),
    not_read=(*NOT_READ, "the day within the week"),
    recognises=_recognises,
    guarded=True,
    takes_key=True,
    read=_read,
)
