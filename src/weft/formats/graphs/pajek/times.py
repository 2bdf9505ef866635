"""Times of ties in a Pajek file, as waves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SPAN = re.compile(r"\s*([0-9]{1,9})\s*(?:-\s*([0-9]{1,9}|\*)\s*)?\Z")
LEGEND = re.compile(r"wave ([0-9]{1,9}) - (.+)\Z", re.DOTALL)
MOST_WAVES = 100
MOST_ROWS = 2_000_000

Spans = tuple[tuple[int, int | None], ...]


def spans_in(text: str) -> Spans | None:
    """Return from when to when, where None is for ever; None where the text says no times.

    Examples
    --------
    >>> spans_in("[1-3,5-*]"), spans_in("[4]"), spans_in("[x]")
    (((1, 3), (5, None)), ((4, 4),), None)
    """
    spans: list[tuple[int, int | None]] = []
    for part in text.strip("[]").split(","):
        found = SPAN.match(part)
        if found is None:
            return None
        first, last = int(found.group(1)), found.group(2)
        until = None if last == "*" else int(last or first)
        if until is not None and until < first:
            return None
        spans.append((first, until))
    return tuple(spans)


def times_as_waves(
    times: Sequence[str | None], *, most: int = MOST_WAVES
) -> list[tuple[int, ...]] | None:
    """Return in which waves each tie is, or None where its times are no waves.

    Times are waves where every tie has one, where they are whole numbers, and where there are at
    most so many of them. A tie is in each wave of its time; one that lasts for ever, in each until
    the last that any tie names.

    Examples
    --------
    >>> times_as_waves(["[1-2]", "[2-*]", "[4]"])
    [(1, 2), (2, 3, 4), (4,)]
    >>> times_as_waves(["[1]", None]) is None
    True
    """
    spans: dict[str, Spans] = {}
    for text in times:
        found = spans_in(text) if text is not None else None
        if text is None or found is None:
            return None
        spans[text] = found
    named = [end for each in spans.values() for span in each for end in span if end is not None]
    if not named or max(named) - min(named) >= most:
        return None
    last = max(named)
    waves = {text: _each(each, last) for text, each in spans.items()}
    rows = [waves[text] for text in times if text is not None]
    return rows if sum(map(len, rows)) <= MOST_ROWS else None


def _each(spans: Spans, last: int) -> tuple[int, ...]:
    each = {
        wave for first, end in spans for wave in range(first, (last if end is None else end) + 1)
    }
    return tuple(sorted(each))


def wave_names(comments: Iterable[str]) -> dict[int, str]:
    """Return what comments such as ``wave 1 - spring`` call the waves.

    Examples
    --------
    >>> wave_names(["made by hand", "wave 2 - spring 2026"])
    {2: 'spring 2026'}
    """
    found = [LEGEND.match(comment) for comment in comments]
    return {int(match.group(1)): match.group(2) for match in found if match}
