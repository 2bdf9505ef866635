"""Ways drawn by many tasks, as the sample asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from weft.engine import memory
from weft.measures.kernels.drawn_ways import DrawnWays
from weft.network import NotEnoughMemoryError
from weft.scale import tasks

if TYPE_CHECKING:
    from weft.scale.counted import Counted

Ints = NDArray[np.int64]

AT_LEAST, MORE = 4_096, 4
"""All ties are given to every task anew at each turn, so that each turn draws many ways: how many
the first, and how many times as many as there are each further one. The rest is kept."""


class SharedOut:
    """The ways of one relation; every tie is given to every task, and the pairs are shared out.

    Parameters
    ----------
    ties : Counted
    """

    def __init__(self, ties: Counted) -> None:
        self._ties, self._turn = ties, 0
        empty = np.empty(0, dtype=np.int64)
        self._held = DrawnWays(empty.astype(np.int32), np.zeros(1, dtype=np.int64), empty)

    def draw(self, first: int, many: int) -> tuple[NDArray[np.int32], Ints, Ints]:
        """Return the ways of the pairs first to first + many - 1, as the core asks for them."""
        until = first + many
        if until > len(self._held.scanned):
            self._draw_up_to(max(until, AT_LEAST, MORE * len(self._held.scanned)))
        start = self._held.start[first : until + 1]
        through = self._held.through[start[0] : start[-1]]
        return through, start - start[0], self._held.scanned[first:until]

    def longest(self) -> int:
        """Return the bound on how many people any shortest way has."""
        of = self._ties
        found = self._worked(1, tasks.LongestWay(of.n, of.directed))
        return int(found["person"][0])

    def _draw_up_to(self, until: int) -> None:
        of, have = self._ties, len(self._held.scanned)
        among = of.engine.workers
        work = tasks.DrawWays(of.n, of.directed, of.seed, have, until - have, among)
        found = self._worked(among, work)
        order = np.lexsort((found["place"], found["pair"]))
        pair, place, person = (found[name][order] for name in ("pair", "place", "person"))
        between = place >= 0
        lengths = np.bincount(pair[between] - have, minlength=until - have)
        held = self._held
        self._held = DrawnWays(
            np.concatenate([held.through, person[between].astype(np.int32)]),
            np.concatenate([held.start, held.start[-1] + np.cumsum(lengths)]),
            np.concatenate([held.scanned, person[~between]]),
        )

    def _worked(self, among: int, work: tasks.Task) -> dict[str, Ints]:
        of, self._turn = self._ties, self._turn + 1
        name = f"{of.ties}_ways_{self._turn}"
        plan = of.to_every_task(among)
        of.engine.work(name, plan, work, tasks.WAYS, by_task=True)
        rows = of.engine.rows(f"SELECT pair, place, person FROM {name}")  # noqa: S608  (ours)
        found = {name: ints(rows, name) for name in rows.column_names}
        if (found["pair"] == tasks.TOO_LARGE).any():
            needed = int(found["person"][found["pair"] == tasks.TOO_LARGE].max())
            raise NotEnoughMemoryError(too_large(needed))
        return found


def too_large(needed: int) -> str:
    """Return what to say where all ties do not fit into the memory of one worker."""
    return (
        f"it takes all ties in one worker, about {memory.said(needed)}, and a worker has not as "
        "much free"
    )


def shares(among: int) -> pa.Table:
    """Return the numbers of so many tasks."""
    return pa.table({"task": pa.array(range(among), pa.int64())})


def ints(table: pa.Table, name: str) -> Ints:
    """Return a column as whole numbers."""
    return np.asarray(table.column(name).to_numpy()).astype(np.int64)
