"""One numbering of the ids in several columns, each column in a thread of its own where it pays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

MANY = 100_000
"""Rows from which threads are worth starting."""


def numbered_together(
    columns: Sequence[pa.Array],
) -> tuple[tuple[str, ...], list[NDArray[np.int32]]]:
    """Return the different ids in the order of the columns, and the number of each cell's id.

    Parameters
    ----------
    columns : sequence of pyarrow string array
        A missing cell has the number 0.

    Examples
    --------
    >>> names, (first, second) = numbered_together([pa.array(["b", "a"]), pa.array(["c", "a"])])
    >>> names, first.tolist(), second.tolist()
    (('b', 'a', 'c'), [0, 1], [2, 1])
    """
    known, codes = None, []
    for coded in _each_numbered(columns):
        own = np.asarray(pc.fill_null(coded.indices, 0), dtype=np.int32)
        if known is None:
            known = coded.dictionary
            codes.append(own)
            continue
        found = pc.index_in(coded.dictionary, value_set=known)
        is_new = pc.is_null(found)
        moved = np.array(pc.fill_null(found, 0), dtype=np.int32)
        new = coded.dictionary.filter(is_new)
        moved[np.asarray(is_new)] = len(known) + np.arange(len(new), dtype=np.int32)
        known = pa.concat_arrays([known, new])
        codes.append(moved[own] if len(moved) else own)
    return tuple(known.to_pylist()) if known is not None else (), codes


def _each_numbered(columns: Sequence[pa.Array]) -> list[pa.DictionaryArray]:
    if sum(map(len, columns)) < MANY:
        return [column.dictionary_encode() for column in columns]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(len(columns)) as threads:
        return list(threads.map(lambda column: column.dictionary_encode(), columns))
