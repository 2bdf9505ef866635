"""The portrait as plain data: the format ``weft.portrait/1``, whose schema ships beside this."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weft.measures import Measure
    from weft.portrait.contents import Chapter, Chart, Shown
    from weft.portrait.portrait import Portrait

FORMAT = "weft.portrait/1"
NOT_FINITE = "Undefined, because the arithmetic gave no finite number."


def as_dict(portrait: Portrait) -> dict[str, object]:
    """Return a portrait as plain data: dictionaries, lists, text, finite numbers and None.

    The map is left out: which pair is tied is nobody's business but theirs. What the format holds
    is written down in ``schema/portrait-1.json``.

    Parameters
    ----------
    portrait : Portrait

    Returns
    -------
    dict
        With the keys ``format``, ``network``, ``headline``, ``chapters``, ``look_after``, ``next``,
        ``limits`` and ``made_with``.
    """
    return {
        "format": FORMAT,
        "network": plain(portrait.network),
        "headline": portrait.headline,
        "chapters": [_chapter(chapter) for chapter in portrait.chapters],
        "look_after": [
            {
                "id": group.id,
                "title": group.title,
                "text": group.text,
                "count": group.count,
                "names": list(group.names),
            }
            for group in portrait.look_after
        ],
        "next": [
            {
                "id": step.id,
                "title": step.title,
                "why": step.why,
                "how": step.how,
                "ready": step.ready,
                "suggestions": list(step.suggestions),
            }
            for step in portrait.next_steps
        ],
        "limits": [{"id": limit.id, "text": limit.text} for limit in portrait.limits],
        "made_with": plain(portrait.made_with),
    }


def measure_as_dict(measure: Measure) -> dict[str, object]:
    """Return one figure as plain data, as it stands in a chapter of the portrait.

    A figure whose value is no finite number is undefined, and says so.
    """
    value, because, sentence = plain(measure.value), measure.undefined_because, measure.sentence
    if value is None and because is None:
        because = sentence = NOT_FINITE
    return {
        "id": measure.id,
        "value": value,
        "low": plain(measure.low),
        "high": plain(measure.high),
        "confidence": plain(measure.confidence),
        "least": plain(measure.least),
        "most": plain(measure.most),
        "method": measure.method,
        "n": int(measure.n),
        "answered": int(measure.answered),
        "coverage": plain(measure.coverage),
        "unit": measure.unit,
        "direction": measure.direction,
        "question": measure.question,
        "sentence": sentence,
        "undefined_because": because,
        "parts": plain(measure.parts),
        "nulls": [
            {
                "model": null.model,
                "mean": plain(null.mean),
                "sd": plain(null.sd),
                "p": plain(null.p),
                "p_higher": plain(null.p_higher),
                "p_lower": plain(null.p_lower),
                "sides": null.sides,
                "sentence": null.sentence,
                "draws": int(null.draws),
            }
            for null in measure.nulls
        ],
        "relation": measure.relation,
        "wave": measure.wave,
        "sources": list(measure.sources),
    }


def plain(value: object) -> object:
    """Return a value as JSON can hold it; numbers that are not finite become None.

    Examples
    --------
    >>> plain({"rate": float("nan"), "waves": ("1", "2")})
    {'rate': None, 'waves': ['1', '2']}
    """
    item = getattr(value, "item", None)
    if callable(item) and not isinstance(value, Mapping):  # a numpy scalar
        value = item()
    if isinstance(value, float):
        return value if isfinite(value) else None
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(inner) for inner in value]
    return str(value)


def _chapter(chapter: Chapter) -> dict[str, object]:
    return {
        "id": chapter.id,
        "title": chapter.title,
        "answer": chapter.answer,
        "measures": [_shown(shown) for shown in chapter.figures],
        "charts": [_chart(chart) for chart in chapter.charts],
    }


def _shown(shown: Shown) -> dict[str, object]:
    reading = {"reading": shown.declaration.reading, "misreading": shown.declaration.misreading}
    return {**measure_as_dict(shown.measure), **reading}


def _chart(chart: Chart) -> dict[str, object]:
    return {
        "id": chart.id,
        "title": chart.title,
        "summary": chart.summary,
        "kind": chart.kind,
        "columns": list(chart.columns),
        "rows": plain(chart.rows),
    }
