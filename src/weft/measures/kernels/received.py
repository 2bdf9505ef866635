"""How much leadership each person received, from those whose word is known."""

from __future__ import annotations

from dataclasses import dataclass
from math import lgamma
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from weft.measures.kernels.degrees import named_by, share_of_raters

if TYPE_CHECKING:
    from weft.network import Graph

Ends = Literal["in", "out", "all"]

ONE_VOICE = (
    "Undefined, because only one person answered, and nobody else could say whether people look to "
    "that one."
)


def received(graph: Graph) -> NDArray[np.int64]:
    """Return how many named each person."""
    return graph.received


def share_received(graph: Graph) -> NDArray[np.float64]:
    """Return, for each person, the share of those who could have named them and answered."""
    return share_of_raters(received(graph), graph.raters)


def one_voice(graph: Graph) -> bool:
    """Return whether it is unknown of somebody what they receive: of the only one who answered."""
    return not graph.raters.all()


def share_held(graph: Graph, of: Ends) -> NDArray[np.float64]:
    """Return what is held by each person of whom it is known.

    ``in``: the share of raters who named them. ``out``: the share of the others that they named,
    for those who answered. ``all``: the sum of both; in a relation without direction all three
    are the same.
    """
    shares = share_received(graph)
    if of == "in" or not graph.directed:
        return shares
    named = graph.sent / max(graph.n - 1, 1)
    known = graph.answered if graph.known_by == "source" else np.ones(graph.n, dtype=bool)
    return named[known] if of == "out" else (shares + named)[known]


def chance_of_at_least(
    fewest: int, named: NDArray[np.int64], raters: NDArray[np.int64], unheard: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return how likely each person would be named by ``fewest`` if everyone had answered.

    Those not heard are taken to name a person as often as those heard do, with rates that differ
    between people as they do in the data (a beta distribution fitted by its mean and variance).
    Where everyone answered this is 1 or 0.
    """
    sure = (named >= fewest).astype(float)
    open_ = (named < fewest) & (unheard > 0) & (raters > 0)
    if not open_.any() or not named.any():
        return sure
    rate = share_of_raters(named, raters)
    mean = min(float(rate.mean()), 1 - 1e-9)
    of_chance = mean * (1 - mean) / float(raters[raters > 0].mean())
    spread = max(float(rate.var()) - of_chance, 1e-6)
    weight = max(mean * (1 - mean) / spread - 1, 1e-3)
    a = mean * weight + named[open_]
    b = (1 - mean) * weight + (raters - named)[open_]
    more = unheard[open_]
    log_none = [
        lgamma(y + m) - lgamma(y) - lgamma(x + y + m) + lgamma(x + y)
        for x, y, m in zip(a.tolist(), b.tolist(), more.tolist(), strict=True)
    ]
    exactly, short = np.exp(log_none), np.zeros(len(a))
    for extra in range(fewest):
        short += np.where(extra < fewest - named[open_], exactly, 0.0)
        remaining = np.maximum(more - extra, 0)
        against = np.maximum(b + more - extra - 1, np.finfo(float).tiny)
        exactly = exactly * remaining * (a + extra) / ((extra + 1) * against)
    sure[open_] = np.clip(1 - short, 0, 1)
    return sure


@dataclass(frozen=True, slots=True)
class Twice:
    """What the people of two waves received in each, from those who answered in both.

    Attributes
    ----------
    before, after : float64 arrays, shape (n_common,)
        Each person's share of the common raters.
    steward : bool array, shape (n_common,)
        Who is marked as a steward in either wave.
    raters : int
        How many answered in both waves.
    """

    before: NDArray[np.float64]
    after: NDArray[np.float64]
    steward: NDArray[np.bool_]
    raters: int


def received_twice(before: Graph, after: Graph) -> Twice:
    """Return what those who are in both waves received from those who answered in both."""
    ids = [person for person in before.people.ids if person in after.people.position]
    first, last = before.people.positions_of(ids), after.people.positions_of(ids)
    rated = before.answered[first] & after.answered[last]
    return Twice(
        before=_from(before, first[rated])[first],
        after=_from(after, last[rated])[last],
        steward=before.people.steward[first] | after.people.steward[last],
        raters=int(rated.sum()),
    )


def _from(graph: Graph, raters: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return each person's share of these raters."""
    rates = np.zeros(graph.n, dtype=bool)
    rates[raters] = True
    source, target, _ = graph.arcs
    could = len(raters) - rates.astype(np.int64)
    return share_of_raters(named_by(graph.n, target[rates[source]]), could)
