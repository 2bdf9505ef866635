"""What a plan for two ways in is made of, as data that every renderer reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from weft.weaving.introducing import Introduced
from weft.weaving.two_ways.pieces import Kind

if TYPE_CHECKING:
    from weft.weaving.cards import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction(Introduced):
    """Two people to introduce to each other, why, and who could do it.

    Attributes
    ----------
    steps : int or None
        How many steps they are apart today; None where there is no way.
    share_after : float
        Which share of people no single departure splits, once this introduction and those before
        it have become ties.
    """

    steps: int | None
    share_after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """How safe a network is against any single departure.

    Attributes
    ----------
    two_connected_share : float
        The share of people in the largest group that no single departure splits, as the measure of
        that name has it (of ties that are not private).
    hanging : int
        How many would lose touch with half of the others they can reach, or more, by a single
        departure.
    apart : int
        How many are outside the largest part that hangs together.
    """

    two_connected_share: float
    hanging: int
    apart: int


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class TwoWaysIn:
    """The smallest set of introductions after which no single departure cuts anybody off.

    Attributes
    ----------
    columns : tuple of str
        Of :meth:`rows`.
    name, wave : str
    people : int
    kind : {'person', 'tie'}
        What departs: a person, or a tie.
    introductions : tuple of Introduction
        In the order in which each does most.
    least : int
        The least number possible if anybody may be introduced to anybody, as often as it takes.
    reached : bool
        Whether no single departure cuts anybody off once all are made.
    before, after : Safety
        Today, and once all are made.
    sentences : tuple of str
        What can be said, and be quoted.
    limits : mapping of str to str
        What the plan cannot tell, by id.
    undefined_because : str or None
    made_with : mapping
        Version of Weft and seed.
    """

    columns: ClassVar[tuple[str, ...]] = Introduction.columns()

    name: str
    wave: str
    people: int
    kind: Kind
    introductions: tuple[Introduction, ...]
    least: int
    reached: bool
    before: Safety
    after: Safety
    sentences: tuple[str, ...]
    limits: Mapping[str, str]
    undefined_because: str | None
    made_with: Mapping[str, str | int]

    @property
    def more_than_least(self) -> int | None:
        """By how many introductions this may exceed the least possible; None where not reached."""
        return len(self.introductions) - self.least if self.reached else None

    @property
    def because(self) -> str:
        """Why there is no introduction; empty where there is one."""
        return "" if self.introductions else self.sentences[0]

    @property
    def notes(self) -> tuple[str, ...]:
        """What the plan cannot tell."""
        return tuple(self.limits.values())

    def to_dict(self) -> dict[str, object]:
        """Return the plan as plain data in the format ``weft.two_ways_in/1``."""
        from weft.weaving.two_ways.shown import as_dict

        return as_dict(self)

    def rows(self) -> list[dict[str, object]]:
        """Return a row for each introduction, as for a table."""
        return [one.row() for one in self.introductions]

    def cards(self) -> tuple[Card, ...]:
        """Return a card for each introduction."""
        return tuple(one.card() for one in self.introductions)
