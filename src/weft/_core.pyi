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

    def pairs_once(self) -> tuple[NDArray[numpy.int32], NDArray[numpy.int32]]:
        """
        The pairs tied in either direction, each once, the lower end first, in order.
        """

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

def weak_parts(start: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], to: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')]:
    """The same as weak_components, of lists that start at `start`."""

def strong_components(rows: Rows) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')]:
    """
    The circle of people who all reach one another that each person belongs to.
    """

def core_numbers(rows: Rows) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')]:
    """
    The greatest k-core that each person belongs to, without regard to direction.
    """

def cut_points(rows: Rows) -> tuple[NDArray[numpy.uint8], NDArray[numpy.int32]]:
    """
    1 for each person whose leaving splits a part; the sizes of the groups nobody's splits.
    """

def condensed(rows: Rows, *, turned: bool = False) -> tuple[NDArray[numpy.int64], NDArray[numpy.int64], NDArray[numpy.int64], NDArray[numpy.int64]]:
    """
    Circles in the order of the ties: sizes, parts, and who is above: where they start, who.
    """

def reaching_pairs(sizes: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], first_above: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], above: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], *, threads: int = 1, tell: object | None = None) -> int:
    """
    How many ordered pairs of people reach one another, each person reaching themselves.
    """

def pairs_without_least_upper_bound(sizes: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], part: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], first_above: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], above: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], *, tell: object | None = None) -> int:
    """
    How many pairs of one part have nobody above both whom all others above both reach.
    """

def colours(start: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], to: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> Annotated[NDArray[numpy.uint64], dict(shape=(None,), order='C')]:
    """
    A number for each person that depends only on how the network looks from there.
    """

def settled(rows: Rows) -> tuple[int, NDArray[numpy.int32], NDArray[numpy.int32]]:
    """
    How many people have ties, and their pairs in an order that rests on them alone.
    """

def largest_left(rows: Rows, order: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]:
    """The size of the largest part after each person in this order has left."""

def by_degree(rows: Rows) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]:
    """
    Everyone in the order: most ties first, counted anew after each who leaves.
    """

def pagerank(rows: Rows, weight: NDArray[numpy.float64] | None = None, start: NDArray[numpy.float64] | None = None, *, damping: float = 0.85, tolerance: float = 1e-10, tell: object = None) -> tuple[NDArray[numpy.float64], int]:
    """
    How much of a walk along the ties each person sees, and how many sweeps it took.
    """

def nearby(rows: Rows, start: NDArray[numpy.int32], weight: NDArray[numpy.float64] | None = None, *, damping: float = 0.85, tolerance: float = 1e-7) -> tuple[NDArray[numpy.int32], NDArray[numpy.float64], float]:
    """
    Whom walks from these people come to, at least how often, and what is left out in all.
    """

def two_hops(rows: Rows, asked: NDArray[numpy.int32], worth: NDArray[numpy.int64], most: int, *, threads: int = 1, tell: object = None) -> tuple[NDArray[numpy.int32], NDArray[numpy.int64]]:
    """
    The best of those two ties away from each person asked about, and their scores.
    """
