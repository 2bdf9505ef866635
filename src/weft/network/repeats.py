"""Rows that count once or not at all: a report said twice, and a tie of a person to themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for
from weft.network.network import Network, Notice
from weft.network.reports import Reports

if TYPE_CHECKING:
    from weft.network.relation import Relation

Repeats = Literal["largest", "sum"]
LARGEST = 2**62

SCATTER = np.uint64(0x9E3779B97F4A7C15)
"""The golden ratio times 2^64: the high bits of a product with it are spread evenly."""

SLOTS_A_ROW, MOST_BITS = 8, 26
"""So many slots stand ready for each row, and 2 to this power at most (256 MB)."""


MOST_PEOPLE_A_ROW = 100
"""A place for each person is made up to here; with more of them, few can come twice."""


def without_self_ties(reports: Reports, notices: list[Notice]) -> Reports:
    """Return the reports between two people; how many others there were goes into the notices."""
    between_two = reports.source != reports.target
    dropped = int((~between_two).sum())
    if not dropped:
        return reports
    ties = "1 tie" if dropped == 1 else f"{dropped:,} ties"
    verb = "was" if dropped == 1 else "were"
    text = f"{ties} from a person to themselves {verb} left out."
    notices.append(Notice(kind="self-ties", text=text, count=dropped))
    return reports.take(between_two)


def without_repeats(
    reports: Reports, directed: NDArray[np.bool_], repeats: Repeats, notices: list[Notice]
) -> Reports:
    """Return each report once, with the largest value or the sum of the rows that repeat it.

    ``directed`` says of each relation whether it has a direction: where it has none, it does not
    matter which end stands first.
    """
    source, target = _ends(reports, directed)
    likely = None
    n = 1 + int(max(source.max(initial=-1), target.max(initial=-1)))
    core = core_for("ties", len(reports))
    if core is not None and n <= MOST_PEOPLE_A_ROW * len(reports):
        likely = core.rows_alike(n, source, target)
        if not len(likely):
            return reports
    what = _what_is_reported(reports, source, target)
    again = _said_again(what, _perhaps_said_again(what) if likely is None else likely)
    if not len(again):
        return reports
    order = again[np.lexsort((-reports.value[again], what[again]))]
    new = np.ones(len(order), dtype=bool)
    new[1:] = what[order[1:]] != what[order[:-1]]
    starts = np.flatnonzero(new)
    repeated = len(order) - len(starts)
    rule = "their sum" if repeats == "sum" else "the largest value"
    rows = "1 row" if repeated == 1 else f"{repeated:,} rows"
    text = f"{rows} repeated another report; {rule} was kept."
    notices.append(Notice(kind="repeats", text=text, count=repeated))
    # A report stands where its first row stood, so that the order of the data is kept.
    first = np.minimum.reduceat(order, starts)
    keep = np.ones(len(reports), dtype=bool)
    keep[again] = False
    keep[first] = True
    kept = reports.take(keep)
    place = (np.cumsum(keep) - 1)[first]
    best = order[new]
    by_sum = repeats == "sum"
    summed = np.add.reduceat(reports.value[order], starts) if by_sum else reports.value[best]
    kept.value[place] = summed
    kept.date[place] = reports.date[best]
    return kept


def with_relations(
    network: Network, relations: tuple[Relation, ...], repeats: Repeats = "largest"
) -> Network:
    """Return a network whose relations are declared anew, in their order.

    In a relation that loses its direction, what one person said of a pair each way becomes one
    report, as if the direction had been known when the data were read.
    """
    notices: list[Notice] = []
    with_direction = np.array([relation.directed for relation in relations], dtype=bool)
    reports = without_repeats(network.all_reports, with_direction, repeats, notices)
    return replace(
        network,
        all_reports=reports,
        all_relations=relations,
        notices=(*network.notices, *notices),
        _compiled={},
    )


def _ends(
    reports: Reports, directed: NDArray[np.bool_]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the two ends of each row, the lower first where a relation has no direction."""
    source, target = reports.source, reports.target
    if directed.all():
        return source, target
    turned = ~directed[reports.relation] & (source > target)
    return np.where(turned, target, source), np.where(turned, source, target)


def _what_is_reported(
    reports: Reports, source: NDArray[np.int32], target: NDArray[np.int32]
) -> NDArray[np.int64]:
    """Return a number for each row, the same for rows that report the same thing."""
    what = np.zeros(len(reports), dtype=np.int64)
    known = 1
    for part in (source, target, reports.reporter, reports.relation, reports.wave):
        many = int(part.max(initial=0)) + 1
        if known * many > LARGEST:
            kinds, what = np.unique(what, return_inverse=True)
            known = len(kinds)
        if many > 1:
            what = what * many + part
        known *= many
    return what


def _said_again(what: NDArray[np.int64], likely: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the rows, of those in which it is likely, that report what another row reports too."""
    order = np.argsort(what[likely])
    in_order = what[likely[order]]
    same = in_order[1:] == in_order[:-1]
    again = np.zeros(len(likely), dtype=bool)
    again[order[1:][same]] = True
    again[order[:-1][same]] = True
    return likely[again]


def _perhaps_said_again(what: NDArray[np.int64]) -> NDArray[np.intp]:
    """Return the rows whose number falls into a slot with that of another row.

    Most rows have a slot to themselves and need not be sorted.
    """
    bits = min((SLOTS_A_ROW * len(what)).bit_length(), MOST_BITS)
    slot = ((what.view(np.uint64) * SCATTER) >> np.uint64(64 - bits)).view(np.int64)
    rows = np.arange(len(what))
    last = np.empty(2**bits, dtype=np.int32 if len(what) < 2**31 else np.int64)
    last[slot] = rows
    shared = np.zeros(2**bits, dtype=bool)
    shared[slot[last[slot] != rows]] = True
    return np.flatnonzero(shared[slot])
