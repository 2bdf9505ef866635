"""What is left of the relations around somebody who leaves: simulated, not estimated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

DONE = 0.10
"""A hand-over is done when less than this share of the relations around the holder is orphaned."""


@dataclass(frozen=True, eq=False)
class Leaving:
    """The network without one person, seen by those who were tied to them.

    Any two of them are within two steps as long as that person is there. A pair is orphaned if
    without the person the two are not tied and have no contact in common.

    Attributes
    ----------
    tied : array of bool, shape (n, n)
        Who is tied to whom, the person who leaves still among them.
    holder : int
        Who leaves.
    """

    tied: NDArray[np.bool_]
    holder: int

    @cached_property
    def around(self) -> NDArray[np.intp]:
        """Those who are tied to whoever leaves."""
        return np.flatnonzero(self.tied[self.holder])

    @cached_property
    def without(self) -> NDArray[np.bool_]:
        """Who is tied to whom once the person has left."""
        left = self.tied.copy()
        left[self.holder, :] = left[:, self.holder] = False
        return left

    @property
    def pairs(self) -> int:
        """How many relations run through the person: the pairs of those tied to them."""
        return len(self.around) * (len(self.around) - 1) // 2

    def orphaned_today(self) -> float | None:
        """Return the share of these pairs that would be orphaned; None where there are none."""
        return self._orphaned(self.without)

    def orphaned_if(self, successor: int) -> float | None:
        """Return the share that would be orphaned if somebody took over with the ties of today.

        The successor becomes tied to those around the holder to whom there is a way of two steps
        without the holder: through a contact in common, who can make the introduction. Whoever is
        farther away stays unknown.
        """
        near = self.near(successor, self.around)
        then = self.without.copy()
        then[successor, self.around[near]] = then[self.around[near], successor] = True
        then[successor, successor] = False
        return self._orphaned(then)

    def near(self, person: int, others: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Return which of others are within two steps of a person without the holder."""
        tied = self.without
        contacts = np.flatnonzero(tied[person])
        through = tied[np.ix_(contacts, others)].any(axis=0)
        near: NDArray[np.bool_] = tied[person, others] | through | (others == person)
        return near

    def _orphaned(self, tied: NDArray[np.bool_]) -> float | None:
        if not self.pairs:
            return None
        rows = tied[self.around].astype(np.float32)
        near = (rows @ rows.T > 0) | tied[np.ix_(self.around, self.around)]
        kept = int(np.triu(near, 1).sum())
        return (self.pairs - kept) / self.pairs
