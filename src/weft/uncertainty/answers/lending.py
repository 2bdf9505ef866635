"""How many each of the silent would have named: lent by those who answered."""

from __future__ import annotations

from types import ModuleType

import numpy as np

from weft.uncertainty.answers.habits import Habits, chance_of
from weft.uncertainty.answers.known import Known, Numbers, People

STEPS = 8
"""Of Newton's method, to the odds at which somebody names so many: more than it ever takes."""
CORRECTED, MOST_OVER = 0.1, 1.5
"""By which part of what came out too many naming is lowered, and by how much at most, in logs."""
LEAST_EXPECTED = 1e-6
"""Nobody is expected to name fewer: there is no logarithm of nothing."""


class Lenders:
    """Who lends how many they name to those of whose naming nothing is known.

    How many people name is seldom normal among them: some name nobody, some everybody. So each of
    the silent is lent the number of somebody who answered, changed in proportion as the two differ
    in how they are named, as far as the one goes with the other among those who answered.

    Parameters
    ----------
    known : Known

    Attributes
    ----------
    silent, heard : int64 arrays
        Who is lent to, and who may lend; without direction nobody is lent to.
    of : int array, shape (n,)
        Who lent last to each person; those who answered, to themselves.
    """

    def __init__(self, known: Known) -> None:
        nobody = np.empty(0, dtype=np.int64)
        self.silent = known.silent if known.directed else nobody
        self.heard: People = np.flatnonzero(known.known.any(axis=1)).astype(np.int64)
        self.of = np.arange(known.n)
        self._named = _how_often_named(known)
        self._core = known.core
        self._wanted = np.zeros(len(self.silent))
        self._over = 0.0

    def lend(self, habits: Habits, beside: Numbers, rng: np.random.Generator) -> None:
        """Lend to each of the silent how many they name and how readily they name back, anew.

        Parameters
        ----------
        habits : Habits
            In which ``returning`` of the silent is changed in place.
        beside : float64 array, shape (len(heard), n)
            The log odds of each tie of those who may lend, without how readily they name.
        rng : numpy Generator
        """
        silent, heard = self.silent, self.heard
        many = np.log(_expected(beside, habits.naming[heard], heard))
        named = self._named - self._named[heard].mean()
        slope = _slope(named[heard], many - many.mean(), rng)
        lender = rng.integers(len(heard), size=len(silent))
        self.of[silent] = heard[lender]
        habits.returning[silent] = habits.returning[heard[lender]]
        lent = np.exp(many[lender] + slope * (named[silent] - named[heard][lender]))
        self._wanted = np.minimum(lent, len(named) - 1.5)

    def naming(self, habits: Habits, beside: Numbers) -> Numbers:
        """Return how readily each names others, in log odds, so that the silent name so many.

        ``beside`` has a row for each of the silent.
        """
        naming = habits.naming.copy()
        wanted = np.minimum(self._wanted * np.exp(-self._over), len(naming) - 1.5)
        naming[self.silent] = _naming(beside, self.silent, wanted, self._core)
        return naming

    def correct(self, many: int) -> None:
        """Take into account how many ties of the silent were drawn, where others were meant.

        Each tie that is drawn speaks for the next, by people in common, so that more come out than
        were meant when naming was set; by how much, on average, is taken off beforehand.
        """
        off = np.log((many + 1.0) / (self._wanted.sum() + 1.0))
        self._over = float(np.clip(self._over + CORRECTED * off, -MOST_OVER, MOST_OVER))


def _how_often_named(known: Known) -> Numbers:
    """Return the logarithm of the odds at which each is named by those who answered.

    As counted, and not as the habit of being named has it: that one depends on the ties that are
    drawn, and what is lent would feed on what was lent before.
    """
    by = known.known.sum(axis=0)
    named: Numbers = (known.there & known.known).sum(axis=0)
    odds: Numbers = np.log((named + 0.5) / (by - named + 0.5))
    return odds


def _expected(beside: Numbers, naming: Numbers, who: People) -> Numbers:
    """Return how many others each is expected to name."""
    chance = chance_of(beside + naming[:, None])
    expected: Numbers = chance.sum(axis=1) - chance[np.arange(len(who)), who]
    return np.maximum(expected, LEAST_EXPECTED)


def _naming(beside: Numbers, who: People, wanted: Numbers, core: ModuleType | None) -> Numbers:
    """Return the log odds of naming at which each of these is expected to name so many."""
    if core is not None:
        found: Numbers = core.naming_for(beside, who, wanted, STEPS, LEAST_EXPECTED)
        return found
    naming = np.zeros(len(who))
    others = np.ones(beside.shape)
    others[np.arange(len(who)), who] = 0.0
    for _ in range(STEPS):
        chance = chance_of(beside + naming[:, None]) * others
        expected = np.maximum(chance.sum(axis=1), LEAST_EXPECTED)
        # In logarithms the step is nearly exact where ties are few.
        bend = np.maximum((chance * (1 - chance)).sum(axis=1) / expected, 0.1)
        naming = naming + np.clip(np.log(wanted / expected) / bend, -2, 2)
    return naming


def _slope(x: Numbers, y: Numbers, rng: np.random.Generator) -> float:
    """Return the slope of y on x, both with mean 0, drawn from how sure it is."""
    squares = float(x @ x)
    if len(x) < 3 or squares == 0.0:
        return 0.0
    slope = float(x @ y) / squares
    left = y - slope * x
    return float(slope + rng.standard_normal() * np.sqrt(left @ left / (len(x) - 2) / squares))
