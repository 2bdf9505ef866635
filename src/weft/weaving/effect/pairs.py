"""What became of each pair of the records, and which pairs have to be left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.network import Problems
from weft.weaving.effect.waves import Sight, Waves, sight_of
from weft.weaving.records import Records, wrong

Rows = NDArray[np.bool_]
"""A mask over the rows of the records."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Pairs:
    """What became of each pair, row by row.

    Attributes
    ----------
    tied : bool array
        Whether the two are tied in the wave after.
    counted : bool array
        Rows that can be compared: none of those below.
    repeated : bool array
        The same pair stood in an earlier row or round already.
    tied_before : bool array
        Tied before anything was offered.
    unknown : bool array
        None of the two answered in the wave after, or one of them was no longer there.
    told : bool array
        Whether it is known if a tie came about, whatever else there is to say of the row.
    closeness : float array
        How close the two were before, by the contacts that they had in common.
    change : float array
        By how many ties with others the two changed since, on average; NaN where neither answered
        both times. Others: people whom the records do not pair them with.
    """

    tied: Rows
    counted: Rows
    repeated: Rows
    tied_before: Rows
    unknown: Rows
    told: Rows
    closeness: NDArray[np.float64]
    change: NDArray[np.float64]


def pairs_of(records: Records, waves: Waves) -> Pairs:
    """Return what became of each pair of the records.

    Whatever leaves a pair out, other than silence afterwards, was settled before the lot was drawn,
    so that the lot remains fair among those that are left.
    """
    _refuse_strangers(records, waves)
    before, after = (sight_of(graph, records.a, records.b) for graph in (waves.before, waves.after))
    repeated = _repeated(records)
    tied_already = before.known & before.tied
    tied_before = tied_already & ~repeated
    unknown = ~after.known & ~repeated & ~tied_before
    return Pairs(
        tied=after.tied,
        counted=~(repeated | tied_before | unknown),
        repeated=repeated,
        tied_before=tied_before,
        unknown=unknown,
        told=after.known & ~tied_already,
        closeness=before.closeness,
        change=_change(records, before, after),
    )


def _refuse_strangers(records: Records, waves: Waves) -> None:
    """Raise where an id is in neither wave: it is most likely written in another way."""
    known = {*waves.before.people.ids, *waves.after.people.ids, *waves.network.people.ids}
    problems = Problems()
    mend = "Write it as the network does, or give a people table that has everybody."
    for name, ids in (("a", records.a), ("b", records.b)):
        strange = np.flatnonzero([person not in known for person in ids])
        problems.add_rows(
            "unknown-person",
            strange,
            lambda row, name=name: wrong(  # type: ignore[misc]  # bound while it is this column's
                records.table, row, name, "unknown-person", "the id of one in the network", mend
            ),
        )
    problems.raise_if_any()


def _repeated(records: Records) -> Rows:
    """Return the rows whose pair was there before: in an earlier round, or above in the same."""
    seen: set[frozenset[str]] = set()
    repeated = np.zeros(len(records), dtype=bool)
    for row in np.argsort(records.round, kind="stable"):
        pair = frozenset((records.a[row], records.b[row]))
        repeated[row] = pair in seen
        seen.add(pair)
    return repeated


def _change(records: Records, before: Sight, after: Sight) -> NDArray[np.float64]:
    """Return by how many ties with others each pair changed, on average of its known ends."""
    once = ~_repeated(records)
    people = {person: i for i, person in enumerate(dict.fromkeys((*records.a, *records.b)))}
    a, b = (np.array([people[p] for p in ids], dtype=np.intp) for ids in (records.a, records.b))
    change = np.zeros(len(people))
    known = np.ones(len(people), dtype=bool)
    for sign, sight in ((1, after), (-1, before)):
        place = np.full(len(people), -1, dtype=np.intp)
        place[a], place[b] = sight.a, sight.b
        with_each_other = once & sight.tied
        paired = sum(np.bincount(end[with_each_other], minlength=len(people)) for end in (a, b))
        change += sign * (np.append(sight.graph.received, [0])[place] - paired)
        known &= np.append(sight.graph.word_known, [False])[place]
    change[~known] = np.nan
    ends = np.stack([change[a], change[b]]) if len(a) else np.zeros((2, 0))
    heard = ~np.isnan(ends)
    total = np.where(heard, ends, 0.0).sum(axis=0)
    return np.where(heard.any(axis=0), total / np.maximum(heard.sum(axis=0), 1), np.nan)
