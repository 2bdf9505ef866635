"""What the silent of either wave could have said: drawn by how those who answered both did.

A word that is missing is drawn given what the same person said of the same other in the other
wave, and what that other says of them, as far as either is known. How often ties last, begin and
are returned is counted among those who answered, apart for ties to stewards, and anew in each draw,
so that the rates carry their own uncertainty. People differ in how many they name, and in how often
they are named, as far as the answers show more spread than chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from weft.change.rates import UNKNOWN, YES, Cells, drawn_factors, drawn_rates
from weft.network import Graph

MOST_PEOPLE = 1_000
"""Above this the words of all pairs in every draw would take minutes."""

LIKE_T = 4
"""How many people fewer the random weights are spread as, for the long tails of small numbers."""

STRETCH = 0.346
"""Zeger, Liang and Albert (1988): log odds times sqrt(1 + 0.346 s) keep their mean if the log odds
vary by s from person to person."""

Words = NDArray[np.bool_]
Kinds = NDArray[np.intp]
"""Of each word: no, yes or unknown."""


@dataclass(frozen=True, eq=False)
class Said:
    """What the same people said of each other in two waves, and of which it is known.

    Attributes
    ----------
    words, known : bool arrays, shape (2, n, n)
        Row = source. A word that is not known is no in ``words``.
    steward : bool array, shape (n,)
    directed : bool
    """

    words: Words
    known: Words
    steward: NDArray[np.bool_]
    directed: bool

    @property
    def n(self) -> int:
        """How many people."""
        return len(self.steward)

    @cached_property
    def heard_twice(self) -> int:
        """Of how many people every word is known in both waves."""
        return int(self.known.all(axis=(0, 2)).sum())


def said_in(before: Graph, after: Graph) -> Said:
    """Return the words of two graphs of the same people."""
    n = before.n
    words, known = np.zeros((2, n, n), dtype=bool), np.zeros((2, n, n), dtype=bool)
    for wave, graph in enumerate((before, after)):
        source, target, _ = graph.arcs
        words[wave, source, target] = True
        rows = graph.word_known
        either = rows[:, None] if graph.known_by == "source" else rows[:, None] | rows[None, :]
        known[wave] = either
        np.fill_diagonal(known[wave], val=True)
    return Said(words, known, before.steward, before.directed)


def completions(said: Said, *, draws: int, seed: int) -> Iterator[Words]:
    """Yield both waves with every unknown word drawn, so many times; arrays as in :class:`Said`."""
    for rng in np.random.default_rng(seed).spawn(draws):
        yield _completed(said, rng)


def _completed(said: Said, rng: np.random.Generator) -> Words:
    shape = max(said.heard_twice - LIKE_T, 1) / max(said.heard_twice, 1)
    weight = rng.gamma(shape, size=said.n) / shape
    words = said.words.copy()
    for wave in (0, 1):
        if said.known[wave].all():
            continue
        # What is drawn of the earlier wave is what the later one is drawn by.
        given = said.known[1] if wave == 0 else np.ones_like(said.known[0])
        other = np.where(given, words[1 - wave], UNKNOWN)
        words[wave] = _Wave(said, wave, weight).filled(other, rng)
    return words


class _Wave:
    """One wave in one draw: how its known words came about, and its unknown words by that."""

    def __init__(self, said: Said, wave: int, weight: Cells) -> None:
        self.said, self.n = said, said.n
        self.words, self.known = said.words[wave], said.known[wave]
        self.other = said.words[1 - wave].astype(np.intp)
        apart = ~np.eye(self.n, dtype=bool)
        self.known_twice = self.known & said.known[1 - wave] & apart
        self.known_once = self.known & apart
        rows = self.known.sum(axis=1) > self.n / 2
        self.weight = np.where(rows[:, None], weight[:, None], weight[None, :])
        self.back = np.full((self.n, self.n), UNKNOWN)
        if said.directed:
            self.back = np.where(self.known.T, self.words.T, UNKNOWN)

    def filled(self, other: Kinds, rng: np.random.Generator) -> Words:
        """Return the words with those that are missing drawn.

        Parameters
        ----------
        other : int array, shape (n, n)
            The word of the other wave: no, yes or unknown.
        rng : Generator
        """
        rate = drawn_rates(self._counts(), rng)
        told = other != UNKNOWN
        with_other = self._factors(rate, self.known_twice, self.other, rng)
        alone = self._factors(rate, self.known_once, np.full_like(self.other, UNKNOWN), rng)
        pull = np.where(told, with_other[0], alone[0])
        spread = np.where(told, with_other[1], alone[1])
        zest = np.sqrt(spread) * rng.standard_normal(self.n)[:, None]
        luck = rng.random((self.n, self.n))

        def drawn(back: Kinds) -> Words:
            usual = rate[other, self.said.steward.astype(np.intp)[None, :], back]
            log_odds = np.log(usual / (1 - usual) * pull) * np.sqrt(1 + STRETCH * spread) + zest
            come_up: Words = luck < 1 / (1 + np.exp(-log_odds))
            return come_up

        return self._settled(drawn, rng)

    def _settled(self, drawn: Callable[[Kinds], Words], rng: np.random.Generator) -> Words:
        """Return the words; of two who are both silent one is drawn first, and the other by it."""
        words: Words = self.words.copy()
        missing = ~self.known
        if not self.said.directed:
            upper: Words = np.triu(np.where(missing, drawn(self.back), words), 1)
            both: Words = upper | upper.T
            return both
        coin = np.triu(rng.random((self.n, self.n)) < 1 / 2, 1)
        leads = coin | (np.tril(np.ones_like(coin), -1) & ~coin.T)
        second = missing & missing.T & ~leads
        first = missing & ~second
        words[first] = drawn(self.back)[first]
        words[second] = drawn(np.where(second, words.T, self.back))[second]
        return words

    def _counts(self) -> Cells:
        """Return the weighted numbers of words, as :func:`drawn_rates` takes them."""
        counts = np.zeros((2, 3, 2, 3))
        steward = np.broadcast_to(self.said.steward, (self.n, self.n))
        for cells, told in ((self.known_twice, True), (self.known_once, False)):
            other = self.other[cells] if told else UNKNOWN
            code = (self.words[cells] * 3 + other) * 6 + steward[cells] * 3 + self.back[cells]
            counts += np.bincount(code, self.weight[cells], 36).reshape(2, 3, 2, 3)
        return counts

    def _factors(
        self, rate: Cells, cells: Words, other: Kinds, rng: np.random.Generator
    ) -> tuple[Cells, float]:
        """Return what :func:`drawn_factors` does; a lone steward's rate is theirs alone already."""
        steward = self.said.steward
        expected = np.where(cells, rate[other, steward.astype(np.intp)[None, :], self.back], 0.0)
        pull, spread = drawn_factors(self.words & cells, expected, self.weight, rng)
        return (np.where(steward, 1.0, pull) if steward.sum() == YES else pull), spread
