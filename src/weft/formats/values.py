"""Values of any kind as columns of text."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from weft.formats.parquet import as_text


def text_column(values: Iterable[object]) -> pa.Array:
    """Return values as text: whole numbers without a point, None and NaN as missing.

    Examples
    --------
    >>> text_column([1, "b", None, 2.5]).to_pylist()
    ['1', 'b', None, '2.5']
    """
    if isinstance(values, pa.Array | pa.ChunkedArray):
        return as_text(values)
    if isinstance(values, np.ndarray) and values.dtype.kind in "iufb":
        return pa.array(values).cast(pa.string())
    return pa.array([_text(value) for value in values], type=pa.string())


def _text(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, float | np.floating):
        if np.isnan(value):
            return None
        number = float(value)
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    return str(value)
