"""What all chats come down to: who answered, mentioned and reacted to whom, in public channels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from weft.formats.files.file import File
from weft.formats.files.json_text import json_in
from weft.network import UnreadableFileError

REPLIES, MENTIONS, REACTS = "replies_to", "mentions", "reacts_to"

NO_TIES = "reply, mention or reaction between two people"
CHECK = "Check that this is the export of the right channels and that it finished."

SYSTEM = "messages of programs, and of joining and leaving"
PRIVATE = "private channels and conversations"
NO_DATE = "messages without a readable date"
UNKNOWN = "replies to messages that are not there"
STRANGE = "entries that are not as such exports have them"

NOT_READ = (
    "texts of messages (only looked through for mentions)",
    "private channels and direct messages",
    "names of channels",
    "files",
    "which emoji",
    "profiles",
)


def json_of(content: bytes, origin: str, which: str) -> Any:  # noqa: ANN401  (JSON holds anything)
    """Return the value in a file of an export; what is wrong is told without its name or words.

    The name of such a file is that of a channel, which may say who is in it.
    """
    try:
        return json_in(File(origin, content=content))
    except (UnreadableFileError, ValueError):
        damaged = UnreadableFileError(
            f"{origin}: found text that is not JSON in {which}, expected a whole file. "
            "Export it again."
        )
    raise damaged  # outside of except, so that the words of the file are not kept with it


def text_at(entry: object, *keys: str) -> str:
    """Return the text under keys within each other; nothing where there is none.

    Examples
    --------
    >>> text_at({"profile": {"email": "ada@a.org"}}, "profile", "email"), text_at(None, "id")
    ('ada@a.org', '')
    """
    for key in keys:
        entry = entry.get(key) if isinstance(entry, Mapping) else None
    return entry if isinstance(entry, str) else ""


def list_at(entry: object, key: str) -> list[Any]:
    """Return the list under a key; an empty one where there is none."""
    found = entry.get(key) if isinstance(entry, Mapping) else None
    return found if isinstance(found, list) else []


def number_at(entry: object, key: str) -> float | None:
    """Return the number under a key, which may be written as text; None where there is none."""
    found = entry.get(key) if isinstance(entry, Mapping) else None
    if isinstance(found, bool) or not isinstance(found, int | float | str):
        return None
    try:
        return float(found)
    except (ValueError, OverflowError):
        return None


def texts(entries: Iterable[object]) -> list[str]:
    """Return those entries that are text and say something."""
    return [entry for entry in entries if isinstance(entry, str) and entry]
