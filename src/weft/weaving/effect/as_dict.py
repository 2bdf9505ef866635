"""Whether introductions helped, as plain data: the format ``weft.effect/1``."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weft.weaving.effect.contents import Effect, Group, LeftOut, Step

FORMAT = "weft.effect/1"


def as_dict(effect: Effect) -> dict[str, object]:
    """Return a result as dictionaries, lists, text, finite numbers and None."""
    return {
        "format": FORMAT,
        "network": effect.name,
        "relation": effect.relation,
        "before": effect.before,
        "after": effect.after,
        "rounds": effect.rounds,
        "answer": effect.answer,
        "undefined_because": effect.undefined_because,
        "verdict": asdict(effect.verdict),
        "offered": _group(effect.offered),
        "held_out": _group(effect.held_out),
        "difference": asdict(effect.difference),
        "confidence": effect.confidence,
        "least": effect.least,
        "most": effect.most,
        "p": effect.p,
        "exact": effect.exact,
        "met": {**asdict(effect.met), "share": effect.met_share},
        "displacement": asdict(effect.displacement),
        "funnel": [_step(step) for step in effect.funnel],
        "needed": None if effect.needed is None else asdict(effect.needed),
        "left_out": _left_out(effect.left_out),
        "limits": [{"id": name, "text": text} for name, text in effect.limits.items()],
        "made_with": dict(effect.made_with),
    }


def _group(group: Group) -> dict[str, object]:
    return {**asdict(group), "rate": group.rate}


def _step(step: Step) -> dict[str, object]:
    return {
        "id": step.id,
        "text": step.text,
        "offered": _counts(step.offered),
        "held_out": _counts(step.held_out),
    }


def _counts(counts: tuple[int, int] | None) -> dict[str, int] | None:
    return None if counts is None else {"count": counts[0], "of": counts[1]}


def _left_out(left_out: LeftOut) -> dict[str, object]:
    plain = asdict(left_out)
    p_unknown = plain.pop("p_unknown")
    both = {
        name: dict(zip(("offered", "held_out"), pair, strict=True)) for name, pair in plain.items()
    }
    return {**both, "p_unknown": p_unknown}
