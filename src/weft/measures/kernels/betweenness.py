"""Who stands on the shortest ways between others: exact up to 2,000 people, sampled above.

The sample has a proven bound where the core draws it (docs/explanation/betweenness-bound.md).
Without the core, the ways that start at a sample of people are followed, and the spread between
batches of starts tells how far off a figure may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, log
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for, threads, told
from weft.network import Graph, Heard
from weft.network.igraph_door import igraph_from_arrays

if TYPE_CHECKING:
    from collections.abc import Callable

    import igraph

    from weft._core import Rows

    Draw = Callable[[int, int], tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int64]]]

EXACT_UP_TO = 2_000
"""Above this many people, only a sample of the shortest ways is followed."""

EPSILON, DELTA = 0.01, 0.1
"""How far off anyone's share of sampled ways may be, and the chance that one of them is farther."""

EPSILON_WITHOUT_CORE = 0.05
"""The same where ways are drawn elsewhere, and there is no core here to say when it is enough."""

BATCHES, STARTS_IN_A_BATCH = 16, 32
"""Samples are taken apart in batches, so that the spread between them tells the sampling error."""

SHORTEST_WAYS = "shortest ways"

STUDENT_95 = 2.131
"""The 97.5 % point of Student's t with 15 degrees of freedom, one fewer than the batches."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Shortest ways, one each between pairs of people drawn at random.

    Attributes
    ----------
    through : int32 array
        Who stands in between, one way after another.
    start : int64 array, shape (n_ways + 1,)
        Where those of each way start.
    pairs : float
        How many pairs there are to draw from.
    epsilon, delta : float
        Everyone's share of the ways is within epsilon of the truth, for all at once, with a chance
        of at least 1 - delta.
    """

    through: NDArray[np.int32]
    start: NDArray[np.int64]
    pairs: float
    epsilon: float
    delta: float

    @property
    def drawn(self) -> int:
        """How many pairs of people were drawn."""
        return len(self.start) - 1

    def each(self, n: int) -> NDArray[np.float64]:
        """Return how many of the ways between all pairs lead through each of n people."""
        return self._scaled(self.through, self.drawn, n)

    def batches(self, n: int) -> Iterator[NDArray[np.float64]]:
        """Yield the same as estimated from each batch of the ways alone."""
        batch = np.repeat(np.arange(self.drawn) % BATCHES, np.diff(self.start))
        for at in range(BATCHES):
            many = len(range(at, self.drawn, BATCHES))
            yield self._scaled(self.through[batch == at], many, n)

    def _scaled(self, through: NDArray[np.int32], drawn: int, n: int) -> NDArray[np.float64]:
        counts = np.bincount(through, minlength=n).astype(np.float64)
        return counts * (self.pairs / max(drawn, 1))


@dataclass(frozen=True, slots=True)
class Between:
    """How many shortest ways between others lead through each person.

    Attributes
    ----------
    each : float64 array, shape (n_people,)
        Where several ways are equally short, each counts in part. In a relation without direction
        a pair counts once.
    ways : Ways, or None
        The ways drawn; None where none were.
    batches : float64 array, shape (n_batches, n_people), or None
        The same as estimated from each batch of starts alone; None where no starts were drawn.
    """

    each: NDArray[np.float64]
    ways: Ways | None = None
    batches: NDArray[np.float64] | None = None

    def said(
        self,
        figure: Callable[[NDArray[np.float64]], float] | None = None,
        within: Callable[[float], float] | None = None,
    ) -> str:
        """Return how unsure these, and a figure of these, are because of sampling.

        Parameters
        ----------
        figure : callable, optional
            Gives the figure from ``each``: its error is told from the spread between batches.
        within : callable, optional
            Gives a proven bound on the figure's error from one on everyone's share; where there is
            such a bound, it is told instead.
        """
        if self.ways is not None:
            return self._ways_said(self.ways, figure, within)
        if self.batches is None:
            return ""
        said = (
            f"estimated from the shortest ways that start at {BATCHES * STARTS_IN_A_BATCH} of "
            f"{len(self.each):,} people drawn at random"
        )
        if figure is None:
            return said
        error = _give_or_take([figure(batch) for batch in self.batches])
        return f"{said}; give or take {error} (95 %, from the spread between 16 batches of starts)"

    def _ways_said(
        self,
        ways: Ways,
        figure: Callable[[NDArray[np.float64]], float] | None,
        within: Callable[[float], float] | None,
    ) -> str:
        said = (
            f"estimated from one shortest way for each of {ways.drawn:,} pairs of people drawn at "
            f"random: everyone's share of all shortest ways is within {ways.epsilon:g} of the "
            f"truth, for all people at once with {1 - ways.delta:.0%} confidence"
        )
        if within is not None:
            return f"{said}, and so is this figure within {within(ways.epsilon):.2g}"
        values = [] if figure is None else [figure(e) for e in ways.batches(len(self.each))]
        if not values or np.ptp(values) == 0:  # batches that all say the same tell no error
            return said
        error = _give_or_take(values)
        return (
            f"{said}; this figure give or take {error} (95 %, from the spread between 16 batches)"
        )


def _give_or_take(values: list[float]) -> str:
    return f"{STUDENT_95 * float(np.std(values, ddof=1)) / BATCHES**0.5:.2g}"


_known: WeakKeyDictionary[Heard, dict[tuple[bool, int, float, float], Between]] = (
    WeakKeyDictionary()
)


def between(
    graph: Graph,
    *,
    seed: int,
    either: bool = False,
    epsilon: float = EPSILON,
    delta: float = DELTA,
) -> Between:
    """Return who stands between others; computed once for each graph and seed.

    Parameters
    ----------
    graph : Graph
    seed : int
        Chooses the sample above 2,000 people.
    either : bool
        Disregard direction: a pair tied in one direction is tied.
    epsilon, delta : float
        Asked of the sample where the core draws it: everyone's share of all shortest ways is within
        ``epsilon`` of the truth, for all at once, with a chance of at least 1 - ``delta``.
    """
    either = either or not graph.directed
    known = _known.setdefault(graph, {})
    asked = (either, seed, epsilon, delta)
    if asked not in known:
        rows = graph.rows_for("betweenness")
        if rows is not None:
            known[asked] = _by_core(rows, asked)
        else:
            known[asked] = _by_igraph(graph.igraph_either if either else graph.igraph, seed)
    return known[asked]


def keep(heard: Heard, found: Between, *, seed: int) -> None:
    """Keep what was found of ties that are not at hand, for whatever asks for it with this seed."""
    _known.setdefault(heard, {})[not heard.directed, seed, EPSILON, DELTA] = found


def between_of_draws(
    heard: Heard, draw: Draw, longest: Callable[[], int], *, between: int, arcs: int
) -> Between:
    """Return the same, of more than 2,000 people whose ties are not at hand.

    Parameters
    ----------
    heard : Heard
    draw : callable
        Gives the ways first to first + many - 1, as
        :func:`~weft.measures.kernels.drawn_ways.drawn_ways` does.
    longest : callable
        Gives a bound on how many people any shortest way has.
    between : int
        How many people have a tie to come in by and another to go on by.
    arcs : int
        How many ties; without direction each counts twice.

    Notes
    -----
    With the core it is what :func:`between` gives. Without it the sample is as large as Hoeffding's
    inequality (1963) asks for, whatever was drawn, and less is asked of it.
    """
    n = heard.n
    pairs = n * (n - 1) / (1 if heard.directed else 2)
    if core_for("betweenness", arcs) is not None:
        from weft import _core

        found = _core.drawn_until_enough(
            n, between, arcs, EPSILON, DELTA, draw=draw, vertex_diameter=longest
        )
        ways = Ways(found.through, found.start, pairs, EPSILON, DELTA)
    else:
        epsilon = EPSILON_WITHOUT_CORE
        many = ceil(log(2 * between / DELTA) / (2 * epsilon**2)) if between else 0
        through, start, _ = draw(0, many)
        ways = Ways(through, start, pairs, epsilon, DELTA)
    return Between(ways.each(n), ways)


def betweenness_of_pairs(
    n: int, first: NDArray[np.int32], second: NDArray[np.int32]
) -> NDArray[np.float64]:
    """Return how many shortest ways along pairs without direction lead through each person."""
    if core_for("betweenness", len(first)) is not None:
        from weft import _core

        rows = _core.Rows(n, first, second, directed=False)
        return _core.betweenness(rows, threads=threads(), tell=told(SHORTEST_WAYS))
    left = igraph_from_arrays(n, first, second, directed=False)
    return np.array(left.betweenness(), dtype=float)


def _by_core(rows: Rows, asked: tuple[bool, int, float, float]) -> Between:
    from weft import _core

    either, seed, epsilon, delta = asked
    n = rows.n
    if n <= EXACT_UP_TO:
        each = _core.betweenness(rows, either=either, threads=threads(), tell=told(SHORTEST_WAYS))
        return Between(each)
    found = _core.sampled_betweenness(
        rows,
        epsilon,
        delta,
        seed=seed % 2**64,
        either=either,
        threads=threads(),
        tell=told(SHORTEST_WAYS),
    )
    pairs = n * (n - 1) / (2 if either else 1)
    ways = Ways(found.through, found.start, pairs, epsilon, delta)
    return Between(ways.each(n), ways)


def _by_igraph(graph: igraph.Graph, seed: int) -> Between:
    n = graph.vcount()
    if n <= EXACT_UP_TO:
        return Between(np.array(graph.betweenness(), dtype=float))
    rng = np.random.default_rng(seed)
    starts = rng.choice(n, (BATCHES, STARTS_IN_A_BATCH), replace=False)
    batches = np.array([graph.betweenness(sources=batch.tolist()) for batch in starts])
    batches *= n / STARTS_IN_A_BATCH
    return Between(batches.mean(axis=0), batches=batches)
