"""Helped, hindered, no difference, or cannot tell yet: from the range, the lot and the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.measures.words import number
from weft.weaving.effect.contents import Verdict
from weft.weaving.effect.lots import ALIKE

if TYPE_CHECKING:
    from weft.weaving.effect.contents import Effect, Needed

SURE = 0.05
"""A difference is told from chance where the lot alone gives one so large at most this often."""

HELPED = (
    "Introductions helped: pairs that were offered one became tied more often than pairs that the "
    "lot held out, by more than chance can account for."
)
HINDERED = (
    "Introductions did harm: pairs that were offered one became tied less often than pairs that "
    "the lot held out, by more than chance can account for."
)
CANNOT_TELL = "Whether introductions helped cannot be told yet."


def verdict_of(effect: Effect) -> Verdict:
    """Return what can be said, and what would settle what cannot.

    A difference is told where its range lies on one side of nothing and the lot alone seldom gives
    one so large. That there is hardly any is told once there are as many pairs as it takes to see
    one worth knowing. Where outcomes are unknown more often among one kind of pair, by more than
    chance, nothing is told unless it holds whatever the unknown outcomes are.
    """
    if effect.undefined_because is not None:
        because = effect.undefined_because.removeprefix("Undefined, because ")
        return Verdict(
            id="undefined", text=f"Whether introductions helped cannot be told, because {because}"
        )
    way = _way(effect)
    if _unevenly_unknown(effect) and not _whatever_is_unknown(effect, way):
        return Verdict(
            id="cannot_tell_yet",
            text=f"{CANNOT_TELL} It is unknown more often of one kind of pair than of the other "
            "what came about, and that alone could make the difference.",
            settle="More answers from the people of the pairs, of both kinds alike.",
        )
    if way > 0:
        return Verdict(id="helped", text=HELPED)
    if way < 0:
        return Verdict(id="hindered", text=HINDERED)
    if effect.needed is not None and effect.needed.reached:
        return Verdict(id="no_difference", text=_no_difference(effect))
    return Verdict(id="cannot_tell_yet", text=CANNOT_TELL, settle=_settle(effect))


def _way(effect: Effect) -> int:
    """Return the sign of the difference, 0 where chance can account for it."""
    found = effect.difference
    if effect.p is None or effect.p > SURE or found.low is None or found.high is None:
        return 0
    return 1 if found.low > 0 else -1 if found.high < 0 else 0


def _unevenly_unknown(effect: Effect) -> bool:
    return effect.left_out.p_unknown is not None and effect.left_out.p_unknown <= SURE


def _whatever_is_unknown(effect: Effect, way: int) -> bool:
    if effect.least is None or effect.most is None:
        return False
    return effect.least > ALIKE if way > 0 else way < 0 and effect.most < -ALIKE


def points(share: float, *, signed: bool = False) -> str:
    """Return a difference of shares in percentage points, as people read it.

    Examples
    --------
    >>> points(0.21, signed=True), points(-0.054)
    ('+21 percentage points', '-5 percentage points')
    """
    whole = round(100 * share)
    said = f"{whole:+d}" if signed and whole else str(whole)
    return f"{said} percentage point{'' if abs(whole) == 1 else 's'}"


def _no_difference(effect: Effect) -> str:
    needed = effect.needed
    assert needed is not None  # noqa: S101  (asked for where it is there)
    worth = points(needed.offered_rate - needed.held_out_rate)
    return (
        f"There were enough pairs to see a difference of {worth} in four cases of five, and none "
        "was seen that chance could not account for."
    )


def _settle(effect: Effect) -> str:
    needed = effect.needed
    assert needed is not None  # noqa: S101  (there is a comparison)
    rates = f"from {_in_hundred(needed.held_out_rate)} to {_in_hundred(needed.offered_rate)}"
    return (
        f"More rounds. To see a rise {rates} in 100 it takes about {needed.per_arm:,} pairs of "
        f"each kind, or {_as_now(needed)} as pairs are held out now; there are "
        f"{number(effect.held_out.pairs)} held out and {number(effect.offered.pairs)} offered."
    )


def _as_now(needed: Needed) -> str:
    return f"{number(needed.held_out)} held out and {number(needed.offered)} offered"


def _in_hundred(share: float) -> str:
    return f"{100 * share:.0f}"
