"""Relations in which every tie is there both ways alike: perhaps they have no direction."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np

from weft.network.network import Network, Notice

if TYPE_CHECKING:
    from weft.network.reports import Reports

FEWEST_PAIRS = 5
"""Fewer pairs may well be mutual, one and all. A choice of Weft's own."""

MOST_NAMED = 10


def symmetric(network: Network, *, known: Collection[str] = ()) -> list[Notice]:
    """Return a notice of the relations with direction in which every tie is returned alike.

    A matrix, and many a list of ties, cannot say that ties have no direction: each stands there
    both ways. Where people named each other, hardly ever is every tie returned at equal strength.

    Parameters
    ----------
    network : Network
    known : collection of str
        Relations whose direction the caller said.
    """
    reports = network.all_reports
    found: dict[str, int] = {}
    for code, relation in enumerate(network.all_relations):
        if not relation.directed or relation.name in known:
            continue
        meant = (reports.relation == code) & (reports.value > 0)
        said = reports if meant.all() else reports.take(meant)
        pairs = len(said) // 2
        if pairs >= FEWEST_PAIRS and _is_symmetric(said, len(network.people)):
            found[relation.name] = pairs
    if not found:
        return []
    shown = list(found)[:MOST_NAMED]
    names = ", ".join(f"“{name}”" for name in shown)
    more = f" and {len(found) - MOST_NAMED:,} others" if len(found) > MOST_NAMED else ""
    options = " ".join(f"--undirected {_as_argument(name)}" for name in shown)
    text = (
        f"Every tie of {names}{more} is there the other way round too, with the same strength. If "
        f"these ties have no direction, say so: {options}."
    )
    return [Notice(kind="symmetric", text=text, count=sum(found.values()))]


def _is_symmetric(said: Reports, n: int) -> bool:
    """Return whether the sources alone report, and each tie is there both ways in each wave."""
    if not np.array_equal(said.reporter, said.source):
        return False
    there, back = np.bincount(said.source, minlength=n), np.bincount(said.target, minlength=n)
    if not np.array_equal(there, back):  # as it is in nearly all: no need to put ties in order
        return False
    forth = np.lexsort((said.target, said.source, said.wave))
    turned = np.lexsort((said.source, said.target, said.wave))
    return (
        np.array_equal(said.source[forth], said.target[turned])
        and np.array_equal(said.target[forth], said.source[turned])
        and np.array_equal(said.value[forth], said.value[turned])
    )


def _as_argument(name: str) -> str:
    return f'"{name}"' if " " in name else name
