"""Our kernels as the engines run them: from batches of rows to batches of results.

Each task gets rows that stand for a part of the work, builds what a kernel wants, and hands back
numbers that can be added up. No result depends on how the rows were cut into batches, on how many
tasks there are, or on whether a worker has the compiled core.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from weft.engine import memory
from weft.measures.kernels.cell import invested, triangles_of_cell
from weft.measures.kernels.drawn_ways import drawn_ways, longest_way
from weft.measures.kernels.triangles import TiedPairs

Batches = Iterator[pa.RecordBatch]
Task = Callable[[Batches], Batches]
"""A kernel as ``mapInArrow`` takes it: from some batches of rows to batches of results."""
Ints = NDArray[np.int64]
Columns = dict[str, NDArray[np.int64]]

FOREST = pa.schema([("person", pa.int64()), ("part", pa.int64())])
AT_ONCE = 1_000_000


def forest(batches: Batches) -> Batches:
    """Reduce ties to one row for each person: somebody of the same part of the network.

    What hangs together by the ties hangs together by these rows, and there are no more of them than
    people. So the forests of all tasks are a small table, and the forest of that is the answer
    (Karloff, Suri and Vassilvitskii 2010).
    """
    held = np.empty((2, 0), dtype=np.int64)
    waiting: list[Ints] = []
    for batch in batches:
        waiting.append(np.stack([_column(batch, "source"), _column(batch, "target")]))
        if sum(part.shape[1] for part in waiting) >= AT_ONCE:
            held, waiting = spanning(np.concatenate([held, *waiting], axis=1)), []
    held = spanning(np.concatenate([held, *waiting], axis=1))
    yield _batch(FOREST, held[0], held[1])


def spanning(pairs: Ints) -> Ints:
    """Return for each person in some pairs the least person of the part they hang together in."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    people, where = np.unique(pairs, return_inverse=True)
    if not len(people):
        return pairs
    first, second = where.reshape(pairs.shape)
    ones = np.ones(len(first), dtype=np.int8)
    joined = csr_array((ones, (first, second)), shape=(len(people), len(people)))
    _, part = connected_components(joined, directed=False)
    _, least = np.unique(part, return_index=True)  # people are sorted: the first is the least
    return np.stack([people, people[least[part]]])


CODE, VIA, LOST = 0, 1, 2
BUNDLE = pa.schema([(name, pa.int64()) for name in ("kind", "low", "high", "added")])
"""What triangles add: to a code (``low``), to the ways of a pair, to what a person has lost."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The task that finds the triangles of one cell of the cube of blocks of people.

    Everyone is in a block, by number. It needs the pairs between the three blocks of its cell only:
    of P tasks each holds about 3 pairs in P to the power of 2/3, and none needs them all.

    Attributes
    ----------
    blocks : int
    bits : int
        How fine parts are; the same in every task.
    """

    blocks: int
    bits: int

    def __call__(self, batches: Batches) -> Batches:
        """Return what the triangles of each task add."""
        for task, rows in by_task(batches):
            yield self.of_cell(task, rows)

    def of_cell(self, task: int, rows: Columns) -> pa.RecordBatch:
        """Return what the triangles of one cell add."""
        low, high = rows["low"], rows["high"]
        people, first = np.unique(np.concatenate([low, high]), return_index=True)
        ties, whole, most = (
            np.concatenate([rows[f"low_{of}"], rows[f"high_{of}"]])[first]
            for of in ("ties", "whole", "most")
        )
        by_rank = np.lexsort((people, ties))
        rank = np.empty(len(people), dtype=np.int64)
        rank[by_rank] = np.arange(len(people))
        a, b = rank[np.searchsorted(people, low)], rank[np.searchsorted(people, high)]
        order = np.lexsort((b, a))
        pairs = TiedPairs(
            n=len(people),
            low=a[order],
            high=b[order],
            forth=rows["forth"][order] > 0,
            back=rows["back"][order] > 0,
            keys=(a * len(people) + b)[order],
        )
        found = triangles_of_cell(
            pairs,
            (people % self.blocks)[by_rank].astype(np.int32),
            (task // self.blocks**2, task // self.blocks % self.blocks, task % self.blocks),
            invested(whole[by_rank], most[by_rank], self.bits),
        )
        codes, via, lost = (np.flatnonzero(sums) for sums in (found.codes, found.via, found.lost))
        kinds = np.repeat(np.array([CODE, VIA, LOST]), [len(codes), len(via), len(lost)])
        return _batch(
            BUNDLE,
            kinds,
            np.concatenate([codes, low[order][via], people[by_rank][lost]]),
            np.concatenate([0 * codes, high[order][via], 0 * lost]),
            np.concatenate([found.codes[codes], found.via[via], found.lost[lost]]),
        )


WAYS = pa.schema([(name, pa.int64()) for name in ("pair", "place", "person")])
"""Who stands in between on the way of a pair, from place 0; at place -1 how many ties were read."""

LONGEST, TOO_LARGE = -1, -2
"""In the place of a pair: that the bound on ways follows; how much memory it would have taken."""

HELD_A_TIE = 100
"""How many bytes a tie takes in a task that holds all of them: as it comes, and in rows."""


@dataclass(frozen=True, slots=True)
class DrawWays:
    """The task that draws its share of numbered pairs, and a shortest way between each.

    Attributes
    ----------
    n : int
    directed : bool
    seed, first, many : int
        The pairs first to first + many - 1 of this seed.
    tasks : int
        Among how many tasks they are shared out.
    """

    n: int
    directed: bool
    seed: int
    first: int
    many: int
    tasks: int

    def __call__(self, batches: Batches) -> Batches:
        """Return the ways of each task."""
        for task, rows in by_task(batches):
            begin, end = (self.many * share // self.tasks for share in (task, task + 1))
            yield _lacking(len(rows["source"])) or self.drawn(rows, begin, end - begin)

    def drawn(self, rows: Columns, begin: int, many: int) -> pa.RecordBatch:
        """Return the ways of some pairs."""
        found = drawn_ways(
            self.n,
            *_ends(rows),
            directed=self.directed,
            seed=self.seed,
            first=self.first + begin,
            many=many,
        )
        numbers, lengths = self.first + begin + np.arange(many), np.diff(found.start)
        place = np.arange(len(found.through)) - np.repeat(found.start[:-1], lengths)
        return _batch(
            WAYS,
            np.concatenate([numbers, np.repeat(numbers, lengths)]),
            np.concatenate([np.full(many, -1), place]),
            np.concatenate([found.scanned, found.through]),
        )


@dataclass(frozen=True, slots=True)
class LongestWay:
    """The task that bounds how many people any shortest way has."""

    n: int
    directed: bool

    def __call__(self, batches: Batches) -> Batches:
        """Return the bound as one row."""
        for _, rows in by_task(batches):
            lacking = _lacking(len(rows["source"]))
            if lacking is not None:
                yield lacking
                continue
            bound = longest_way(self.n, *_ends(rows), directed=self.directed)
            yield _batch(WAYS, np.array([LONGEST]), np.array([0]), np.array([bound]))


def _lacking(ties: int) -> pa.RecordBatch | None:
    needed = HELD_A_TIE * ties
    if memory.lacking(needed) is None:
        return None
    return _batch(WAYS, np.array([TOO_LARGE]), np.array([0]), np.array([needed]))


def _ends(rows: Columns) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    return rows["source"].astype(np.int32), rows["target"].astype(np.int32)


def by_task(batches: Batches) -> Iterator[tuple[int, Columns]]:
    """Give the rows of each task, which stand together, one task at a time."""
    current, held = -1, list[pa.RecordBatch]()
    for batch in batches:
        tasks = _column(batch, "task")
        edges = [0, *(np.flatnonzero(np.diff(tasks)) + 1).tolist(), len(tasks)]
        for begin, end in pairwise(edges):
            if begin == end:
                continue
            if tasks[begin] != current and held:
                yield current, _columns(held)
                held = []
            current = int(tasks[begin])
            held.append(batch.slice(begin, end - begin))
    if held:
        yield current, _columns(held)


def grouped(task: Task, gives: pa.Schema) -> Callable[[pa.Table], pa.Table]:
    """Return a task as ``applyInArrow`` takes it: the table of one group in, a table out."""

    def of_group(table: pa.Table) -> pa.Table:
        return pa.Table.from_batches(list(task(iter(table.to_batches()))), gives)

    return of_group


def _columns(held: list[pa.RecordBatch]) -> dict[str, NDArray[np.int64]]:
    table = pa.Table.from_batches(held)
    return {
        name: table.column(name).to_numpy().astype(np.int64)
        for name in table.column_names
        if name != "task"
    }


def _column(batch: pa.RecordBatch, name: str) -> Ints:
    column = batch.column(batch.schema.get_field_index(name))
    return np.asarray(column.to_numpy(zero_copy_only=False)).astype(np.int64)


def _batch(schema: pa.Schema, *columns: Ints) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([pa.array(c, pa.int64()) for c in columns], schema=schema)
