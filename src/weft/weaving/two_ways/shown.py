"""A plan for two ways in as plain data: the format ``weft.two_ways_in/1``."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
