"""What was estimated: ties, reporters, and networks drawn from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.network import InvalidRequestError
from weft.uncertainty.reporters.answers import Layer
from weft.uncertainty.reporters.fit import Fit, Place
from weft.uncertainty.reporters.limits import Learned, learned, limits_of, method_of
from weft.uncertainty.reporters.models import Model
from weft.uncertainty.reporters.priors import Priors
from weft.uncertainty.reporters.strata import STRATA
from weft.uncertainty.reporters.unnamed import drawn_unnamed, odds_of

if TYPE_CHECKING:
    from weft.network import Graph

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Estimate:
    """The ties of a relation as they probably are, given who said what.

    For the library and for consented research: how likely the tie of two people is, and how a
    person reports, is shown to nobody else.

    Attributes
    ----------
    graph : Graph
        The ties that either end (or anybody asked) reports.
    model : str
    priors : Priors
    fit : Fit
        Every place, with its bounds (ELBO), for those who want to look.
    """

    graph: Graph
    model: Model
    priors: Priors
    fit: Fit
    positions: NDArray[np.intp]

    @property
    def layer(self) -> Layer:
        """What was said of the relation that was asked for; others stand after it."""
        return self.fit.sweep.layers[0]

    @property
    def converged(self) -> bool:
        """Whether each place came to rest."""
        return all(place.converged for place in self.fit.places)

    @property
    def bound(self) -> float:
        """The lower bound of how likely all that was said is, over the last stretch of places."""
        bounds = np.array([place.tightened for place in self.fit.places])
        return float(bounds.max() + np.log(np.mean(np.exp(bounds - bounds.max()))))

    @cached_property
    def named(self) -> tuple[NDArray[np.int32], NDArray[np.int32], Floats]:
        """The ties that somebody names, as positions in the graph, and how likely each is there."""
        named = np.diff(self.layer.said_start) > 0
        source, target = self.layer.source[named], self.layer.target[named]
        return self._inside(source), self._inside(target), self._likely[named]

    @cached_property
    def _likely(self) -> Floats:
        """How likely each tie of the layer that is looked at is there."""
        many = len(self.layer.source)
        return self.fit.mean(lambda place: 1 - place.seen.chance[:many, 0])

    def probability(self, source: str, target: str) -> float:
        """Return how likely the tie of two people, by id, is there."""
        a, b = self.graph.people.positions_of([source, target])
        if a == b:
            message = f"{source} and {target} are the same person; expected two."
            raise InvalidRequestError(message)
        return float(self.probabilities()[a, b])

    def probabilities(self) -> Floats:
        """Return how likely each tie is there: a matrix in the order of the graph's people.

        Of all pairs, so for a few thousand people at most.
        """
        n, layer = self.graph.n, self.layer
        rows, columns = (one.ravel() for one in np.indices((n, n)))
        source, target = self.positions[rows], self.positions[columns]

        def unnamed(place: Place) -> Floats:
            scores = place.beliefs.scores
            odds = odds_of(layer, scores.base[0], scores.asked[0], source, target).sum(axis=1)
            share = 1 - place.beliefs.prevalence.mean[0, 0]
            likely: Floats = odds / (1 + odds)
            likely[layer.nobody_asked(source, target)] = share
            return likely

        found = self.fit.mean(unnamed).reshape(n, n)
        one, other = self._inside(layer.source), self._inside(layer.target)
        found[one, other] = self._likely
        if not layer.directed:
            found[other, one] = self._likely
        np.fill_diagonal(found, 0.0)
        return found

    @cached_property
    def ties(self) -> float:
        """How many ties there are, as expected, also of people whom nobody was asked about."""
        asked = self.fit.mean(_ties)
        share = self.fit.mean(lambda place: 1 - place.beliefs.prevalence.mean[0, 0])
        return float(asked + share * self._unasked)

    @property
    def _unasked(self) -> int:
        people, ways = int(self.layer.inside.sum()), 2 if self.layer.directed else 1
        counts, _ = self.fit.sweep.unnamed[0]
        return ways * people * (people - 1) // 2 - len(self.layer.source) - int(counts.sum())

    @cached_property
    def rates(self) -> tuple[float, float]:
        """How often people say yes to a tie that is there, and to one that is not, as expected."""
        right, wrong = self.fit.mean(lambda place: np.array(place.beliefs.rates()))
        return float(right), float(wrong)

    @property
    def mutuality(self) -> float | None:
        """How much is said because of the tie the other way round; None where nobody is asked both.

        In amounts: 0.1 makes about a tenth of those say yes who would not have otherwise.
        """
        if self.model not in {"amounts", "strengths"} or not self.layer.directed:
            return None
        return float(self.fit.mean(lambda place: place.beliefs.echo()))

    def reporters(self) -> Mapping[str, tuple[float, ...]]:
        """Return what each person who answered reports, by id.

        Returns
        -------
        mapping of str to tuple of float
            With ``amounts`` and ``strengths``: how much, where 1 is the mean of all. With rates:
            how often a tie that is there, and one that is not.
        """
        effects = self.fit.mean(lambda place: place.beliefs.effects())
        ids = self.graph.people.ids
        heard = self.layer.answered[self.positions]
        return {
            ids[at]: tuple(effects[self.positions[at]].tolist()) for at in np.flatnonzero(heard)
        }

    @property
    def learned(self) -> Learned:
        """How far the reports moved what was supposed."""
        return learned(self.fit, self.priors, self.model)

    @property
    def method(self) -> str:
        """What was done, in words."""
        return method_of(self.fit, self.model, self.priors)

    @property
    def limits(self) -> tuple[str, ...]:
        """What the reports do not tell, in words."""
        return limits_of(self.fit, self.learned, _ties)

    def draws(self, many: int, *, seed: int) -> tuple[Graph, ...]:
        """Return networks as they may be, for a figure to be computed on each.

        What is believed of the reporters is drawn first, then each tie given what was said of it.

        Parameters
        ----------
        many : int
        seed : int
            The same seed gives the same draws.

        Returns
        -------
        tuple of Graph
            All known; the strength of a tie is what was reported of it, else that of some other.
        """
        return tuple(self._drawn(rng) for rng in np.random.default_rng(seed).spawn(many))

    def _drawn(self, rng: np.random.Generator) -> Graph:
        place = self.fit.places[rng.choice(len(self.fit.weight), p=self.fit.weight)]
        scores, layer = place.beliefs.drawn(rng), self.layer
        chance = self.fit.sweep.look(scores).chance[: len(layer.source), 0]
        there = rng.random(len(layer.source)) >= chance
        more = drawn_unnamed(layer, scores.base[0], scores.asked[0], rng)
        source = self._inside(np.concatenate([layer.source[there], more[0]]))
        target = self._inside(np.concatenate([layer.target[there], more[1]]))
        return self.graph.with_ties(source, target, self._weights(source, target, rng))

    def _weights(
        self, source: NDArray[np.int32], target: NDArray[np.int32], rng: np.random.Generator
    ) -> Floats:
        graph = self.graph
        if not graph.m:
            return np.ones(len(source))
        keys = graph.source.astype(np.int64) * graph.n + graph.target
        wanted = source.astype(np.int64) * graph.n + target
        at = np.minimum(np.searchsorted(keys, wanted), graph.m - 1)
        return np.where(keys[at] == wanted, graph.weight[at], rng.choice(graph.weight, len(wanted)))

    def _inside(self, people: NDArray[np.int64]) -> NDArray[np.int32]:
        """Return where people of the network stand in the graph."""
        return np.searchsorted(self.positions, people).astype(np.int32)


def _ties(place: Place) -> float:
    return float(place.seen.ties[:STRATA, 1:].sum())
