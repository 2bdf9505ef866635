"""What the reports told and what they did not, in numbers and words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.uncertainty.reporters.fit import Fit, Place
from weft.uncertainty.reporters.models import KIND_OF, Model
from weft.uncertainty.reporters.priors import Priors

OPEN = 0.1
"""Where the middle nine tenths of how many ties there are span more than this share, it is said."""

TOLD = 0.5
"""Less of the supposition's spread gone than this, and it is said to be mostly supposed."""


@dataclass(frozen=True, slots=True)
class Learned:
    """How far the reports moved what was supposed: 0 not at all, 1 nothing is left of it.

    Attributes
    ----------
    untied : float
        Of how often a tie that is not there is reported: by how much the spread shrank.
    nats : float
        How far what is believed of it lies from what was supposed (Kullback-Leibler).
    """

    untied: float
    nats: float


def learned(fit: Fit, priors: Priors, model: Model) -> Learned:
    """Return how far the reports moved what was supposed of ties that are not there."""
    given = np.array([place.untied for place in fit.places])
    mean = float(fit.weight @ given)
    spread = float(fit.weight @ (given - mean) ** 2) ** 0.5
    if KIND_OF[model] == "rates":
        a, b = priors.wrong
        before = float(np.sqrt(a * b / ((a + b) ** 2 * (a + b + 1))))
    else:
        before = float(np.sqrt(priors.untied[0])) / priors.untied[1]
    # The places span only part of the prior: outside of it nothing is left.
    part = float(fit.shares[-1] - fit.shares[0]) * len(fit.shares) / max(len(fit.shares) - 1, 1)
    weight = np.maximum(fit.weight, 1e-300)
    nats = float(weight @ np.log(weight * len(weight))) - float(np.log(min(part, 1.0)))
    return Learned(untied=max(0.0, 1 - spread / before), nats=max(nats, 0.0))


def method_of(fit: Fit, model: Model, priors: Priors) -> str:
    """Return what was done, in words."""
    first = fit.sweep.layers[0]
    others = [f"{layer.relation} in wave {layer.wave}" for layer in fit.sweep.layers[1:]]
    beside = f", with the same reporters in {'; '.join(others)}" if others else ""
    asked = {
        "own": "each about their own ties",
        "all": "each about all ties",
        "listed": "each about the ties listed",
    }[first.asked]
    used = (
        ("prevalence", "right", "wrong")
        if KIND_OF[model] == "rates"
        else ("prevalence", "reporter", "tied", "untied", "mutuality")
    )
    supposed = ", ".join(f"{name} {_pair(getattr(priors, name))}" for name in used)
    places = len(fit.places)
    return (
        f"reporter model {model}, {asked}{beside}; variational, averaged over {places} values of "
        f"how much is reported of no tie; priors: {supposed}"
    )


def _pair(pair: tuple[float, float]) -> str:
    return f"({pair[0]:g}, {pair[1]:g})"


def limits_of(fit: Fit, told: Learned, ties: Callable[[Place], float]) -> tuple[str, ...]:
    """Return what the reports do not tell, in words."""
    said: list[str] = []
    low, high = _middle(np.array([ties(place) for place in fit.places]), fit.weight)
    times = fit.sweep.layers[0].times_asked
    reports = float(times.mean()) if len(times) else 0.0
    if reports <= 2 and len(fit.sweep.layers) == 1:
        said.append(
            "Two reports a tie do not tell how many ties there are and how often people err, both: "
            "the estimate leans on what was supposed. Other relations or waves beside it, or more "
            "reports a tie, lean on it less."
        )
    if told.untied < TOLD:
        said.append(
            "How often people report a tie that is not there is mostly supposed, not told by the "
            "reports."
        )
    middle = (low + high) / 2
    if middle > 0 and (high - low) / middle > OPEN:
        said.append(
            f"Depending on how often that is, there are {low:.0f} to {high:.0f} ties (nine tenths "
            "of what the reports leave open)."
        )
    if not all(place.converged for place in fit.places):
        said.append("Not every fit came to rest; the figures may still move a little.")
    if not len(fit.sweep.said):
        said.append("Nobody reports a tie, so that all of it is supposed.")
    return tuple(said)


def _middle(values: NDArray[np.float64], weight: NDArray[np.float64]) -> tuple[float, float]:
    """Return the ends of the middle nine tenths."""
    order = np.argsort(values, kind="stable")
    up_to = np.cumsum(weight[order])
    low, high = np.searchsorted(up_to, [0.05, 0.95])
    last = len(values) - 1
    return float(values[order[min(low, last)]]), float(values[order[min(high, last)]])
