"""What can be said of introductions in words that can be quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.measures.words import counted, number, percent
from weft.weaving.effect.verdict import SURE, points

if TYPE_CHECKING:
    from weft.weaving.effect.contents import Effect


def answer(effect: Effect) -> str:
    """Return the paragraph a reader may quote."""
    if effect.undefined_because is not None:
        return effect.verdict.text
    parts = [_shares(effect), effect.verdict.text, _difference(effect), _chance(effect)]
    parts += [_met(effect), _others(effect)]
    return " ".join(part for part in parts if part)


def _shares(effect: Effect) -> str:
    offered, out = effect.offered, effect.held_out
    return (
        f"Of {counted(offered.pairs, 'pair')} offered an introduction, {number(offered.tied)} "
        f"({percent(offered.rate or 0)}) {_are(offered.tied)} tied in wave {effect.after}; of "
        f"{number(out.pairs)} that the lot held out, {number(out.tied)} ({percent(out.rate or 0)})."
    )


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def between(low: float | None, high: float | None) -> str:
    """Return a range of differences of shares in percentage points."""
    ends = (round(100 * (end or 0)) for end in (low, high))
    return " to ".join(f"{end:+d}" if end else "0" for end in ends)


def _difference(effect: Effect) -> str:
    found = effect.difference
    return (
        f"An offer changed the chance of a tie by {points(found.value or 0, signed=True)}; "
        f"anything from {between(found.low, found.high)} would fit what was seen."
    )


def _chance(effect: Effect) -> str:
    if effect.p is None:
        return ""
    if effect.p < 0.005:
        often = "in fewer than one case in 100"
    else:
        often = f"in {counted(max(1, round(100 * effect.p)), 'case')} of 100"
    return f"Had introductions no effect, the lot alone would give as large a difference {often}."


def _met(effect: Effect) -> str:
    """Return what a meeting does, where something can be told of offers at all."""
    found = effect.met
    told = effect.verdict.id in {"helped", "hindered"}
    if not told or found.value is None or effect.met_share is None:
        return ""
    return (
        f"{percent(effect.met_share)} of those offered met because of it; a meeting changed the "
        f"chance of a tie by {points(found.value, signed=True)} "
        f"({between(found.low, found.high)})."
    )


def _others(effect: Effect) -> str:
    """Return whether new ties came at the cost of others, where that can be told."""
    found = effect.displacement
    if found.low is None or found.high is None or found.value is None:
        return ""
    if found.low == found.high == 0:
        return "Their ties with others stayed as they were."
    if found.high < 0:
        return (
            "New ties came at the cost of others: people of offered pairs have "
            f"{abs(found.value):.1f} fewer ties with others than they would have."
        )
    if found.low > 0:
        return (
            "People of offered pairs also gained other ties: "
            f"{found.value:.1f} each that they would not have."
        )
    return "Whether other ties gained or suffered cannot be told."


def unevenly_unknown(effect: Effect) -> bool:
    """Whether outcomes are unknown more often of one kind of pair, by more than chance."""
    return effect.left_out.p_unknown is not None and effect.left_out.p_unknown <= SURE
