"""The head of a mail: who wrote, to whom, when, in reply to what. Subjects are never looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date

from weft.formats.logs.happenings import EPOCH, SECONDS

MOST_HEADERS = 1 << 18
"""A head is cut after 256 KiB; by then it has more recipients than count."""

MOST_ADDRESSES = 64
MOST_UNUSUAL = 8_192
"""An unusual list of addresses longer than this is not worth the time it takes to parse."""

WANTED = re.compile(
    rb"\n(From|To|Cc|Date|Message-ID|In-Reply-To|References|List-Id|List-Post|Auto-Submitted"
    rb"|Precedence)[ \t]*:([^\n]*+(?:\n[ \t][^\n]*+)*+)",
    re.IGNORECASE,
)
ADDRESS = rb"[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+"
MAILBOX = re.compile(
    rb"\s*+(?:(?:\"[^\"\\]*+\"|[^\"<>(),:;@\\\[\]])*+<(" + ADDRESS + rb")>|(" + ADDRESS + rb"))"
    rb"\s*+(?:,|$)"
)
HIDDEN = re.compile(rb"\s*+([\w.!#$%&'*+/=?^`{|}~-]+) at ([\w.-]+)")
"""As public archives of lists write addresses: ``ada at example.org (Ada Lovelace)``."""

MESSAGE_ID = re.compile(rb"<[^<>\s]+>")
DATE = re.compile(
    rb"\s*+(?:[A-Za-z]{3},)?\s*+(\d{1,2})\s++([A-Za-z]{3})\s++(\d{4})\s++(\d\d):(\d\d)(?::(\d\d))?"
    rb"\s++([+-])(\d\d)([0-5]\d)(?![\d:])"
)
MONTHS = b"jan feb mar apr may jun jul aug sep oct nov dec".split()
ROBOTS = frozenset(
    {
        "mailer-daemon",
        "postmaster",
        "noreply",
        "no-reply",
        "no_reply",
        "donotreply",
        "do-not-reply",
        "bounce",
        "bounces",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """What the head of a mail says.

    Attributes
    ----------
    author : str or None
        The address, as written.
    recipients : tuple of str or None
        Addresses in To and Cc; None where there are too many, or they cannot be parsed.
    seconds : float or None
        When it was sent, since 1970.
    message_id : bytes or None
    replies_to : tuple of bytes
        The messages that this one answers: those in In-Reply-To, else the last of References.
    is_of_list, is_of_robot : bool
        Whether a mailing list passed it on, and whether a program wrote it.
    """

    author: str | None
    recipients: tuple[str, ...] | None
    seconds: float | None
    message_id: bytes | None
    replies_to: tuple[bytes, ...]
    is_of_list: bool
    is_of_robot: bool


def mail_in(head: bytes) -> Mail:
    r"""Return what the head of a mail says, beginning with the line before the first header.

    Examples
    --------
    >>> mail = mail_in(b"\nFrom: Ada <ada@a.org>\nTo: ben@b.org, cy@c.org")
    >>> mail.author, mail.recipients
    ('ada@a.org', ('ben@b.org', 'cy@c.org'))
    """
    found: dict[bytes, bytes] = {}
    for name, value in WANTED.findall(head):
        lowered = name.lower()
        if lowered not in found:
            found[lowered] = value
        elif lowered in (b"to", b"cc"):
            found[lowered] += b"," + value
    authors = addresses_in(found.get(b"from", b"")) or ()
    precedence = found.get(b"precedence", b"").strip().lower()
    is_of_list = b"list-id" in found or b"list-post" in found or precedence == b"list"
    own = MESSAGE_ID.search(found.get(b"message-id", b""))
    return Mail(
        author=authors[0] if authors else None,
        recipients=_recipients(found),
        seconds=seconds_of(found.get(b"date", b"")),
        message_id=own.group() if own else None,
        replies_to=_replies_to(found),
        is_of_list=is_of_list,
        is_of_robot=_is_of_robot(found, precedence, authors),
    )


def _recipients(found: dict[bytes, bytes]) -> tuple[str, ...] | None:
    lists = [addresses_in(found[name]) for name in (b"to", b"cc") if name in found]
    known = [addresses for addresses in lists if addresses is not None]
    return None if len(known) < len(lists) else tuple(dict.fromkeys(a for k in known for a in k))


def _replies_to(found: dict[bytes, bytes]) -> tuple[bytes, ...]:
    answered = MESSAGE_ID.findall(found.get(b"in-reply-to", b""))
    return tuple(answered or MESSAGE_ID.findall(found.get(b"references", b""))[-1:])


def _is_of_robot(found: dict[bytes, bytes], precedence: bytes, authors: tuple[str, ...]) -> bool:
    automatic = found.get(b"auto-submitted", b"no").partition(b";")[0].strip().lower()
    bulk = precedence in (b"bulk", b"junk", b"auto_reply") and b"list-post" not in found
    by_name = bool(authors) and authors[0].partition("@")[0].lower() in ROBOTS
    return automatic not in (b"no", b"") or (bulk and b"list-id" not in found) or by_name


def addresses_in(value: bytes) -> tuple[str, ...] | None:
    """Return the addresses in a header; None where there are too many or it cannot be parsed.

    Plain lists are matched by a pattern; what needs more goes to the ``email`` package.

    Examples
    --------
    >>> addresses_in(b'"Lovelace, Ada" <ada@a.org>, ben@b.org'), addresses_in(b"undisclosed:;")
    (('ada@a.org', 'ben@b.org'), ())
    """
    if value.count(b"@") > MOST_ADDRESSES:
        return None
    addresses: list[str] = []
    at, end = 0, len(value)
    while at < end:
        match = MAILBOX.match(value, at)
        if match is None or not match.group().isascii():
            break
        addresses.append((match.group(1) or match.group(2)).decode())
        at = match.end()
    if at == end:
        return tuple(addresses)
    hidden = HIDDEN.match(value) if b"@" not in value else None
    if hidden and hidden.group().isascii():
        return (f"{hidden.group(1).decode()}@{hidden.group(2).decode()}",)
    return _unusual(value)


def _unusual(value: bytes) -> tuple[str, ...] | None:
    from email.errors import MessageError
    from email.policy import default

    if len(value) > MOST_UNUSUAL:
        return None
    text = value.decode("utf-8", "surrogateescape").replace("\r", "").replace("\n", "")
    try:
        parsed = default.header_factory("to", text.strip()).addresses
        return tuple(
            f"{one.username}@{one.domain}".encode("utf-8", "replace").decode()
            for one in parsed
            if one.username and one.domain
        )
    # The parser of the standard library lets some of its own errors out on damaged headers.
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def seconds_of(value: bytes) -> float | None:
    """Return when a mail was sent, in seconds since 1970; None where its date is none.

    Examples
    --------
    >>> seconds_of(b" Tue, 14 Nov 2023 23:13:20 +0100")
    1700000000
    """
    match = DATE.match(value)
    if match is None or match.group(2).lower() not in MONTHS:
        return _unusual_date(value)
    day, month, year, hour, minute, second, sign, hours, minutes = match.groups()
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 60 or int(hours) > 23:
        return None
    try:
        midnight = date(int(year), MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None
    seconds = (int(hour) * 60 + int(minute)) * 60 + int(second or 0)
    offset = (int(hours) * 60 + int(minutes)) * 60
    days = midnight.toordinal() - EPOCH
    return days * SECONDS + seconds + (offset if sign == b"-" else -offset)


def _unusual_date(value: bytes) -> float | None:
    from email.utils import parsedate_to_datetime

    if len(value) > 200:
        return None
    text = " ".join(value.decode("ascii", "replace").split())
    try:
        when = parsedate_to_datetime(text)
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        return when.timestamp()
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
