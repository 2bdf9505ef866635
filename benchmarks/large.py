"""A network of a million ties, from the file to the portrait as JSON, as a whole process.

The peer is networkx doing one PageRank of the same file: the least anybody would ask of it.
"""

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks.networks import grown

PEOPLE, TIES, SEED = 82_000, 950_000, 1
MOST_SECONDS, MOST_BYTES = 300, 4 * 2**30
PEER = """
import csv, sys, networkx
with open(sys.argv[1]) as file:
    rows = csv.reader(file)
    next(rows)
    graph = networkx.DiGraph((row[0], row[1]) for row in rows)
networkx.pagerank(graph)
"""


def run(ties: Path | None = None) -> dict[str, Any]:
    """Return seconds and peak memory of the portrait of a file, and seconds of the peer."""
    with tempfile.TemporaryDirectory() as folder:
        path = ties or written(Path(folder, "ties.csv"))
        output = str(Path(folder, "portrait.json"))
        portrait = [sys.executable, "-m", "weft", "portrait", str(path), "--format", "json"]
        seconds, memory = used([*portrait, "-o", output])
        peer, _ = used([sys.executable, "-c", PEER, str(path)])
    return {
        "weft": seconds,
        "peak memory": memory,
        "networkx PageRank": peer,
        "ratio": seconds / peer,
        "most seconds": MOST_SECONDS,
        "most memory": MOST_BYTES,
    }


def written(path: Path) -> Path:
    """Write the made-up network as a table of pairs."""
    pairs = np.column_stack(grown(PEOPLE, TIES, SEED))
    np.savetxt(path, pairs, fmt="%d", delimiter=",", header="source,target", comments="")
    return path


def used(command: list[str]) -> tuple[float, int]:
    """Return the seconds and the peak memory in bytes of a command, which has to succeed."""
    begun = perf_counter()
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        sys.exit(f"This command failed: {' '.join(command)}")
    return perf_counter() - begun, usage.ru_maxrss * 1024
