"""What the headings of a table mean. What could mean two things is never guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from weft.network import InvalidDataError, Problem, UnknownNameError, quoted

PAIRS = (
    ("source", "target"),
    ("from", "to"),
    ("ego", "alter"),
    ("sender", "receiver"),
    ("sender", "recipient"),
    ("giver", "receiver"),
    ("nominator", "nominee"),
    ("rater", "ratee"),
    ("chooser", "chosen"),
    ("respondent", "alter"),
    ("respondent", "nominee"),
    ("fromid", "toid"),
    ("fromnodeid", "tonodeid"),
    ("sourceid", "targetid"),
    ("senderid", "receiverid"),
    ("egoid", "alterid"),
    ("person1", "person2"),
    ("node1", "node2"),
    ("id1", "id2"),
)
"""The two ends of a tie, as tables call them; the first of each is who reports."""

TIE_HEADINGS = {
    "source": tuple(dict.fromkeys(first for first, _ in PAIRS)),
    "target": tuple(dict.fromkeys(second for _, second in PAIRS)),
    "relation": ("relation", "relationship", "relationtype", "type", "kind", "layer", "tietype",
                 "linktype", "edgetype"),
    "weight": ("weight", "strength", "value", "rating", "score", "intensity", "frequency", "count"),
    "wave": ("wave", "round", "period", "checkin", "timepoint"),
    "reporter": ("reporter", "reportedby", "respondent", "observer", "perceiver", "informant"),
    "date": ("date", "timestamp", "datetime", "createdat", "submittedat"),
}  # fmt: skip
"""Headings in lower case without spaces, points, hyphens and underscores; Weft's own first."""

WAVE_OR_DATE = ("time", "year", "month", "quarter", "day")
"""Headings that can number the rounds of a survey, or say when one answer was given."""

PEOPLE_HEADINGS = {
    "id": ("id", "personid", "nodeid", "memberid", "userid", "uid", "person", "node", "member"),
    "name": ("name", "fullname", "displayname", "label"),
    "steward": ("steward", "issteward"),
}
DECLARATION = re.compile(r"^\s*(responded|invited)\s*(?::\s*(.*?)\s*)?$", re.IGNORECASE)


def plain(heading: str) -> str:
    """Return a heading in lower case, without spaces, points, hyphens and underscores.

    Examples
    --------
    >>> plain(" From_ID ")
    'fromid'
    """
    return re.sub(r"[\s._-]+", "", heading).casefold()


KNOWN = frozenset(
    [word for words in (*TIE_HEADINGS.values(), *PEOPLE_HEADINGS.values()) for word in words]
)


def how_many_known(headings: Sequence[str]) -> int:
    """Return how many of these are headings that a table of ties or of people can have."""
    return sum(plain(h) in KNOWN or bool(DECLARATION.match(h)) for h in headings)


class Headings:
    """The headings of one table, and the roles they have been given."""

    def __init__(self, origin: str, row: int, headings: Sequence[str]) -> None:
        self.origin, self.row, self.headings = origin, row, tuple(headings)
        self.roles: dict[str, int] = {}
        self.ignored: set[int] = set()

    def said(self, columns: Mapping[str, str | None], known: Sequence[str]) -> None:
        """Take over what the caller says that headings mean."""
        for heading, role in columns.items():
            if heading not in self.headings:
                raise UnknownNameError("column", heading, self.headings)
            if role is not None and role not in known and not DECLARATION.match(role):
                raise UnknownNameError("role of a column", role, known)
            where = self.headings.index(heading)
            if role is None:
                self.ignored.add(where)
            else:
                self.roles[role] = where

    def called(self, words: Sequence[str]) -> list[int]:
        """Return where the headings stand that are one of these words and have no role yet."""
        return [
            i
            for i, heading in enumerate(self.headings)
            if plain(heading) in words and i not in self.ignored and i not in self.roles.values()
        ]

    def give(self, role: str, words: Sequence[str]) -> None:
        """Give a role to the column called by its own name, or to the only one that can have it."""
        if role in self.roles:
            return
        found = self.called(words[:1]) or self.called(words)
        if len(found) > 1:
            raise InvalidDataError([self.ambiguous(role, found)])
        if found:
            self.roles[role] = found[0]

    def left(self) -> list[int]:
        """Return where the headings stand that have no role."""
        return [i for i in range(len(self.headings)) if i not in self.roles.values()]

    def ambiguous(self, role: str, found: Sequence[int]) -> Problem:
        """Return the problem of several columns that could have one role."""
        names = " and ".join(quoted(self.headings[i]) for i in found)
        return Problem(
            kind="ambiguous-column",
            origin=self.origin,
            row=self.row,
            found=f"the columns {names}",
            expected=f"one column that can be the {role}",
            mend=(
                f"Say which is meant, such as --column '{self.headings[found[0]]}={role}'; or "
                f"rename it “{role}”, and the others to something else."
            ),
        )

    def missing(self, role: str, what: str) -> Problem:
        """Return the problem of a role that no column has."""
        names = ", ".join(quoted(h) for h in self.headings if h.strip())
        or_say_so = "" if role == "id" else f", or say which it is: --column 'HEADING={role}'"
        return Problem(
            kind="missing-column",
            origin=self.origin,
            row=self.row,
            found=f"the columns {names}" if names else "no headings",
            expected=f"a column “{role}”",
            mend=f"Name the column that {what} “{role}”{or_say_so}.",
        )
