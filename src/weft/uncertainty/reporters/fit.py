"""From suppositions to an estimate, over all that the reports cannot tell.

Two reports a tie give two numbers: how many ties both report, and how many one does. Three are
wanted: how many ties there are, how often a tie that is there is reported, and how often one that
is not. So how much is reported of no tie is taken as given, at many places spread evenly over its
prior; all else is fitted at each (CAVI), and each counts as much as it explains what was said: the
exponential of its bound, in which ties are summed out exactly. (In the bound that CAVI raises they
are not; over 80 made-up networks it had 11 % too many ties, not 4 %.)
What the reports do not tell stays as wide as it was supposed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.uncertainty.reporters.answers import Layer
from weft.uncertainty.reporters.beliefs import Amounts, Beliefs, Rates
from weft.uncertainty.reporters.models import KIND_OF, Model
from weft.uncertainty.reporters.priors import Priors
from weft.uncertainty.reporters.sweep import Seen, Sweep

MOST_ITERATIONS = 1_000
TOLERANCE = 1e-5
"""It ends where an iteration raises the bound by less (in nats)."""

LOOKS = 16
"""Over how many draws of what is believed of the reporters the ties are summed out."""

NEGLIGIBLE = 1e-4
"""A place that explains what was said this much less well than the best one is left out."""


@dataclass(frozen=True, eq=False, slots=True)
class Place:
    """What follows from one supposition.

    Attributes
    ----------
    untied : float
        How much (or how often) is reported of a tie that is not there.
    beliefs : Beliefs
    seen : Seen
        The last look at the ties.
    bounds : tuple of float
        The lower bound of how likely all that was said is (ELBO), after each iteration; it never
        falls.
    converged : bool
    tightened : float
        The bound with ties summed out: at least as high as the last of the bounds, up to chance.
    """

    untied: float
    beliefs: Beliefs
    seen: Seen
    bounds: tuple[float, ...]
    converged: bool
    tightened: float


@dataclass(frozen=True, eq=False, slots=True)
class Fit:
    """All places that matter, and how much each counts.

    Attributes
    ----------
    sweep : Sweep
    places : tuple of Place
    weight : float64 array, shape (n_places,)
        Sums to 1.
    shares : float64 array, shape (n_places,)
        Where in its prior each place lies, from 0 to 1.
    """

    sweep: Sweep
    places: tuple[Place, ...]
    weight: NDArray[np.float64]
    shares: NDArray[np.float64]

    def mean(self, of: Callable[[Place], NDArray[np.float64] | float]) -> NDArray[np.float64]:
        """Return the mean over all places."""
        each = np.array([of(place) for place in self.places])
        return np.tensordot(self.weight, each, axes=1)


def fitted(
    layers: Sequence[Layer],
    *,
    model: Model,
    strengths: int,
    priors: Priors,
    places: int,
    seed: int,
) -> Fit:
    """Return the estimate over so many places, first over the whole prior and then where it counts.

    Where between the ends of its stretch each place lies is drawn with the seed.
    """
    sweep = Sweep(layers, KIND_OF[model])
    jitter = np.random.default_rng(seed).random(2)
    chance = np.random.SeedSequence(seed)

    def tried(low: float, high: float, within: float) -> Fit:
        shares = low + (high - low) * (np.arange(places) + within) / places
        given = priors.given(shares, as_rate=KIND_OF[model] == "rates")
        found = tuple(
            improved(started(model, priors, untied, sweep, strengths), untied, sweep, chance)
            for untied in given.tolist()
        )
        bounds = np.array([place.tightened for place in found])
        weight = np.exp(bounds - bounds.max())
        return Fit(sweep, found, weight / weight.sum(), shares)

    first = tried(0.0, 1.0, 0.25 + jitter[0] / 2)
    counts = first.shares[first.weight > NEGLIGIBLE * first.weight.max()]
    low, high = max(counts.min() - 1 / places, 0.0), min(counts.max() + 1 / places, 1.0)
    return tried(low, high, 0.25 + jitter[1] / 2)


def started(model: Model, priors: Priors, untied: float, sweep: Sweep, strengths: int) -> Beliefs:
    """Return what is believed before anybody was asked."""
    layers = len(sweep.layers)
    if model in {"amounts", "strengths"}:
        return Amounts.supposed(priors, untied, sweep.n, layers, strengths)
    return Rates.supposed(priors, untied, sweep.n, layers, alike=model == "rates")


def improved(
    beliefs: Beliefs,
    untied: float,
    sweep: Sweep,
    chance: np.random.SeedSequence,
    iterations: int = MOST_ITERATIONS,
    *,
    looks: int = LOOKS,
) -> Place:
    """Return where coordinate ascent leads from one start."""
    seen = sweep.look(beliefs.scores)
    bounds = [beliefs.bound(seen, sweep)]
    converged = False
    for _ in range(iterations):
        beliefs = beliefs.updated(seen, sweep)
        seen = sweep.look(beliefs.scores)
        bounds.append(beliefs.bound(seen, sweep))
        if bounds[-1] - bounds[-2] < TOLERANCE:
            converged = True
            break
    # The same chance at every place, so that places differ in nothing else.
    rng = np.random.default_rng(chance)
    evidence = [sweep.look(beliefs.drawn(rng)).evidence for _ in range(looks)]
    tightened = bounds[-1] + float(np.mean(evidence)) - seen.evidence
    return Place(untied, beliefs, seen, tuple(bounds), converged, tightened)
