"""Who stands on the shortest ways between others: exact up to 2,000 people, sampled above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from weft.network import Graph

if TYPE_CHECKING:
    from collections.abc import Callable

    import igraph

EXACT_UP_TO = 2_000
"""Above this many people, only the ways that start at a sample of people are followed."""

BATCHES, STARTS_IN_A_BATCH = 16, 32
"""Starts are drawn in batches, so that the spread between batches tells the sampling error."""

STUDENT_95 = 2.131
"""The 97.5 % point of Student's t with 15 degrees of freedom, one fewer than the batches."""


@dataclass(frozen=True, slots=True)
class Between:
    """How many shortest ways between others lead through each person.

    Attributes
    ----------
    each : float64 array, shape (n_people,)
        Where several ways are equally short, each counts in part. In a relation without direction
        a pair counts once.
    batches : float64 array, shape (n_batches, n_people), or None
        The same as estimated from each batch of starts alone; None where nothing was sampled.
    """

    each: NDArray[np.float64]
    batches: NDArray[np.float64] | None = None

    def said(self, figure: Callable[[NDArray[np.float64]], float]) -> str:
        """Return how unsure a figure of these is for the sampling of starts."""
        if self.batches is None:
            return ""
        values = [figure(batch) for batch in self.batches]
        error = STUDENT_95 * float(np.std(values, ddof=1)) / BATCHES**0.5
        return (
            f"estimated from the shortest ways that start at {BATCHES * STARTS_IN_A_BATCH} of "
            f"{len(self.each):,} people drawn at random; give or take {error:.2g} (95 %, from the "
            f"spread between {BATCHES} batches of starts)"
        )


_known: WeakKeyDictionary[Graph, dict[tuple[bool, int], Between]] = WeakKeyDictionary()


def between(graph: Graph, *, seed: int, either: bool = False) -> Between:
    """Return who stands between others; computed once for each graph and seed.

    Parameters
    ----------
    graph : Graph
    seed : int
        Chooses the starts above 2,000 people.
    either : bool
        Disregard direction: a pair tied in one direction is tied.
    """
    either = either or not graph.directed
    known = _known.setdefault(graph, {})
    if (either, seed) not in known:
        known[either, seed] = betweenness(graph.igraph_either if either else graph.igraph, seed)
    return known[either, seed]


def betweenness(graph: igraph.Graph, seed: int) -> Between:
    """Return how many shortest ways lead through each vertex of an igraph graph."""
    n = graph.vcount()
    if n <= EXACT_UP_TO:
        return Between(np.array(graph.betweenness(), dtype=float))
    rng = np.random.default_rng(seed)
    starts = rng.choice(n, (BATCHES, STARTS_IN_A_BATCH), replace=False)
    batches = np.array([graph.betweenness(sources=batch.tolist()) for batch in starts])
    batches *= n / STARTS_IN_A_BATCH
    return Between(batches.mean(axis=0), batches)
