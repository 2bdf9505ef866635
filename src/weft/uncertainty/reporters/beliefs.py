"""What is believed of reporters and ties, and how one look at the ties changes it.

How much (or how often) people report a tie that is not there is given, and all else follows: with
two reports a tie it is what the reports alone cannot tell (:mod:`~weft.uncertainty.reporters.fit`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from scipy.special import gammaln

from weft.uncertainty.reporters.distributions import Floats, Gamma, Shares
from weft.uncertainty.reporters.priors import Priors
from weft.uncertainty.reporters.strata import STRATA
from weft.uncertainty.reporters.sweep import Scores, Seen, Sweep


def prevalence(priors: Priors, layers: int, strengths: int) -> Shares:
    """Return how often two are tied and how strongly, as supposed: in each stratum of a layer."""
    tied, untied = priors.prevalence
    each = [untied, *([tied / (strengths - 1)] * (strengths - 1))]
    return Shares(np.tile(each, (layers * STRATA, 1)))


class Beliefs(Protocol):
    """What every model of reporters can do."""

    @property
    def prevalence(self) -> Shares:
        """How often two are tied and how strongly, for each stratum of each layer."""

    @property
    def scores(self) -> Scores:
        """What the chance of each strength of a tie is put together from."""

    def drawn(self, rng: np.random.Generator) -> Scores:
        """Return the same of parameters drawn from what is believed of them."""

    def updated(self, seen: Seen, sweep: Sweep) -> Beliefs:
        """Return what is believed after a look at the ties: one belief after another."""

    def bound(self, seen: Seen, sweep: Sweep) -> float:
        """Return the lower bound of how likely all that was said is, in nats."""

    def effects(self) -> Floats:
        """Return what is believed of each reporter: their mean, a row each."""

    def rates(self) -> tuple[float, float]:
        """Return how often a tie is reported that is there, and one that is not, as expected."""

    def echo(self) -> float:
        """Return how much is reported because of the tie the other way, in the first layer."""


@dataclass(frozen=True, eq=False, slots=True)
class Amounts:
    """How much people report: reporter times strength, plus an echo of the tie the other way.

    What one says of a tie follows a Poisson distribution with the mean
    ``reporter * strength + mutuality * said the other way round`` (De Bacco and others 2023). With
    yes or no, only whether that is above 0 is known. Strengths are the same in all layers.
    """

    priors: Priors
    untied: float
    reporter: Gamma
    strength: Gamma
    mutuality: Gamma
    prevalence: Shares

    @classmethod
    def supposed(
        cls, priors: Priors, untied: float, people: int, layers: int, strengths: int
    ) -> Amounts:
        """Return what is believed before anybody was asked."""
        return cls(
            priors,
            untied,
            Gamma(np.full(people, priors.reporter[0]), np.full(people, priors.reporter[1])),
            Gamma(*priors.strengths(strengths).T),
            Gamma(np.full(layers, priors.mutuality[0]), np.full(layers, priors.mutuality[1])),
            prevalence(priors, layers, strengths),
        )

    @property
    def scores(self) -> Scores:
        """What the chance of each strength is put together from."""
        mean = np.append(self.untied, self.strength.mean)
        log = np.append(np.log(self.untied), self.strength.log)
        layers = (len(self.mutuality.shape), 1, 1)
        return Scores(
            self.prevalence.log,
            np.tile(-np.outer(self.reporter.mean, mean), layers),
            np.tile(np.add.outer(self.reporter.log, log), layers),
            np.repeat(self.mutuality.log, STRATA),
        )

    def drawn(self, rng: np.random.Generator) -> Scores:
        """Return the same of parameters drawn from what is believed of them."""
        strength = np.append(self.untied, self.strength.drawn(rng))
        amount = np.outer(self.reporter.drawn(rng), strength)
        layers = (len(self.mutuality.shape), 1, 1)
        return Scores(
            np.log(self.prevalence.drawn(rng)),
            np.tile(-amount, layers),
            np.tile(np.log(amount), layers),
            np.repeat(np.log(self.mutuality.drawn(rng)), STRATA),
        )

    def _before(self) -> Amounts:
        layers, strengths = len(self.mutuality.shape), self.prevalence.count.shape[1]
        return self.supposed(self.priors, self.untied, len(self.reporter.shape), layers, strengths)

    def updated(self, seen: Seen, sweep: Sweep) -> Amounts:
        """Return what is believed after a look at the ties: one belief after another."""
        before = self._before()
        said, asked = seen.said.sum(axis=0), seen.asked.sum(axis=0)
        mean = np.append(self.untied, self.strength.mean)
        reporter = Gamma(
            before.reporter.shape + said.sum(axis=1), before.reporter.rate + asked @ mean
        )
        strength = Gamma(
            before.strength.shape + said.sum(axis=0)[1:],
            before.strength.rate + (reporter.mean @ asked)[1:],
        )
        echoed = seen.echoed.reshape(-1, STRATA).sum(axis=1)
        mutuality = Gamma(before.mutuality.shape + echoed, before.mutuality.rate + sweep.echoes)
        shares = Shares(before.prevalence.count + seen.ties)
        return Amounts(self.priors, self.untied, reporter, strength, mutuality, shares)

    def bound(self, seen: Seen, sweep: Sweep) -> float:
        """Return the lower bound of how likely all that was said is, in nats."""
        before = self._before()
        apart = (
            self.reporter.away_from(before.reporter)
            + self.strength.away_from(before.strength)
            + self.mutuality.away_from(before.mutuality)
            + self.prevalence.away_from(before.prevalence)
        )
        echoed = float(self.mutuality.mean @ sweep.echoes)
        return seen.evidence - echoed - float(gammaln(sweep.said + 1).sum()) - apart

    def effects(self) -> Floats:
        """Return how much each person reports, against the mean of all."""
        mean = self.reporter.mean
        effects: Floats = (mean / mean.mean())[:, None]
        return effects

    def rates(self) -> tuple[float, float]:
        """Return how often an ordinary person says yes to a tie that is there, and to one not."""
        usual = float(self.reporter.mean.mean())
        tied, untied = usual * float(self.strength.mean[0]), usual * self.untied
        return float(-np.expm1(-tied)), float(-np.expm1(-untied))

    def echo(self) -> float:
        """Return how much is reported because of the tie the other way, in the first layer."""
        return float(self.mutuality.mean[0])


@dataclass(frozen=True, eq=False, slots=True)
class Rates:
    """How often reporters are right and wrong (Newman 2018; each by themselves: Butts 2003).

    ``right`` and ``wrong`` have a row for each person, or one where all are alike; where all are
    alike ``wrong`` is given, so that its row is not updated.
    """

    priors: Priors
    untied: float
    people: int
    right: Shares
    wrong: Shares
    prevalence: Shares

    @classmethod
    def supposed(
        cls, priors: Priors, untied: float, people: int, layers: int, *, alike: bool
    ) -> Rates:
        """Return what is believed before anybody was asked."""
        rows = 1 if alike else people
        wrong = sum(priors.wrong) * np.array([untied, 1 - untied])
        return cls(
            priors,
            untied,
            people,
            Shares(np.tile(priors.right, (rows, 1))),
            Shares(np.tile(wrong, (rows, 1))),
            prevalence(priors, layers, 2),
        )

    @property
    def alike(self) -> bool:
        """Whether all reporters have the same rates."""
        return len(self.right.count) == 1

    @property
    def scores(self) -> Scores:
        """What the chance of each strength is put together from."""
        return self._scores(self.prevalence.log, self.wrong.log, self.right.log)

    def drawn(self, rng: np.random.Generator) -> Scores:
        """Return the same of parameters drawn from what is believed of them."""
        shares = (self.prevalence, self.wrong, self.right)
        return self._scores(*(np.log(each.drawn(rng)) for each in shares))

    def _scores(self, base: Floats, wrong: Floats, right: Floats) -> Scores:
        if self.alike:
            wrong = np.log([[self.untied, 1 - self.untied]])
        no = np.stack([wrong[:, 1], right[:, 1]], axis=1)
        yes = np.stack([wrong[:, 0], right[:, 0]], axis=1)
        shape = (len(base) // STRATA, self.people, 2)
        asked, said = (np.array(np.broadcast_to(part, shape)) for part in (no, yes - no))
        return Scores(base, asked, said, np.full(len(base), -np.inf))

    def _before(self) -> Rates:
        layers = len(self.prevalence.count) // STRATA
        return self.supposed(self.priors, self.untied, self.people, layers, alike=self.alike)

    def updated(self, seen: Seen, sweep: Sweep) -> Rates:  # noqa: ARG002  (as for amounts)
        """Return what is believed after a look at the ties."""
        before = self._before()
        yes, asked = seen.said.sum(axis=0), seen.asked.sum(axis=0)
        if self.alike:
            yes, asked = (part.sum(axis=0, keepdims=True) for part in (yes, asked))
        both = np.stack([yes, np.maximum(asked - yes, 0.0)], axis=2)
        return Rates(
            self.priors,
            self.untied,
            self.people,
            Shares(before.right.count + both[:, 1]),
            before.wrong if self.alike else Shares(before.wrong.count + both[:, 0]),
            Shares(before.prevalence.count + seen.ties),
        )

    def bound(self, seen: Seen, sweep: Sweep) -> float:  # noqa: ARG002  (as for amounts)
        """Return the lower bound of how likely all that was said is, in nats."""
        before = self._before()
        apart = self.right.away_from(before.right) + self.prevalence.away_from(before.prevalence)
        return seen.evidence - apart - self.wrong.away_from(before.wrong)

    def effects(self) -> Floats:
        """Return how often each says yes to a tie that is there, and to one that is not."""
        wrong = np.array([[self.untied]]) if self.alike else self.wrong.mean[:, :1]
        both = np.concatenate([self.right.mean[:, :1], wrong], axis=1)
        return np.array(np.broadcast_to(both, (self.people, 2)))

    def rates(self) -> tuple[float, float]:
        """Return how often people say yes to a tie that is there, and to one that is not."""
        right, wrong = self.effects().mean(axis=0).tolist()
        return right, wrong

    def echo(self) -> float:
        """Return 0: no tie is reported because of another."""
        return 0.0
