"""
Kernels of Weft's figures on compressed rows; called through weft.measures.kernels.
"""

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

class LiveRows:
    """A network that changes tie by tie, and its figures."""

    def __init__(self, rows: Rows) -> None:
        """Starts from these rows, and shares them where nothing changes."""

    def change(self, add_source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], add_target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], drop_source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], drop_target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> None:
        """Add ties and withdraw ties: all of them, or none and ValueError."""

    def add_people(self, many: int) -> None:
        """People without ties, after all others."""

    def ends(self) -> tuple[Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')]]:
        """
        Source and target of each tie, in order; without direction source < target.
        """

    def to_rows(self) -> Rows:
        """The network as it is, for all other kernels."""

    @property
    def n(self) -> int: ...

    @property
    def directed(self) -> bool: ...

    @property
    def ties(self) -> int:
        """How many; one without direction counts once."""

    @property
    def mutual(self) -> int:
        """How many pairs are tied both ways."""

    @property
    def asymmetric(self) -> int:
        """How many pairs are tied one way only."""

    @property
    def out_degree(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]: ...

    @property
    def in_degree(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]: ...

    @property
    def contacts(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]:
        """How many others each is tied to in either direction."""

    def census(self, tell: object | None = None) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]:
        """
        Triads by kind, in igraph's order; the first, without a tie, is not counted and 0.
        """

    def triangles(self, *, directed: bool = False, tell: object | None = None) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]:
        """
        Of each person, the pairs of contacts who are tied; directed: times the ways to close each.
        """

    def brokers(self, group: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], tell: object | None = None) -> Annotated[NDArray[numpy.int64], dict(shape=(None, None), order='C')]:
        """
        Of each person, the open ways over them: coordinator, consultant, gatekeeper, representative, liaison. The same groups again cost nothing.
        """

    def holes(self, tell: object | None = None) -> tuple[Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')]]:
        """Constraint and effective size of each person; nan without ties."""

    def rank(self, *, damping: float = 0.85, tolerance: float = 1e-08, tell: object | None = None) -> tuple[Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')], int]:
        """
        PageRank, and in how many runs through all ties it was brought up to date.
        """

    @property
    def part(self) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')]:
        """
        The part that each person hangs together with, numbered as they first come.
        """

    @property
    def parts(self) -> int: ...

    @property
    def largest_part(self) -> int:
        """How many people hang together in the largest part."""

    @property
    def alone(self) -> int:
        """How many people have no tie."""
