"""Ten rounds of introductions: whether those with many ties get ever more, and who is passed by.

In each network a fifth of people belong to a small group, and ties within a group are likelier. In
each round a tenth as many introductions as there are people are proposed; who accepts is tied.
"""

import os
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from typing import Any

import numpy as np

import weft
from benchmarks.weaving import METHODS, Pairs, accepted
from weft.measures.kernels.concentration import gini
from weft.network import Graph
from weft.weaving.ground import ground_of
from weft.weaving.introductions.gain import with_pair

RUNS, ROUNDS, PEOPLE, SMALL, PROPOSED = 12, 10, 60, 0.2, 0.1
WITHIN, ACROSS = 0.12, 0.03
SHOWN = ("Weft", "random pairs", "Adamic-Adar", "preferential attachment")


def run() -> dict[str, Any]:
    """Return, after each round, the Gini of ties and what the small group got, by method."""
    runs = int(os.environ.get("WEFT_BENCH_RUNS", RUNS))
    tasks = list(product(SHOWN, range(runs)))
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        found = list(pool.map(one, tasks))
    rows = {
        method: summed([row for (name, _), row in zip(tasks, found, strict=True) if name == method])
        for method in SHOWN
    }
    return {"runs": runs, "people": PEOPLE, "small group": SMALL, "methods": rows}


def summed(rows: list[dict[str, list[float]]]) -> dict[str, list[list[float]]]:
    """Return each course as its mean over networks, with twice the standard error."""
    return {
        name: [
            [float(np.mean(at)), float(2 * np.std(at) / np.sqrt(len(at)))]
            for at in zip(*(row[name] for row in rows), strict=True)
        ]
        for name in rows[0]
    }


def one(task: tuple[str, int]) -> dict[str, list[float]]:
    """Return the course of one network under one method."""
    method, seed = task
    graph, small = two_groups(seed)
    course: dict[str, list[float]] = {
        "gini": [],
        "ties of the small": [],
        "offers to the small": [],
    }
    offers: Pairs = []
    for at in range(ROUNDS + 1):
        ties = graph.received.astype(float)
        ends = np.array(offers).ravel()
        course["gini"].append(gini(ties))
        course["ties of the small"].append(float(ties[small].mean() / ties[~small].mean()))
        fair = small[ends].mean() / small.mean() if len(ends) else 1.0
        course["offers to the small"].append(float(fair))
        offers = METHODS[method](graph, int(PROPOSED * graph.n), 100 * seed + at)
        for a, b in accepted(graph, offers, 100 * seed + at):
            graph = with_pair(graph, a, b)
    return course


def two_groups(seed: int) -> tuple[Graph, np.ndarray]:
    """Return a network of two groups of unequal size, and who is of the small one."""
    rng = np.random.default_rng([seed, 8])
    small = np.arange(PEOPLE) < SMALL * PEOPLE
    pull = rng.lognormal(0, 0.5, PEOPLE)
    chance = np.where(small[:, None] == small, WITHIN, ACROSS) * np.outer(pull, pull)
    a, b = np.nonzero(np.triu(rng.random((PEOPLE, PEOPLE)) < chance, 1))
    ids = [str(i) for i in range(PEOPLE)]
    ties = {"source": [ids[i] for i in a], "target": [ids[i] for i in b]}
    made = weft.read(ties, people={"id": ids}, everyone_answered=True)
    return ground_of(made).tied, small
