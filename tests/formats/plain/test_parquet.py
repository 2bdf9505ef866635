"""Parquet tables that would fill the memory are refused before they are unpacked."""

import io

import pyarrow as pa
import pytest
from pyarrow import parquet

from weft.formats.files.file import File
from weft.formats.plain.parquet import table_in_parquet
from weft.network import WeftError


def refused(columns):
    made = io.BytesIO()
    parquet.write_table(pa.table(columns), made)
    content = made.getvalue()
    with pytest.raises(WeftError) as caught:
        table_in_parquet(File("a.parquet", content=content))
    return str(caught.value), len(content)


def test_too_many_columns():
    found, _ = refused({f"c{i}": ["x"] for i in range(20_001)})

    assert found == (
        "a.parquet, row 1: found 20,001 columns, expected 20,000 at most. If each tie is a row of "
        "its own, look for missing line breaks."
    )


def test_many_rows_that_all_say_the_same():
    same = pa.DictionaryArray.from_arrays(pa.repeat(pa.scalar(0, pa.int32()), 2_000_000), ["a"])

    found, size = refused({"source": same, "target": same})

    assert found == (
        f"a.parquet: found 2,000,000 rows in {size:,} bytes, expected a table that says something "
        "in each row. Do not trust this file."
    )
