"""What a comparison of offered and held-out pairs cannot tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from weft.measures.words import counted, number, sentence_case
from weft.weaving.effect.answer import unevenly_unknown

if TYPE_CHECKING:
    from weft.weaving.effect.contents import Effect
    from weft.weaving.effect.waves import Waves


def limits(effect: Effect, waves: Waves) -> Mapping[str, str]:
    """Return what the comparison cannot tell, the weightiest first."""
    found = {"lot": _lot(effect)}
    if unknown := _unknown(effect):
        found["unknown"] = unknown
    if waves.after.undeclared:
        found["undeclared"] = (
            f"{sentence_case(counted(waves.after.undeclared, 'person', 'people'))} reported "
            "nothing afterwards, and the data do not say whether they answered; they count as "
            "silent. If they answered and have no ties, say so in a column “responded”, or the "
            "shares of ties come out too high."
        )
    if left := _left_out(effect):
        found["left-out"] = left
    found["neighbours"] = (
        "A tie that came of one introduction may bring about others near it, also among pairs that "
        "were held out. The difference says what an offer does for the two themselves, not what "
        "all introductions together do for the network."
    )
    found["looking"] = (
        "Settle beforehand after how many pairs to look. Who looks after every round, and stops "
        "when the answer pleases, will be pleased by chance sooner or later."
    )
    found["worth"] = (
        "A tie that is reported is not yet a tie that is of use; what people did together says "
        "more. Nothing here is about a single person or pair."
    )
    return found


def _lot(effect: Effect) -> str:
    text = (
        "All rests on the lot: that it was drawn as recorded, and that pairs it held out were left "
        "alone."
    )
    met = next((step.held_out for step in effect.funnel if step.id == "met"), None)
    if met is not None and met[0]:
        have = "has" if met[0] == 1 else "have"
        text += f" {sentence_case(counted(met[0], 'held-out pair'))} {have} met all the same."
    return text


def _unknown(effect: Effect) -> str:
    offered, out = effect.left_out.unknown
    if not offered + out:
        return ""
    text = (
        f"Of {counted(offered, 'offered pair')} and {counted(out, 'held-out pair')} it is unknown "
        "what came of them, as neither of the two answered afterwards or one had left. They are "
        "left out."
    )
    if unevenly_unknown(effect):
        text += " That is more uneven than chance would make it, so the difference may mislead."
    if effect.least is not None and effect.most is not None:
        ends = " and ".join(f"{100 * end:+.0f}" for end in (effect.least, effect.most))
        text += (
            f" Whatever came of them, the difference would lie between {ends} percentage points."
        )
    return text


def _left_out(effect: Effect) -> str:
    reasons = {
        "were tied before": effect.left_out.tied_before,
        "stood in an earlier round, by whose lot they count": effect.left_out.repeated,
        "are of a round in which all, or none, were held out": effect.left_out.settled,
    }
    said = [f"{number(sum(both))} {why}" for why, both in reasons.items() if sum(both)]
    return f"Of the rows of the records, {'; '.join(said)}." if said else ""
