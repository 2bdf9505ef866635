"""The portrait of a small network as a whole process, against the bare import of its libraries.

The two commands are run in turn, so that a slower machine slows both.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

import weft

BARE = "import igraph, numpy, scipy.sparse"
TIMES, RUNS = 2.5, 9
PEOPLE, SEED = 71, 3


def run() -> dict[str, Any]:
    """Return the median seconds of both commands and the median of their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        ties, people = Path(folder, "ties.csv"), Path(folder, "people.csv")
        simulated = weft.simulate.coalition(people=PEOPLE, waves=1, response=1.0, seed=SEED)
        weft.write(simulated.network, ties, people=people)
        return against_bare_import(ties, people, "turns_to")


def against_bare_import(ties: Path, people: Path, relation: str) -> dict[str, Any]:
    """Return how a portrait of one relation in these files compares with the bare import."""
    mine = [sys.executable, "-m", "weft", "portrait", str(ties), "--people", str(people)]
    mine += ["--relation", relation, "--format", "json"]
    bare = [sys.executable, "-c", BARE]
    seconds = [(timed(mine), timed(bare)) for _ in range(RUNS + 1)][1:]
    return {
        "weft": statistics.median(a for a, _ in seconds),
        "bare import": statistics.median(b for _, b in seconds),
        "ratio": statistics.median(a / b for a, b in seconds),
        "wanted": TIMES,
    }


def timed(command: list[str]) -> float:
    """Return the seconds a command takes from start to end."""
    begun = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - begun
