"""What runs the plans: an engine of tables, named as people name it on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from weft.network import InvalidRequestError, quoted

if TYPE_CHECKING:
    import pyarrow as pa

Task = Callable[[Iterator["pa.RecordBatch"]], Iterator["pa.RecordBatch"]]
"""A kernel as ``mapInArrow`` takes it: from some batches of rows to batches of results."""

SCHEMES = ("sc://", "spark://")


class Engine(Protocol):
    """Something that keeps tables by name and answers SQL over them.

    Plans are written once, in the SQL that DuckDB and Spark share: no quoted names, no text in
    literals, ``CAST`` spelt out.

    Attributes
    ----------
    name : str
        What messages and methods call it.
    workers : int
        Into how many parts work is cut at the least, so that every worker has some.
    """

    name: str
    workers: int

    def open(self, name: str, files: Sequence[str]) -> tuple[str, ...]:
        """Make a table of CSV or Parquet files, its columns c0, c1, ...; return the headings."""

    def give(self, name: str, table: pa.Table) -> None:
        """Make a table of a small one at hand."""

    def keep(self, name: str, plan: str) -> None:
        """Make a table of what a plan gives, computed once where the engine can."""

    def rows(self, plan: str) -> pa.Table:
        """Return what a plan gives, which must be few rows, or one for each person."""

    def work(
        self, name: str, plan: str, task: Task, gives: pa.Schema, *, by_task: bool = False
    ) -> None:
        """Make a table of what a kernel makes of a plan's rows.

        Where ``by_task``, the plan has a column ``task``; the rows of one task come together.
        """

    def close(self) -> None:
        """Let go of everything."""


@contextmanager
def engine(named: str) -> Iterator[Engine]:
    """Give an engine by the name it has on the command line, and close it at the end.

    Parameters
    ----------
    named : str
        ``duckdb``, or the address of a Spark Connect server such as ``sc://127.0.0.1:15002``
        (``spark://`` means the same).

    Raises
    ------
    InvalidRequestError
        For another name, or where what the engine needs is not installed.
    """
    if named == "duckdb":
        _installed("duckdb", "DuckDB")
        from weft.scale.duck import Duck

        opened: Engine = Duck()
    elif named.startswith(SCHEMES):
        _installed("pyspark", "The client of Spark Connect")
        from weft.scale.spark import Spark

        opened = Spark(named)
    else:
        message = (
            f"There is no engine {quoted(named)}; there is local, duckdb, and spark://HOST:PORT "
            "for a Spark Connect server."
        )
        raise InvalidRequestError(message)
    try:
        yield opened
    finally:
        opened.close()


def _installed(module: str, title: str) -> None:
    if find_spec(module) is None:
        message = f"{title} is not installed. Install it with: pip install 'weft[scale]'"
        raise InvalidRequestError(message)
