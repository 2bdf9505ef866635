"""Habits and unknown ties drawn in turns, and the networks that come out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.uncertainty.answers.habits import drawn_anew, first_guess
from weft.uncertainty.answers.known import Numbers, People, Table, known_of, reasons, weighted
from weft.uncertainty.answers.lending import Lenders
from weft.uncertainty.answers.settling import Unknown

if TYPE_CHECKING:
    from weft.network import Graph

MOST_PEOPLE = 500
"""Of more people habits are not drawn: each round goes through all pairs some ten times."""

SWEEPS = 3
"""How often each unknown tie is drawn in a round."""

ROUNDS_OF_SEARCH, ROUNDS_BEFORE, ROUNDS_BETWEEN = 20, 40, 2
"""Rounds before the first network, in the first of which habits are searched for; and rounds from
one network to the next."""
MANY = 500
"""From so many networks on every round gives one: leaving rounds out only makes fewer be enough."""

Tell = Callable[[int, int], object]


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
    van Duijn, M. A. J., Snijders, T. A. B. and Zijlstra, B. J. H. (2004). p2: a random effects
    model with covariates for directed graphs. Statistica Neerlandica, 58(2), 234-254.
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
        self.not_known = np.flatnonzero(~self.known.known)
        self.unknown = Unknown(self.known)
        self.habits = first_guess(self.known)
        self.ties = self._first_ties()
        self.lenders = Lenders(self.known)

    def networks(self, draws: int, tell: Tell | None) -> Iterator[Graph]:
        between = ROUNDS_BETWEEN if draws < MANY else 1
        rounds = ROUNDS_BEFORE + draws * between
        for done in range(rounds):
            self._round(searching=done < ROUNDS_OF_SEARCH)
            if tell is not None:
                tell(done + 1, rounds)
            since = done - ROUNDS_BEFORE + 1
            if since > 0 and since % between == 0:
                yield self._network()

    def _first_ties(self) -> Table:
        """Return the known ties, and others as often as each person is named elsewhere."""
        known = self.known
        named = known.there.sum(axis=0) / np.maximum(known.known.sum(axis=0), 1)
        drawn: Table = (self.rng.random(known.there.shape) < named) & ~known.known
        np.fill_diagonal(drawn, val=False)
        if not known.directed:
            drawn = np.triu(drawn) | np.triu(drawn).T
        return known.there | drawn

    def _round(self, *, searching: bool) -> None:
        known, habits = self.known, self.habits
        reason = reasons(known, self.ties)
        usual = self._usual(reason)
        reason -= usual[:, None, None]
        drawn_anew(habits, known, reason, self.rng, searching=searching)
        lenders = self.lenders
        if len(lenders.silent):
            beside = self._odds(reason[:, lenders.heard], lenders.heard)
            lenders.lend(habits, beside, self.rng)
        returning = np.zeros(known.n)
        if known.directed:
            returning = habits.returning + habits.weights[1]
        alone, in_common = self._alone(usual), float(habits.weights[0])
        for _ in range(SWEEPS):
            # Naming is set by the ties as they stand, or reasons would feed on themselves.
            naming = habits.naming
            if len(lenders.silent):
                reason = reasons(known, self.ties, lenders.silent) - usual[:, None, None]
                naming = lenders.naming(habits, self._odds(reason, lenders.silent))
            base = naming[self.unknown.source] + alone + self.tilt
            self.ties = self.unknown.settled(self.ties, base, in_common, returning, self.rng)
            if len(lenders.silent) and not self.tilt:
                lenders.correct(int(self.ties[lenders.silent].sum()))

    def _alone(self, usual: Numbers) -> Numbers:
        """Return what speaks for each unknown tie, whatever other ties there are."""
        known, habits, source = self.known, self.habits, self.unknown.source
        target = self.unknown.target
        alone: Numbers = habits.named[target]
        hanging = 1 + known.directed  # reasons that hang on other ties come first
        if len(known.alike):
            alone = alone + weighted(habits.weights[hanging:], known.alike[:, source, target])
        alone = alone - habits.weights @ usual
        return alone - habits.returning[source] * usual[1] if known.directed else alone

    def _usual(self, reason: Numbers) -> Numbers:
        """Return the mean of each reason over the pairs that are known."""
        rows = reason.reshape(len(reason), -1)
        # Most pairs are known: what is not is taken off the whole.
        known = rows.sum(axis=1) - rows[:, self.not_known].sum(axis=1)
        usual: Numbers = known / (rows.shape[1] - len(self.not_known))
        return usual

    def _odds(self, reason: Numbers, who: People) -> Numbers:
        """Return the log odds of each tie of some people, without how readily they name.

        ``reason`` is of their ties, its mean over what is known being 0.
        """
        habits = self.habits
        odds = weighted(habits.weights, reason)
        odds += habits.named
        if self.known.directed:
            odds += habits.returning[who, None] * reason[1]
        return odds

    def _network(self) -> Graph:
        """Return the ties as a graph; the silent give strengths as those who lent to them."""
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
        chosen: Numbers = graph.weight[
            low + (self.rng.random(len(source)) * (high - low)).astype(int)
        ]
        return chosen
