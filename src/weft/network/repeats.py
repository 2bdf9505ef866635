"""Rows that count once or not at all: a report said twice, and a tie of a person to themselves."""

from __future__ import annotations

from typing import Literal

import numpy as np

from weft.network.network import Notice
from weft.network.reports import Reports

Repeats = Literal["largest", "sum"]


def without_self_ties(reports: Reports, notices: list[Notice]) -> Reports:
    """Return the reports between two people; how many others there were goes into the notices."""
    between_two = reports.source != reports.target
    dropped = int((~between_two).sum())
    if not dropped:
        return reports
    text = f"{dropped:,} ties from a person to themselves were left out."
    notices.append(Notice(kind="self-ties", text=text, count=dropped))
    return reports.take(between_two)


def without_repeats(reports: Reports, repeats: Repeats, notices: list[Notice]) -> Reports:
    """Return each report once, with the largest value or the sum of the rows that repeat it."""
    if not len(reports):
        return reports
    keys = (reports.source, reports.target, reports.reporter, reports.relation, reports.wave)
    order = np.lexsort((-reports.value, *keys))
    sorted_keys = [key[order] for key in keys]
    new = np.ones(len(order), dtype=bool)
    new[1:] = np.any([key[1:] != key[:-1] for key in sorted_keys], axis=0)
    repeated = len(order) - int(new.sum())
    if not repeated:
        return reports
    rule = "their sum" if repeats == "sum" else "the largest value"
    text = f"{repeated:,} rows repeated another report; {rule} was kept."
    notices.append(Notice(kind="repeats", text=text, count=repeated))
    kept, starts = reports.take(order[new]), np.flatnonzero(new)
    if repeats == "sum":
        kept.value[:] = np.add.reduceat(reports.value[order], starts)
    # In the order of the data, so that relations and people are met in the same order again.
    return kept.take(np.argsort(np.minimum.reduceat(order, starts)))
