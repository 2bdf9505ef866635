"""What a rehearsal of leaving is made of, as data that every renderer reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from weft.measures import Measure
from weft.weaving.introducing import Introduced

if TYPE_CHECKING:
    from weft.weaving.cards import Card

NOBODY_LEAVES = "Nobody leaves in this rehearsal, so there is nothing to mend."
NOTHING_TO_MEND = "Nothing is lost that an introduction would give back."


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many pairs or people lose something.

    Attributes
    ----------
    id : {'short_ways', 'losing', 'no_way', 'cut_off', 'alone'}
    question : str
    value : int
        By the ties that were reported.
    low, high : int or None
        Between which it lies in nine of ten networks in which what the silent would have said is
        drawn; equal to the value where nobody is silent, None where nothing can be drawn.
    confidence : float or None
    """

    id: str
    question: str
    value: int
    low: int | None
    high: int | None
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One figure of the portrait before and after.

    Attributes
    ----------
    before, after : Measure
        Of everybody, and of those who stay; with their ranges.
    change, low, high : float or None
        ``after - before``, and between what and what it lies: before and after are taken of the
        same draws of what the silent would have said, so that what is unknown of both does not
        count twice. None where either is undefined, and ``low`` and ``high`` where nothing can be
        drawn.
    confidence : float or None
    """

    before: Measure
    after: Measure
    change: float | None = None
    low: float | None = None
    high: float | None = None
    confidence: float | None = None

    @property
    def id(self) -> str:
        """The id of the measure."""
        return self.before.id

    @property
    def undefined_because(self) -> str | None:
        """Why there is no change to show; None where there is."""
        return self.before.undefined_because or self.after.undefined_because


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending(Introduced):
    """An introduction among those who stay, and how much of what is lost it gives back.

    Who introduces is somebody who stays.

    Attributes
    ----------
    before_leaving : bool
        Whether somebody who leaves is tied to both, and could introduce them before.
    ways, short_ways : int
        How many pairs have a way again who would have none, and how many a way of two steps at most
        who would have lost it; counted after the introductions before it.
    ways_left, short_ways_left : int
        How many pairs are still without.
    """

    before_leaving: bool
    ways: int
    short_ways: int
    ways_left: int
    short_ways_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """To whom those could turn who turn to the people who leave.

    Attributes
    ----------
    relation : str
    constituency : int
        How many of those who stay turn to somebody who leaves.
    to_nobody_else : int
        How many of them turn to nobody else.
    names : tuple of str
        At most three people, in the order of the alphabet and no other: together they are tied to
        most of the constituency already.
    reached : int
        How many of the constituency are tied to one of these, or turn to one.
    undefined_because : str or None
    """

    relation: str
    constituency: int
    to_nobody_else: int
    names: tuple[str, ...]
    reached: int
    undefined_because: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """On how many people something rests that nobody else holds.

    Attributes
    ----------
    id : {'cut', 'only-tie', 'only-short-way', 'only-one-turned-to'}
    text : str
    people : int
        On how many people.
    held : int
        How much rests on them: people, or pairs.
    names : tuple of str
        In the order of the alphabet; empty unless the owner of the data asked for names.
    """

    id: str
    text: str
    people: int
    held: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who loses what, for the owner of the data.

    Attributes
    ----------
    short_ways : tuple of (str, str)
        Ids of pairs who lose their only short way.
    cut_off, alone : tuple of str
        Ids.
    """

    short_ways: tuple[tuple[str, str], ...]
    cut_off: tuple[str, ...]
    alone: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class StepBack:
    """What would happen if some people left tomorrow, and what would mend it.

    Attributes
    ----------
    columns : tuple of str
        Of :meth:`rows`.
    name, wave : str
    people : int
        How many there are today.
    leaving, leaving_names : tuple of str
        Ids and names of those who leave; empty where only the reverse was asked.
    lost : tuple of Count
    named : Named or None
        Who loses it; None unless names were asked for.
    figures : tuple of Moved
    hand_over : HandOver or None
        None where nobody leaves.
    plan : tuple of Mending
        In order: each gives back most of what the ones before it have left.
    resting : tuple of Resting
        The reverse: where the network rests on one person, whoever it is.
    sentences : tuple of str
        What can be said, and be quoted.
    limits : mapping of str to str
        What the rehearsal cannot tell, by id.
    undefined_because : str or None
    made_with : mapping
        Version of Weft, seed and draws.
    """

    columns: ClassVar[tuple[str, ...]] = Mending.columns()

    name: str
    wave: str
    people: int
    leaving: tuple[str, ...]
    leaving_names: tuple[str, ...]
    lost: tuple[Count, ...]
    named: Named | None
    figures: tuple[Moved, ...]
    hand_over: HandOver | None
    plan: tuple[Mending, ...]
    resting: tuple[Resting, ...]
    sentences: tuple[str, ...]
    limits: Mapping[str, str]
    undefined_because: str | None
    made_with: Mapping[str, str | int]

    def count(self, name: str) -> int:
        """Return one of the losses by its id."""
        return next(one.value for one in self.lost if one.id == name)

    def to_dict(self) -> dict[str, object]:
        """Return the rehearsal as plain data in the format ``weft.step_back/1``."""
        from weft.scenarios.leaving.shown import as_dict

        return as_dict(self)

    @property
    def because(self) -> str:
        """Why no introduction is proposed; empty where one is."""
        if self.plan:
            return ""
        if not self.leaving:
            return NOBODY_LEAVES
        return self.undefined_because or NOTHING_TO_MEND

    @property
    def notes(self) -> tuple[str, ...]:
        """What the rehearsal cannot tell."""
        return tuple(self.limits.values())

    def rows(self) -> list[dict[str, object]]:
        """Return a row for each introduction that would mend something, as for a table."""
        return [one.row() for one in self.plan]

    def cards(self) -> tuple[Card, ...]:
        """Return a card for each introduction that would mend something."""
        return tuple(
            one.card(by_whom=one.introducer is not None or one.before_leaving) for one in self.plan
        )
