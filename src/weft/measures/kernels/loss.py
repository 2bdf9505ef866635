"""What those who stay lose when some people leave at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for, threads, told
from weft.measures.kernels.components import parts_of, steps_from
from weft.measures.kernels.paths import closeness, starts
from weft.measures.kernels.removal import symmetric

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from weft._core import Rows
    from weft.network import Graph


@dataclass(frozen=True, slots=True)
class Loss:
    """What those who stay lose when some leave.

    Attributes
    ----------
    cut_off : int
        People who stay and no longer belong to the largest part.
    efficiency : float
        The share of their closeness to one another (mean of 1/steps) that is lost.
    orphaned : int
        People who had a tie and have none now.
    sampled : bool
        Whether closeness was measured from a sample of starts.
    """

    cut_off: int
    efficiency: float
    orphaned: int
    sampled: bool


def loss_without(graph: Graph, leaving: NDArray[np.intp], *, seed: int) -> Loss:
    """Return what those who stay lose when some people leave; direction does not count.

    Parameters
    ----------
    graph : Graph
    leaving : positions, each once, not everybody
    seed : int
        Chooses the starts of ways above 2,000 people.
    """
    stays = np.ones(graph.n, dtype=bool)
    stays[leaving] = False
    staying = np.flatnonzero(stays)
    first, second = graph.either
    inside = stays[first] & stays[second]
    place = (np.cumsum(stays) - 1).astype(np.int32)
    rows = graph.rows_for("ways")
    whole = _walked(graph.n, first, second) if rows is None else _ByCore(rows)
    rest = _walked(len(staying), place[first[inside]], place[second[inside]])
    together, still = np.bincount(whole.parts()[stays]).max(), np.bincount(rest.parts()).max()
    chosen, sampled = starts(len(staying), seed)
    to_the_leaving = whole.steps_from(leaving)[:, staying[chosen]]
    before = whole.closeness(staying[chosen]).sum() - (1.0 / to_the_leaving).sum()
    after = rest.closeness(chosen).sum()
    return Loss(
        cut_off=int(together - still),
        efficiency=float(max(0.0, 1.0 - after / before)) if after < before else 0.0,
        orphaned=int((whole.tied()[stays] & ~rest.tied()).sum()),
        sampled=sampled,
    )


class _Walked(Protocol):
    """Pairs of people, and what is found by walking along them."""

    def parts(self) -> NDArray[np.intp]:
        """Which part each person hangs together with."""

    def tied(self) -> NDArray[np.bool_]:
        """Who is tied to anybody."""

    def steps_from(self, people: NDArray[np.intp]) -> NDArray[np.float64]:
        """How many steps it takes from each of these people to everybody."""

    def closeness(self, chosen: NDArray[np.intp]) -> NDArray[np.float64]:
        """The summed 1/steps from each of these people to everybody else."""


def _walked(n: int, first: NDArray[np.int32], second: NDArray[np.int32]) -> _Walked:
    if (core := core_for("ways", len(first))) is not None:
        return _ByCore(core.Rows(n, first, second, directed=False))
    return _ByMatrix(symmetric(n, first, second))


@dataclass(frozen=True, slots=True)
class _ByCore:
    rows: Rows

    def parts(self) -> NDArray[np.intp]:
        from weft._core import weak_components

        return weak_components(self.rows).astype(np.intp)

    def tied(self) -> NDArray[np.bool_]:
        return np.diff(self.rows.pair_start) > 0

    def steps_from(self, people: NDArray[np.intp]) -> NDArray[np.float64]:
        from weft._core import steps_from as steps

        starts, tell = people.astype(np.int32), told("shortest ways")
        return steps(self.rows, starts, either=True, threads=threads(), tell=tell)

    def closeness(self, chosen: NDArray[np.intp]) -> NDArray[np.float64]:
        from weft._core import closeness_from

        starts, tell = chosen.astype(np.int32), told("shortest ways")
        return closeness_from(self.rows, starts, either=True, threads=threads(), tell=tell)


@dataclass(frozen=True, slots=True)
class _ByMatrix:
    adjacency: csr_array

    def parts(self) -> NDArray[np.intp]:
        return parts_of(self.adjacency)

    def tied(self) -> NDArray[np.bool_]:
        tied: NDArray[np.bool_] = np.diff(self.adjacency.indptr) > 0
        return tied

    def steps_from(self, people: NDArray[np.intp]) -> NDArray[np.float64]:
        return steps_from(self.adjacency, people)

    def closeness(self, chosen: NDArray[np.intp]) -> NDArray[np.float64]:
        return closeness(self.adjacency, chosen)
