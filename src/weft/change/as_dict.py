"""A comparison as plain data: the format ``weft.change/1``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weft.change.contents import Change, Counts, Decomposed, FadeAndLift, Region, Step
    from weft.measures import Measure

FORMAT = "weft.change/1"


def as_dict(change: Change) -> dict[str, object]:
    """Return a comparison as dictionaries, lists, text, finite numbers and None.

    What the format holds is written down in ``schema/change-1.json``, which ships beside this.
    """
    return {
        "format": FORMAT,
        "network": change.name,
        "relation": change.relation,
        "before": change.before,
        "after": change.after,
        "counts": _counts(change.counts),
        "answer": change.answer,
        "verdict": asdict(change.verdict),
        "fade_and_lift": _fade_and_lift(change.fade_and_lift),
        "figures": [_figure(figure) for figure in change.figures],
        "ties": [_measure(one) for one in change.ties],
        "steps": [_step(step) for step in change.steps],
        "limits": [{"id": name, "text": text} for name, text in change.limits.items()],
        "made_with": dict(change.made_with),
    }


def _counts(counts: Counts) -> dict[str, object]:
    return {
        "people": list(counts.people),
        "answered": list(counts.answered),
        "stayers": counts.stayers,
        "answered_both_times": counts.matched,
        "came": counts.came,
        "left": counts.left,
    }


def _figure(figure: Decomposed) -> dict[str, object]:
    return {
        **_plain(asdict(figure)),
        "difference": _finite(figure.difference),
        "arrow": figure.arrow,
    }


def _fade_and_lift(found: FadeAndLift) -> dict[str, object]:
    plain = _plain({**asdict(found), "region": None})
    region = None if found.region is None else _region(found.region)
    return {**plain, "region": region}


def _region(region: Region) -> dict[str, object]:
    return {
        "fade": region.fade,
        "lift": region.lift,
        "spread": [list(row) for row in region.spread],
        "fade_between": list(region.fade_between),
        "lift_between": list(region.lift_between),
        "confidence": region.confidence,
        "draws": region.draws,
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "before": step.before,
        "after": step.after,
        "counts": _counts(step.counts),
        "ties": [_measure(one) for one in step.ties],
        "figures": [_figure(figure) for figure in step.figures],
    }


def _measure(one: Measure) -> dict[str, object]:
    return {
        "id": one.id,
        "value": _finite(one.value),
        "sentence": one.sentence,
        "undefined_because": one.undefined_because,
        "parts": _plain(one.parts),
        "method": one.method,
    }


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _finite(value) for name, value in values.items()}


def _finite(value: object) -> object:
    return None if isinstance(value, float) and not isfinite(value) else value
