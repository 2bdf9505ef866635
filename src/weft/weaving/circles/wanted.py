"""What is wanted of circles: what each must hold, and what costs how much between two people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from weft.weaving.ground import Ground

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"same_cluster": 1.0, "same_group": 0.5, "met_before": 3.0, "tied": 0.25}
)
"""What it costs to have two people in one circle who are of one cluster, of one group, were in one
circle before (each time), or are tied."""


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Wanted:
    """People who are to form circles, in the order of their ids, and what is wanted of these.

    Attributes
    ----------
    people : array of int, shape (m,)
        Where each stands in the ground.
    sizes : tuple of int
        Of the circles.
    tied, together : array of bool or int, shape (m, m)
        Who is tied to whom; how often two were in one circle before.
    cluster, group : array of int, shape (m,)
        The group is -1 for everybody where nothing groups people.
    new, can_host : array of bool, shape (m,)
        Who is a newcomer; who may be the first caller.
    weights : mapping of str to float
    """

    people: NDArray[np.intp]
    sizes: tuple[int, ...]
    tied: NDArray[np.bool_]
    together: NDArray[np.int64]
    cluster: NDArray[np.int64]
    group: NDArray[np.intp]
    new: NDArray[np.bool_]
    can_host: NDArray[np.bool_]
    weights: Mapping[str, float]

    @property
    def m(self) -> int:
        """How many take part."""
        return len(self.people)

    def same_cluster(self) -> NDArray[np.bool_]:
        """Return which two are of one cluster."""
        same: NDArray[np.bool_] = self.cluster[:, None] == self.cluster
        return same

    def same_group(self) -> NDArray[np.bool_]:
        """Return which two are of one group; nobody where nothing groups people."""
        same: NDArray[np.bool_] = (self.group[:, None] == self.group) & (self.group >= 0)
        return same

    def cost(self) -> NDArray[np.float64]:
        """Return what it costs to have two people in one circle."""
        cost: NDArray[np.float64] = (
            self.weights["same_cluster"] * self.same_cluster()
            + self.weights["same_group"] * self.same_group()
            + self.weights["met_before"] * self.together
            + self.weights["tied"] * self.tied
        )
        np.fill_diagonal(cost, 0.0)
        return cost

    def least_same_cluster(self) -> int:
        """Return how many pairs of one cluster there are at least, were nothing else wanted.

        Each cluster is spread over all circles as evenly as can be.
        """
        least = 0
        for many in np.bincount(np.unique(self.cluster, return_inverse=True)[1]):
            each, more = divmod(int(many), len(self.sizes))
            least += (len(self.sizes) - more) * (each * (each - 1) // 2)
            least += more * ((each + 1) * each // 2)
        return least


def wanted_of(
    ground: Ground,
    people: NDArray[np.intp],
    sizes: tuple[int, ...],
    *,
    new: NDArray[np.bool_],
    leaders: Sequence[int],
    before: Sequence[Sequence[int]],
    weights: Mapping[str, float],
) -> Wanted:
    """Return what is wanted, everything in the order of people's ids."""
    order = people[np.argsort([ground.people.ids[i] for i in people], kind="stable")]
    can_host = ~ground.steward
    can_host[list(leaders)] = False
    place = np.full(ground.n, -1, dtype=np.intp)
    place[order] = np.arange(len(order))
    together = np.zeros((len(order), len(order)), dtype=np.int64)
    for earlier in before:
        here = place[list(dict.fromkeys(earlier))]
        here = here[here >= 0]
        together[np.ix_(here, here)] += 1
    np.fill_diagonal(together, 0)
    codes = ground.group_codes
    return Wanted(
        people=order,
        sizes=sizes,
        tied=ground.are_tied[np.ix_(order, order)],
        together=together,
        cluster=ground.circle[order],
        group=np.full(len(order), -1, dtype=np.intp) if codes is None else codes[order],
        new=new[order],
        can_host=can_host[order],
        weights=weights,
    )
