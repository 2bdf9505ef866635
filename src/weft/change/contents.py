"""What a comparison of two waves is made of, as data that every renderer reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from weft.measures import Measure
from weft.measures.declaration import Direction

SURE = 0.05
"""A figure's change is told apart from chance where p is at most this."""

Arrow = Literal["up", "down"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decomposed:
    """How one figure differs between two waves, and where the difference comes from.

    Attributes
    ----------
    id, question, unit, direction
        As declared by the measure.
    before, after : float or None
        The figure of each wave as it stands, whoever was there and answered.
    stayers, membership, coverage : float or None
        The three parts of ``after - before``: change among those who stayed, as told by those who
        answered both times; people who came and went; who of the stayers answered. They add up.
    low, high, confidence : float or None
        Of the change among the stayers, had all of them answered both times; equal where they did.
    p : float or None
        How often swapping people's two reports at random gives so large a change.
    asked_alike : bool
        Whether the waves look as if they were asked alike; if not, no arrow is shown.
    undefined_because : str or None
    """

    id: str
    question: str
    unit: str
    direction: Direction
    before: float | None = None
    after: float | None = None
    stayers: float | None = None
    membership: float | None = None
    coverage: float | None = None
    low: float | None = None
    high: float | None = None
    confidence: float | None = None
    p: float | None = None
    asked_alike: bool = True
    undefined_because: str | None = None

    @property
    def difference(self) -> float | None:
        """By how much the two figures differ as they stand."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def arrow(self) -> Arrow | None:
        """Which way the stayers went, where neither silence nor chance can account for it."""
        if not self.asked_alike or self.p is None or self.p > SURE:
            return None
        if self.low is None or self.high is None:
            return None
        return "up" if self.low > 0 else "down" if self.high < 0 else None

    @property
    def mostly_not_change(self) -> bool:
        """Whether who came, went or answered makes up more of the difference than the stayers."""
        if self.difference is None or self.stayers is None:
            return False
        return abs(self.difference - self.stayers) > abs(self.stayers) + 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where fade and lift lie together, given what the silent of either wave could have said.

    Attributes
    ----------
    fade, lift : float
        Its centre.
    spread : ((float, float), (float, float))
        Of the ellipse ``(x - centre) spread^-1 (x - centre) <= 1``; all 0 where nobody was silent.
    confidence : float
    draws : int
        How often the silent were drawn; 0 where nobody was silent.
    """

    fade: float
    lift: float
    spread: tuple[tuple[float, float], tuple[float, float]]
    confidence: float
    draws: int

    @property
    def fade_between(self) -> tuple[float, float]:
        """The least and the greatest fade in it."""
        half = self.spread[0][0] ** 0.5
        return self.fade - half, self.fade + half

    @property
    def lift_between(self) -> tuple[float, float]:
        """The least and the greatest lift in it."""
        half = self.spread[1][1] ** 0.5
        return self.lift - half, self.lift + half


@dataclass(frozen=True, slots=True, kw_only=True)
class FadeAndLift:
    """Whether the stewards' power fades while that of others grows: always the two together.

    Attributes
    ----------
    fade, lift, share_before, share_after : float or None
        As the measures of that name have them, of those who answered both times.
    region : Region or None
        None where undefined or too large to draw.
    p_fade, p_lift : float or None
    least_told : float or None
        Changes of the stewards' share smaller than this cannot be told from chance here.
    undefined_because : str or None
    """

    fade: float | None = None
    lift: float | None = None
    share_before: float | None = None
    share_after: float | None = None
    region: Region | None = None
    p_fade: float | None = None
    p_lift: float | None = None
    least_told: float | None = None
    undefined_because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the region and the test say of power handed on; never what the points alone say.

    Attributes
    ----------
    id : {'handing_over', 'vacuum', 'growth_around_hub', 'gathering', 'no_telling', 'not_asked'}
    text : str
    settle : str
        What would settle it, where it cannot be told; else the empty string.
    """

    id: str
    text: str
    settle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Who was there, who stayed and who answered, of two waves.

    Attributes
    ----------
    people, answered : (int, int)
        In the earlier and in the later wave.
    stayers, matched : int
        Who was there both times, and who of them answered both times.
    """

    people: tuple[int, int]
    answered: tuple[int, int]
    stayers: int
    matched: int

    @property
    def came(self) -> int:
        """How many are new in the later wave."""
        return self.people[1] - self.stayers

    @property
    def left(self) -> int:
        """How many are there no more."""
        return self.people[0] - self.stayers


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step from a wave to the next, without tests: a row of the table of steps."""

    before: str
    after: str
    counts: Counts
    ties: tuple[Measure, ...]
    figures: tuple[Decomposed, ...]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Change:
    """Two waves compared on the same people and the same reporters.

    Attributes
    ----------
    name, relation, before, after : str
    counts : Counts
    answer : str
        What can be said, and be quoted.
    verdict : Verdict
    fade_and_lift : FadeAndLift
    figures : tuple of Decomposed
    ties : tuple of Measure
        Persistence, emergence, Jaccard and turnover of leadership.
    steps : tuple of Step
        Where there are more than two waves from ``before`` to ``after``.
    limits : mapping of str to str
        What the comparison cannot tell, by id.
    made_with : mapping
        Version of Weft, seed, draws and swaps.
    """

    name: str
    relation: str
    before: str
    after: str
    counts: Counts
    answer: str
    verdict: Verdict
    fade_and_lift: FadeAndLift
    figures: tuple[Decomposed, ...]
    ties: tuple[Measure, ...]
    steps: tuple[Step, ...]
    limits: Mapping[str, str]
    made_with: Mapping[str, str | int]

    def to_dict(self) -> dict[str, object]:
        """Return the comparison as plain data in the format ``weft.change/1``."""
        from weft.change.as_dict import as_dict

        return as_dict(self)
