"""Which introductions to make, all at once: the greatest worth within everybody's bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from weft.network import InvalidRequestError

if TYPE_CHECKING:
    from scipy.optimize import LinearConstraint

SECONDS, GAP = 120.0, 1e-2
"""The search for the best set stops after so long, or within a hundredth of the best."""

HIGHEST_PRICE, HALVINGS = 8.0, 8
"""How often the price of unevenness is halved in the search for the lowest that is enough,
from so many times the greatest worth on."""

TIE_BREAK = 1e-3
"""Of choices that are as even, the one of more worth is taken."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Limits:
    """What any choice keeps to.

    Attributes
    ----------
    each : int array, shape (n_people,)
        In how many introductions a person may be, at most.
    most : int
        How many introductions in all.
    group : int array, shape (n_people,)
        A code for each person's group.
    quota : mapping of group code to int
        At least so many introductions touch the group, as far as there are pairs for it.
    first : bool array, shape (n_people,)
        Those to be served first: as many of them as can be, whatever the worth.
    """

    each: NDArray[np.int64]
    most: int
    group: NDArray[np.intp] = field(default_factory=lambda: np.zeros(0, dtype=np.intp))
    quota: Mapping[int, int] = field(default_factory=dict)
    first: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))

    @property
    def bound(self) -> bool:
        """Whether more has to be kept to than how many there are of each."""
        return bool(self.first.any()) or any(self.quota.values())

    def left(self, a: NDArray[np.intp], b: NDArray[np.intp]) -> Limits:
        """Return what is left once these pairs have been chosen."""
        taken = np.bincount(np.concatenate([a, b]), minlength=len(self.each))
        met = {code: max(0, many - self._touching(a, b, code)) for code, many in self.quota.items()}
        return Limits(
            each=self.each - taken,
            most=self.most - len(a),
            group=self.group,
            quota=met,
            first=self.first & (taken == 0) if len(self.first) else self.first,
        )

    def _touching(self, a: NDArray[np.intp], b: NDArray[np.intp], code: int) -> int:
        return int(((self.group[a] == code) | (self.group[b] == code)).sum())


@dataclass(frozen=True, eq=False, kw_only=True)
class Choice:
    """Some pairs, and everything that a choice among them has to keep to.

    Attributes
    ----------
    a, b : positions, shape (n_pairs,)
    rows : list of LinearConstraint
        The bounds on which pairs are chosen.
    first : bool array, shape (n_people,)
        Those to be served first.
    """

    a: NDArray[np.intp]
    b: NDArray[np.intp]
    rows: list[LinearConstraint]
    first: NDArray[np.bool_]

    @classmethod
    def among(cls, a: NDArray[np.intp], b: NDArray[np.intp], limits: Limits) -> Choice:
        """Set out the bounds on a choice."""
        return cls(a=a, b=b, rows=_bounds(a, b, limits) if len(a) else [], first=limits.first)

    def best(self, worth: NDArray[np.float64]) -> NDArray[np.intp]:
        """Return which pairs to choose, so that their worth adds up to the most.

        An integer programme (HiGHS), within a hundredth of the best there is. Pairs without worth
        are not chosen unless a quota needs them.

        Raises
        ------
        InvalidRequestError
            Where quotas and bounds contradict each other.
        """
        if len(self.a) == 0:
            return np.zeros(0, dtype=np.intp)
        if self.first.any():
            return _least_served_first(self, worth)
        return _solved(worth, self.rows)

    def evenly(
        self, worth: NDArray[np.float64], evener: NDArray[np.float64], *, spare: float = 0.0
    ) -> NDArray[np.intp]:
        """Return the best choice that does not make ties less even, of as many pairs.

        Where the best choice would, every pair pays for the unevenness it brings; the lowest price
        at which the choice is even enough is looked for. Where no choice of as many pairs is, the
        evenest is taken.

        Parameters
        ----------
        worth : float64 array, shape (n_pairs,)
        evener : float64 array, shape (n_pairs,)
            By how much each makes ties more even.
        spare : float
            How much more even earlier choices have made them, of which as much may be given back.
        """
        from scipy.optimize import LinearConstraint

        found = self.best(worth)
        least = -max(spare, 0.0)
        if evener[found].sum() >= least:
            return found
        as_many = LinearConstraint(np.ones((1, len(self.a))), lb=len(found))
        held = replace(self, rows=[*self.rows, as_many])
        scaled = evener / np.abs(evener).max()
        evenest = held.best(scaled + TIE_BREAK * worth)
        if evener[evenest].sum() <= least:
            return evenest
        found, low, high = evenest, 0.0, float(np.abs(worth).max()) * HIGHEST_PRICE
        for _ in range(HALVINGS):
            price = (low + high) / 2
            tried = held.best(worth + price * scaled)
            if evener[tried].sum() >= least:
                found, high = (max(found, tried, key=lambda one: worth[one].sum()), price)
            else:
                low = price
        return found


def _bounds(a: NDArray[np.intp], b: NDArray[np.intp], limits: Limits) -> list[LinearConstraint]:
    """Return the bounds on a choice: each person's, that on all, and the quotas."""
    from scipy.optimize import LinearConstraint

    n, pairs = len(limits.each), len(a)
    at = np.arange(pairs)
    touches = csr_array(
        (np.ones(2 * pairs), (np.append(a, b), np.append(at, at))), shape=(n, pairs)
    )
    busy = np.flatnonzero(np.diff(touches.indptr))
    rows = [LinearConstraint(touches[busy], ub=np.maximum(limits.each[busy], 0))]
    rows.append(LinearConstraint(np.ones((1, pairs)), ub=limits.most))
    for code, many in limits.quota.items():
        touching = (limits.group[a] == code) | (limits.group[b] == code)
        least = min(many, int(touching.sum()))
        if least:
            rows.append(LinearConstraint(touching[None, :].astype(float), lb=least))
    return rows


def _best(
    worth: NDArray[np.float64], rows: list[LinearConstraint], gap: float
) -> NDArray[np.intp] | None:
    """Return the set with the greatest worth that keeps to the bounds; None: there is none."""
    from scipy.optimize import Bounds, milp

    found = milp(
        -worth,
        integrality=np.ones(len(worth)),
        bounds=Bounds(0, 1),
        constraints=rows,
        options={"time_limit": SECONDS, "mip_rel_gap": gap},
    )
    return None if found.x is None else np.flatnonzero(found.x > 0.5)


def _solved(
    worth: NDArray[np.float64], rows: list[LinearConstraint], gap: float = GAP
) -> NDArray[np.intp]:
    best = _best(worth, rows, gap)
    if best is None:
        message = (
            "No choice of introductions keeps to all bounds at once: the quotas ask for more than "
            "the bounds on each person, or on all, leave. Lower a quota, or allow more for each."
        )
        raise InvalidRequestError(message)
    return best


def _least_served_first(choice: Choice, worth: NDArray[np.float64]) -> NDArray[np.intp]:
    """Serve as many of the least served as can be, and only then look at the worth."""
    from scipy.optimize import LinearConstraint

    pairs, wanted = len(choice.a), np.flatnonzero(choice.first)
    place = np.full(len(choice.first), -1)
    place[wanted] = np.arange(len(wanted))
    ends, at = np.append(choice.a, choice.b), np.tile(np.arange(pairs), 2)
    theirs = place[ends] >= 0
    served_by = csr_array(
        (-np.ones(int(theirs.sum())), (place[ends[theirs]], at[theirs])),
        shape=(len(wanted), pairs),
    )
    served = csr_array(np.eye(len(wanted)))
    wider = [
        LinearConstraint(_beside(row.A, len(wanted)), lb=row.lb, ub=row.ub) for row in choice.rows
    ]
    wider.append(LinearConstraint(_joined(served_by, served), ub=0.0))
    counted = np.append(np.zeros(pairs), np.ones(len(wanted)))
    most = int((_solved(counted, wider, gap=0.0) >= pairs).sum())
    wider.append(LinearConstraint(counted[None, :], lb=most))
    picked = _solved(np.append(worth, np.zeros(len(wanted))), wider)
    return picked[picked < pairs]


def _beside(matrix: csr_array | NDArray[np.float64], more: int) -> csr_array:
    """Return a table of bounds with further columns that do not count in them."""
    known = csr_array(matrix)
    return _joined(known, csr_array((known.shape[0], more)))


def _joined(left: csr_array, right: csr_array) -> csr_array:
    both: csr_array = vstack([left.T, right.T]).T.tocsr()
    return both
