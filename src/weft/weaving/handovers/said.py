"""The sentences of a hand-over: why somebody, what would make it wrong, how far it is."""

from __future__ import annotations

from weft.measures.words import percent, sentence_case
from weft.weaving.handovers.candidates import Field
from weft.weaving.handovers.leaving import DONE
from weft.weaving.reasons import Reason, reason
from weft.weaving.wording import how_many

TURN, TIED = "turn to", "are tied to"
ENOUGH_TURN = 0.4
"""From this share on it is worth saying that they turn to somebody, and not just that they know."""


def reason_for(field: Field, person: int) -> Reason:
    """Return why somebody could take the role on."""
    names = field.ground.called
    turning, tied = field.share_turning[person], field.share_tied[person]
    turned = field.turning and turning >= ENOUGH_TURN
    words = {"a": names(person), "holder": names(field.holder)}
    if not tied:
        kind = "willing-and-close" if field.willing[person] == 1 else "close-to-the-holder"
        return reason(kind, **words)
    many = how_many(turning if turned else tied)
    words |= {
        "turn": TURN if field.turning else TIED,
        "turned": TURN if turned else TIED,
    }
    if field.willing[person] == 1:
        return reason("willing-and-known", many=many, **words)
    kind = "known-and-not-busiest" if _fewer_than_most(field, person) else "known-to-the-same"
    return reason(kind, many=sentence_case(many), **words)


def _fewer_than_most(field: Field, person: int) -> bool:
    contacts = field.ground.contacts
    return int((contacts > contacts[person]).sum()) * 2 > field.ground.n - 1


def wrong_if(field: Field, person: int) -> str:
    """Return what would make a candidate wrong."""
    name = field.ground.called(person)
    if field.willing[person] == 1:
        return (
            f"{name} has less time than when saying yes, or the role asks for something that ties "
            "do not show."
        )
    return (
        f"{name}, whom nobody has asked yet, has no time for it or does not want it; or the role "
        "asks for something that ties do not show."
    )


def state_of(holder: str, orphaned: float | None) -> str:
    """Return how far a hand-over is."""
    if orphaned is None:
        return f"No two people are linked through {holder}, so nothing would be lost between them."
    if orphaned == 0:
        said = f"All pairs of people whom {holder} links have another short way to each other."
    else:
        said = (
            f"Of the pairs of people whom {holder} links, {percent(orphaned)} would have no other "
            f"short way to each other if {holder} left tomorrow."
        )
    if orphaned < DONE:
        return (
            f"{said} So the relations would outlast a departure; what is left to hand over is the "
            "role itself: say publicly whose it is."
        )
    return f"{said} The hand-over is done when that is under 10%."
