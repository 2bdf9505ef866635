"""Who could take a role on: by whom they know, who looks to them already, and what they carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from weft.weaving.ground import Ground
from weft.weaving.handovers.roles import Role
from weft.weaving.lots import best_first, lots

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"overlap": 1.0, "looked_to": 0.4, "willing": 0.4, "load": 0.4}
)
"""What counts in who is a candidate, each from 0 to 1; the load is taken away."""

ENOUGH = 3
"""Whom three people look to is looked to: more does not count for more."""


@dataclass(frozen=True, eq=False)
class Field:
    """Everybody, seen as who could take one role on.

    Attributes
    ----------
    ground : Ground
    role : Role
    willing : array of int8, shape (n,)
        1 yes, -1 no, 0 unknown.
    proposed : array of int64, shape (n,)
        For how many other roles each person goes along already.
    barred : array of bool, shape (n,)
        Who leads already: holders of any role, stewards, and whoever is most in between.
    """

    ground: Ground
    role: Role
    willing: NDArray[np.int8]
    proposed: NDArray[np.int64]
    barred: NDArray[np.bool_]

    @property
    def holder(self) -> int:
        """Who holds the role."""
        return self.role.holders[0]

    @cached_property
    def turning(self) -> bool:
        """Whether the data say who turns to whom, and may be told; else plain ties stand in."""
        return turning_known(self.ground) and bool(self.ground.leadership.received[self.holder])

    @cached_property
    def turns(self) -> NDArray[np.bool_]:
        """Who turns to whom, as a table; nobody where that is not known."""
        turns = np.zeros((self.ground.n, self.ground.n), dtype=bool)
        if turning_known(self.ground):
            source, target, _ = self.ground.leadership.arcs
            turns[source, target] = True
        return turns

    @cached_property
    def constituency(self) -> NDArray[np.intp]:
        """Those who turn to the holder, or are tied to them where that is not known."""
        table = self.turns if self.turning else self.ground.are_tied
        return np.flatnonzero(table[:, self.holder])

    @cached_property
    def others(self) -> NDArray[np.int64]:
        """How many of the constituency there are beside each person."""
        inside = np.zeros(self.ground.n, dtype=np.int64)
        inside[self.constituency] = 1
        return len(self.constituency) - inside

    @cached_property
    def share_tied(self) -> NDArray[np.float64]:
        """Which share of the constituency, themselves left out, each person is tied to."""
        return self._share(self.ground.are_tied[self.constituency])

    @cached_property
    def share_turning(self) -> NDArray[np.float64]:
        """Which share of the constituency, themselves left out, turns to each person."""
        return self._share(self.turns[self.constituency])

    def _share(self, rows: NDArray[np.bool_]) -> NDArray[np.float64]:
        share: NDArray[np.float64] = rows.sum(axis=0) / np.maximum(self.others, 1)
        return share

    @cached_property
    def fewer_ties(self) -> NDArray[np.float64]:
        """Which share of the others has fewer ties than each person."""
        contacts = self.ground.contacts
        fewer = np.searchsorted(np.sort(contacts), contacts)
        share: NDArray[np.float64] = fewer / max(self.ground.n - 1, 1)
        return share

    def value(self, weights: Mapping[str, float]) -> NDArray[np.float64]:
        """Return how well each person is placed to take the role on; never shown."""
        overlap = self.share_tied
        if self.turning:
            overlap = (self.share_tied + self.share_turning) / 2
        looked_to = np.minimum(self.turns.sum(axis=0) / ENOUGH, 1.0)
        value: NDArray[np.float64] = (
            weights["overlap"] * overlap
            + weights["looked_to"] * looked_to
            + weights["willing"] * (self.willing == 1)
            - weights["load"] * (self.fewer_ties + self.proposed)
        )
        return value

    def candidates(self, weights: Mapping[str, float], most: int) -> list[int]:
        """Return who is best placed, the first one first; of equals by lot."""
        ground = self.ground
        known = (self.share_tied > 0) | ground.are_tied[self.holder]
        fit = np.flatnonzero(known & ~self.barred & (self.willing >= 0))
        lot = lots(
            ground.people.ids,
            f"hand over {self.role.name}",
            seed=ground.seed,
            weight=1.0 + self._trust(),
        )
        return best_first(self.value(weights), lot, fit)[:most]

    def _trust(self) -> NDArray[np.float64]:
        """Return how far the constituency trusts each person, 0 to 1: for lots alone."""
        if not len(self.constituency):
            return np.zeros(self.ground.n)
        trust: NDArray[np.float64] = self.ground.trusted[self.constituency].mean(axis=0)
        return trust


def turning_known(ground: Ground) -> bool:
    """Whether a relation says who turns to whom, and what it says may be told."""
    named = ground.parts.leadership
    return named not in ground.private and "leadership" not in ground.parts.assumed


def barred(ground: Ground, roles: tuple[Role, ...]) -> NDArray[np.bool_]:
    """Return who leads already: whoever holds a role, the stewards, else who is most in between."""
    leads = ground.hubs | ground.steward
    leads = leads.copy()
    leads[[holder for role in roles for holder in role.holders]] = True
    return leads
