"""The portrait of a small network as a whole process, against the bare import of its libraries.

The two commands are run in turn by pyperf, so that a slower machine slows both.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pyperf

import weft

BARE = "import igraph, numpy, scipy.sparse"
VERSION_TIMES = 1.5
TIMES, TURNS = 2.5, 7
PEOPLE, SEED = 71, 3
ONE_RUN = ("--processes", "1", "--warmups", "1", "--values", "2", "--loops", "1", "--quiet")


def run() -> dict[str, Any]:
    """Return the median seconds of both commands and the median of their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        ties, people = Path(folder, "ties.csv"), Path(folder, "people.csv")
        simulated = weft.simulate.coalition(people=PEOPLE, waves=1, response=1.0, seed=SEED)
        weft.write(simulated.network, ties, people=people)
        measured = against_bare_import(ties, people, "turns_to")
    version = [
        timed(["-m", "weft", "--version"]) / timed(["-c", "import numpy"]) for _ in range(TURNS)
    ]
    return measured | {
        "version ratio": statistics.median(version),
        "version wanted": VERSION_TIMES,
    }


def against_bare_import(ties: Path, people: Path, relation: str) -> dict[str, Any]:
    """Return how a portrait of one relation in these files compares with the bare import."""
    portrait = ["-m", "weft", "portrait", str(ties), "--people", str(people)]
    portrait += ["--relation", relation, "--format", "json"]
    seconds = [(timed(portrait), timed(["-c", BARE])) for _ in range(TURNS)]
    return {
        "weft": statistics.median(a for a, _ in seconds),
        "bare import": statistics.median(b for _, b in seconds),
        "ratio": statistics.median(a / b for a, b in seconds),
        "wanted": TIMES,
    }


def timed(arguments: list[str]) -> float:
    """Return the mean seconds that Python takes with these arguments, from start to end."""
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder, "seconds.json"))
        command = [sys.executable, "-m", "pyperf", "command", *ONE_RUN, "--output", output, "--"]
        subprocess.run([*command, sys.executable, *arguments], check=True, capture_output=True)
        return float(pyperf.Benchmark.load(output).mean())
