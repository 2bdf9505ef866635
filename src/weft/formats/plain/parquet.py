"""Parquet tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from weft.formats.plain.delimited import MOST_COLUMNS, too_wide
from weft.formats.roles.table import Table
from weft.formats.roles.values import table_of_arrow
from weft.network import InvalidDataError, UnreadableFileError

if TYPE_CHECKING:
    from weft.formats.files.file import File

MAGIC = b"PAR1"

MANY_ROWS, MOST_ROWS_A_BYTE = 1_000_000, 100
"""More rows than this, for the size of the file, all say the same."""


def table_in_parquet(file: File) -> Table:
    """Return the table in a Parquet file, its values as text."""
    import pyarrow.parquet as pq

    try:
        # Unlike read_table this imports no pandas and no file systems: half the time it takes.
        with pq.ParquetFile(pa.BufferReader(file.data)) as stored:
            if stored.metadata.num_columns > MOST_COLUMNS:
                raise InvalidDataError([too_wide(file.origin, stored.metadata.num_columns)])
            if stored.metadata.num_rows > max(MANY_ROWS, MOST_ROWS_A_BYTE * len(file.data)):
                raise _too_long(file, stored.metadata.num_rows)
            content = stored.read()
        content.validate(full=True)  # text that is no UTF-8 would fall later
    except MemoryError:
        raise
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        message = (
            f"{file.origin}: found a damaged Parquet table ({reason}), expected a whole one. "
            "Copy or write it again."
        )
        raise UnreadableFileError(message) from error
    return table_of_arrow(content, file.origin)


def _too_long(file: File, rows: int) -> UnreadableFileError:
    return UnreadableFileError(
        f"{file.origin}: found {rows:,} rows in {len(file.data):,} bytes, expected a table that "
        "says something in each row. Do not trust this file."
    )


def parquet_bytes(table: pa.Table) -> bytes:
    """Return a table as the bytes of a Parquet file."""
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    return bytes(sink.getvalue())
