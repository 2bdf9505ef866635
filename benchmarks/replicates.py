"""Replicates of a network of 200 people: permutations against a loop of numpy, and bootstraps."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

import weft
from benchmarks.figures import seconds_of
from benchmarks.networks import grown
from weft.network import Graph
from weft.uncertainty.replicates import Resampled, qap

PEOPLE, TIES, MANY, LOOPED = 200, 2_000, 10_000, 500
TIMES, MOST_SECONDS = 100, 2.0


def run() -> dict[str, Any]:
    """Return seconds of 10,000 permutations by both, and of 10,000 bootstraps."""
    one, other = made(1), made(2)
    qap(one, other, 10, seed=0)
    mine, _ = seconds_of(lambda: qap(one, other, MANY, seed=0))
    loop, _ = seconds_of(lambda: looped(matrix(one), matrix(other)))
    theirs = loop * MANY / LOOPED
    bootstrap, _ = seconds_of(lambda: Resampled(one).figures(MANY, seed=0))
    return {
        "permutations": mine,
        "numpy loop": theirs,
        "ratio": theirs / mine,
        "wanted": TIMES,
        "bootstrap": bootstrap,
        "most seconds": MOST_SECONDS,
    }


def made(seed: int) -> Graph:
    """Return a made-up network of 200 people."""
    source, target = grown(PEOPLE, TIES, seed)
    ids = [f"p{i}" for i in range(PEOPLE)]
    ties = {"source": [ids[i] for i in source], "target": [ids[i] for i in target]}
    return weft.read(ties, people={"id": ids}, everyone_answered=True).graph()


def matrix(graph: Graph) -> NDArray[np.float64]:
    """Return the ties as a matrix of zeros and ones."""
    cells = np.zeros((graph.n, graph.n))
    cells[graph.source, graph.target] = 1.0
    return cells


def looped(x: NDArray[np.float64], y: NDArray[np.float64]) -> list[float]:
    """Correlate with people renamed at random, one time after another, as one would by hand."""
    rng = np.random.default_rng(0)
    apart = ~np.eye(len(x), dtype=bool)
    orders = [rng.permutation(len(x)) for _ in range(LOOPED)]
    return [float(np.corrcoef(x[apart], y[np.ix_(order, order)][apart])[0, 1]) for order in orders]
