"""Circles of people with more ties inside than chance would give: by Louvain, and by Leiden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for, told
from weft.network.igraph_door import igraph_from_arrays, seeded_igraph

if TYPE_CHECKING:
    import igraph

    from weft.network import Graph

ROUNDS = 6
"""How far around a person the settled order looks; farther than almost any network is wide."""

ROUNDS_OF_LEIDEN = 2


@dataclass(frozen=True, slots=True)
class Partition:
    """A division into circles: whose circle is which, and the modularity."""

    circle: NDArray[np.int64]
    modularity: float

    @property
    def circles(self) -> int:
        """How many circles there are."""
        return len(np.unique(self.circle))


def settled(graph: Graph) -> tuple[int, NDArray[np.int32], NDArray[np.int32]]:
    """Return how many people are tied, and their pairs, in an order that depends on the ties alone.

    A search that is helped by chance visits people in order; this order does not change with the
    rows of the data. It sorts people by their ties, their neighbours' ties and so on (the colour
    refinement of Weisfeiler and Leman, on 64-bit sums). People without ties are left out.
    """
    if (rows := graph.rows_for("likeness")) is not None:
        from weft import _core

        return _core.settled(rows)
    n, (first, second) = graph.n, graph.either
    ties = np.bincount(first, minlength=n) + np.bincount(second, minlength=n)
    people = np.flatnonzero(ties)
    place = np.zeros(n, dtype=np.int64)
    place[people] = np.arange(len(people))
    one, other = place[first], place[second]
    colour: NDArray[np.uint64] = ties[people].astype(np.uint64)
    for _ in range(ROUNDS):
        seen = _stirred(colour)
        around = np.zeros_like(seen)
        np.add.at(around, one, seen[other])
        np.add.at(around, other, seen[one])
        colour = _stirred(seen * np.uint64(3) + around)
    by_colour = np.argsort(colour, kind="stable")
    new = np.empty(len(people), dtype=np.int64)
    new[by_colour] = np.arange(len(people))
    low, high = np.minimum(new[one], new[other]), np.maximum(new[one], new[other])
    order = np.lexsort((high, low))
    return len(people), low[order].astype(np.int32), high[order].astype(np.int32)


def _stirred(value: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return 64-bit numbers well mixed (the finaliser of splitmix64)."""
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


def one_run(graph: igraph.Graph) -> Partition:
    """Return the division that one run of Louvain's method finds."""
    found = graph.community_multilevel()
    return Partition(np.array(found.membership, dtype=np.int64), float(found.modularity))


def leiden(n: int, first: NDArray[np.int32], second: NDArray[np.int32], *, seed: int) -> Partition:
    """Return the division that Leiden's method finds, twice over where that helps.

    Traag, Waltman and van Eck (2019). A circle never falls apart inside, and one run finds as much
    modularity as Louvain's in less time.
    """
    if (core := core_for("leiden", len(first))) is not None:
        rows = core.Rows(n, first, second, directed=False)
        circle, modularity = core.leiden(
            rows, seed=seed, rounds=ROUNDS_OF_LEIDEN, tell=told("circles")
        )
        return Partition(circle.astype(np.int64), modularity)
    with seeded_igraph(np.random.default_rng(seed)):
        found = graph_of(n, first, second).community_leiden(
            objective_function="modularity", n_iterations=ROUNDS_OF_LEIDEN
        )
    return Partition(np.array(found.membership, dtype=np.int64), float(found.modularity))


def graph_of(n: int, first: NDArray[np.int32], second: NDArray[np.int32]) -> igraph.Graph:
    """Return the igraph graph of pairs without direction."""
    return igraph_from_arrays(n, first, second, directed=False)
