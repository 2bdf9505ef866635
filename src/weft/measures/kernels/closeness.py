"""How near each person is to all others: exact up to 5,000 people, sampled with a bound above.

The sample is that of Eppstein and Wang (2004): ways are followed from people drawn at random, with
repetition. Each counts r/steps for a person, and 0 for themselves, with r = n / (n - 1): terms
between 0 and r, whose expected value is the person's mean of 1/steps over all others. So by
Hoeffding's inequality (1963) the mean over k people drawn is off by more than epsilon with a chance
of at most 2 exp(-2 k epsilon² / r²); with k = r² ln(2n / delta) / (2 epsilon²) the chance that
anyone's is so is at most delta.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from weft.engine import threads, told
from weft.network import Graph

EXACT_UP_TO = 5_000
"""Above this many people, ways are followed from a sample of people."""

EPSILON, DELTA = 0.05, 0.1
"""How far off a sampled figure may be, and the chance that one of them is farther off."""

Direction = Literal["out", "in"]


@dataclass(frozen=True, slots=True)
class Closeness:
    """The mean of 1/steps between each person and all others.

    Attributes
    ----------
    each : float64 array, shape (n_people,)
        Between 0 (nobody is reached) and 1 (everyone is tied to them); harmonic closeness over
        n - 1.
    drawn : int
        How many people were drawn; 0 where nothing was sampled.
    epsilon, delta : float
        Everyone's figure is within epsilon, with a chance of at least 1 - delta. 0 where exact.
    """

    each: NDArray[np.float64]
    drawn: int = 0
    epsilon: float = 0.0
    delta: float = 0.0

    @property
    def said(self) -> str:
        """How sure sampled figures are."""
        if not self.drawn:
            return ""
        return (
            f"estimated from {self.drawn:,} people drawn at random; everyone's figure is within "
            f"{self.epsilon:g} of the truth, for all people at once with {1 - self.delta:.0%} "
            "confidence"
        )


def harmonic_closeness(
    graph: Graph,
    *,
    seed: int,
    direction: Direction = "out",
    epsilon: float = EPSILON,
    delta: float = DELTA,
) -> Closeness:
    """Return how near each person is to all others.

    Parameters
    ----------
    graph : Graph
    seed : int
        Chooses whom ways are followed from above 5,000 people.
    direction : {'out', 'in'}
        Ways from each person along the ties, or ways to each person.
    epsilon, delta : float
        A sample is as large as it must be for everyone's figure to be within ``epsilon`` with a
        chance of at least 1 - ``delta``. It is never larger than everyone.
    """
    n = graph.n
    if n < 2:
        return Closeness(np.zeros(n))
    others = n / (n - 1)
    drawn = ceil(others**2 * log(2 * n / delta) / (2 * epsilon**2))
    if n <= EXACT_UP_TO or drawn >= n:
        return Closeness(_summed(graph, np.arange(n, dtype=np.int32), direction) / (n - 1))
    chosen = np.random.default_rng(seed).integers(0, n, drawn, dtype=np.int32)
    each = _summed(graph, chosen, direction) / drawn * others
    return Closeness(np.minimum(each, 1.0), drawn, epsilon, delta)


def _summed(graph: Graph, chosen: NDArray[np.int32], direction: Direction) -> NDArray[np.float64]:
    """Return the sum of 1/steps between each person and those chosen."""
    if (rows := graph.rows_for("ways")) is not None:
        from weft._core import closeness_to

        back, tell = direction == "out", told("shortest ways")
        return closeness_to(rows, chosen, back=back, threads=threads(), tell=tell)
    people, times = np.unique(chosen, return_counts=True)
    if len(people) == graph.n and (times == 1).all():
        found = graph.igraph.harmonic_centrality(mode=direction, normalized=False)
        each: NDArray[np.float64] = np.nan_to_num(np.array(found, dtype=float))
        return each
    total = np.zeros(graph.n)
    mode = "in" if direction == "out" else "out"
    for person, often in zip(people.tolist(), times.tolist(), strict=True):
        steps = np.array(graph.igraph.distances(source=person, mode=mode)[0], dtype=float)
        steps[person] = np.inf
        total += often / steps
    return total
