"""What proposed circles are made of, as data that every renderer reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from weft.weaving.reasons import Reason

if TYPE_CHECKING:
    from weft.weaving.cards import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """One circle.

    Attributes
    ----------
    number : int
        From 1 on; it says nothing but which circle it is.
    members, names : tuple of str
        The ids and the names, in the order of the alphabet.
    host : str or None
        The id of the suggested first caller; None where nobody may be.
    tied : (str, str) or None
        The ids of two who are tied already; None where nobody is.
    newcomers : tuple of str
        The ids of those who count as newcomers.
    clusters : int
        From how many clusters the members come.
    met_before : tuple of (str, str)
        The ids of those who were in one circle before.
    reason : Reason
    how, wrong_if : str
    moves : tuple of str
        The figures of the portrait that it would move.
    """

    number: int
    members: tuple[str, ...]
    names: tuple[str, ...]
    host: str | None
    tied: tuple[str, str] | None
    newcomers: tuple[str, ...]
    clusters: int
    met_before: tuple[tuple[str, str], ...]
    reason: Reason
    how: str
    wrong_if: str
    moves: tuple[str, ...]

    def name_of(self, person: str) -> str:
        """Return what a member is called."""
        return self.names[self.members.index(person)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """Something wanted of every circle that not every circle can hold.

    Attributes
    ----------
    id : {'size', 'tied-pair', 'caller', 'newcomer'}
    text : str
        What, in how many circles, and why.
    """

    id: str
    text: str


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Circles:
    """People in circles.

    Attributes
    ----------
    columns : tuple of str
        Of :meth:`rows`.
    name, wave : str
        The network, and its wave.
    size : int
        As asked for.
    group : str or None
        The attribute by which people are grouped.
    circles : tuple of Circle
    unmet : tuple of Unmet
        What could not be held everywhere; empty where all was.
    because : str
        Why there is no circle; empty where there is one.
    notes : tuple of str
        What the proposal does not know.
    counts : mapping of str to int
        Over all circles: pairs of the same cluster, and how few there could be at least; pairs of
        the same group, pairs that were in one circle before, pairs that are tied.
    weights : mapping of str to float
        What each such pair costs; the sum was made small.
    made_with : mapping
        Version of Weft, and seed.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "circle",
        "id",
        "name",
        "host",
        "newcomer",
        "reason",
        "how",
        "wrong_if",
        "moves",
    )

    name: str
    wave: str
    size: int
    group: str | None
    circles: tuple[Circle, ...]
    unmet: tuple[Unmet, ...]
    because: str
    notes: tuple[str, ...]
    counts: Mapping[str, int]
    weights: Mapping[str, float]
    made_with: Mapping[str, str | int]

    @property
    def members(self) -> tuple[tuple[str, ...], ...]:
        """Who is in which circle, by id: what ``before`` takes next time."""
        return tuple(circle.members for circle in self.circles)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The suggested first callers, by id: what ``leaders`` takes next time."""
        return tuple(circle.host for circle in self.circles if circle.host is not None)

    def to_dict(self) -> dict[str, object]:
        """Return the circles as plain data in the format ``weft.circles/1``."""
        from weft.weaving.circles.shown import as_dict

        return as_dict(self)

    def rows(self) -> list[dict[str, object]]:
        """Return a row for each person, as for a table."""
        from weft.weaving.circles.shown import as_rows

        return as_rows(self)

    def cards(self) -> tuple[Card, ...]:
        """Return a card for each circle."""
        from weft.weaving.circles.shown import as_cards

        return as_cards(self)
