"""Weft's own formats of tables, in the order in which they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.delimited import table_in
from weft.formats.file import binary_kind
from weft.formats.format import Format
from weft.formats.matrix import looks_like_matrix, ties_in_matrix
from weft.formats.parquet import MAGIC, table_in_parquet
from weft.formats.people_columns import people_from
from weft.formats.tie_table import ties_from
from weft.formats.written import (
    people_as_csv,
    people_as_parquet,
    people_as_tsv,
    reports_as_csv,
    reports_as_parquet,
    reports_as_tsv,
)

if TYPE_CHECKING:
    from weft.formats.file import File
    from weft.formats.tables import PeopleTable, Reading, Tables


def _is_text(file: File) -> bool:
    return binary_kind(file.head) is None


def _read_matrix(file: File, reading: Reading) -> Tables:
    return ties_in_matrix(table_in(file, encoding=reading.encoding), file.stem)


def _read_text(file: File, reading: Reading) -> Tables:
    return ties_from(table_in(file, encoding=reading.encoding), reading, file.stem)


def _read_people_text(file: File, reading: Reading) -> PeopleTable:
    return people_from(table_in(file, encoding=reading.encoding))


def _read_parquet(file: File, reading: Reading) -> Tables:
    return ties_from(table_in_parquet(file), reading, file.stem)


def _read_people_parquet(file: File, _: Reading) -> PeopleTable:
    return people_from(table_in_parquet(file))


REPORTS = frozenset({"weights", "relations", "waves", "reporters", "dates"})

PARQUET = Format(
    name="parquet",
    title="Parquet",
    extensions=(".parquet", ".pq"),
    carries=REPORTS,
    recognises=lambda file: file.data.startswith(MAGIC),
    read=_read_parquet,
    read_people=_read_people_parquet,
    write=reports_as_parquet,
    write_people=people_as_parquet,
)
MATRIX = Format(
    name="matrix",
    title="an adjacency matrix as text",
    extensions=(".csv", ".tsv", ".txt"),
    carries=frozenset({"weights", "people"}),
    recognises=lambda file: _is_text(file) and looks_like_matrix(file.data),
    read=_read_matrix,
)
CSV = Format(
    name="csv",
    title="CSV",
    extensions=(".csv", ".txt"),
    carries=REPORTS,
    last_resort=True,
    recognises=_is_text,
    read=_read_text,
    read_people=_read_people_text,
    write=reports_as_csv,
    write_people=people_as_csv,
)
TSV = Format(
    name="tsv",
    title="TSV",
    extensions=(".tsv", ".tab"),
    carries=REPORTS,
    last_resort=True,
    recognises=_is_text,
    read=_read_text,
    read_people=_read_people_text,
    write=reports_as_tsv,
    write_people=people_as_tsv,
)
BUILTIN = (PARQUET, MATRIX, CSV, TSV)
