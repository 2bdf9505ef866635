"""The formats of tables: Parquet, matrices as text, CSV and TSV."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weft.formats.files.file import binary_kind
from weft.formats.format import Format
from weft.formats.plain.at_once import ties_at_once
from weft.formats.plain.delimited import table_in
from weft.formats.plain.matrix import looks_like_matrix, ties_in_matrix
from weft.formats.plain.parquet import MAGIC, table_in_parquet
from weft.formats.plain.spaced import spaced_table_in
from weft.formats.plain.squares import has_words_of_siena, looks_like_square
from weft.formats.plain.written import (
    people_as_csv,
    people_as_parquet,
    people_as_tsv,
    reports_as_csv,
    reports_as_parquet,
    reports_as_tsv,
)
from weft.formats.roles.headings import how_many_known
from weft.formats.roles.people_columns import people_from
from weft.formats.roles.tie_table import ties_from
from weft.network import InvalidDataError

if TYPE_CHECKING:
    from weft.formats.files.file import File
    from weft.formats.roles.table import Table
    from weft.formats.tables import PeopleTable, Reading, Tables


def _is_text(file: File) -> bool:
    return not file.is_folder and binary_kind(file.head) is None


def _is_matrix(file: File) -> bool:
    if not _is_text(file):
        return False
    if looks_like_square(file):
        return not has_words_of_siena(file)
    return looks_like_matrix(file.head)


def _read_matrix(file: File, reading: Reading) -> Tables:
    if looks_like_square(file):
        return ties_in_matrix(spaced_table_in(file, reading.encoding).table, file.stem)
    return ties_in_matrix(table_in(file, encoding=reading.encoding), file.stem)


def _read_text(file: File, reading: Reading) -> Tables:
    at_once = ties_at_once(file, reading)
    if at_once is not None:
        return at_once
    table = table_in(file, encoding=reading.encoding)
    return ties_from(_not_a_list_of_neighbours(table), reading, file.stem)


def _not_a_list_of_neighbours(table: Table) -> Table:
    """Return a table; if its rows differ in length below no known heading, say what it may be."""
    if not table.problems or how_many_known(table.headings):
        return table
    mend = (
        "If each line names a person and then everyone they are tied to, say so: --from "
        "adjacency-list (in Python format='adjacency-list'). Else give it a row of headings."
    )
    raise InvalidDataError([replace(problem, mend=mend) for problem in table.problems])


def _read_people_text(file: File, reading: Reading) -> PeopleTable:
    return people_from(table_in(file, encoding=reading.encoding))


def _read_parquet(file: File, reading: Reading) -> Tables:
    return ties_from(table_in_parquet(file), reading, file.stem)


def _read_people_parquet(file: File, _: Reading) -> PeopleTable:
    return people_from(table_in_parquet(file))


REPORTS = frozenset(
    {"weights", "denials", "relations", "waves", "reporters", "dates", "directions"}
)

PARQUET = Format(
    name="parquet",
    title="Parquet",
    about="Tables of ties, or of people, from data tools such as pandas, polars, DuckDB, Spark.",
    extensions=(".parquet", ".pq"),
    carries=REPORTS,
    recognises=lambda file: file.head.startswith(MAGIC),
    guarded=True,
    read=_read_parquet,
    read_people=_read_people_parquet,
    write=reports_as_parquet,
    write_people=people_as_parquet,
)
MATRIX = Format(
    name="matrix",
    title="a matrix, as text",
    about="An adjacency matrix: a row for each person who reports, a column for each person "
    "reported on, 0 or blank where there is no tie.",
    extensions=(".csv", ".tsv", ".txt"),
    carries=frozenset({"weights", "people"}),
    recognises=_is_matrix,
    read=_read_matrix,
)
CSV = Format(
    name="csv",
    title="CSV",
    about="Any table of ties, or of people, with headings. Comma, semicolon, tab or bar between "
    "the cells: it is found from the first rows.",
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
    about="A table of ties, or of people, with headings and tabs between the cells.",
    extensions=(".tsv", ".tab"),
    carries=REPORTS,
    last_resort=True,
    recognises=_is_text,
    read=_read_text,
    read_people=_read_people_text,
    write=reports_as_tsv,
    write_people=people_as_tsv,
)
