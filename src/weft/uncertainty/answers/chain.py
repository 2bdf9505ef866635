"""Habits and unknown ties drawn in turns, and the networks that come out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.uncertainty.answers.habits import Habits, drawn_anew, first_guess
from weft.uncertainty.answers.known import Known, Numbers, Table, known_of, reasons
from weft.uncertainty.answers.settling import Unknown

if TYPE_CHECKING:
    from weft.network import Graph

MOST_PEOPLE = 500
"""Of more people habits are not drawn: each round goes through all pairs some ten times."""

ROUNDS_BEFORE, HABITS_A_ROUND_AT_FIRST, ROUNDS_BETWEEN = 40, 3, 2
"""Rounds before the first network, in the first half of which habits are drawn more often, and
rounds from one network to the next."""

Tell = Callable[[int, int], None]


def answered_networks(
    graph: Graph,
    *,
    draws: int,
    seed: int,
    alike: Sequence[str] = (),
    tilt: float = 0.0,
    tell: Tell | None = None,
) -> tuple[Graph, ...]:
    """Return the network as it might be, had everybody answered: as many times as asked for.

    The networks are draws from what is not known: of the unknown ties given how people answer, and
    of how people answer given what is known. Their spread is what silence leaves open.

    Parameters
    ----------
    graph : Graph
        Of at most :data:`MOST_PEOPLE` people, of whom at least one answered.
    draws : int
    seed : int
        The same seed gives the same networks.
    alike : sequence of str
        Attributes by which people may rather name their like.
    tilt : float
        Added to the log odds of every unknown tie. 0: the silent are like the others, once what is
        known of them is taken into account (missing at random). ln 2: their ties are twice as
        likely as that.
    tell : callable, optional
        Called now and then with how many rounds are done and how many there will be; what it raises
        ends the work.

    Returns
    -------
    tuple of Graph
        All ties known.

    References
    ----------
    van Duijn, M. A. J., Snijders, T. A. B. and Zijlstra, B. J. H. (2004). p2: a random effects model
    with covariates for directed graphs. Statistica Neerlandica, 58(2), 234-254.
    Rubin, D. B. (1987). Multiple Imputation for Nonresponse in Surveys. Wiley.

    Examples
    --------
    Cy did not answer; Ana and Ben name each other, and both name Cy:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Ana"), ("Ana", "Cy"), ("Ben", "Cy")]
    >>> people = {"id": ["Ana", "Ben", "Cy"], "responded": ["yes", "yes", "no"]}
    >>> graph = weft.read(ties, people=people).graph()
    >>> sorted({drawn.m for drawn in answered_networks(graph, draws=50, seed=1)})
    [4, 5, 6]
    """
    chain = _Chain(graph, alike, tilt, np.random.default_rng(seed))
    return tuple(chain.networks(draws, tell))


class _Chain:
    def __init__(
        self, graph: Graph, alike: Sequence[str], tilt: float, rng: np.random.Generator
    ) -> None:
        self.graph, self.tilt, self.rng = graph, tilt, rng
        self.known = known_of(graph, alike)
        self.unknown = Unknown(self.known)
        self.habits = first_guess(self.known)
        self.ties = self._first_ties()
        self.lenders = _Lenders(self.known)

    def networks(self, draws: int, tell: Tell | None) -> Iterator[Graph]:
        rounds = ROUNDS_BEFORE + draws * ROUNDS_BETWEEN
        for done in range(rounds):
            at_first = done < ROUNDS_BEFORE // 2
            self._round(HABITS_A_ROUND_AT_FIRST if at_first else 1)
            if tell is not None:
                tell(done + 1, rounds)
            since = done - ROUNDS_BEFORE + 1
            if since > 0 and since % ROUNDS_BETWEEN == 0:
                yield self._network()

    def _first_ties(self) -> Table:
        """Return the known ties, and others as often as each person is named by those who answered."""
        known = self.known
        named = known.there.sum(axis=0) / np.maximum(known.known.sum(axis=0), 1)
        drawn: Table = (self.rng.random(known.there.shape) < named) & ~known.known
        np.fill_diagonal(drawn, val=False)
        if not known.directed:
            drawn = np.triu(drawn) | np.triu(drawn).T
        return known.there | drawn

    def _round(self, habits_drawn: int) -> None:
        known, habits = self.known, self.habits
        reason = reasons(known, self.ties)
        usual = reason[:, known.known].mean(axis=1)
        for _ in range(habits_drawn):
            drawn_anew(habits, known, reason - usual[:, None, None], self.rng)
        naming = self.lenders.lent(habits, self.rng)
        others = 1 + known.directed  # reasons that hang on other ties come first
        odds = naming[:, None] + habits.named - habits.weights @ usual + self.tilt
        odds = odds + np.tensordot(habits.weights[others:], known.alike, 1)
        in_common, returning = habits.weights[0], habits.weights[1] if known.directed else 0.0
        self.ties = self.unknown.settled(
            self.ties, odds, float(in_common), float(returning), self.rng
        )

    def _network(self) -> Graph:
        """Return the ties as a graph; who did not answer gives strengths as who lent them habits."""
        graph = self.graph
        new = self.ties & ~self.known.there
        source, target = np.nonzero(new if graph.directed else np.triu(new))
        return graph.with_ties(
            np.concatenate([graph.source, source.astype(np.int32)]),
            np.concatenate([graph.target, target.astype(np.int32)]),
            np.concatenate([graph.weight, self._strengths(source)]),
        )

    def _strengths(self, source: NDArray[np.intp]) -> Numbers:
        graph = self.graph
        if not graph.m:
            return np.ones(len(source))
        starts = np.searchsorted(graph.source, np.arange(graph.n + 1))
        lender = self.lenders.of[source] if graph.directed else source
        low, high = starts[lender], starts[lender + 1]
        anybody = low == high
        low, high = np.where(anybody, 0, low), np.where(anybody, graph.m, high)
        chosen: Numbers = graph.weight[low + (self.rng.random(len(source)) * (high - low)).astype(int)]
        return chosen


class _Lenders:
    """Who lends their way of naming to those of whose naming nothing is known.

    How readily people name others is seldom normal among them: some name nobody, some everybody.
    So each of the silent is lent the way of somebody who answered, moved by as much as the two
    differ in how they are named, as far as the one goes with the other among those who answered.

    Attributes
    ----------
    of : int array, shape (n,)
        Who lent last to each person; those who answered, to themselves.
    """

    def __init__(self, known: Known) -> None:
        self._silent = known.silent if known.directed else np.empty(0, dtype=np.intp)
        self._heard = np.flatnonzero(known.known.any(axis=1))
        self.of = np.arange(known.n)

    def lent(self, habits: Habits, rng: np.random.Generator) -> Numbers:
        """Return how readily each names others, lent anew."""
        if not len(self._silent):
            return habits.naming
        naming = habits.naming.copy()
        heard, silent = habits.naming[self._heard], self._silent
        named = habits.named - habits.named[self._heard].mean()
        slope = _slope(named[self._heard], heard - heard.mean(), rng)
        lender = rng.integers(len(self._heard), size=len(silent))
        self.of[silent] = self._heard[lender]
        naming[silent] = heard[lender] + slope * (named[silent] - named[self._heard][lender])
        return naming


def _slope(x: Numbers, y: Numbers, rng: np.random.Generator) -> float:
    """Return the slope of y on x, both with mean 0, drawn from how sure it is."""
    squares = float(x @ x)
    if len(x) < 3 or squares == 0.0:
        return 0.0
    slope = float(x @ y) / squares
    left = y - slope * x
    return float(slope + rng.standard_normal() * np.sqrt(left @ left / (len(x) - 2) / squares))
