"""Which relation of the data answers for connection, which for trust, which for leadership."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weft.network.errors import UnknownNameError

if TYPE_CHECKING:
    from weft.network.network import Network

CONNECTION, TRUST, LEADERSHIP = "connection", "trust", "leadership"

KNOWN_NAMES = {
    CONNECTION: (
        r"works_with|works?_together|co_?work\w*|work|collaborat\w*|coordinat\w*|information"
        r"|communicat\w*|contacts?|meets?|talks?_to|knows|discuss\w*|email\w*|messages?"
    ),
    TRUST: r"trusts?|trusted|confiden\w*|relies_on|reliab\w*|friend\w*",
    LEADERSHIP: (
        r"turns_to|leads?|leader\w*|looks_to|follows|advice|asks|influence\w*|authority|defers_to"
    ),
}
"""The whole name of a relation, in small letters with blanks and dashes as _, tells its part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsPlayed:
    """The relation that plays each part, and which of these were assumed.

    Attributes
    ----------
    connection, trust, leadership : str
    assumed : tuple of str
        The parts for which no relation was given or known by its name.
    by_name : tuple of str
        The parts whose relation was known by its name.
    """

    connection: str
    trust: str
    leadership: str
    assumed: tuple[str, ...]
    by_name: tuple[str, ...]

    def of(self, part: str) -> str:
        """Return the relation that plays a part."""
        relation: str = getattr(self, part)
        return relation


def parts_played(
    network: Network,
    *,
    relation: str | None = None,
    connection: str | None = None,
    trust: str | None = None,
    leadership: str | None = None,
) -> PartsPlayed:
    """Return which relation plays which part.

    What is given counts; then what a name tells (``KNOWN_NAMES``); then the only relation, or the
    first one.
    """
    given = {CONNECTION: connection, TRUST: trust, LEADERSHIP: leadership}
    given = {part: name or relation for part, name in given.items()}
    for name in given.values():
        if name is not None and name not in network.relations:
            raise UnknownNameError("relation", name, network.relations)
    chosen: dict[str, str] = {}
    assumed: list[str] = []
    by_name: list[str] = []
    for part, name in given.items():
        known = next((r for r in network.relations if part_told(r) == part), None)
        chosen[part] = name or known or network.relations[0]
        if name is None:
            (by_name if known else assumed).append(part)
    return PartsPlayed(**chosen, assumed=tuple(assumed), by_name=tuple(by_name))


def part_told(relation: str) -> str | None:
    """Return the part that the name of a relation tells, if it tells one.

    Examples
    --------
    >>> part_told("Collaboration"), part_told("advice"), part_told("lunch")
    ('connection', 'leadership', None)
    """
    plain = re.sub(r"[\s-]+", "_", relation.strip().lower())
    return next(
        (part for part, names in KNOWN_NAMES.items() if re.fullmatch(names, plain)),
        None,
    )
