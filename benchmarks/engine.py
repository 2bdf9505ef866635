"""The engine from the file to the portrait, at growing sizes, as ratios of processor time.

Yardsticks, measured in the same process as what they are compared with: N is counting the newlines
of the file, P is igraph's PageRank of the same ties, X is networkx's. Each size runs in a process
of its own, so that its peak memory is its own. Seconds are of the processor, all threads together.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from subprocess import run as start
from time import process_time
from types import ModuleType
from typing import Any

import numpy as np

from benchmarks.figures import seconds_of
from benchmarks.networks import written_with_text_ids
from weft.network import Graph, Network

QUIET = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""Threads that wait for work of numpy's would be counted as work of whatever is measured."""

SIZES = ((5_000, 50_000), (100_000, 1_000_000), (1_000_000, 10_000_000), (5_000_000, 50_000_000))
WITH_PEERS_UP_TO = 10_000_000
WITH_NETWORKX_UP_TO = 1_000_000
WANTED = {
    "load in N": {1_000_000: 6.0, 10_000_000: 8.0},
    "triangles in P": {1_000_000: 1.0, 10_000_000: 1.0},
    "portrait in X": {1_000_000: 1 / 3},
    "portrait without circles in P": {1_000_000: 3.0, 10_000_000: 4.0},
    "portrait without circles in N": {50_000_000: 40.0},
    "peak memory": {50_000_000: 6e9},
}


def run() -> dict[str, Any]:
    """Return what was measured at each size, beside what is wanted of it."""
    largest = int(os.environ.get("WEFT_BENCH_TIES", SIZES[-1][1]))
    rows = {}
    for people, ties in SIZES:
        if ties > largest:
            continue
        with tempfile.TemporaryDirectory(dir=os.environ.get("WEFT_BENCH_FOLDER")) as folder:
            path = written_with_text_ids(Path(folder, "ties.csv"), people, ties, seed=1)
            command = [sys.executable, "-m", "benchmarks.engine", str(path)]
            done = start(command, check=True, capture_output=True, text=True, env=QUIET)
        rows[str(ties)] = json.loads(done.stdout)
        print(f"{ties:,}: {done.stdout.strip()}", file=sys.stderr, flush=True)
    wanted = {name: {str(ties): most for ties, most in of.items()} for name, of in WANTED.items()}
    return {"sizes": rows, "wanted": wanted, "growth": growth(rows)}


def growth(rows: dict[str, Any]) -> dict[str, float]:
    """Return the exponent b of processor time ~ ties^b, by least squares on logarithms."""
    names = ("load", "triangles", "portrait without circles", "circles")
    ties = np.log([int(many) for many in rows])
    if len(ties) < 2:
        return {}
    return {
        name: float(np.polyfit(ties, np.log([row[name] for row in rows.values()]), 1)[0])
        for name in names
    }


def one_size(path: Path) -> dict[str, Any]:
    """Measure the walk of one file, and its yardsticks."""
    import weft
    from weft.formats.without_pandas import keep_pandas_out
    from weft.measures.kernels import partition

    keep_pandas_out()  # as the command does
    weft.portrait(weft.read([("a", "b"), ("b", "c")]))  # nothing below is to pay for imports
    newlines = min(seconds_of(partial(count_newlines, path))[0] for _ in range(3))
    load, net = seconds_of(lambda: loaded(path))
    graph = net.graph()
    triangles = min(seconds_of(lambda: bundle(graph))[0] for _ in range(2))
    with timed(partition, "leiden") as circles:
        portrait, _ = seconds_of(lambda: weft.portrait(net))
    measured: dict[str, Any] = {
        "people": graph.n,
        "ties": graph.m,
        "newlines": newlines,
        "load": load,
        "triangles": triangles,
        "portrait": portrait + load,
        "circles": circles[0],
        "portrait without circles": portrait + load - circles[0],
        "peak memory": getrusage(RUSAGE_SELF).ru_maxrss * 1024,
        "load in N": load / newlines,
        "portrait without circles in N": (portrait + load - circles[0]) / newlines,
    }
    return measured | peers(graph, measured)


def peers(graph: Graph, measured: dict[str, Any]) -> dict[str, float]:
    """Return the seconds of the other programs, and the ratios to them."""
    found: dict[str, float] = {}
    if graph.m <= WITH_PEERS_UP_TO:
        theirs = graph.igraph
        p = min(seconds_of(theirs.pagerank)[0] for _ in range(2))
        found["P"] = p
        found["triangles in P"] = measured["triangles"] / p
        found["portrait without circles in P"] = measured["portrait without circles"] / p
    if graph.m <= WITH_NETWORKX_UP_TO:
        import networkx as nx

        whole = nx.DiGraph(zip(graph.source.tolist(), graph.target.tolist(), strict=True))
        x, _ = seconds_of(lambda: nx.pagerank(whole))
        found["X"] = x
        found["portrait in X"] = measured["portrait"] / x
    return found


def count_newlines(path: Path) -> int:
    """Read a file and count its lines: the least that any reader has to do."""
    return path.read_bytes().count(b"\n")


def loaded(path: Path) -> Network:
    """Read a file to a network in which everyone answered, and compile its ties."""
    import weft

    net = weft.read(path, everyone_answered=True)
    net.graph().rows_for("triangles")
    return net


def bundle(graph: Graph) -> None:
    """Compute everything that one pass over the triangles gives."""
    from weft import _core
    from weft.engine import threads

    group = (np.arange(graph.n) // 1_000 % 8).astype(np.int32)
    rows = graph.rows_for("triangles")
    _core.triangle_figures(
        rows, people=True, burt=True, embedded=True, group=group, threads=threads()
    )


@contextmanager
def timed(module: ModuleType, name: str) -> Iterator[list[float]]:
    """Add up the processor seconds of a function of a module while it is called by others."""
    original, spent = getattr(module, name), [0.0]

    def measured(*args: object, **keywords: object) -> object:
        begun = process_time()
        try:
            return original(*args, **keywords)
        finally:
            spent[0] += process_time() - begun

    users = [m for m in list(sys.modules.values()) if getattr(m, name, None) is original]
    for user in users:
        setattr(user, name, measured)
    try:
        yield spent
    finally:
        for user in users:
            setattr(user, name, original)


if __name__ == "__main__":
    print(json.dumps(one_size(Path(sys.argv[1]))))
