"""Spark Connect: a server that the user named, be it Sail or stock Spark."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyspark.errors import AnalysisException, PySparkException
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from weft.network import InvalidRequestError, UnreadableFileError, quoted
from weft.scale.tasks import grouped

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from weft.scale.tasks import Task

DELIMITERS = (",", ";", "\t", "|")

TASKS = 8
"""Into how many tasks work is cut: as the cells of a cube it is cut evenly, and no partition of a
small network stands still for long."""


class Spark:
    """An engine behind an address; nothing else is contacted.

    The files are read by the server, under the paths it knows. Its workers need Weft installed, as
    the kernels run there.
    """

    def __init__(self, address: str, tasks: int | None = None) -> None:
        self.workers = tasks or TASKS
        self.name = f"sc://{address.partition('://')[2]}"
        try:
            self._session = SparkSession.builder.remote(self.name).create()
            self._session.sql("SELECT 1 AS one").toArrow()
        except Exception as error:  # grpc, pyspark and address errors have no common kind
            message = (
                f"No Spark Connect server answers at {quoted(self.name)} "
                f"({str(error).strip().splitlines()[0]}). Start one there, or name another."
            )
            raise InvalidRequestError(message) from error
        self._keeps_rows = True

    def open(self, name: str, files: Sequence[str]) -> tuple[str, ...]:
        """Make a table of CSV or Parquet files, its columns c0, c1, ...; return the headings."""
        paths = list(files)
        try:
            if all(file.lower().endswith((".parquet", ".pq")) for file in paths):
                table = self._session.read.parquet(*paths)
            else:
                table = max((self._csv(paths, d) for d in DELIMITERS), key=_many_columns)
            headings = tuple(table.columns)
        except PySparkException as error:
            reason = str(error).splitlines()[0]
            message = (
                f"{', '.join(files)}: found no table that {self.name} could open ({reason}), "
                "expected CSV or Parquet with a row of headings, under a path that the server sees."
            )
            raise UnreadableFileError(message) from error
        named = table.toDF(*(f"c{i}" for i in range(len(headings))))
        named.createOrReplaceTempView(name)
        return headings

    def _csv(self, paths: list[str], delimiter: str) -> DataFrame:
        options: dict[str, Any] = {"header": True, "sep": delimiter, "quote": '"', "escape": '"'}
        table: DataFrame = self._session.read.csv(paths, **options)
        return table

    def give(self, name: str, table: pa.Table) -> None:
        """Make a table of a small one at hand."""
        given = self._session.createDataFrame(table, schema=from_arrow_schema(table.schema))
        given.createOrReplaceTempView(name)

    def keep(self, name: str, plan: str) -> None:
        """Make a table of what a plan gives; a server that cannot hold it makes it again."""
        self._held(self._session.sql(plan)).createOrReplaceTempView(name)

    def _held(self, made: DataFrame) -> DataFrame:
        """Return the same with its rows kept, so that no later plan has all earlier ones in it."""
        if self._keeps_rows:
            try:
                return made.localCheckpoint()
            except AnalysisException:  # Sail, unless it was started with a place for them
                self._keeps_rows = False
        return made.persist()

    def rows(self, plan: str) -> pa.Table:
        """Return what a plan gives."""
        return self._session.sql(plan).toArrow()

    def work(
        self, name: str, plan: str, task: Task, gives: pa.Schema, *, by_task: bool = False
    ) -> None:
        """Make a table of what a kernel makes of a plan's rows, in the workers of the server."""
        rows, schema = self._session.sql(plan), from_arrow_schema(gives)
        if by_task:
            # Grouped, as Sail loses the order of rows before mapInArrow; and in as many partitions,
            # as Spark puts small ones together, which are much work all the same.
            groups = rows.repartition(self.workers, "task").groupBy("task")
            made = groups.applyInArrow(grouped(task, gives), schema)
        else:
            made = rows.mapInArrow(task, schema)
        self._held(made).createOrReplaceTempView(name)

    def close(self) -> None:
        """End the session on the server."""
        with suppress(Exception):  # a server that is gone holds nothing
            self._session.stop()


def _many_columns(table: DataFrame) -> int:
    return len(table.columns)
