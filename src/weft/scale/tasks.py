"""Our kernels as the engines run them: from batches of rows to batches of results.

Each task gets rows that stand for a part of the network, builds what a kernel wants, and hands back
numbers that can be added up. No result depends on how the rows were cut into batches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from weft.measures.kernels.triangles import TiedPairs, triangles

Batches = Iterator[pa.RecordBatch]
Ints = NDArray[np.int64]

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
        waiting.append(np.stack([_ints(batch, "source"), _ints(batch, "target")]))
        if sum(part.shape[1] for part in waiting) >= AT_ONCE:
            held, waiting = spanning(np.concatenate([held, *waiting], axis=1)), []
    held = spanning(np.concatenate([held, *waiting], axis=1))
    yield pa.RecordBatch.from_arrays([pa.array(held[0]), pa.array(held[1])], schema=FOREST)


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


BUNDLE = pa.schema(
    [
        ("low", pa.int64()),
        ("high", pa.int64()),
        ("forth", pa.float64()),
        ("back", pa.float64()),
        ("closed", pa.int64()),
        ("doubled", pa.float64()),
    ]
)
"""What triangles add to a pair: ways over a third person, closed triples, doubled contacts."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The task that finds the triangles of one cell of the cube of blocks of people.

    Everyone is in a block, by number. A triangle a, b, c, in the order of rank, is found in the
    task of the blocks of a, b and c, and in no other; it needs the pairs between these blocks only.
    """

    blocks: int

    def __call__(self, batches: Batches) -> Batches:
        """Return what the triangles of each task add to the pairs in it."""
        for task, rows in by_task(batches):
            yield self.of_cell(task, rows)

    def of_cell(self, task: int, rows: dict[str, Ints]) -> pa.RecordBatch:
        """Return what the triangles of one cell add to its pairs."""
        low, high = rows["low"], rows["high"]
        people, first = np.unique(np.concatenate([low, high]), return_index=True)
        ties = np.concatenate([rows["low_ties"], rows["high_ties"]])[first]
        by_rank = np.lexsort((people, ties))
        rank = np.empty(len(people), dtype=np.int64)
        rank[by_rank] = np.arange(len(people))
        block = (people % self.blocks)[by_rank]
        a, b = rank[np.searchsorted(people, low)], rank[np.searchsorted(people, high)]
        keys = a * len(people) + b
        order = np.argsort(keys)
        sorted_rows = {name: column[order] for name, column in rows.items()}
        pairs = TiedPairs(
            n=len(people),
            low=a[order],
            high=b[order],
            forth=sorted_rows["forth"] > 0,
            back=sorted_rows["back"] > 0,
            keys=keys[order],
        )
        cell = (task // self.blocks**2, task // self.blocks % self.blocks, task % self.blocks)
        return _added(sorted_rows, pairs, block, cell)


def _added(
    rows: dict[str, Ints], pairs: TiedPairs, block: Ints, cell: tuple[int, int, int]
) -> pa.RecordBatch:
    many = len(pairs.keys)
    strength = (rows["forth"] + rows["back"]).astype(float)
    forth, back = strength / rows["low_whole"], strength / rows["high_whole"]
    via_forth, via_back, doubled = np.zeros((3, many))
    closed = np.zeros(many, dtype=np.int64)
    for every_ab, every_ac, every_bc in triangles(pairs):
        corners = (pairs.low[every_ab], pairs.high[every_ab], pairs.high[every_ac])
        here = np.logical_and.reduce([block[x] == y for x, y in zip(corners, cell, strict=True)])
        ab, ac, bc = every_ab[here], every_ac[here], every_bc[here]
        for into, pair, way in (
            (via_forth, ab, forth[ac] * back[bc]),
            (via_back, ab, forth[bc] * back[ac]),
            (via_forth, ac, forth[ab] * forth[bc]),
            (via_back, ac, back[bc] * back[ab]),
            (via_forth, bc, back[ab] * forth[ac]),
            (via_back, bc, back[ac] * forth[ab]),
        ):
            np.add(into, np.bincount(pair, weights=way, minlength=many), out=into)
        closed += np.bincount(ab, weights=_closed(pairs, ab, ac, bc), minlength=many).astype(int)
        whole = (rows["low_whole"][ab], rows["high_whole"][ab], rows["high_whole"][ac])
        most = (rows["low_most"][ab], rows["high_most"][ab], rows["high_most"][ac])
        lost = (
            strength[bc] * (strength[ac] / most[1] + strength[ab] / most[2]) / whole[0]
            + strength[ac] * (strength[bc] / most[0] + strength[ab] / most[2]) / whole[1]
            + strength[ab] * (strength[bc] / most[0] + strength[ac] / most[1]) / whole[2]
        )
        doubled += np.bincount(ab, weights=lost, minlength=many)
    kept = (via_forth > 0) | (via_back > 0)
    columns = (rows["low"], rows["high"], via_forth, via_back, closed, doubled)
    return pa.RecordBatch.from_arrays([pa.array(c[kept]) for c in columns], schema=BUNDLE)


def _closed(pairs: TiedPairs, ab: Ints, ac: Ints, bc: Ints) -> Ints:
    """Return how many ways i to j to k with a tie i to k each triangle holds."""
    tied = {
        (0, 1): pairs.forth[ab],
        (1, 0): pairs.back[ab],
        (0, 2): pairs.forth[ac],
        (2, 0): pairs.back[ac],
        (1, 2): pairs.forth[bc],
        (2, 1): pairs.back[bc],
    }
    orders = ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0))
    found = [tied[i, j] & tied[j, k] & tied[i, k] for i, j, k in orders]
    total: Ints = np.sum(found, axis=0, dtype=np.int64)
    return total


PASSED = pa.schema([("person", pa.int64()), ("batch", pa.int64()), ("times", pa.int64())])


@dataclass(frozen=True, slots=True)
class Between:
    """The task that draws its share of numbered pairs, and a shortest way between each.

    Pair k is drawn from a stream of its own, so that it is the same whoever draws it.
    """

    n: int
    tasks: int
    batches: int
    in_a_batch: int
    seed: int
    draw: Callable[[int, Ints, Ints, int, int], Ints]

    def __call__(self, batches: Batches) -> Batches:
        """Return how often each person stood on the way, by batch of pairs."""
        for task, rows in by_task(batches):
            order = np.lexsort((rows["target"], rows["source"]))
            source, target = rows["source"][order], rows["target"][order]
            start = np.searchsorted(source, np.arange(self.n + 1)).astype(np.int64)
            for batch in range(self.batches):
                numbers = range(batch * self.in_a_batch, (batch + 1) * self.in_a_batch)
                mine = [k for k in numbers if k % self.tasks == task]
                passed = [self.draw(self.n, start, target, self.seed, k) for k in mine]
                everyone = np.concatenate([*passed, np.empty(0, dtype=np.int64)])
                person, times = np.unique(everyone.astype(np.int64), return_counts=True)
                which = np.full(len(person), batch, dtype=np.int64)
                columns = (person, which, times.astype(np.int64))
                yield pa.RecordBatch.from_arrays([pa.array(c) for c in columns], schema=PASSED)


def by_task(batches: Batches) -> Iterator[tuple[int, dict[str, Ints]]]:
    """Give the rows of each task, which stand together, one task at a time."""
    current, held = -1, list[pa.RecordBatch]()
    for batch in batches:
        tasks = _ints(batch, "task")
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


def _columns(held: list[pa.RecordBatch]) -> dict[str, Ints]:
    table = pa.Table.from_batches(held)
    return {
        name: table.column(name).to_numpy().astype(np.int64)
        for name in table.column_names
        if name != "task"
    }


def _ints(batch: pa.RecordBatch, name: str) -> Ints:
    column = batch.column(batch.schema.get_field_index(name))
    return np.asarray(column.to_numpy(zero_copy_only=False)).astype(np.int64)
