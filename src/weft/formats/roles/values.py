"""Values of any kind, and typed tables, as columns of text."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyarrow as pa

from weft.formats.files.characters import with_whole_characters
from weft.formats.roles.table import Table
from weft.network import Notice, quoted


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
    texts = [_text(value) for value in values]
    try:
        return pa.array(texts, type=pa.string())
    except UnicodeEncodeError:
        whole = [None if text is None else with_whole_characters(text) for text in texts]
        return pa.array(whole, type=pa.string())


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


def table_of_arrow(content: pa.Table, origin: str) -> Table:
    """Return a typed table as columns of text; columns that hold lists or records are left out."""
    headings, columns, left = [], [], []
    for heading, column in zip(content.column_names, content.columns, strict=True):
        try:
            columns.append(as_text(column))
            headings.append(heading)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
            left.append(heading)
    notices = []
    if left:
        names = ", ".join(quoted(heading) for heading in left)
        text = f"Columns of {origin} that hold no plain values were left out: {names}."
        notices.append(Notice(kind="columns-left-out", text=text, count=len(left)))
    return Table(
        origin=origin,
        headings=tuple(headings),
        columns=tuple(columns),
        first_row=1,
        notices=tuple(notices),
    )


def as_text(column: pa.ChunkedArray | pa.Array) -> pa.Array:
    """Return a column as text: whole numbers without a point, missing values as null."""
    if isinstance(column, pa.ChunkedArray):
        column = pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    return column if pa.types.is_string(column.type) else column.cast(pa.string())
