"""How often a range holds the figure of all answers, where people of real networks are hidden."""

import csv
import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.coverage import DRAWS, Held, ranges_of, summed
from benchmarks.made import as_graph, unheard
from weft.network import Graph

DATA = Path(os.environ.get("WEFT_SHARED_DATA", Path(__file__).parents[2] / "shared" / "data"))
RUNS, PART = 60, 20
"""Masks of each network and pattern, and how many a process does before it is given others."""


@dataclass(frozen=True)
class Real:
    """A network of the shared data in which everybody answered."""

    folder: str
    relation: str
    wave: str | None = None
    least: float | None = None
    directed: bool = True

    @property
    def name(self) -> str:
        """What it is called in tables."""
        return " ".join(part for part in (self.folder, self.relation, self.wave) if part)


NETWORKS = (
    Real("lazega_law", "advice"),
    Real("lazega_law", "friendship"),
    Real("krackhardt_hightech", "advice"),
    Real("krackhardt_hightech", "friendship"),
    Real("cross_parker_consulting", "information", least=4),
    Real("chemnet_policy", "influence_attribution"),
    Real("kapferer_tailor", "instrumental", "2"),
    Real("kapferer_tailor", "sociational", "2", directed=False),
    Real("sampson_monastery", "liking", "3"),
    Real("glasgow_s50", "friendship", "2"),
    Real("colombia_sharing", "friendship"),
    Real("aucs_multiplex", "lunch", directed=False),
    Real("dhhs_tobacco_leaders", "collaboration", least=3, directed=False),
)
"""Of 18 to 116 people: none has a person of whom the source says that they did not answer."""

PATTERNS = {
    "15% at random": 0.15,
    "30% at random": 0.3,
    "30%, rather those named less": 0.3,
    "as the students fell silent": None,
}
"""Who is hidden; and how many of the people, where that is set."""

LEAST_TIE, LAST_WAVE = 2, 6
"""Of the students: what counts as a tie (friendly, friend, best friend), and their last wave."""


def run() -> dict[str, Any]:
    """Return, for every network, pattern and figure, how often the range held the full figure."""
    runs = int(os.environ.get("WEFT_BENCH_RUNS", RUNS))
    parts = [range(first, min(first + PART, runs)) for first in range(0, runs, PART)]
    tasks = [(real, who, part) for real in NETWORKS for who in PATTERNS for part in parts]
    found: dict[Real, dict[str, list[Held]]] = {}
    rows = []
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        for (real, who, _), held in zip(tasks, pool.map(_masked, tasks), strict=True):
            of_network = found.setdefault(real, {who: [] for who in PATTERNS})
            of_network[who].extend(held)
            if all(len(each) == runs for each in of_network.values()):
                rows.append(_row(real, of_network))
                print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
    every = {
        who: summed([held for real in NETWORKS for held in found[real][who]]) for who in PATTERNS
    }
    masks = runs * len(NETWORKS) * len(PATTERNS)
    return {"masks": masks, "draws": DRAWS, "networks": rows, "figures": every}


def _row(real: Real, found: dict[str, list[Held]]) -> dict[str, Any]:
    graph = complete(real)
    return {
        "network": real.name,
        "people": graph.n,
        "ties": graph.m,
        "directed": real.directed,
        "patterns": {who: summed(each) for who, each in found.items()},
    }


def _masked(task: tuple[Real, str, range]) -> list[Held]:
    real, who, seeds = task
    graph = complete(real)
    held = []
    for seed in seeds:
        rng = np.random.default_rng([seed, NETWORKS.index(real), list(PATTERNS).index(who)])
        held.append(ranges_of(graph, unheard(graph, hidden(graph, who, rng)), seed))
    return held


@cache
def complete(real: Real) -> Graph:
    """Return a network as everybody answered; the two who are named most are its stewards."""
    ids = [row["id"] for row in _rows(real.folder, "people")]
    at = {person: i for i, person in enumerate(ids)}
    ties = np.zeros((len(ids), len(ids)), dtype=bool)
    for row in _rows(real.folder, "ties"):
        enough = real.least is None or float(row["weight"]) >= real.least
        if row["relation"] == real.relation and row.get("wave") == real.wave and enough:
            ties[at[row["source"]], at[row["target"]]] = True
    np.fill_diagonal(ties, val=False)
    graph = as_graph(ties, directed=real.directed)
    steward = np.zeros(graph.n, dtype=bool)
    steward[np.argsort(-graph.received, kind="stable")[:2]] = True
    return replace(graph, people=replace(graph.people, steward=steward))


def _rows(folder: str, table: str) -> Iterator[dict[str, str]]:
    with (DATA / folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def hidden(graph: Graph, who: str, rng: np.random.Generator) -> NDArray[np.intp]:
    """Return whom a mask hides, as positions."""
    share = PATTERNS[who]
    if share is None:
        return _as_students(graph, rng)
    chance = 1 / (graph.received + 1.0) if "named less" in who else np.ones(graph.n)
    many = round(share * graph.n)
    return rng.choice(graph.n, many, replace=False, p=chance / chance.sum())


def _as_students(graph: Graph, rng: np.random.Generator) -> NDArray[np.intp]:
    """Return people of such a rank, and so many of them, as fell silent in a wave of the students.

    The wave is drawn; then, for each who is hidden, the rank of one of its silent students, and the
    nearest in rank who is not hidden yet. Who is named as often as another ranks by chance.
    """
    waves = silent_ranks()
    share, ranks = waves[rng.integers(len(waves))]
    free = np.lexsort((rng.random(graph.n), graph.received)).tolist()
    chosen = []
    for _ in range(max(1, round(share * graph.n))):
        rank = (rng.choice(ranks) + rng.uniform(-0.5, 0.5) / len(ranks)) * len(free)
        chosen.append(free.pop(int(np.clip(rank, 0, len(free) - 1))))
    return np.array(chosen, dtype=np.intp)


@cache
def silent_ranks() -> tuple[tuple[float, NDArray[np.float64]], ...]:
    """Return, of each wave of the students, how many were silent and how they rank in being named.

    Returns
    -------
    tuple of (float, float64 array)
        The share who were silent; and of each of them which share of the students is named less
        (half of those who are named as often counted in), by those who answered.
    """
    folder = "vandebunt_students"
    students = [row["id"] for row in _rows(folder, "people")]
    whole = [row for row in _rows(folder, "missing") if "actor non-response" in row["kind"]]
    waves = []
    for wave in range(1, LAST_WAVE + 1):
        silent = {row["source"] for row in whole if int(row["wave"]) == wave}
        named = dict.fromkeys(students, 0)
        for row in _rows(folder, "ties"):
            there = int(row["wave"]) == wave and float(row["weight"]) >= LEAST_TIE
            if there and row["source"] not in silent:
                named[row["target"]] += 1
        every = np.array([named[student] for student in students])
        own = np.array([named[student] for student in students if student in silent])
        ranks = (own[:, None] > every).mean(axis=1) + (own[:, None] == every).mean(axis=1) / 2
        waves.append((len(silent) / len(students), ranks))
    return tuple(waves)
