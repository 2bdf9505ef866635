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

def closeness_from(rows: Rows, starts: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], *, within: int = -1, either: bool = False, threads: int = 1, tell: object | None = None) -> Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')]:
    """
    For each start, the sum of 1/steps to all others; or how many are within so many steps.
    """

def closeness_to(rows: Rows, starts: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], *, either: bool = False, back: bool = False, threads: int = 1, tell: object | None = None) -> Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')]:
    """
    For each person, the sum of 1/steps over the starts that reach them; with back, over the starts that they reach.
    """

def steps_from(rows: Rows, starts: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], *, either: bool = False, threads: int = 1, tell: object | None = None) -> Annotated[NDArray[numpy.float64], dict(shape=(None, None), order='C')]:
    """
    How many steps it takes from each start to everyone; infinite without a way.
    """

def betweenness(rows: Rows, *, either: bool = False, threads: int = 1, tell: object | None = None) -> Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')]:
    """How many shortest ways between others lead through each person."""

class SampledBetweenness:
    """What a sample of shortest ways showed, and what it cost."""

    @property
    def through(self) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', writable=False)]:
        """Who stands in between on each way, one way after another."""

    @property
    def start(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', writable=False)]:
        """Where those of each way start; one entry more than there are ways."""

    @property
    def counts(self) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', writable=False)]:
        """On how many ways each person stands."""

    @property
    def drawn(self) -> int:
        """How many pairs were drawn."""

    @property
    def pilot(self) -> int:
        """Pairs drawn before, which do not count."""

    @property
    def looks(self) -> int:
        """At how many sizes it was to be looked."""

    @property
    def busy(self) -> int:
        """People whom the pilot gave a larger share."""

    @property
    def vertex_diameter(self) -> int:
        """
        The bound on how many people are on a way; -1 where it was not worth its cost.
        """

    @property
    def scanned(self) -> int:
        """How many ties were looked at."""

def sampled_betweenness(rows: Rows, epsilon: float, delta: float, *, seed: int, either: bool = False, threads: int = 1, tell: object | None = None) -> SampledBetweenness:
    """
    Draw shortest ways until everyone's share of them is within epsilon, with a chance of at least 1 - delta.
    """

def vertex_diameter_bound(rows: Rows, *, either: bool = False) -> int:
    """
    A bound from above on how many people any shortest way has, ends included.
    """
