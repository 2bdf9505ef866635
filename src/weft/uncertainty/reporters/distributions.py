"""The distributions that beliefs are held in: gamma for amounts, Dirichlet for shares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import digamma, gammaincinv, gammaln

from weft.uncertainty.reporters.sweep import LEAST

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Gamma:
    """Gamma distributions, each by shape and rate."""

    shape: Floats
    rate: Floats

    @property
    def mean(self) -> Floats:
        """The mean of each."""
        return self.shape / self.rate

    @property
    def log(self) -> Floats:
        """The mean logarithm of each."""
        found: Floats = digamma(self.shape) - np.log(self.rate)
        return found

    def drawn(self, rng: np.random.Generator) -> Floats:
        """Return one of each, drawn; the same for each person however all are ordered."""
        shares = rng.random(self.shape.shape)[_rank(self.shape, self.rate)]
        drawn: Floats = np.maximum(gammaincinv(self.shape, shares) / self.rate, LEAST)
        return drawn

    def away_from(self, other: Gamma) -> float:
        """Return how far they are from others, all together (Kullback-Leibler, in nats)."""
        a, b, c, d = self.shape, self.rate, other.shape, other.rate
        apart = (a - c) * digamma(a) - gammaln(a) + gammaln(c)
        return float((apart + c * (np.log(b) - np.log(d)) + a * (d - b) / b).sum())


@dataclass(frozen=True, eq=False, slots=True)
class Shares:
    """Dirichlet distributions, each along the last axis; with two numbers, beta distributions."""

    count: Floats

    @property
    def mean(self) -> Floats:
        """The mean shares."""
        mean: Floats = self.count / self.count.sum(axis=-1, keepdims=True)
        return mean

    @property
    def log(self) -> Floats:
        """The mean logarithm of each share."""
        total = self.count.sum(axis=-1, keepdims=True)
        found: Floats = digamma(self.count) - digamma(total)
        return found

    def drawn(self, rng: np.random.Generator) -> Floats:
        """Return shares, drawn."""
        chance = rng.random(self.count.shape)[_rank(*self.count.T)]
        drawn = np.maximum(gammaincinv(self.count, chance), LEAST)
        shares: Floats = drawn / drawn.sum(axis=-1, keepdims=True)
        return shares

    def away_from(self, other: Shares) -> float:
        """Return how far they are from others, all together (Kullback-Leibler, in nats)."""
        a, c = self.count, np.broadcast_to(other.count, self.count.shape)
        norm = gammaln(a.sum(axis=-1)) - gammaln(c.sum(axis=-1))
        inner = (gammaln(c) - gammaln(a) + (a - c) * self.log).sum(axis=-1)
        return float((norm + inner).sum())


def _rank(*by: Floats) -> NDArray[np.intp]:
    """Return the place of each in an order that does not rest on how people are listed."""
    order = np.lexsort([np.round(one, 9) for one in by])
    rank = np.empty(len(order), dtype=np.intp)
    rank[order] = np.arange(len(order))
    return rank
