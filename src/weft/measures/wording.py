"""A figure in words, with n and coverage beside it."""

from __future__ import annotations

from typing import Self

from weft.measures.declaration import Declaration, Figure, Measure
from weft.measures.intervals import CONFIDENCE
from weft.network import Heard


class _Spoken(float):
    """A number as it is read aloud: what rounds to nothing has no sign."""

    def __format__(self, spec: str) -> str:
        text = super().__format__(spec)
        return text if any(digit in text for digit in "123456789") else text.removeprefix("-")


class _Ranged(_Spoken):
    """A number that is read aloud with the range it may have, where that can be heard."""

    low: float
    high: float

    def __new__(cls, value: float, low: float, high: float) -> Self:
        number = super().__new__(cls, value)
        number.low, number.high = low, high
        return number

    def __format__(self, spec: str) -> str:
        value = super().__format__(spec)
        low, high = (format(_Spoken(end), spec) for end in (self.low, self.high))
        return value if low == high else f"{value} (between {low} and {high})"


def said(template: str, figure: Figure, n: int) -> str:
    """Return the sentence of a figure, its numbers put in."""
    value: str | float
    if isinstance(figure.value, str):
        value = figure.value
    elif figure.low is None or figure.high is None:
        value = _Spoken(figure.value or 0)
    else:
        value = _Ranged(figure.value or 0, figure.low, figure.high)
    parts = {name: _Spoken(part) for name, part in figure.parts.items()}
    return template.format(value=value, n=n, **parts)


CANNOT_TELL = "Too few answered to tell. "
WIDE_SHARE, WIDE_FOLD = 0.5, 3
"""A range says too little where it takes up half of all that could be, or where its upper end is
three times its lower one and there is no end to what could be."""


def says_too_little(declaration: Declaration, figure: Figure) -> bool:
    """Return whether the range of a figure is so wide that the value should not be quoted."""
    if figure.low is None or figure.high is None:
        return False
    if declaration.low is not None and declaration.high is not None:
        whole = declaration.high - declaration.low
        return figure.high - figure.low > WIDE_SHARE * whole
    return figure.high > WIDE_FOLD * max(figure.low, 0) and figure.high - figure.low > 1


def worded(
    declaration: Declaration, figure: Figure, graph: Heard, *, cannot_tell: str = CANNOT_TELL
) -> Measure:
    """Return the figure as people read it, with n and coverage beside it.

    ``cannot_tell`` is said first where its range says too little.
    """
    dyads = graph.n * (graph.n - 1) // (1 if graph.directed else 2)
    sentence = figure.undefined_because or said(declaration.sentence, figure, graph.n)
    if says_too_little(declaration, figure):
        sentence = cannot_tell + sentence
    return Measure(
        id=declaration.id,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        confidence=None if figure.low is None else CONFIDENCE,
        least=figure.least,
        most=figure.most,
        n=graph.n,
        answered=graph.n_answered,
        coverage=graph.possible / dyads if dyads else None,
        method=figure.method,
        unit=declaration.unit,
        direction=declaration.direction,
        question=declaration.question,
        sentence=sentence,
        undefined_because=figure.undefined_because,
        parts=dict(figure.parts),
        nulls=figure.nulls,
        relation=graph.relation.name,
        wave=graph.wave,
        sources=declaration.sources,
    )
