"""A thousandth of a million ties changes: counts that follow against counts made anew.

What follows a change: degrees, dyads, the triad census, triangles by person, and the parts that
hang together. Made anew: compressed rows from sorted ties, and all of those. Between two batches a
large array is written, so that neither finds the network in the processor's nearest memory.
"""

from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.networks import grown
from weft._core import LiveRows, Rows, weak_components

PEOPLE, TIES, SEED = 100_000, 1_000_000, 1
BATCH, BATCHES = TIES // 1_000, 11
WANTED = 100
Ends = NDArray[np.int32]


def run(network: tuple[int, Ends, Ends] | None = None) -> dict[str, Any]:
    """Return the processor seconds of one batch of changes, of counting anew, and of PageRank."""
    n, source, target = network or made()
    rng = np.random.default_rng(SEED)
    live = LiveRows(Rows(n, source, target, directed=True))
    everything(live)
    live.rank()
    updates, anew, ranks, cold = [], [], [], []
    sweeps, swept = [], []
    for _ in range(BATCHES):
        change = some_changes(rng, live)
        forget()
        updates.append(seconds_of(lambda change=change: (live.change(*change), everything(live))))
        ends = live.ends()
        forget()
        anew.append(seconds_of(lambda ends=ends: count_anew(n, *ends)))
        ranks.append(seconds_of(lambda: sweeps.append(live.rank()[1])))
        fresh = LiveRows(live.to_rows())
        cold.append(seconds_of(lambda fresh=fresh: swept.append(fresh.rank()[1])))
    again = LiveRows(Rows(n, *live.ends(), directed=True))
    assert live.census().tolist() == again.census().tolist()
    assert live.triangles().tolist() == again.triangles().tolist()
    assert live.part.tolist() == again.part.tolist()
    return {
        "people": n,
        "ties": live.ties,
        "changes": BATCH,
        "update": median(updates),
        "anew": median(anew),
        "ratio": median(anew) / median(updates),
        "wanted": WANTED,
        "PageRank continued": median(ranks),
        "PageRank anew": median(cold),
        "sweeps continued": median(sweeps),
        "sweeps anew": median(swept),
    }


def made() -> tuple[int, Ends, Ends]:
    """Return the made-up network, its ties sorted."""
    source, target = grown(PEOPLE, TIES, SEED)
    order = np.lexsort((target, source))
    return PEOPLE, source[order].astype(np.int32), target[order].astype(np.int32)


def everything(live: LiveRows) -> None:
    """Ask for the figures of the whole that follow each change."""
    _ = live.mutual, live.asymmetric, live.census(), live.largest_part, live.parts, live.alone


def count_anew(n: int, source: Ends, target: Ends) -> None:
    """Count the same from the ties alone."""
    rows = Rows(n, source, target, directed=True)
    weak_components(rows)
    live = LiveRows(rows)
    live.census()
    live.contacts, live.in_degree, live.out_degree  # noqa: B018  (asked for, not used)


def some_changes(rng: np.random.Generator, live: LiveRows) -> tuple[Ends, Ends, Ends, Ends]:
    """Return ties to add between anybody, and as many to withdraw."""
    n, (source, target) = live.n, live.ends()
    keys = source.astype(np.int64) * n + target
    drawn = np.unique(rng.integers(0, n, BATCH) * np.int64(n) + rng.integers(0, n, BATCH))
    free = drawn[(drawn // n != drawn % n) & ~np.isin(drawn, keys)]
    new = rng.permutation(free)[: BATCH // 2]
    gone = rng.permutation(len(source))[: BATCH - len(new)]
    added = (new // n).astype(np.int32), (new % n).astype(np.int32)
    return *added, source[gone], target[gone]


def forget() -> None:
    """Write 64 MB, so that what was read before is far away."""
    np.zeros(8_000_000).fill(1.0)


def seconds_of(work: Callable[[], Any]) -> float:
    """Return the processor seconds of some work."""
    begun = process_time()
    work()
    return process_time() - begun
