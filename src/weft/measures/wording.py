"""A figure in words, with n and coverage beside it."""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure, Measure
from weft.network import Heard


class _Spoken(float):
    """A number as it is read aloud: what rounds to nothing has no sign."""

    def __format__(self, spec: str) -> str:
        text = super().__format__(spec)
        return text if any(digit in text for digit in "123456789") else text.removeprefix("-")


def said(template: str, figure: Figure, n: int) -> str:
    """Return the sentence of a figure, its numbers put in."""
    value = figure.value if isinstance(figure.value, str) else _Spoken(figure.value or 0)
    parts = {name: _Spoken(part) for name, part in figure.parts.items()}
    return template.format(value=value, n=n, **parts)


def worded(declaration: Declaration, figure: Figure, graph: Heard) -> Measure:
    """Return the figure as people read it, with n and coverage beside it."""
    dyads = graph.n * (graph.n - 1) // (1 if graph.directed else 2)
    sentence = figure.undefined_because or said(declaration.sentence, figure, graph.n)
    return Measure(
        id=declaration.id,
        value=figure.value,
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
