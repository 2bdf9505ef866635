"""
Kernels of Weft's figures on compressed rows; called through weft.measures.kernels.
"""

from collections.abc import Sequence
from typing import Annotated

import numpy
from numpy.typing import NDArray


class Rows:
    """A network in compressed rows: out, in, and merged with dyads."""

    def __init__(self, n: int, source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], *, directed: bool) -> None:
        """Each tie once, none to oneself, in any order."""

    @property
    def n(self) -> int:
        """How many people."""

    @property
    def directed(self) -> bool: ...

    @property
    def arcs(self) -> int:
        """How many ties; without direction each counts twice."""

    @property
    def tied(self) -> int:
        """How many pairs are tied in either direction."""

    @property
    def mutual(self) -> int:
        """How many pairs are tied both ways."""

    @property
    def bytes(self) -> int:
        """How much memory the rows take."""

    @property
    def out_start(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', writable=False)]:
        """Where the list of those whom each person names starts."""

    @property
    def out(self) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', writable=False)]:
        """Whom each person names, in rising order."""

    @property
    def in_start(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', writable=False)]:
        """Where the list of those who name each person starts."""

    @property
    def into(self) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', writable=False)]:
        """Who names each person, in rising order."""

    @property
    def pair_start(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', writable=False)]:
        """
        Where the list of those tied to each person in either direction starts.
        """

    @property
    def pair(self) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', writable=False)]:
        """Who is tied to each person in either direction, in rising order."""

def weak_components(rows: Rows) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')]:
    """
    The part that each person hangs together with, without regard to direction.
    """

def strong_components(rows: Rows) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')]:
    """
    The circle of people who all reach one another that each person belongs to.
    """

def csv_first_row(text: bytes, delimiter: str) -> tuple[tuple[str, ...], int] | None:
    """
    The cells of the first row and where the next begins; None where it is not plain.
    """

class CsvReader:
    """A plain table of ties, from bytes to numbers in one pass."""

    def __init__(self, delimiter: str, kinds: Sequence[str], ids: Sequence[int], size: int) -> None:
        """
        What is made of each column, the columns of ids in order, and about how many bytes.
        """

    def take(self, bytes: Annotated[NDArray[numpy.uint8], dict(shape=(None,), order='C', device='cpu', writable=False)], begin: int, end: int, last: bool) -> tuple[int, str | None]:
        """
        Take the whole rows of some bytes: how many bytes were taken, and why the table is not plain, where it is not.
        """

    def finish(self) -> None:
        """
        Number the people in the order of the columns, once everything was taken.
        """

    @property
    def rows(self) -> int:
        """How many rows were taken."""

    def people(self) -> tuple[str, ...]:
        """Everyone's id, by number."""

    def codes(self, at: int) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')]:
        """The number of each person, or label, of a column; can be taken once."""

    def labels(self, at: int) -> tuple[str, ...]:
        """The labels of a column, by number."""

    def numbers(self, at: int) -> tuple[Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')], tuple[Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.uint8], dict(shape=(None,), order='C')]]]:
        """Numbers, and those that are left to read: their rows and texts; once."""

    def texts(self, at: int) -> tuple[Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.uint8], dict(shape=(None,), order='C')]]:
        """The texts of a column, as where each begins and all bytes; once."""

    def holds_something(self, at: int) -> bool:
        """Whether any cell of a column that was looked at holds something."""

def merged_ties(n: int, source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], value: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> tuple[Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')]]:
    """
    The ties sorted by source and target, each once, with the mean of its values.
    """

def rows_alike(n: int, source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]:
    """The rows whose two ends another row has too."""

def standing_in(n: int, column: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> Annotated[NDArray[numpy.uint8], dict(shape=(None,), order='C')]:
    """For each person 1 where they stand in a column, else 0."""
