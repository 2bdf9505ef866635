"""One look at every tie: how likely each strength is, and what that says of those who report.

This is the part of an iteration that grows with the reports. What remains grows with the people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for
from weft.uncertainty.reporters.answers import Layer
from weft.uncertainty.reporters.strata import STRATA

Kind = Literal["rates", "counts", "yes or no"]
"""How what is said follows from how much is said: as a rate, a count, or whether above 0."""

KINDS: tuple[Kind, ...] = ("rates", "counts", "yes or no")
LEAST = 1e-300


@dataclass(frozen=True, eq=False, slots=True)
class Scores:
    """What the logarithm of the chance of each strength of a tie is put together from.

    A group is a stratum of a layer: layer after layer, all strata of each.

    Attributes
    ----------
    base : float64 array, shape (n_groups, n_strengths)
        Before anybody was asked.
    asked : float64 array, shape (n_layers, n_people, n_strengths)
        For each person who was asked.
    said : float64 array, shape (n_layers, n_people, n_strengths)
        For each person who said yes: the change (``rates``), or the logarithm of how much they say.
    echo : float64 array, shape (n_groups,)
        The logarithm of how much is said because of the tie the other way round.
    """

    base: NDArray[np.float64]
    asked: NDArray[np.float64]
    said: NDArray[np.float64]
    echo: NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Seen:
    """What one look at every tie gives.

    Attributes
    ----------
    chance : float64 array, shape (n_ties, n_strengths)
        How likely each strength of each tie that is looked at is.
    unnamed : tuple of float64 arrays, shape (n_classes, n_strengths)
        The same for the other ties: for each layer, by how many were asked.
    ties : float64 array, shape (n_groups, n_strengths)
        How many ties of each strength there are, as expected.
    asked : float64 array, shape (n_layers, n_people, n_strengths)
        About how many of these each person was asked.
    said : float64 array, shape (n_layers, n_people, n_strengths)
        How much of what each person said is due to the tie itself.
    echoed : float64 array, shape (n_groups,)
        How much of what was said is due to the tie the other way round.
    evidence : float
        The sum over ties of the logarithm of how likely what was said is.
    """

    chance: NDArray[np.float64]
    unnamed: tuple[NDArray[np.float64], ...]
    ties: NDArray[np.float64]
    asked: NDArray[np.float64]
    said: NDArray[np.float64]
    echoed: NDArray[np.float64]
    evidence: float


class Sweep:
    """All ties to look at, layer after layer, ready to be looked at over and over.

    Parameters
    ----------
    layers : sequence of Layer
        Over the same people.
    kind : {'rates', 'counts', 'yes or no'}
    """

    def __init__(self, layers: Sequence[Layer], kind: Kind) -> None:
        self.layers = tuple(layers)
        self.kind = kind
        self.n = len(layers[0].inside)
        n = self.n
        self.group = np.concatenate(
            [layer.stratum + STRATA * at for at, layer in enumerate(layers)]
        ).astype(np.int64)
        self.asked_start, self.asked_at = _end_to_end(
            [(layer.asked_start, layer.asked_by + n * at) for at, layer in enumerate(layers)]
        )
        self.said_start, self.said_at = _end_to_end(
            [(layer.said_start, layer.said_by + n * at) for at, layer in enumerate(layers)]
        )
        self.said = np.concatenate([layer.said for layer in layers])
        self.echo = np.concatenate([layer.echo for layer in layers])
        self.echoes = np.array([layer.echoes for layer in layers])
        self.unnamed = [layer.unnamed() for layer in layers]

    def look(self, scores: Scores) -> Seen:
        """Return how likely each strength of each tie is, and what that adds up to."""
        start = scores.base.copy()
        for at, layer in enumerate(self.layers):
            if layer.asked == "all":
                start[_groups(at)] += scores.asked[at][layer.answered].sum(axis=0)
        if (core := core_for("reporters", len(self.said))) is not None:
            chance, ties, asked, said, echoed, evidence = core.reporters_sweep(
                self.group,
                self.asked_start,
                self.asked_at,
                self.said_start,
                self.said_at,
                self.said,
                self.echo,
                start,
                scores.asked.reshape(-1, scores.base.shape[1]),
                scores.said.reshape(-1, scores.base.shape[1]),
                scores.echo,
                KINDS.index(self.kind),
            )
            shape = scores.asked.shape
            asked, said = asked.reshape(shape), said.reshape(shape)
        else:
            chance, ties, asked, said, echoed, evidence = self._looked(scores, start)
        return self._with_unnamed(scores, Seen(chance, (), ties, asked, said, echoed, evidence))

    def _looked(
        self, scores: Scores, start: NDArray[np.float64]
    ) -> tuple[
        NDArray[np.float64],
        NDArray[np.float64],
        NDArray[np.float64],
        NDArray[np.float64],
        NDArray[np.float64],
        float,
    ]:
        """Do in numpy what the core does."""
        shape = scores.asked.shape
        strengths = shape[2]
        said_tie = np.repeat(np.arange(len(self.group)), np.diff(self.said_start))
        asked_tie = np.repeat(np.arange(len(self.group)), np.diff(self.asked_start))
        own = scores.said.reshape(-1, strengths)[self.said_at]
        term, due, back = self._rows(own, scores.echo[self.group[said_tie]])
        score = start[self.group]
        _add(score, asked_tie, scores.asked.reshape(-1, strengths)[self.asked_at])
        _add(score, said_tie, term)
        evidence = summed(score)
        chance = np.exp(score - evidence[:, None])
        asked, said = np.zeros((2, shape[0] * shape[1], strengths))
        _add(asked, self.asked_at, chance[asked_tie])
        _add(said, self.said_at, chance[said_tie] * due)
        ties, echoed = np.zeros((len(start), strengths)), np.zeros((len(start), 1))
        _add(ties, self.group, chance)
        _add(echoed, self.group[said_tie], (chance[said_tie] * back).sum(axis=1, keepdims=True))
        return (
            chance,
            ties,
            asked.reshape(shape),
            said.reshape(shape),
            echoed[:, 0],
            float(evidence.sum()),
        )

    def _rows(
        self, own: NDArray[np.float64], echo: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Return for each yes what it adds to the score, and how much is due to tie and echo."""
        if self.kind == "rates":
            return own, np.ones_like(own), np.zeros_like(own)
        tie = np.maximum(np.exp(own), LEAST)
        other = (self.echo * np.exp(echo))[:, None]
        much = tie + other
        if self.kind == "counts":
            term, many = self.said[:, None] * np.log(much), self.said[:, None]
        else:
            # log(exp(much) - 1), and how many yeses there are on average where there is one.
            term, many = much + np.log(-np.expm1(-much)), much / -np.expm1(-much)
        return term, many * tie / much, many * other / much

    def _with_unnamed(self, scores: Scores, seen: Seen) -> Seen:
        """Add the ties that are not looked at, of which those of one class are all taken alike."""
        ties, asked, evidence = seen.ties.copy(), seen.asked.copy(), seen.evidence
        unnamed = []
        for at, (counts, by_person) in enumerate(self.unnamed):
            layer = self.layers[at]
            if layer.asked == "all":
                asked[at] += layer.answered[:, None] * seen.ties[_groups(at)].sum(axis=0)
            per_tie = by_person @ scores.asked[at] / np.maximum(counts, 1)[:, None]
            score = scores.base[STRATA * at] + per_tie
            total = summed(score) if len(score) else np.empty(0)
            chance = np.exp(score - total[:, None])
            ties[STRATA * at] += counts @ chance
            asked[at] += by_person.T @ chance
            evidence += float(counts @ total)
            unnamed.append(chance)
        return Seen(seen.chance, tuple(unnamed), ties, asked, seen.said, seen.echoed, evidence)


def _groups(layer: int) -> slice:
    return slice(STRATA * layer, STRATA * (layer + 1))


def summed(logs: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the logarithm of the sum of each row of which the logarithms are given."""
    top = logs.max(axis=1)
    found: NDArray[np.float64] = top + np.log(np.exp(logs - top[:, None]).sum(axis=1))
    return found


def _add(to: NDArray[np.float64], at: NDArray[np.int64], what: NDArray[np.float64]) -> None:
    """Add rows to those rows where they belong."""
    for column in range(to.shape[1]):
        to[:, column] += np.bincount(at, weights=what[:, column], minlength=len(to))


def _end_to_end(
    lists: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return lists of lists as one: where each starts, and what stands in them."""
    shifts = np.concatenate([[0], np.cumsum([len(values) for _, values in lists])])
    starts = [start[:-1] + shift for (start, _), shift in zip(lists, shifts, strict=False)]
    return (
        np.concatenate([*starts, shifts[-1:]]).astype(np.int64),
        np.concatenate([values for _, values in lists]).astype(np.int64),
    )
