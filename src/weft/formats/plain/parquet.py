"""Parquet tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from weft.formats.roles.table import Table
from weft.formats.roles.values import table_of_arrow
from weft.network import UnreadableFileError

if TYPE_CHECKING:
    from weft.formats.files.file import File

MAGIC = b"PAR1"


def table_in_parquet(file: File) -> Table:
    """Return the table in a Parquet file, its values as text."""
    import pyarrow.parquet as pq

    try:
        # Unlike read_table this imports no pandas and no file systems: half the time it takes.
        with pq.ParquetFile(pa.BufferReader(file.data)) as stored:
            content = stored.read()
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


def parquet_bytes(table: pa.Table) -> bytes:
    """Return a table as the bytes of a Parquet file."""
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    return bytes(sink.getvalue())
