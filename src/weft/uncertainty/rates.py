"""How those who answered answer: what the silent are drawn by, worked out once for each graph."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for

if TYPE_CHECKING:
    from weft.network import Graph


class Rates:
    """The rates at which ties come in the known part of a graph.

    Parameters
    ----------
    graph : Graph
        At least one person must have answered.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    @cached_property
    def dyads(self) -> tuple[int, int, int]:
        """How many dyads, both of whose ends are known, are mutual, one-way and empty."""
        graph = self.graph
        silent = graph.n - graph.n_answered
        if graph.known_by == "source":
            dyads = graph.n_answered * (graph.n_answered - 1) // 2
        else:
            dyads = graph.n * (graph.n - 1) // 2 - silent * (silent - 1) // 2
        ties, mutual = self._known
        return mutual, ties - 2 * mutual, dyads - (ties - mutual)

    @cached_property
    def _known(self) -> tuple[int, int]:
        """How many ties stand in the dyads of :attr:`dyads`, and how many of these are mutual.

        Without direction all ties count as mutual.
        """
        graph = self.graph
        both = graph.known_by == "source"
        if graph.directed and (core := core_for("known_ties", graph.m)) is not None:
            ties, mutual = core.known_ties(graph.source, graph.target, graph.answered, both)
            return ties, mutual
        ends = graph.answered[graph.source], graph.answered[graph.target]
        known = ends[0] & ends[1] if both else ends[0] | ends[1]
        if not graph.directed:
            return 2 * int(known.sum()), int(known.sum())
        source, target = graph.source[known].astype(np.int64), graph.target[known]
        pairs = np.minimum(source, target) * graph.n + np.maximum(source, target)
        pairs.sort()
        return len(pairs), int((pairs[1:] == pairs[:-1]).sum())

    @cached_property
    def density(self) -> float:
        """How often one person names another."""
        return self.graph.m / self.graph.possible if self.graph.possible else 0.0

    @cached_property
    def returned(self) -> float:
        """How often a tie is returned."""
        mutual, one_way, _ = self.dyads
        return 2 * mutual / (2 * mutual + one_way) if mutual + one_way else self.density

    @cached_property
    def unprompted(self) -> float:
        """How often one names another who does not name them."""
        _, one_way, none = self.dyads
        return one_way / (one_way + 2 * none) if one_way + none else self.density

    @cached_property
    def any_tie(self) -> float:
        """How often two people are tied at all; of no known dyad, as if ties knew no other."""
        mutual, one_way, none = self.dyads
        dyads = mutual + one_way + none
        return (mutual + one_way) / dyads if dyads else 1 - (1 - self.density) ** 2

    @cached_property
    def mutual_share(self) -> float:
        """How many of the tied dyads are mutual; of no known dyad, as if ties knew no other."""
        mutual, one_way, none = self.dyads
        if mutual + one_way:
            return mutual / (mutual + one_way)
        return 0.0 if none else self.density / (2 - self.density)

    @cached_property
    def each_end(self) -> float:
        """How often each of two draws the other, so that they are tied as often as dyads are."""
        return float(1 - np.sqrt(1 - self.any_tie))

    @cached_property
    def pull(self) -> NDArray[np.float64]:
        """How often each person is named, against the mean of those who answered.

        As far as people differ by more than chance would have it (a beta distribution fitted by
        mean and variance, of which each gets the posterior mean); where they do not, all are alike.
        """
        graph = self.graph
        named = np.bincount(graph.target, minlength=graph.n)
        heard = graph.raters > 0
        rate = named[heard] / graph.raters[heard]
        mean = float(rate.mean())
        of_chance = mean * (1 - mean) / float(graph.raters[heard].mean())
        spread = float(rate.var()) - of_chance
        if spread <= 0:
            return np.ones(graph.n)
        weight = max(mean * (1 - mean) / spread - 1, 0.0) + 1e-9
        expected = (named + weight * mean) / (graph.raters + weight)
        usual = float(expected[graph.answered].mean())
        return expected / usual if usual > 0 else np.ones(graph.n)
