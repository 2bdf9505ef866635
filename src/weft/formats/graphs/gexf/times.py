"""When things are in a GEXF file: spells, intervals, timestamps; and the one date left of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weft.formats.files.xml import local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Span = tuple[str | None, str | None]
"""From when to when, as the file writes it; None where it is open."""

UNBOUNDED = frozenset({"", "inf", "infinity"})
PIECE = re.compile(r"[^\[\]();<>]+")
"""What stands within one pair of brackets of ``<[2001, 2002]; [2004, 2005]>``."""


def spans_of(element: Element) -> list[Span]:
    """Return the times of a node or an edge, in the order of the file.

    Times of its own elements (spells; slices in version 1.1) stand in place of its attributes.

    Examples
    --------
    >>> from xml.etree.ElementTree import fromstring
    >>> spans_of(fromstring('<edge start="2001" end="INF"/>'))
    [('2001', None)]
    >>> spans_of(fromstring('<edge timestamps="&lt;[2001, 2002]&gt;"/>'))
    [('2001', '2001'), ('2002', '2002')]
    """
    inside = [
        spell for within in element if local(within.tag) in {"spells", "slices"} for spell in within
    ]
    if inside:
        return [span for spell in inside if any(span := _span(spell))]
    spans = []
    for piece in PIECE.findall(element.get("intervals", "")):
        ends = piece.replace(",", " ").split()
        if ends:
            spans.append((_bounded(ends[0]), _bounded(ends[-1])))
    for piece in PIECE.findall(element.get("timestamps", "")):
        spans += [(_bounded(at), _bounded(at)) for at in piece.replace(",", " ").split()]
    if spans:
        return spans
    span = _span(element)
    return [span] if any(span) else []


def date_of(spans: list[Span]) -> tuple[str | None, bool]:
    """Return the first beginning, and whether the times say more than that.

    Examples
    --------
    >>> date_of([("2001", "2003")]), date_of([("2001", None)]), date_of([])
    (('2001', True), ('2001', False), (None, False))
    """
    starts = [start for start, _ in spans if start is not None]
    first = starts[0] if starts else None
    more = len(spans) > 1 or any(end is not None and end != start for start, end in spans)
    return first, more


def order_of(time: str | None) -> tuple[int, float, str]:
    """Return what to sort times by: unbounded first, then numbers, then dates as text."""
    if time is None:
        return (0, 0.0, "")
    try:
        return (1, float(time), "")
    except ValueError:
        return (2, 0.0, time)


def _span(element: Element) -> Span:
    at = _bounded(element.get("timestamp"))
    if at is not None:
        return at, at
    start = element.get("start", element.get("startopen"))
    return _bounded(start), _bounded(element.get("end", element.get("endopen")))


def _bounded(time: str | None) -> str | None:
    """Return a time; None where there is none, or an infinite one."""
    text = (time or "").strip()
    return None if text.lower().lstrip("+-") in UNBOUNDED else text
