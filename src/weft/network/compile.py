"""From reports to ties: who answered, who is within the boundary, and which ties there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for
from weft.network.graph import Graph
from weft.network.heard import KnownBy
from weft.network.people import NO, UNDECLARED, YES

if TYPE_CHECKING:
    from weft.network.network import Network
    from weft.network.reports import Reports

View = Literal["either", "both"]


def answered_in(network: Network, wave: str) -> NDArray[np.bool_]:
    """Return who answered in a wave: those who said so, and those who reported anything."""
    reports = network.all_reports
    in_wave = reports.wave == network.all_waves.index(wave)
    answered: NDArray[np.bool_] = network.people.declared("responded", wave) == YES
    return answered | _standing_in(len(answered), reports.reporter, in_wave)


def in_boundary(network: Network, wave: str) -> NDArray[np.bool_]:
    """Return who belongs to a wave: everyone invited, and everyone in a report of it."""
    reports = network.all_reports
    in_wave = reports.wave == network.all_waves.index(wave)
    inside: NDArray[np.bool_] = network.people.declared("invited", wave) != NO
    for end in (reports.source, reports.target):
        inside = inside | _standing_in(len(inside), end, in_wave)
    return inside


def _standing_in(n: int, column: NDArray[np.int32], rows: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return who stands in a column in some of its rows."""
    chosen = column if rows.all() else column[rows]
    if (core := core_for("ties", len(chosen))) is not None:
        found: NDArray[np.bool_] = core.standing_in(n, chosen).view(np.bool_)
        return found
    there = np.zeros(n, dtype=bool)
    there[chosen] = True
    return there


def compiled(network: Network, relation: str, wave: str, view: View) -> Graph:
    """Return the ties of one relation in one wave."""
    declared = network.declared(relation)
    n = len(network.people)
    reports = network.all_reports
    code = [r.name for r in network.all_relations].index(relation)
    chosen = (reports.relation == code) & (reports.wave == network.all_waves.index(wave))
    rows = reports if chosen.all() else reports.take(chosen)
    known_by = known_by_whom(rows, directed=declared.directed)
    answered, inside = answered_in(network, wave), in_boundary(network, wave)
    settled = _settled(rows, answered, known_by)
    rows = rows if settled.all() else rows.take(settled)
    first, second = rows.source, rows.target
    if not declared.directed:
        first, second = np.minimum(first, second), np.maximum(first, second)
    heard = None if known_by == "source" else answered
    source, target, weight = _tied(n, first, second, rows, view, heard)
    blank = network.people.declared("responded", wave) == UNDECLARED
    graph = Graph(
        people=network.people,
        relation=declared,
        wave=wave,
        source=source,
        target=target,
        weight=weight,
        answered=answered,
        known_by=known_by,
        undeclared=int((~answered & blank & inside).sum()),
    )
    return graph if inside.all() else graph.among(inside)


def known_by_whom(rows: Reports, *, directed: bool) -> KnownBy:
    """Return whose answer settles a tie, from who reported: ends or third persons.

    What at least half of those who report do counts as what all were asked. A few rows beyond that
    are claims of their own: they must not turn the silence of everybody else into a "no".
    """
    by_source = rows.reporter == rows.source
    by_target = rows.reporter == rows.target
    if _do_most(rows, ~(by_source | by_target)):
        return "anyone"
    return "either" if not directed or _do_most(rows, by_target) else "source"


def _do_most(rows: Reports, these: NDArray[np.bool_]) -> bool:
    """Return whether at least half of the reporters have such a row."""
    if not these.any():
        return False
    n = int(rows.reporter.max()) + 1
    everyone = np.ones(len(rows), dtype=bool)
    do, all_do = (_standing_in(n, rows.reporter, some) for some in (these, everyone))
    return bool(2 * do.sum() >= all_do.sum())


def _settled(rows: Reports, answered: NDArray[np.bool_], known_by: KnownBy) -> NDArray[np.bool_]:
    """Return which reports are about a tie that somebody who answered was asked about.

    The others, such as a third person's word on two who are silent, are left out: their "yes" would
    stand against no "no".
    """
    if known_by == "anyone":
        return np.ones(len(rows), dtype=bool)
    by_source: NDArray[np.bool_] = answered[rows.source]
    return by_source if known_by == "source" else by_source | answered[rows.target]


def _tied(
    n: int,
    first: NDArray[np.int32],
    second: NDArray[np.int32],
    rows: Reports,
    view: View,
    heard: NDArray[np.bool_] | None,
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float64]]:
    """Return the tied pairs in order, and the mean value reported for each.

    ``heard``: who answered, where both ends were asked about a tie.
    """
    said_yes = rows.value > 0
    if view == "either" and (core := core_for("ties", len(rows))) is not None:
        parts = (first, second, rows.value)
        chosen = parts if said_yes.all() else [part[said_yes] for part in parts]
        source, target, weight = core.merged_ties(n, *chosen)
        return source, target, weight
    keys = (first.astype(np.int64) * n + second)[said_yes]
    value, reporter = rows.value[said_yes], rows.reporter[said_yes]
    pairs, where = np.unique(keys, return_inverse=True)
    total = np.bincount(where, weights=value, minlength=len(pairs))
    count = np.bincount(where, minlength=len(pairs))
    weight = total / np.maximum(count, 1)
    if view == "either":
        return *_ends_of(pairs, n), weight
    ends = (reporter == rows.source[said_yes]) | (reporter == rows.target[said_yes])
    said = np.unique(np.stack([where[ends], reporter[ends]]), axis=1)
    by_ends = np.bincount(said[0], minlength=len(pairs))
    both = by_ends >= 2
    if heard is not None:
        # Silence is no "no": where only one of the two answered, that one's word stands.
        one, other = _ends_of(pairs, n)
        both |= (by_ends == 1) & (heard[one] != heard[other])
    return *_ends_of(pairs[both], n), weight[both]


def _ends_of(keys: NDArray[np.int64], n: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    return (keys // max(n, 1)).astype(np.int32), (keys % max(n, 1)).astype(np.int32)
