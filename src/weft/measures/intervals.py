"""What silence leaves open of a figure: the range that complete answers would give it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from weft.engine import one_by_one
from weft.measures.declaration import Figure
from weft.measures.hard_range import hard_range
from weft.measures.registry import Registered
from weft.network import Graph
from weft.uncertainty import Policy, by_habits, completed

CONFIDENCE = 0.9
"""How often a range is meant to hold what complete answers would have given."""

DRAWN = "networks drawn"
"""What is told while a figure is computed of each network that is drawn."""

LEAST_DEFINED = 0.9
"""A figure that is undefined in more than one in ten of the drawn networks is shown no range."""

_drawn: WeakKeyDictionary[Graph, dict[tuple[Policy, Drawing], Sequence[Graph]]] = (
    WeakKeyDictionary()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """How the unknown ties of a graph are to be drawn.

    Attributes
    ----------
    draws : int
    seed : int
    alike : tuple of str
        Attributes by which people may rather name their like.
    tilt : float
        Added to the log odds of every unknown tie.
    """

    draws: int
    seed: int
    alike: tuple[str, ...] = ()
    tilt: float = 0.0


def draws_of(graph: Graph, policy: Policy, drawing: Drawing) -> Sequence[Graph]:
    """Return the completed graphs of a graph, made once for each policy and way of drawing."""
    if graph.complete:
        return (graph,)
    made = _drawn.setdefault(graph, {})
    key = (policy, drawing)
    if key not in made:
        made[key] = completed(
            graph,
            policy,
            draws=drawing.draws,
            seed=drawing.seed,
            alike=drawing.alike,
            tilt=drawing.tilt,
        )
    return made[key]


def with_interval(
    figure: Figure,
    graph: Graph,
    found: Registered,
    drawing: Drawing,
    options: Mapping[str, Any],
) -> Figure:
    """Return a figure with the range that complete answers would give it.

    The unknown ties are drawn many times over, and the figure is computed of each network. The
    range leaves out the lowest and the highest twentieth, and is widened where the measure declares
    that it would else hold too rarely. It holds the figure of complete answers
    nine times in ten where the silent are like those who answered, given what is known of them;
    what is reported falsely is not in it. Where everything is known it has no width.

    Parameters
    ----------
    figure : Figure
        Of the graph as it stands.
    graph : Graph
    found : Registered
    drawing : Drawing
    options : mapping
        What the measure takes.

    Returns
    -------
    Figure
        Without a range where it is no number, where the measure declares that it has none, and
        where the network is too large for habits of answering to be drawn.
    """
    value = figure.value
    if not isinstance(value, int | float) or found.declaration.no_interval_because:
        return figure
    if graph.complete:
        here = float(value)
        return replace(figure, low=here, high=here, least=here, most=here)
    if not by_habits(graph):
        return figure
    alone = {**options, "null_draws": 0} if "null_draws" in found.options else options
    networks = draws_of(graph, "impute", drawing)
    drawn = one_by_one(lambda one: found.figure(one, **alone).value, networks, DRAWN)
    values = [float(one) for one in drawn if isinstance(one, int | float)]
    if len(values) < LEAST_DEFINED * len(drawn):
        return figure
    least, most = hard_range(graph, found, alone) or (None, None)
    low, high = range_of(values, found, least, most)
    method = (
        f"between them lie nine in ten of the figures of {len(values)} networks in which what the "
        "silent would have said is drawn from how the others answer"
    )
    if (by := found.declaration.range_widened) != 1:
        method += f", and the range is widened by {by - 1:.0%}"
    return replace(
        figure,
        low=min(low, float(value)),
        high=max(high, float(value)),
        least=least,
        most=most,
        method="; ".join(part for part in (figure.method, method) if part),
    )


def range_of(
    values: Sequence[float], found: Registered, least: float | None, most: float | None
) -> tuple[float, float]:
    """Return the range of a figure by its draws, within what it can be at the least and the most.

    Parameters
    ----------
    values : sequence of float
        Of the draws.
    found : Registered
    least, most : float or None
        What any answers could make of it; None where that is not known.
    """
    low, high = widened(values, found)
    for lowest in (found.declaration.low, least):
        low = low if lowest is None else max(low, lowest)
    for highest in (found.declaration.high, most):
        high = high if highest is None else min(high, highest)
    return low, high


def widened(values: Sequence[float], found: Registered) -> tuple[float, float]:
    """Return the middle nine tenths of the draws, as wide as the measure declares they must be."""
    low, high = middle(values)
    by, centre = found.declaration.range_widened, float(np.median(values))
    return centre - by * (centre - low), centre + by * (high - centre)


def middle(values: Sequence[float], share: float = CONFIDENCE) -> tuple[float, float]:
    """Return between which two numbers the middle share of draws lies.

    As wide as so few draws make it (Weibull's plotting positions): of 19 draws the middle nine
    tenths lie between the least and the greatest.

    Examples
    --------
    >>> middle([float(x) for x in range(1, 20)])
    (1.0, 19.0)
    """
    tail = (1 - share) / 2
    low, high = np.quantile(np.array(values), [tail, 1 - tail], method="weibull")
    return float(low), float(high)
