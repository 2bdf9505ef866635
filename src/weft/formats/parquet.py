"""Parquet tables, and the columns of any typed table as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from weft.formats.table import Table
from weft.network import Notice, UnreadableFileError, quoted

if TYPE_CHECKING:
    from weft.formats.file import File

MAGIC = b"PAR1"


def table_in_parquet(file: File) -> Table:
    """Return the table in a Parquet file, its values as text."""
    import pyarrow.parquet as pq

    try:
        content = pq.read_table(pa.BufferReader(file.data))
    except (pa.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0]
        message = (
            f"{file.origin}: found a damaged Parquet table ({reason}), expected a whole one. "
            "Copy or write it again."
        )
        raise UnreadableFileError(message) from error
    return table_of_arrow(content, file.origin)


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


def parquet_bytes(table: pa.Table) -> bytes:
    """Return a table as the bytes of a Parquet file."""
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    return bytes(sink.getvalue())
