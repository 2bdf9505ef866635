"""Who was there when, in a record of what people did: from their first wave to their last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from weft.network import Notice

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft.formats.tables import Tables
    from weft.network import Columns


def with_presence(tables: Tables) -> Tables:
    """Return a record that was cut into waves with who belonged to each wave.

    Somebody who first appears in 2020 was not silent in 2014: they were not there. People without
    a tie, of whom the record does not say when they were there, belong to every wave. Tables that
    are no record, or have one wave, are returned as they are.
    """
    people = tables.people
    names = sorted(filter(None, pc.unique(tables.ties.columns["wave"]).to_pylist()))
    if not tables.observed or people is None or len(names) < 2:
        return tables
    first, last = _first_and_last(tables.ties, people.columns["id"], names)
    seen = last >= 0
    columns = dict(people.columns)
    for wave, name in enumerate(names):
        inside = (first <= wave) & (wave <= last)
        said = pa.array(np.where(inside, "yes", "no"))
        columns[f"invited:{name}"] = pc.if_else(pa.array(seen), said, pa.scalar(None, pa.string()))
    text = (
        "Each person counts as belonging from the first to the last wave in which they have a tie; "
        "those without a tie belong to every wave."
    )
    notice = Notice(kind="presence", text=text, count=int(seen.sum()))
    return replace(
        tables, people=replace(people, columns=columns), notices=(*tables.notices, notice)
    )


def _first_and_last(
    ties: Columns, ids: pa.Array, names: list[str]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the first and the last wave of each person; the last is -1 for those never seen."""
    wave = np.asarray(pc.index_in(ties.columns["wave"], value_set=pa.array(names)), dtype=np.int64)
    first = np.full(len(ids), len(names), dtype=np.int64)
    last = np.full(len(ids), -1, dtype=np.int64)
    for role in ("source", "target"):
        found = pc.index_in(ties.columns[role], value_set=ids)
        known = np.asarray(pc.is_valid(found))
        where = np.asarray(pc.fill_null(found, 0), dtype=np.int64)[known]
        np.minimum.at(first, where, wave[known])
        np.maximum.at(last, where, wave[known])
    return first, last
