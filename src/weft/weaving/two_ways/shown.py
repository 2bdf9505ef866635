"""A plan for two ways in as plain data (``weft.two_ways_in/1``), as rows of a table, as cards."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from weft.weaving.introducing import card_of

if TYPE_CHECKING:
    from weft.weaving.cards import Card
    from weft.weaving.two_ways.contents import Introduction, TwoWaysIn

FORMAT = "weft.two_ways_in/1"


def as_dict(plan: TwoWaysIn) -> dict[str, object]:
    """Return a plan as dictionaries, lists, text, finite numbers and None."""
    return {
        "format": FORMAT,
        "network": plan.name,
        "wave": plan.wave,
        "people": plan.people,
        "kind": plan.kind,
        "introductions": [_introduction(one) for one in plan.introductions],
        "least": plan.least,
        "more_than_least": plan.more_than_least,
        "reached": plan.reached,
        "before": asdict(plan.before),
        "after": asdict(plan.after),
        "sentences": list(plan.sentences),
        "limits": [{"id": name, "text": text} for name, text in plan.limits.items()],
        "undefined_because": plan.undefined_because,
        "made_with": dict(plan.made_with),
    }


def _introduction(one: Introduction) -> dict[str, object]:
    return {**asdict(one), "moves": list(one.moves)}


def as_rows(plan: TwoWaysIn) -> list[dict[str, object]]:
    """Return a row for each introduction, in the order of the plan."""
    return [_row(one) for one in plan.introductions]


def _row(one: Introduction) -> dict[str, object]:
    reason = {"reason": one.reason.text, "reason_kind": one.reason.kind}
    return {**asdict(one), **reason, "moves": "; ".join(one.moves)}


def as_cards(plan: TwoWaysIn) -> tuple[Card, ...]:
    """Return a card for each introduction."""
    return tuple(
        card_of(
            (one.a_name, one.b_name),
            one.reason.text,
            one.how,
            one.wrong_if,
            by_whom=one.introducer is not None,
        )
        for one in plan.introductions
    )
