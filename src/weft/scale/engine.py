"""What runs the plans: an engine of tables, named as people name it on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from weft.network import InvalidRequestError, quoted

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

    from weft.scale.tasks import Task

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
        Into how many tasks work is cut at the least, so that every worker has some. No figure
        depends on it.
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
def engine(
    named: str,
    *,
    limit: int | None = None,
    folder: str | Path | None = None,
    tasks: int | None = None,
) -> Iterator[Engine]:
    """Give an engine by the name it has on the command line, and close it at the end.

    Parameters
    ----------
    named : str
        ``duckdb``, or the address of a Spark Connect server such as ``sc://127.0.0.1:15002``
        (``spark://`` means the same).
    limit : int, optional
        For DuckDB: how many bytes of memory it may take; half of what is free where left out.
    folder : path, optional
        For DuckDB: where its tables, and what does not fit into the limit, lie for a while; where
        the system keeps such things if left out.
    tasks : int, optional
        For Spark: into how many tasks triangles and shortest ways are cut; 8 where left out.

    Raises
    ------
    InvalidRequestError
        For another name, a setting that the engine does not have, or where what it needs is not
        installed.
    """
    if named == "duckdb":
        _installed("duckdb", "DuckDB")
        from weft.scale.duck import Duck

        _only(named, tasks=tasks)
        opened: Engine = Duck(limit, folder)
    elif named.startswith(SCHEMES):
        _installed("pyspark", "The client of Spark Connect")
        from weft.scale.spark import Spark

        _only(named, limit=limit, folder=folder)
        opened = Spark(named, tasks)
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


def _only(engine: str, **others: object) -> None:
    """Raise an error where a setting of the other engine was given."""
    for name, given in others.items():
        if given is not None:
            message = f"The engine {engine} has no setting {quoted(name)}. Leave it out."
            raise InvalidRequestError(message)


def _installed(module: str, title: str) -> None:
    if find_spec(module) is None:
        message = f"{title} is not installed. Install it with: pip install 'weft[scale]'"
        raise InvalidRequestError(message)
