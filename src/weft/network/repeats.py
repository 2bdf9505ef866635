"""Rows that count once or not at all: a report said twice, and a tie of a person to themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from weft.network.network import Network, Notice
from weft.network.reports import Reports

if TYPE_CHECKING:
    from weft.network.relation import Relation

Repeats = Literal["largest", "sum"]
LARGEST = 2**62
FEW_BITS = 2**20 - 1
"""So much of a number is looked at first, to find the few rows among many."""


def without_self_ties(reports: Reports, notices: list[Notice]) -> Reports:
    """Return the reports between two people; how many others there were goes into the notices."""
    between_two = reports.source != reports.target
    dropped = int((~between_two).sum())
    if not dropped:
        return reports
    text = f"{dropped:,} ties from a person to themselves were left out."
    notices.append(Notice(kind="self-ties", text=text, count=dropped))
    return reports.take(between_two)


def without_repeats(
    reports: Reports, directed: NDArray[np.bool_], repeats: Repeats, notices: list[Notice]
) -> Reports:
    """Return each report once, with the largest value or the sum of the rows that repeat it.

    ``directed`` says of each relation whether it has a direction: where it has none, it does not
    matter which end stands first.
    """
    what = _what_is_reported(reports, directed)
    again = _said_again(what)
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
    value, date = reports.value.copy(), reports.date.copy()
    best = order[new]
    by_sum = repeats == "sum"
    value[first] = np.add.reduceat(value[order], starts) if by_sum else value[best]
    date[first] = date[best]
    keep = np.ones(len(reports), dtype=bool)
    keep[again] = False
    keep[first] = True
    return replace(reports, value=value, date=date).take(keep)


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


def _what_is_reported(reports: Reports, directed: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return a number for each row, the same for rows that report the same thing."""
    source, target = reports.source, reports.target
    if not directed.all():
        turned = ~directed[reports.relation] & (source > target)
        source, target = np.where(turned, target, source), np.where(turned, source, target)
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


def _said_again(what: NDArray[np.int64]) -> NDArray[np.intp]:
    """Return the rows that report what another row reports too."""
    in_order = np.sort(what)
    repeated = in_order[1:][in_order[1:] == in_order[:-1]]
    if not len(repeated):
        return np.array([], dtype=np.intp)
    some = np.zeros(FEW_BITS + 1, dtype=bool)
    some[repeated & FEW_BITS] = True
    likely = np.flatnonzero(some[what & FEW_BITS])
    return likely[np.isin(what[likely], repeated)]
