"""What is found about whether introductions helped, as data that every renderer reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The pairs that were offered an introduction, or those that were held out by lot.

    Attributes
    ----------
    pairs : int
        How many there are of which the outcome is known.
    tied : int
        How many of them are tied afterwards.
    """

    pairs: int
    tied: int

    @property
    def rate(self) -> float | None:
        """The share that is tied; None where there is no pair."""
        return self.tied / self.pairs if self.pairs else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """The rows of the records that are not compared: offered, and held out.

    Attributes
    ----------
    repeated : (int, int)
        Their pair stood in an earlier round.
    tied_before : (int, int)
        They were tied before anything was offered.
    unknown : (int, int)
        Neither of the two answered afterwards, or one of them was no longer there.
    settled : (int, int)
        The lot could not have fallen otherwise for them: nobody of their round was held out, or
        everybody.
    p_unknown : float or None
        How often the lot alone leaves outcomes so unevenly unknown.
    """

    repeated: tuple[int, int]
    tied_before: tuple[int, int]
    unknown: tuple[int, int]
    settled: tuple[int, int]
    p_unknown: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A figure and what else it could be.

    Attributes
    ----------
    value, low, high : float or None
        Shares of pairs, or ties of a person; None where undefined.
    undefined_because : str or None
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    undefined_because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the way from an offer to something done together, for both kinds of pair.

    Attributes
    ----------
    id : {'offered', 'both_accepted', 'met', 'tied', 'acted'}
    text : str
    offered, held_out : (int, int) or None
        How many came so far, and of how many that is known; None where it is not recorded.
    """

    id: str
    text: str
    offered: tuple[int, int] | None
    held_out: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """How many pairs it takes before the smallest difference worth knowing can be told.

    Attributes
    ----------
    held_out_rate, offered_rate : float
        The share that becomes tied anyway, by the pairs so far, and that with the difference.
    per_arm : int
        Of each kind, where as many are held out as are offered.
    held_out, offered : int
        At the share that is held out now.
    reached : bool
        Whether there are that many.
    """

    held_out_rate: float
    offered_rate: float
    per_arm: int
    held_out: int
    offered: int
    reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether introductions helped, as far as that can be told.

    Attributes
    ----------
    id : {'helped', 'hindered', 'no_difference', 'cannot_tell_yet', 'undefined'}
    text : str
    settle : str
        What would settle it, where it cannot be told; else the empty string.
    """

    id: str
    text: str
    settle: str = ""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Effect:
    """Whether introductions helped: pairs that were offered one against pairs held out by lot.

    Attributes
    ----------
    name, relation, before, after : str
        The network, whose ties were looked at, and in which waves.
    rounds : int
        In how many rounds pairs of both kinds are left.
    offered, held_out : Group
    answer : str
        What can be said, and be quoted.
    verdict : Verdict
    difference : Range
        The share tied of the offered less that of the held out, pooled over rounds: what an offer
        does, whatever came of it (intention to treat).
    confidence : float
        Of every range.
    least, most : float or None
        What the difference would be if all the unknown outcomes spoke against introductions, or for
        them.
    p : float or None
        How often the lot alone gives so large a difference.
    exact : bool
        Whether ``p`` went through every way in which the lot could have fallen.
    met : Range
        What a meeting does, as far as it is recorded who met (complier average causal effect).
    met_share : float or None
        The share of offered pairs who met, less that of held-out pairs.
    displacement : Range
        By how many ties with others a person of an offered pair gained more, or lost fewer, than
        one of a held-out pair. Below 0: new ties come at the cost of others.
    funnel : tuple of Step
    needed : Needed or None
    left_out : LeftOut
    limits : mapping of str to str
        What the comparison cannot tell, by id.
    undefined_because : str or None
    made_with : mapping
        Version of Weft, seed and draws.
    """

    name: str
    relation: str
    before: str
    after: str
    rounds: int
    offered: Group
    held_out: Group
    answer: str
    verdict: Verdict
    difference: Range
    confidence: float
    least: float | None
    most: float | None
    p: float | None
    exact: bool
    met: Range
    met_share: float | None
    displacement: Range
    funnel: tuple[Step, ...]
    needed: Needed | None
    left_out: LeftOut
    limits: Mapping[str, str]
    undefined_because: str | None
    made_with: Mapping[str, str | int]

    def to_dict(self) -> dict[str, object]:
        """Return the result as plain data in the format ``weft.effect/1``."""
        from weft.weaving.effect.as_dict import as_dict

        return as_dict(self)
