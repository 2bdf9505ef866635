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

def bootstrap_figures(rows: Rows, replicates: int, seed: int, first: int, threads: int, tell: object | None = None) -> Annotated[NDArray[numpy.float64], dict(shape=(None, None), order='C')]:
    """The figures of networks of people drawn with replacement, a row each."""

def bootstrap_ties(rows: Rows, replicates: int, seed: int, first: int, threads: int, tell: object | None = None) -> tuple[Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')]]:
    """
    Where the ties of each of these networks start, and these, between places.
    """

def completions(n: int, source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], directed: bool, answered: Annotated[NDArray[numpy.bool_], dict(shape=(None,), order='C', device='cpu', writable=False)], own_word: bool, rate: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], returned: float, mutual: float, replicates: int, seed: int, first: int, threads: int, as_ties: bool, tell: object | None = None) -> object:
    """
    Networks with what is unknown drawn: figures, or where drawn ties start and these.
    """

def known_ties(source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], answered: Annotated[NDArray[numpy.bool_], dict(shape=(None,), order='C', device='cpu', writable=False)], both_ends: bool) -> tuple[int, int]:
    """
    How many ties stand in known dyads, and how many of these dyads are mutual.
    """

def same_degrees(n: int, source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], directed: bool, trades: int, replicates: int, seed: int, first: int, threads: int, as_ties: bool, tell: object | None = None) -> object:
    """
    Networks in which everyone has as many ties: figures, or where ties start and these.
    """

def same_size(n: int, ties: int, directed: bool, replicates: int, seed: int, first: int, threads: int, as_ties: bool, tell: object | None = None) -> object:
    """
    Networks of so many ties, all equally likely: figures, or where ties start and these.
    """

def same_census(n: int, mutual: int, one_way: int, replicates: int, seed: int, first: int, threads: int, as_ties: bool, tell: object | None = None) -> object:
    """
    Networks of so many mutual and one-way pairs: figures, or where ties start and these.
    """

def permuted_products(n: int, x_source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], x_target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], x_weight: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], y_source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], y_target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], y_weight: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], directed: bool, replicates: int, seed: int, first: int, threads: int, tell: object | None = None) -> object:
    """
    The sum over pairs of x times y, with the people of y renamed at random.
    """

def permuted_groups(source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], group: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], groups: int, replicates: int, seed: int, first: int, threads: int, tell: object | None = None) -> object:
    """
    How many ties run from each group to each, with the groups dealt out anew.
    """

def permuted_sums(source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], weight: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], x: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], y: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], replicates: int, seed: int, first: int, threads: int, tell: object | None = None) -> object:
    """
    The sum over ties of weight, x of the source and y of the target, dealt out anew.
    """
