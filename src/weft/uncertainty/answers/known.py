"""What is known of a network, and what speaks for a tie, as matrices (row = source)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for

if TYPE_CHECKING:
    from weft.network import Graph

Table = NDArray[np.bool_]
Numbers = NDArray[np.float64]
People = NDArray[np.int64]


@dataclass(frozen=True, eq=False, slots=True)
class Known:
    """What is known of a network.

    Attributes
    ----------
    directed : bool
    there : bool array, shape (n, n)
        The ties that are known; both ways where there is no direction.
    known : bool array, shape (n, n)
        Of which pairs it is known whether there is a tie; never of oneself.
    twice : bool array, shape (n, n)
        Of which pairs it is known in both directions.
    alike : float64 array, shape (attributes, n, n)
        1 where two people have the same value of an attribute.
    core : module or None
        The compiled core, if it is to compute: asked for once, as each round calls it many times.
    """

    directed: bool
    there: Table
    known: Table
    twice: Table
    alike: Numbers
    core: ModuleType | None

    @property
    def n(self) -> int:
        """How many people."""
        return len(self.there)

    @property
    def silent(self) -> People:
        """Of whose own ties nothing is known."""
        return np.flatnonzero(~self.known.any(axis=1)).astype(np.int64)


def known_of(graph: Graph, alike: Sequence[str]) -> Known:
    """Return what is known of a graph; by ``alike``, attributes, people may keep to their like."""
    there = np.zeros((graph.n, graph.n), dtype=bool)
    source, target, _ = graph.arcs
    there[source, target] = True
    known = np.repeat(graph.answered[:, None], graph.n, axis=1)
    if not graph.directed or graph.known_by != "source":
        known |= known.T
    known |= there
    np.fill_diagonal(known, val=False)
    return Known(
        directed=graph.directed,
        there=there,
        known=known,
        twice=np.ascontiguousarray(known & known.T),
        alike=np.array([_same(graph, name) for name in alike]).reshape(-1, graph.n, graph.n),
        core=core_for("answers", graph.n),
    )


def _same(graph: Graph, attribute: str) -> Numbers:
    values = graph.people.attribute(attribute)
    codes, _ = graph.groups(attribute)
    told = np.array([value is not None for value in values], dtype=bool)
    same: Numbers = ((codes[:, None] == codes) & told[:, None] & told).astype(float)
    return same


def in_common(ties: Table, who: People, core: ModuleType | None) -> Numbers:
    """Return ln(1 + how many people are tied, either way, to both) for some people and everybody.

    Parameters
    ----------
    ties : bool array, shape (n, n)
    who : int64 array
        As positions.
    core : module or None

    Returns
    -------
    float64 array, shape (len(who), n)
    """
    if core is not None:
        counted: Numbers = core.in_common(ties, who, np.log1p(np.arange(len(ties) + 1.0)))
        return counted
    either = (ties | ties.T).astype(np.float32)
    common: Numbers = np.log1p((either[who] @ either).astype(np.float64))
    return common


def reasons(known: Known, ties: Table, who: People | None = None) -> Numbers:
    """Return what speaks for each tie: people in common, being named, being alike.

    Parameters
    ----------
    known : Known
    ties : bool array, shape (n, n)
    who : int64 array, optional
        Of whose ties; of everybody's where left out.

    Returns
    -------
    float64 array, shape (reasons, len(who), n)
        The second is left out where there is no direction.
    """
    who = np.arange(known.n) if who is None else who
    reason = np.empty((1 + known.directed + len(known.alike), len(who), known.n))
    reason[0] = in_common(ties, who, known.core)
    if known.directed:
        reason[1] = ties.T[who]
    reason[1 + known.directed :] = known.alike[:, who]
    return reason


def weighted(weights: Numbers, reason: Numbers) -> Numbers:
    """Return the sum of the reasons, each times its weight.

    Term by term: a product of matrices would wake the threads of a linear algebra library, which
    costs more than the sum of a few matrices of this size.
    """
    total: Numbers = weights[0] * reason[0]
    for weight, one in zip(weights[1:], reason[1:], strict=True):
        total += weight * one
    return total
