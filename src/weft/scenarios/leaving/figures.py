"""The figures of the portrait before and after, taken of the same draws of what is unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from weft.measures.declaration import Figure, Measure
from weft.measures.front import (
    MOST_DRAWS_AGAINST_CHANCE,
    MOST_TIES_AGAINST_CHANCE,
    reported,
)
from weft.measures.hard_range import hard_range
from weft.measures.intervals import (
    CONFIDENCE,
    LEAST_DEFINED,
    Drawing,
    draws_of,
    range_of,
    widened,
)
from weft.measures.pooling import pooled
from weft.measures.registry import Registered, registered
from weft.network.parts_played import CONNECTION, LEADERSHIP, TRUST
from weft.scenarios.leaving.contents import Moved
from weft.uncertainty import Policy, by_habits

if TYPE_CHECKING:
    from weft.network import Graph
    from weft.weaving.ground import Ground

FIGURES: Mapping[str, tuple[str, ...]] = {
    CONNECTION: (
        "density",
        "mean_degree",
        "mean_strength",
        "reach_2",
        "reach_3",
        "efficiency",
        "largest_component_share",
        "transitivity",
        "modularity",
        "core_periphery",
        "mixing",
        "assortativity",
        "betweenness_centralization",
        "steward_betweenness_share",
        "two_connected_share",
        "cut_people",
        "robustness",
        "brokerage",
        "constraint",
        "effective_size",
    ),
    LEADERSHIP: (
        "effective_leaders",
        "leadership_coverage",
        "leadership_density",
        "leadership_centralization",
        "leadership_gini",
        "steward_share",
        "hierarchy",
        "connectedness",
        "hierarchy_efficiency",
        "least_upper_boundedness",
    ),
    TRUST: ("reciprocity", "reciprocity_beyond_density"),
}
"""The figures of the portrait that a departure can move, by the part of their relation.

Left out are those on answers and on two waves, the kind of network (a name), what is lost if the
stewards leave (asked here of anybody), and what people said of their trust in each other: with and
without one person it would tell how that person answered.
"""


@dataclass(frozen=True, eq=False)
class Sides:
    """One relation with everybody and with those who stay, also in every draw."""

    graph: Graph
    stays: NDArray[np.bool_]
    drawing: Drawing

    @cached_property
    def staying(self) -> Graph:
        """The ties among those who stay."""
        return self.graph.among(self.stays)

    @cached_property
    def _kept(self) -> dict[Policy, tuple[Sequence[Graph], Sequence[Graph]]]:
        return {}

    def drawn(self, policy: Policy) -> tuple[Sequence[Graph], Sequence[Graph]]:
        """Return the completed networks, and the same without those who leave."""
        if policy in {"available", "as_reported"}:
            return (self.graph,), (self.staying,)
        if policy not in self._kept:
            draws = draws_of(self.graph, policy, self.drawing)
            whole = len(draws) == 1 and draws[0] is self.graph
            after = [self.staying] if whole else [draw.among(self.stays) for draw in draws]
            self._kept[policy] = draws, after
        return self._kept[policy]


def figures(
    ground: Ground, stays: NDArray[np.bool_], drawing: Drawing, *, interval: bool
) -> tuple[Moved, ...]:
    """Return every figure of the portrait that a departure can move, before and after."""
    made = []
    for part, names in FIGURES.items():
        relation = ground.parts.of(part)
        if relation in ground.private:  # with and without a person they would tell what was said
            continue
        if part != CONNECTION and part in ground.parts.assumed:
            continue
        sides = Sides(ground.network.graph(relation, ground.wave), stays, drawing)
        for name in names:
            found = registered(name)
            if "group" in found.declaration.needs and ground.group is None:
                continue
            made.append(_moved(sides, found, _options(found, ground), interval=interval))
    return tuple(made)


def _options(found: Registered, ground: Ground) -> dict[str, Any]:
    """Return what a measure takes; nothing is set against chance, which needs no rehearsal."""
    given = {"group": ground.group, "seed": ground.seed, "null_draws": 0}
    return {
        name: value for name, value in given.items() if name in found.options and value is not None
    }


def _moved(sides: Sides, found: Registered, options: Mapping[str, Any], *, interval: bool) -> Moved:
    """Return one figure before and after, and the range of the difference."""
    policy = found.declaration.silence[0]

    def made(side: int, graph: Graph) -> Measure:
        def pooled_of() -> Figure:
            graphs = sides.drawn(policy)[side]
            if "null_draws" in found.options:  # as few as in the portrait
                enough = MOST_TIES_AGAINST_CHANCE // max(sides.graph.m, 1)
                graphs = graphs[: min(MOST_DRAWS_AGAINST_CHANCE, max(enough, 2))]
            return pooled([found.figure(one, **options) for one in graphs])

        return reported(graph, found.declaration, pooled_of, policy=policy)

    before, after = made(0, sides.graph), made(1, sides.staying)
    if not _is_number(before) or not _is_number(after):
        return Moved(before=before, after=after)
    moved = Moved(before=before, after=after, change=after.number - before.number)
    if not interval or found.declaration.no_interval_because:
        return moved
    if sides.graph.complete:
        return _ranged(moved, ([before.number], [after.number]), sides, found, options)
    if not by_habits(sides.graph):
        return moved
    values = _values(sides, found, options)
    return moved if values is None else _ranged(moved, values, sides, found, options)


def _values(
    sides: Sides, found: Registered, options: Mapping[str, Any]
) -> tuple[list[float], list[float]] | None:
    """Return the figure in every draw in which it is a number with and without; None if few."""
    pairs = [
        tuple(found.figure(graph, **options).value for graph in both)
        for both in zip(*sides.drawn("impute"), strict=True)
    ]
    numbers = [
        (float(one), float(other))
        for one, other in pairs
        if isinstance(one, int | float) and isinstance(other, int | float)
    ]
    if len(numbers) < LEAST_DEFINED * len(pairs):
        return None
    return [one for one, _ in numbers], [other for _, other in numbers]


def _ranged(
    moved: Moved,
    values: tuple[list[float], list[float]],
    sides: Sides,
    found: Registered,
    options: Mapping[str, Any],
) -> Moved:
    """Return a figure with the ranges that the portrait gives it, and that of the change."""
    before, after = values
    change = [late - early for early, late in zip(before, after, strict=True)]
    low, high = _around(widened(change, found), moved.change or 0.0)
    ends = [
        range_of(drawn, found, *(hard_range(graph, found, options) or (None, None)))
        for drawn, graph in ((before, sides.graph), (after, sides.staying))
    ]
    return replace(
        moved,
        before=_with_range(moved.before, ends[0]),
        after=_with_range(moved.after, ends[1]),
        low=low,
        high=high,
        confidence=CONFIDENCE,
    )


def _with_range(measure: Measure, ends: tuple[float, float]) -> Measure:
    low, high = _around(ends, measure.number)
    return replace(measure, low=low, high=high, confidence=CONFIDENCE)


def _around(ends: tuple[float, float], value: float) -> tuple[float, float]:
    return min(ends[0], value), max(ends[1], value)


def _is_number(measure: Measure) -> bool:
    return isinstance(measure.value, int | float)
