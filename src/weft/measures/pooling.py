"""One figure from the figures of many draws of what is unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from weft.measures.declaration import Figure, Null
from weft.network import Graph
from weft.uncertainty import Policy


def pooled(figures: Sequence[Figure]) -> Figure:
    """Return the mean of a figure over draws; of a name, the commonest with the share of each."""
    if len(figures) == 1:
        return figures[0]
    defined = [figure for figure in figures if figure.undefined_because is None]
    if len(defined) * 2 < len(figures):
        return next(figure for figure in figures if figure.undefined_because is not None)
    names = sorted({name for figure in defined for name in figure.parts})
    parts = {
        name: float(np.mean([f.parts[name] for f in defined if name in f.parts])) for name in names
    }
    first = replace(defined[0], nulls=_pooled_nulls(defined))
    if isinstance(first.value, str):
        counted = Counter(str(figure.value) for figure in defined)
        shares = {f"share {name}": count / len(defined) for name, count in counted.items()}
        return replace(first, value=counted.most_common(1)[0][0], parts={**parts, **shares})
    return replace(first, value=float(np.mean([f.value for f in defined])), parts=parts)


def _pooled_nulls(figures: Sequence[Figure]) -> tuple[Null, ...]:
    """Return each comparison with chance, its mean, spread and p averaged over the draws."""
    by_model: dict[str, list[Null]] = {}
    for figure in figures:
        for null in figure.nulls:
            by_model.setdefault(null.model, []).append(null)
    return tuple(
        Null(
            model=model,
            mean=_mean(null.mean for null in nulls),
            sd=_mean(null.sd for null in nulls),
            p=_mean(null.p for null in nulls),
            p_higher=_mean(null.p_higher for null in nulls),
            p_lower=_mean(null.p_lower for null in nulls),
            sides=nulls[0].sides,
            draws=nulls[0].draws,
        )
        for model, nulls in by_model.items()
    )


def _mean(numbers: Iterable[float]) -> float:
    return float(np.mean(list(numbers)))


def said_of_draws(graph: Graph, policy: Policy, draws: int) -> str:
    """Return in words what was drawn, and how often."""
    if graph.complete:
        return ""
    silent = graph.n - graph.n_answered
    how = "as far as the others named them, else " if policy == "reconstruct" else ""
    return (
        f"what {silent} who did not answer would have said was filled in {how}at random "
        f"in {draws} draws; the mean is shown"
    )
