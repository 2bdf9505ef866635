"""Discourse: replies, from a query of its Data Explorer or from ``/posts.json``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weft.formats.files.json_text import begins_like_json
from weft.formats.format import Format
from weft.formats.logs.chat import (
    CHECK,
    NO_DATE,
    REPLIES,
    STRANGE,
    SYSTEM,
    json_of,
    list_at,
    number_at,
    text_at,
)
from weft.formats.logs.happenings import Happenings, day_written
from weft.network import InvalidDataError, Problem

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables

COLUMNS = ("username", "reply_to_username", "created_at")
ROBOTS = frozenset({"system", "discobot"})
REGULAR = 1
"""Posts of other types tell what moderators did."""


def _recognises(file: File) -> bool:
    if file.is_folder:
        return False
    return _is_json(file) or set(COLUMNS) <= {
        heading.strip().strip('"')
        for heading in file.head.partition(b"\n")[0].decode("utf-8", "replace").lower().split(",")
    }


def _is_json(file: File) -> bool:
    return begins_like_json(file, "latest_posts") or begins_like_json(file, "post_stream")


def _read(file: File, reading: Reading) -> Tables:
    happenings = Happenings(file, reading)
    if file.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        _add_posts(happenings, json_of(file.data, file.origin, "the list of posts"))
    else:
        _add_rows(happenings, file, reading)
    return happenings.tables("reply of one person to another", CHECK)


def _add_rows(happenings: Happenings, file: File, reading: Reading) -> None:
    """Add the answer to a query: a row for each post."""
    from weft.formats.plain.delimited import table_in

    table = table_in(file, encoding=reading.encoding)
    headings = [heading.strip().casefold() for heading in table.headings]
    missing = [name for name in COLUMNS if name not in headings]
    if missing:
        raise InvalidDataError([_missing(file.origin, missing[0])])
    columns = [table.columns[headings.index(name)].to_pylist() for name in COLUMNS]
    for author, answered, written in zip(*columns, strict=True):
        _add(happenings, author or "", answered or "", written or "")


def _missing(origin: str, name: str) -> Problem:
    return Problem(
        kind="missing-column",
        origin=origin,
        row=1,
        found=f"no column {name}",
        expected="the columns user_id, username, reply_to_username and created_at",
        mend="Let the query in the Data Explorer return these columns.",
    )


def _add_posts(happenings: Happenings, content: object) -> None:
    """Add what the server tells of posts: the latest ones, or those of a topic."""
    within: Any = content
    if isinstance(within, dict) and isinstance(within.get("post_stream"), dict):
        posts = list_at(within["post_stream"], "posts")
    else:
        posts = list_at(within, "latest_posts")
    for post in posts:
        if not isinstance(post, dict):
            happenings.left_out[STRANGE] += 1
        elif number_at(post, "post_type") not in (None, REGULAR):
            happenings.left_out[SYSTEM] += 1
        else:
            answered = text_at(post, "reply_to_user", "username")
            _add(happenings, text_at(post, "username"), answered, text_at(post, "created_at"))


def _add(happenings: Happenings, author: str, answered: str, written: str) -> None:
    day = day_written(written)
    if not author.strip() or author.strip().lower() in ROBOTS:
        happenings.left_out[SYSTEM] += 1
    elif day is None:
        happenings.left_out[NO_DATE] += 1
    else:
        person = happenings.accounts.number(author)
        happenings.takes_part(person, day)
        if answered.strip() and answered.strip().lower() not in ROBOTS:
            happenings.tie(REPLIES, person, happenings.accounts.number(answered), day)


DISCOURSE = Format(
    name="discourse",
    title="replies in Discourse",
    about=(
        "A Data Explorer query that returns user_id, username, reply_to_username and created_at as "
        "CSV, or the posts that /posts.json of a forum returns. People get pseudonyms."
    ),
    extensions=(".csv", ".json"),
    not_read=("texts of posts", "topics and categories", "likes", "private messages"),
    recognises=_recognises,
    takes_key=True,
    read=_read,
)
