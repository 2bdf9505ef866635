"""Pairs of people and what each end says of the other: what reciprocity and trust rest on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.network import Graph


@dataclass(frozen=True, eq=False, slots=True)
class Dyads:
    """Every dyad with a tie in at least one direction, among people whose word is known.

    Attributes
    ----------
    first, second : int32 arrays, shape (n_tied,)
        Positions of the two, ``first < second``.
    there, back : float64 arrays, shape (n_tied,)
        The strength from first to second and from second to first; 0 where there is no tie.
    possible : int
        How many dyads there are among those people, tied or not.
    """

    first: NDArray[np.int32]
    second: NDArray[np.int32]
    there: NDArray[np.float64]
    back: NDArray[np.float64]
    possible: int

    @property
    def mutual(self) -> int:
        """How many dyads are tied both ways."""
        return int(((self.there > 0) & (self.back > 0)).sum())

    @property
    def asymmetric(self) -> int:
        """How many dyads are tied one way only."""
        return len(self.first) - self.mutual

    @property
    def null(self) -> int:
        """How many dyads are not tied."""
        return self.possible - len(self.first)

    @property
    def arc_reciprocity(self) -> float:
        """The share of ties that are returned; at least one tie is needed."""
        return 2 * self.mutual / (2 * self.mutual + self.asymmetric)

    @property
    def density(self) -> float:
        """The share of possible ties that are there; at least one dyad is needed."""
        return (2 * self.mutual + self.asymmetric) / (2 * self.possible)


def word_is_known(graph: Graph) -> NDArray[np.bool_]:
    """Return whose ties to each other are known: who answered, or all where third persons did."""
    return graph.word_known


def dyads_known_both_ways(graph: Graph) -> Dyads:
    """Return the dyads of a relation with direction whose two ends both answered."""
    known = word_is_known(graph)
    people = int(known.sum())
    possible = people * (people - 1) // 2
    if (rows := graph.rows_for("pairs")) is not None:
        first, second, there, back = rows.dyads_known(graph.weight, known.view(np.uint8))
        return Dyads(first, second, there, back, possible)
    inside = known[graph.source] & known[graph.target]
    source, target, weight = (part[inside] for part in (graph.source, graph.target, graph.weight))
    first, second = np.minimum(source, target), np.maximum(source, target)
    keys, where = np.unique(first.astype(np.int64) * graph.n + second, return_inverse=True)
    forward = source < target
    there, back = np.zeros(len(keys)), np.zeros(len(keys))
    there[where[forward]] = weight[forward]
    back[where[~forward]] = weight[~forward]
    first, second = (end.astype(np.int32) for end in np.divmod(keys, max(graph.n, 1)))
    return Dyads(first, second, there, back, possible)
