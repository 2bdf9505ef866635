"""Cores and circles set against chance, worked out once for each graph and shared by measures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from weft.measures.declaration import Null
from weft.measures.kernels.core import core_fit
from weft.measures.kernels.partition import Partition, graph_of, leiden, one_run, settled
from weft.network import Graph
from weft.network.igraph_door import seeded_igraph
from weft.uncertainty import share_as_high, share_as_low
from weft.uncertainty.replicates import SameDegrees, SameSize

MOST_PEOPLE, MOST_PAIRS = 2_000, 50_000
"""Above so many people or tied pairs nothing is set against chance: it would take minutes."""

DRAWS = 40
"""How many random networks: 1 in 41 is the smallest p, enough to tell .05."""

RUNS = 10
"""How often the search for circles is tried in a network that is not large; the best is taken."""

P = ParamSpec("P")
R = TypeVar("R")


def kept(work: Callable[Concatenate[Graph, P], R]) -> Callable[Concatenate[Graph, P], R]:
    """Keep what was worked out of a graph for as long as the graph itself is kept."""
    results: WeakKeyDictionary[Graph, dict[object, R]] = WeakKeyDictionary()

    def looked_up(graph: Graph, /, *args: P.args, **keywords: P.kwargs) -> R:
        known = results.setdefault(graph, {})
        key = (args, tuple(sorted(keywords.items())))
        if key not in known:
            known[key] = work(graph, *args, **keywords)
        return known[key]

    update_wrapper(looked_up, work)
    return looked_up


def set_against(model: str, observed: float, drawn: NDArray[np.float64]) -> Null:
    """Return what chance gave, and how seldom it gave as much."""
    return Null(
        model=model,
        mean=float(drawn.mean()),
        sd=float(drawn.std()),
        p=share_as_high(observed, drawn),
        p_higher=share_as_high(observed, drawn),
        p_lower=share_as_low(observed, drawn),
        sides=1,
        draws=len(drawn),
    )


def too_large(graph: Graph) -> bool:
    """Return whether a network is too large to be set against chance."""
    return graph.n > MOST_PEOPLE or len(graph.either[0]) > MOST_PAIRS


TOO_LARGE = f"it is set against chance only up to {MOST_PEOPLE:,} people and {MOST_PAIRS:,} pairs"


@dataclass(frozen=True, slots=True)
class Circles:
    """The best division into circles, what the first run found, and how it was searched for."""

    best: Partition
    first: Partition
    said: str


@kept
def circles_of(graph: Graph, *, seed: int) -> Circles:
    """Return the circles of the pairs tied in either direction: by Louvain, the best of 10 runs.

    Of a large network, by Leiden.
    """
    n, first, second = settled(graph)
    if too_large(graph):
        found = leiden(n, first, second, seed=seed)
        return Circles(found, found, "by Leiden's method")
    by_igraph = graph_of(n, first, second)
    with seeded_igraph(np.random.default_rng([seed, 0])):
        runs = [one_run(by_igraph) for _ in range(RUNS)]
    best = max(runs, key=lambda run: run.modularity)
    return Circles(best, runs[0], f"best of {RUNS} runs of Louvain's method")


@dataclass(frozen=True, slots=True)
class WithSameDegrees:
    """Circles and core set against networks in which everyone has as many ties as here."""

    circles: Null
    core: Null | None


@kept
def against_same_degrees(graph: Graph, *, seed: int, draws: int) -> WithSameDegrees:
    """Set circles (one run here, one run there) and core against the ties being swapped about."""
    model = "everyone keeps as many ties as they have"
    n, first, second = settled(graph)
    networks = SameDegrees(n, first, second, directed=False).ties(draws, seed=seed)
    with seeded_igraph(np.random.default_rng([seed, 1])):
        q = np.array([one_run(graph_of(n, *ties)).modularity for ties in networks])
    circles = set_against(model, circles_of(graph, seed=seed).first.modularity, q)
    observed = core_fit(graph.n, *graph.either)
    if observed is None:
        return WithSameDegrees(circles, None)
    # People without ties belong to the rim here as there; their places do not matter.
    fits = np.array([_fit(graph.n, ties) for ties in networks])
    return WithSameDegrees(circles, set_against(model, observed.fit, fits))


@kept
def core_against_same_size(graph: Graph, *, seed: int, draws: int) -> Null | None:
    """Set the core against networks with as many people and ties; None where there is no core."""
    first, second = graph.either
    observed = core_fit(graph.n, first, second)
    if observed is None:
        return None
    networks = SameSize(graph.n, len(first), directed=False).ties(draws, seed=seed)
    fits = [_fit(graph.n, ties) for ties in networks]
    return set_against("as many people and ties", observed.fit, np.array(fits))


def _fit(n: int, ties: tuple[NDArray[np.int32], NDArray[np.int32]]) -> float:
    """Return the fit of the best core; where none can be told, chance made none."""
    found = core_fit(n, *ties)
    return -1.0 if found is None else found.fit
