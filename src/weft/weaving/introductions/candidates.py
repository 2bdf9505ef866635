"""Who could be introduced to whom, and what each pair is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from weft.network import Graph, People
from weft.weaving.ground import Ground
from weft.weaving.introductions.acceptance import acceptance
from weft.weaving.introductions.choosing import Limits
from weft.weaving.introductions.gain import (
    evenness,
    joined_without,
    resistance,
    shape,
    with_pair,
)
from weft.weaving.introductions.weights import Weights

PAIRS_EACH = 10
"""Everybody's best so many pairs are what is chosen from."""

SPARE, FEWEST_SPARE = 10, 400
"""Where no quota needs more, so many times as many pairs as are wanted are chosen from."""

EXACT_WORK, FEWEST_EXACT, MOST_EXACT = 6e8, 20, 300
"""So many of the best pairs are scored exactly that people x ties x pairs stays below this."""

PARTS = (
    "fit",
    "alike",
    "nearness",
    "without_hubs",
    "centralization",
    "two_connected",
    "uplift",
    "load",
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Candidates:
    """Pairs to choose from, and the parts of their worth; arrays of one entry a pair.

    Attributes
    ----------
    a, b : positions
    acceptance : float64 array
        The chance that both accept.
    gains : mapping of str to float64 array
        By the names of the weights, as they are: not divided by anything. ``nan``: not computed.
    evenness : float64 array
        By how much the Gini coefficient of how many ties people have falls; no part of the worth,
        but of the bounds of a choice.
    worth : float64 array
    """

    a: NDArray[np.intp]
    b: NDArray[np.intp]
    acceptance: NDArray[np.float64]
    evenness: NDArray[np.float64]
    gains: dict[str, NDArray[np.float64]]
    worth: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.a)

    def weighed(self, weights: Weights) -> Candidates:
        """Return the same with their worth: what each part adds, times the chance of acceptance.

        Each part is divided by its greatest value. The load is taken off whatever the chance.
        """
        added = np.zeros(len(self))
        for name in PARTS[:-1]:
            added += getattr(weights, name) * scaled(self.gains[name])
        worth = self.acceptance * added - weights.load * scaled(self.gains["load"])
        return replace(self, worth=worth)

    @classmethod
    def together(cls, parts: Sequence[Candidates]) -> Candidates:
        """Return several as one."""
        return cls(
            a=np.concatenate([part.a for part in parts]),
            b=np.concatenate([part.b for part in parts]),
            acceptance=np.concatenate([part.acceptance for part in parts]),
            evenness=np.concatenate([part.evenness for part in parts]),
            gains={name: np.concatenate([part.gains[name] for part in parts]) for name in PARTS},
            worth=np.concatenate([part.worth for part in parts]),
        )

    def take(self, which: NDArray[np.intp]) -> Candidates:
        """Return some of the pairs."""
        return Candidates(
            a=self.a[which],
            b=self.b[which],
            acceptance=self.acceptance[which],
            evenness=self.evenness[which],
            gains={name: values[which] for name, values in self.gains.items()},
            worth=self.worth[which],
        )


def scaled(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return values divided by the greatest; what was not computed, or is below 0, is 0."""
    known = np.maximum(np.nan_to_num(values), 0.0)
    greatest = known.max(initial=0.0)
    return known / greatest if greatest > 0 else known


@dataclass(frozen=True, eq=False, kw_only=True)
class Search:
    """What does not change while one introduction after another is taken up.

    Attributes
    ----------
    ground : Ground
    allowed : bool array, shape (n_people, n_people)
        Which pairs may be introduced at all.
    fit, alike, likely : float64 arrays, shape (n_people, n_people)
        How well two people fit, in how many ways they are alike, and their chance of acceptance.
    weights : Weights
    """

    ground: Ground
    allowed: NDArray[np.bool_]
    fit: NDArray[np.float64]
    alike: NDArray[np.float64]
    likely: NDArray[np.float64]
    weights: Weights

    @classmethod
    def of(
        cls,
        ground: Ground,
        allowed: NDArray[np.bool_],
        weights: Weights,
        alike: Sequence[str] = (),
    ) -> Search:
        """Begin a search among the pairs allowed (of which only a before b counts)."""
        return cls(
            ground=ground,
            allowed=np.triu(allowed & allowed.T, 1),
            fit=ground.tags.fit(),
            alike=likeness(ground.people, alike),
            likely=acceptance(ground.tied),
            weights=weights,
        )

    def without(self, taken: Candidates) -> Search:
        """Return the same search without pairs that have been taken up."""
        allowed = self.allowed.copy()
        allowed[taken.a, taken.b] = False
        return replace(self, allowed=allowed)

    def candidates(self, graph: Graph, limits: Limits, *, exact: float) -> Candidates:
        """Return the pairs worth choosing from, in a network that may have grown, the best exact.

        Parameters
        ----------
        graph : Graph
            The ties, with those that earlier choices would add.
        limits : Limits
            Who may be in one more introduction, and how many there are to be.
        exact : float
            Which part of the work of measuring exactly may be spent, 0 to 1.
        """
        free = limits.each > 0
        a, b = np.nonzero(self.allowed & free[:, None] & free[None, :])
        found = self._roughly(graph, a, b)
        found = found.take(_best_of_everybody(found, self.ground.n))
        found = self._exactly(graph, found, exact)
        return found if limits.bound else found.take(_best_in_all(found, limits.most))

    def _roughly(self, graph: Graph, a: NDArray[np.intp], b: NDArray[np.intp]) -> Candidates:
        """Return all pairs, with everything that can be had of all at once."""
        ohms = resistance(graph)
        ties = graph.received.astype(np.float64)
        fewer = np.minimum(ties[a], ties[b])
        unknown = np.full(len(a), np.nan)
        return Candidates(
            a=a,
            b=b,
            acceptance=self.likely[a, b],
            evenness=evenness(graph.received, a, b),
            gains={
                "fit": self.fit[a, b],
                "alike": self.alike[a, b],
                "nearness": ohms.drop[a, b] / max(ohms.total, 1e-300),
                "without_hubs": joined_without(graph, self.ground.hubs)[a, b],
                "centralization": unknown,
                "two_connected": unknown,
                "uplift": 1.0 / (1.0 + fewer),
                "load": ties[a] + ties[b],
            },
            worth=unknown,
        ).weighed(self.weights)

    def _exactly(self, graph: Graph, found: Candidates, exact: float) -> Candidates:
        """Return the pairs with the two gains that have to be measured, for the best of them."""
        work = max(graph.n, 1) * max(graph.m, 1)
        many = round(min(max(EXACT_WORK * exact / work, FEWEST_EXACT * exact), MOST_EXACT))
        if not (self.weights.centralization or self.weights.two_connected):
            many = 0
        before = shape(graph)
        central, unsplit = np.full(len(found), np.nan), np.full(len(found), np.nan)
        for at in np.argsort(-found.worth, kind="stable")[:many]:
            after = shape(with_pair(graph, int(found.a[at]), int(found.b[at])))
            central[at] = before.centralization - after.centralization
            unsplit[at] = after.two_connected - before.two_connected
        gains = found.gains | {"centralization": central, "two_connected": unsplit}
        return replace(found, gains=gains).weighed(self.weights)


def likeness(people: People, columns: Sequence[str]) -> NDArray[np.float64]:
    """Return in which share of some columns two people have the same, as a table; blanks count not.

    Raises
    ------
    UnknownNameError
        For a column that is not there.
    """
    alike = np.zeros((len(people), len(people)))
    for column in columns:
        cells = np.array([cell or "" for cell in people.attribute(column)], dtype=object)
        alike += (cells[:, None] == cells[None, :]) & (cells != "")[:, None]
    return alike / max(len(columns), 1)


def _best_in_all(found: Candidates, most: int) -> NDArray[np.intp]:
    """Return several times as many pairs as wanted: the best, and some that even ties out."""
    spare = max(SPARE * most, FEWEST_SPARE)
    keep = np.zeros(len(found), dtype=bool)
    keep[np.argsort(-found.worth, kind="stable")[:spare]] = True
    even = np.where(found.worth > 0, found.acceptance * found.evenness, -np.inf)
    keep[np.argsort(-even, kind="stable")[: spare // 2]] = True
    return np.flatnonzero(keep)


def _best_of_everybody(found: Candidates, n: int) -> NDArray[np.intp]:
    """Return the pairs that are among the best of either of the two, in their old order."""
    if n <= PAIRS_EACH:
        return np.arange(len(found))
    worth = np.full((n, n), -np.inf)
    worth[found.a, found.b] = worth[found.b, found.a] = found.worth
    best = np.argpartition(-worth, PAIRS_EACH - 1, axis=1)[:, :PAIRS_EACH]
    keep = np.zeros((n, n), dtype=bool)
    np.put_along_axis(keep, best, values=True, axis=1)
    return np.flatnonzero(keep[found.a, found.b] | keep[found.b, found.a])
