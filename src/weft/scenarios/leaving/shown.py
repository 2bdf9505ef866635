"""A rehearsal of leaving as plain data: the format ``weft.step_back/1``."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weft.measures import Measure
    from weft.scenarios.leaving.contents import Moved, StepBack

FORMAT = "weft.step_back/1"


def as_dict(made: StepBack) -> dict[str, object]:
    """Return a rehearsal as dictionaries, lists, text, finite numbers and None."""
    return {
        "format": FORMAT,
        "network": made.name,
        "wave": made.wave,
        "people": made.people,
        "leaving": list(made.leaving),
        "sentences": list(made.sentences),
        "lost": [asdict(one) for one in made.lost],
        "named": None if made.named is None else _lists(asdict(made.named)),
        "figures": [_moved(one) for one in made.figures],
        "hand_over": None if made.hand_over is None else _lists(asdict(made.hand_over)),
        "plan": [_lists(asdict(one)) for one in made.plan],
        "resting": [_lists(asdict(one)) for one in made.resting],
        "limits": [{"id": name, "text": text} for name, text in made.limits.items()],
        "undefined_because": made.undefined_because,
        "made_with": dict(made.made_with),
    }


def _moved(one: Moved) -> dict[str, object]:
    return {
        "id": one.id,
        "question": one.before.question,
        "unit": one.before.unit,
        "direction": one.before.direction,
        "relation": one.before.relation,
        "before": _measure(one.before),
        "after": _measure(one.after),
        "change": one.change,
        "low": one.low,
        "high": one.high,
        "confidence": one.confidence,
        "undefined_because": one.undefined_because,
    }


def _measure(one: Measure) -> dict[str, object]:
    return {
        "value": one.value,
        "low": one.low,
        "high": one.high,
        "n": one.n,
        "method": one.method,
        "undefined_because": one.undefined_because,
    }


def _lists(data: dict[str, object]) -> dict[str, object]:
    """Return the same with lists for tuples, so that it reads back from JSON as it is."""
    return {name: _list(value) for name, value in data.items()}


def _list(value: object) -> object:
    return [_list(one) for one in value] if isinstance(value, tuple) else value
