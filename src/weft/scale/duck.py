"""DuckDB: tables on the disk of this machine, in no more memory than it is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from weft.engine import memory, threads
from weft.network import NotEnoughMemoryError, UnreadableFileError

if TYPE_CHECKING:
    from weft.scale.tasks import Task

SHARE, LEAST = 0.5, 256 << 20
"""DuckDB gets half of the memory that is free; the kernels and the people need the rest."""

ROWS_AT_ONCE = 1_000_000


class Duck:
    """An engine in this process, whose tables lie in a folder that is gone afterwards.

    It reaches no network: extensions are neither fetched nor loaded by themselves.

    Parameters
    ----------
    limit : int, optional
        How many bytes of memory DuckDB may take; what does not fit is written to the folder.
    folder : path, optional
        In which to make that folder.
    """

    name = "duckdb"
    workers = 1

    def __init__(self, limit: int | None = None, folder: str | Path | None = None) -> None:
        self._folder = TemporaryDirectory(prefix="weft-", dir=folder, ignore_cleanup_errors=True)
        there = memory.available()
        self._limit = limit or max(int(SHARE * (there or 4 * LEAST)), LEAST)
        self._database = duckdb.connect(
            str(Path(self._folder.name, "ties.duckdb")),
            config={
                "memory_limit": f"{self._limit // memory.MIB}MiB",
                "temp_directory": str(Path(self._folder.name, "spilled")),
                "threads": threads(),
                "preserve_insertion_order": False,
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
            },
        )

    def open(self, name: str, files: Sequence[str]) -> tuple[str, ...]:
        """Make a table of CSV or Parquet files, its columns c0, c1, ...; return the headings."""
        try:
            if all(file.lower().endswith((".parquet", ".pq")) for file in files):
                table = self._database.read_parquet(list(files))
            else:
                table = self._database.read_csv(list(files), header=True, all_varchar=True)  # type: ignore[arg-type]  # it takes several
            headings = tuple(table.columns)
            columns = ", ".join(f"c{i}" for i in range(len(headings)))
            table.create_view("opened", replace=True)
            self._database.execute(f"CREATE VIEW {name}({columns}) AS SELECT * FROM opened")  # noqa: S608  (names are ours)
        except duckdb.Error as error:
            raise unreadable(files, error) from error
        return headings

    def give(self, name: str, table: pa.Table) -> None:
        """Make a table of a small one at hand."""
        self._of_arrow(name, table)

    def keep(self, name: str, plan: str) -> None:
        """Make a table of what a plan gives, on the disk."""
        with self._room():
            self._database.execute(f"CREATE TABLE {name} AS {plan}")

    def rows(self, plan: str) -> pa.Table:
        """Return what a plan gives."""
        with self._room():
            return self._database.sql(plan).to_arrow_table()

    def work(
        self, name: str, plan: str, task: Task, gives: pa.Schema, *, by_task: bool = False
    ) -> None:
        """Make a table of what a kernel makes of a plan's rows, a million rows at a time."""
        ordered = f"{plan} ORDER BY task" if by_task else plan
        with self._room(), self._database.cursor() as reading:
            batches = reading.sql(ordered).to_arrow_reader(ROWS_AT_ONCE)
            made = pa.RecordBatchReader.from_batches(gives, task(iter(batches)))
            self._of_arrow(name, made)

    def close(self) -> None:
        """Close the database and take its folder away."""
        with suppress(duckdb.Error):
            self._database.close()
        self._folder.cleanup()

    @contextmanager
    def _room(self) -> Iterator[None]:
        """Say what to do where there is too little room, in memory or on the disk."""
        try:
            yield
        except duckdb.OutOfMemoryException as error:
            message = (
                f"DuckDB was given {memory.said(self._limit)} of memory and the folder "
                f"{self._folder.name} for what does not fit, and found no room "
                f"({_first_line(error)}). Let it have more memory, or a folder with more free "
                "space (the environment's TMPDIR, or folder= in the library)."
            )
            raise NotEnoughMemoryError(message) from error

    def _of_arrow(self, name: str, given: pa.Table | pa.RecordBatchReader) -> None:
        self._database.register("given", given)
        self._database.execute(f"CREATE TABLE {name} AS SELECT * FROM given")  # noqa: S608  (names are ours)
        self._database.unregister("given")


def unreadable(files: Sequence[str], error: Exception) -> UnreadableFileError:
    """Return what to say of a table that an engine could not open."""
    return UnreadableFileError(
        f"{', '.join(files)}: found no table that could be opened ({_first_line(error)}), expected "
        "CSV or Parquet with a row of headings. Other formats take --engine local, or weft convert."
    )


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
