"""
Kernels of Weft's figures on compressed rows; called through weft.measures.kernels.
"""

from collections.abc import Sequence
from typing import Annotated, overload

import numpy
from numpy.typing import NDArray


@overload
def settled(ties: Annotated[NDArray[numpy.bool_], dict(shape=(None, None), order='C', device='cpu', writable=False)], source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], directed: bool, base: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], steps: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], returning: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], wanted: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> Annotated[NDArray[numpy.uint8], dict(shape=(None, None), order='C')]:
    """A table of ties, 0 or 1, with the unknown ones drawn anew."""

@overload
def settled(rows: Rows) -> tuple[int, NDArray[numpy.int32], NDArray[numpy.int32]]:
    """
    How many people have ties, and their pairs in an order that rests on them alone.
    """

def betweenness(rows: Rows, *, either: bool = False, threads: int = 1, tell: object | None = None) -> Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')]:
    """How many shortest ways between others lead through each person."""

def bootstrap_figures(rows: Rows, replicates: int, seed: int, first: int, threads: int, tell: object | None = None) -> Annotated[NDArray[numpy.float64], dict(shape=(None, None), order='C')]:
    """The figures of networks of people drawn with replacement, a row each."""

def bootstrap_ties(rows: Rows, replicates: int, seed: int, first: int, threads: int, tell: object | None = None) -> tuple[Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')]]:
    """
    Where the ties of each of these networks start, and these, between places.
    """

def triangles_of_cell(start: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], to: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], dyads: Annotated[NDArray[numpy.uint8], dict(shape=(None,), order='C', device='cpu', writable=False)], block: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], part: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], rest: Annotated[NDArray[numpy.uint8], dict(shape=(None,), order='C', device='cpu', writable=False)], *, cell: Sequence[int], tell: object | None = None) -> tuple[Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]]:
    """
    Find the triangles of one cell of blocks, by rank: how many by their dyads, and what they add to each pair and to each person.
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

def same_degrees(n: int, source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], directed: bool, trades: int, replicates: int, seed: int, first: int, threads: int, as_ties: bool, tell: object | None = None) -> object:
    """
    Networks in which everyone has as many ties: figures, or where ties start and these.
    """

def cut_points(rows: Rows) -> tuple[NDArray[numpy.uint8], NDArray[numpy.int32]]:
    """
    1 for each person whose leaving splits a part; the sizes of the groups nobody's splits.
    """

def ends(now: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], odds: Annotated[NDArray[numpy.float64], dict(shape=(None, None), order='C', device='cpu', writable=False)], known: Annotated[NDArray[numpy.bool_], dict(shape=(None, None), order='C', device='cpu', writable=False)], there: Annotated[NDArray[numpy.bool_], dict(shape=(None, None), order='C', device='cpu', writable=False)], by: Annotated[NDArray[numpy.float64], dict(shape=(None, None), order='C', device='cpu', writable=False)] | None, of_rows: bool, mean: float, variance: float, normals: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], coins: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')]:
    """How readily each names or is named, drawn anew for all at once."""

def ties_of_each(now: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], beside: Annotated[NDArray[numpy.float64], dict(shape=(None, None), order='C', device='cpu', writable=False)], known: Annotated[NDArray[numpy.bool_], dict(shape=(None, None), order='C', device='cpu', writable=False)], there: Annotated[NDArray[numpy.bool_], dict(shape=(None, None), order='C', device='cpu', writable=False)], mean: float, variance: float, normals: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], coins: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')]:
    """How readily each is tied, drawn anew one person after another."""

def naming_for(beside: Annotated[NDArray[numpy.float64], dict(shape=(None, None), order='C', device='cpu', writable=False)], who: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], wanted: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], steps: int, least: float) -> Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')]:
    """The log odds of naming at which each is expected to name so many."""

def in_common(ties: Annotated[NDArray[numpy.bool_], dict(shape=(None, None), order='C', device='cpu', writable=False)], who: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], of_many: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> Annotated[NDArray[numpy.float64], dict(shape=(None, None), order='C')]:
    """
    What stands for as many people as are tied to both, for each of some and everybody.
    """

def completions(n: int, source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], directed: bool, answered: Annotated[NDArray[numpy.bool_], dict(shape=(None,), order='C', device='cpu', writable=False)], own_word: bool, rate: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], returned: float, mutual: float, replicates: int, seed: int, first: int, threads: int, as_ties: bool, tell: object | None = None) -> object:
    """
    Networks with what is unknown drawn: figures, or where drawn ties start and these.
    """

def known_ties(source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], answered: Annotated[NDArray[numpy.bool_], dict(shape=(None,), order='C', device='cpu', writable=False)], both_ends: bool) -> tuple[int, int]:
    """
    How many ties stand in known dyads, and how many of these dyads are mutual.
    """

def permuted_inner_products(n: int, moved: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], fixed: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], tables: int, people: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], start: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], directed: bool, replicates: int, seed: int, first: int, threads: int, tell: object | None = None) -> object:
    """
    The inner product of a table with each of others, its people renamed within classes.
    """

def leiden(rows: Rows, *, seed: int, rounds: int = 2, tell: object | None = None) -> tuple[NDArray[numpy.int32], float]:
    """
    Everyone's circle by Leiden's method for modularity, and the modularity.
    """

def colours(start: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], to: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], tell: object | None = None) -> Annotated[NDArray[numpy.uint64], dict(shape=(None,), order='C')]:
    """
    A number for each person that depends only on how the network looks from there.
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

def nearby(rows: Rows, start: NDArray[numpy.int32], weight: NDArray[numpy.float64] | None = None, *, damping: float = 0.85, tolerance: float = 1e-7, tell: object | None = None) -> tuple[NDArray[numpy.int32], NDArray[numpy.float64], float]:
    """
    Whom walks from these people come to, at least how often, and what is left out in all.
    """

def pagerank(rows: Rows, weight: NDArray[numpy.float64] | None = None, start: NDArray[numpy.float64] | None = None, *, damping: float = 0.85, tolerance: float = 1e-10, tell: object = None) -> tuple[NDArray[numpy.float64], int]:
    """
    How much of a walk along the ties each person sees, and how many sweeps it took.
    """

def permuted_groups(source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], group: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], groups: int, replicates: int, seed: int, first: int, threads: int, tell: object | None = None) -> object:
    """
    How many ties run from each group to each, with the groups dealt out anew.
    """

def permuted_inside(source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], group: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], replicates: int, seed: int, first: int, threads: int, tell: object | None = None) -> object:
    """How many ties stay within a group, with the groups dealt out anew."""

def permuted_sums(source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], weight: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], x: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], y: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], replicates: int, seed: int, first: int, threads: int, tell: object | None = None) -> object:
    """
    The sum over ties of weight, x of the source and y of the target, dealt out anew.
    """

def permuted_products(n: int, x_source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], x_target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], x_weight: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], y_source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], y_target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], y_weight: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)], directed: bool, replicates: int, seed: int, first: int, threads: int, tell: object | None = None) -> object:
    """
    The sum over pairs of x times y, with the people of y renamed at random.
    """

def same_size(n: int, ties: int, directed: bool, replicates: int, seed: int, first: int, threads: int, as_ties: bool, tell: object | None = None) -> object:
    """
    Networks of so many ties, all equally likely: figures, or where ties start and these.
    """

def same_census(n: int, mutual: int, one_way: int, replicates: int, seed: int, first: int, threads: int, as_ties: bool, tell: object | None = None) -> object:
    """
    Networks of so many mutual and one-way pairs: figures, or where ties start and these.
    """

def largest_left(rows: Rows, order: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]:
    """The size of the largest part after each person in this order has left."""

def by_degree(rows: Rows, *, tell: object | None = None) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]:
    """
    Everyone in the order: most ties first, counted anew after each who leaves.
    """

def reporters_sweep(group: NDArray[numpy.int64], asked_start: NDArray[numpy.int64], asked_at: NDArray[numpy.int64], said_start: NDArray[numpy.int64], said_at: NDArray[numpy.int64], said: NDArray[numpy.float64], echo: NDArray[numpy.float64], base: NDArray[numpy.float64], asked_score: NDArray[numpy.float64], said_score: NDArray[numpy.float64], echo_score: NDArray[numpy.float64], kind: int) -> tuple[NDArray[numpy.float64], NDArray[numpy.float64], NDArray[numpy.float64], NDArray[numpy.float64], NDArray[numpy.float64], float]:
    """
    How likely each strength of each tie is, how many there are of each, about how many each person was asked and what they said of them, what is due to the tie the other way round, and how likely all that was said is.
    """

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

    def dyads_known(self, weight: NDArray[numpy.float64], known: NDArray[numpy.uint8]) -> tuple[NDArray[numpy.int32], NDArray[numpy.int32], NDArray[numpy.float64], NDArray[numpy.float64]]:
        """
        The pairs of known people as in pairs_once, and the strengths there and back: 0 where there is no tie. weight stands beside the ties by source and target.
        """

    @property
    def pair_start(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', writable=False)]:
        """
        Where the list of those tied to each person in either direction starts.
        """

    @property
    def pair(self) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', writable=False)]:
        """Who is tied to each person in either direction, in rising order."""

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

def drawn_until_enough(n: int, between: int, arcs: int, epsilon: float, delta: float, *, draw: object, vertex_diameter: object) -> SampledBetweenness:
    """
    The same of ways that draw(first, many) gives, as drawn_ways does, for a network of which `between` people have a tie to come in by and another to go on by.
    """

def merged_ties(n: int, source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], value: Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> tuple[Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')]]:
    """
    The ties sorted by source and target, each once, with the mean of its values.
    """

def rows_alike(n: int, source: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)], target: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]:
    """The rows whose two ends another row has too."""

def standing_in(n: int, column: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> Annotated[NDArray[numpy.uint8], dict(shape=(None,), order='C')]:
    """For each person 1 where they stand in a column, else 0."""

class TriangleFigures:
    """What a pass over triangles gave; empty what was not asked for."""

    @property
    def codes(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', writable=False)]:
        """
        How many triangles a, b, c by their dyads, as seen from the first of each two (1 there, 2 back, 3 both): at ab + 4 ac + 16 bc.
        """

    @property
    def ways(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', writable=False)]:
        """
        How many ways over two dyads, seen from the middle: there and there, back and back, there and back, there and both, back and both, both and both.
        """

    @property
    def triangles(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', writable=False)]:
        """The triangles of each person, without regard to direction."""

    @property
    def directed(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', writable=False)]:
        """
        The triangles of each person, each once for every choice of three ties.
        """

    @property
    def constraint(self) -> Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', writable=False)]:
        """Burt's constraint of each person; nan without ties."""

    @property
    def effective_size(self) -> Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C', writable=False)]:
        """Burt's effective size of each person; nan without ties."""

    @property
    def embedded(self) -> Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', writable=False)]:
        """
        The common contacts of each tied pair, in the order of its first and second person.
        """

    @property
    def brokered(self) -> Annotated[NDArray[numpy.int64], dict(shape=(None, None), order='C', writable=False)]:
        """
        On how many open ways over two ties each person is the middle, by role.
        """

def triangle_figures(rows: Rows, *, people: bool = False, burt: bool = False, embedded: bool = False, group: Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C', device='cpu', writable=False)] | None = None, threads: int = 1, tell: object | None = None) -> TriangleFigures:
    """
    Find every triangle once. Always gives codes and ways; triangles and directed for `people`, constraint and effective_size for `burt`, brokered for everyone's `group`.
    """

def constraint_over_two_steps(rows: Rows, *, threads: int = 1, tell: object | None = None) -> Annotated[NDArray[numpy.float64], dict(shape=(None,), order='C')]:
    """
    Burt's constraint of each person over all whom they reach in one or two steps.
    """

def two_hops(rows: Rows, asked: NDArray[numpy.int32], worth: NDArray[numpy.int64], most: int, *, threads: int = 1, tell: object = None) -> tuple[NDArray[numpy.int32], NDArray[numpy.int64]]:
    """
    The best of those two ties away from each person asked about, and their scores.
    """

def vertex_diameter_bound(rows: Rows, *, either: bool = False) -> int:
    """
    A bound from above on how many people any shortest way has, ends included.
    """

def drawn_ways(rows: Rows, first: int, many: int, *, seed: int, either: bool = False, threads: int = 1, tell: object | None = None) -> tuple[Annotated[NDArray[numpy.int32], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')], Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C')]]:
    """
    A shortest way between each of these numbered pairs: who stands in between, where those of each way start, and how many ties were looked at for each.
    """

def weighed(weights: NDArray[numpy.float64], without: NDArray[numpy.float64], reason: NDArray[numpy.float64], known: NDArray[numpy.bool_], there: NDArray[numpy.bool_], twice: NDArray[numpy.bool_]) -> tuple[float, NDArray[numpy.float64], NDArray[numpy.float64]]:
    """
    The log likelihood of weights of reasons, its slope, and its bend with minus.
    """
