"""Accounts in a log as people: by the key, and everyone else under a pseudonym.

A pseudonym is a number in the order in which people first take part, by day, then by place in the
log: it says nothing that the log under pseudonyms does not say. No address, name or account of
somebody who is not in the key leaves this module, not even in a message.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from weft.network import InvalidRequestError, Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from weft.formats.tables import Reading

PSEUDONYM = "person {}"
MOST_STEPS = 20
"""Aliases of aliases are followed this far, so that a circle ends."""


def account_of(written: str) -> str:
    """Return an account as it is compared: in lower case, a mail address without its ``+tag``.

    Letters with accents are one however they are put together.

    Examples
    --------
    >>> account_of(" Ada+weft@Example.org "), account_of("U024BE7LH")
    ('ada@example.org', 'u024be7lh')
    """
    account = normalize("NFC", written.strip().casefold())
    local, at, domain = account.rpartition("@")
    if not at:
        return account
    return f"{local.partition('+')[0] or local}@{domain}"


ADDRESS = re.compile(r"[^/\\\s]*(?:@|%40|_at_)[^/\\]*", re.IGNORECASE)


def without_addresses(path: str) -> str:
    """Return the path of a log without the parts that are a mail address, as those of mailboxes.

    Examples
    --------
    >>> without_addresses("mails/ada@example.org.mbox"), without_addresses("mails/list.mbox")
    ('mails/…', 'mails/list.mbox')
    """
    return ADDRESS.sub("…", path)


class Accounts:
    """Which account belongs to which person; people are numbers until their ids are asked for."""

    def __init__(self, reading: Reading) -> None:
        self._aliases = {account_of(a): account_of(b) for a, b in reading.aliases.items()}
        self._meant = {self._alias_of(account) for account in self._aliases}
        self._key = self._folded_key(reading.key)
        self._numbers: dict[str, int] = {}
        self._of_account: dict[str, int] = {}
        self._named: list[str | None] = []
        self._folded: set[str] = set()

    def _folded_key(self, key: Mapping[str, str]) -> dict[str, str]:
        """Return the key by the accounts that aliases lead to."""
        folded: dict[str, str] = {}
        for written, person in key.items():
            account = self._alias_of(account_of(written))
            if folded.setdefault(account, person) != person:
                raise InvalidRequestError(
                    "The aliases fold two accounts into one that the key gives to two people; "
                    "expected one person. Correct the aliases or the key."
                )
        return folded

    def _alias_of(self, account: str) -> str:
        """Return the account that stands for all aliases; of a circle, the first by alphabet."""
        met = [account]
        while met[-1] in self._aliases and len(met) <= MOST_STEPS:
            following = self._aliases[met[-1]]
            if following in met:
                return min(met[met.index(following) :])
            met.append(following)
        return met[-1]

    def number(self, account: str, *more: str) -> int:
        """Return the number of the person whose account this is.

        Parameters
        ----------
        account : str
            What the log knows the person by.
        *more : str
            Other accounts of the same person that the key or the aliases may have instead.
        """
        known = self._of_account.get(account)
        if known is not None:
            return known
        handles = [account_of(handle) for handle in (account, *more) if handle.strip()] or [""]
        folded = [self._alias_of(handle) for handle in handles]
        named = [handle for handle in folded if handle in self._key]
        meant = [handle for handle in folded if handle in self._meant]
        whose = f"id {self._key[named[0]]}" if named else f"account {[*meant, *folded][0]}"
        if whose not in self._numbers:
            self._numbers[whose] = len(self._named)
            self._named.append(self._key[named[0]] if named else None)
        elif account.strip().casefold() not in self._folded:
            self._folded.add(account.strip().casefold())
        number = self._of_account[account] = self._numbers[whose]
        return number

    def is_one(self, word: str) -> bool:
        """Return whether a word is somebody's account, or what stands before the @ in it."""
        meant = word.strip().casefold()
        return any(
            meant in (known, known.partition("@")[0]) for known in map(account_of, self._of_account)
        )

    def ids(self, first_days: Mapping[int, int]) -> dict[int, str]:
        """Return the id of each person who takes part: the key's, or a pseudonym.

        Parameters
        ----------
        first_days : mapping of int to int
            The number of each person who takes part, and the day on which they first did.
        """
        taken = {name for name in self._named if name is not None}
        free = (
            name
            for name in map(PSEUDONYM.format, range(1, len(first_days) + len(taken) + 1))
            if name not in taken
        )
        in_time = sorted(first_days, key=lambda number: (first_days[number], number))
        return {number: self._named[number] or next(free) for number in in_time}

    def notices(self, origin: str, people: Iterable[int]) -> list[Notice]:
        """Return how many accounts were folded and how many people have pseudonyms."""
        everyone = list(people)
        said = []
        if self._folded:
            count = len(self._folded)
            what = "1 account was" if count == 1 else f"{count:,} accounts were"
            text = (
                f"{origin}: {what} folded into another of the same person (by aliases, the key, "
                "capital letters or a +tag)."
            )
            said.append(Notice(kind="accounts-folded", text=text, count=count))
        hidden = sum(self._named[number] is None for number in everyone)
        if hidden:
            text = (
                f"{origin}: {hidden:,} of {len(everyone):,} people are not in the key and have "
                "pseudonyms (person 1, person 2, ...). Their network can still be recognised by "
                "its shape: treat it like one with names, and keep the log and any key apart from "
                "it."
            )
            said.append(Notice(kind="pseudonyms", text=text, count=hidden))
        return [*said, *self._unused(origin)]

    def _unused(self, origin: str) -> list[Notice]:
        """Return how many people in the key the log never names: a sign of misspelt addresses."""
        met = {name for name in self._named if name is not None}
        unused = len(set(self._key.values()) - met)
        if not unused:
            return []
        who = "1 person" if unused == 1 else f"{unused:,} people"
        text = f"{origin}: {who} of the key never stood in the log; check how they are written."
        return [Notice(kind="key-unused", text=text, count=unused)]
