"""What each of the two ends said about a tie: the raw material of concordance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.network.compile import answered_in, in_boundary, known_by_whom

if TYPE_CHECKING:
    from weft.network.network import Network
    from weft.network.reports import Reports


@dataclass(frozen=True, eq=False, slots=True)
class Claims:
    """Every tie that at least one of its two ends reported, and which of them did.

    Where only one end was asked there is nothing to compare: no tie is listed then.

    Attributes
    ----------
    source, target : int32 arrays
        In a relation without direction ``source < target``.
    by_source, by_target : bool arrays
        Whether this end said that the tie is there.
    both_answered : bool array
        Whether both ends answered in this wave.
    asked_twice : bool
        Whether the relation asks both ends (it has no direction, or at least half of those who
        report do so as targets too).
    directed : bool
        Whether a tie from A to B differs from one from B to A.
    n : int
        How many people are within the boundary.
    """

    source: NDArray[np.int32]
    target: NDArray[np.int32]
    by_source: NDArray[np.bool_]
    by_target: NDArray[np.bool_]
    both_answered: NDArray[np.bool_]
    asked_twice: bool
    directed: bool
    n: int


def claims_of(network: Network, relation: str, wave: str) -> Claims:
    """Return what the ends of each tie said of it; reports of third persons are left out."""
    declared = network.declared(relation)
    n = max(len(network.people), 1)
    everything = network.all_reports
    code = [r.name for r in network.all_relations].index(relation)
    when = network.all_waves.index(wave)
    rows = _kept(everything, (everything.relation == code) & (everything.wave == when))
    rows = _kept(rows, (rows.reporter == rows.source) | (rows.reporter == rows.target))
    asked_twice = known_by_whom(rows, directed=declared.directed) == "either"
    rows = _kept(rows, (rows.value > 0) & asked_twice)
    source, target = rows.source, rows.target
    if not declared.directed:
        source, target = np.minimum(source, target), np.maximum(source, target)
    keys, where = np.unique(source.astype(np.int64) * n + target, return_inverse=True)
    by_source, by_target = np.zeros(len(keys), dtype=bool), np.zeros(len(keys), dtype=bool)
    by_source[where[rows.reporter == source]] = True
    by_target[where[rows.reporter == target]] = True
    answered = answered_in(network, wave)
    return Claims(
        source=(keys // n).astype(np.int32),
        target=(keys % n).astype(np.int32),
        by_source=by_source,
        by_target=by_target,
        both_answered=answered[keys // n] & answered[keys % n],
        asked_twice=asked_twice,
        directed=declared.directed,
        n=int(in_boundary(network, wave).sum()),
    )


def _kept(rows: Reports, these: NDArray[np.bool_]) -> Reports:
    return rows if these.all() else rows.take(these)
