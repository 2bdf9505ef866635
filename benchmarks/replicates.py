"""Replicates of a network of 200 people: permutations against loops of numpy, and bootstraps."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

import weft
from benchmarks.figures import seconds_of
from benchmarks.networks import grown
from weft.network import Graph
from weft.uncertainty.replicates import Resampled, qap

PEOPLE, TIES, MANY, LOOPED, REGRESSED = 200, 2_000, 10_000, 500, 20
TIMES, MOST_SECONDS = 100, 2.0


def run() -> dict[str, Any]:
    """Return seconds of 10,000 permutations by both, of 10,000 bootstraps, and of regressions."""
    one, other = made(1), made(2)
    qap(one, other, 10, seed=0)
    mine, _ = seconds_of(lambda: qap(one, other, MANY, seed=0))
    loop, _ = seconds_of(lambda: looped(matrix(one), matrix(other)))
    theirs = loop * MANY / LOOPED
    bootstrap, _ = seconds_of(lambda: Resampled(one).figures(MANY, seed=0))
    three = related()
    regression, _ = seconds_of(lambda: weft.relate(three, "r1", on=["r2", "r3"]))
    fitted, _ = seconds_of(lambda: regressed(*(matrix(three.graph(r)) for r in ("r1", "r2", "r3"))))
    return {
        "permutations": mine,
        "numpy loop": theirs,
        "ratio": theirs / mine,
        "wanted": TIMES,
        "bootstrap": bootstrap,
        "most seconds": MOST_SECONDS,
        "regression": regression,
        "numpy regressions": fitted * MANY / REGRESSED,
    }


def made(seed: int) -> Graph:
    """Return a made-up network of 200 people."""
    source, target = grown(PEOPLE, TIES, seed)
    ids = [f"p{i}" for i in range(PEOPLE)]
    ties = {"source": [ids[i] for i in source], "target": [ids[i] for i in target]}
    return weft.read(ties, people={"id": ids}, everyone_answered=True).graph()


def related() -> weft.Network:
    """Return three made-up relations among the same 200 people."""
    ids = [f"p{i}" for i in range(PEOPLE)]
    columns: dict[str, list[str]] = {"source": [], "target": [], "relation": []}
    for seed in (1, 2, 3):
        for column, end in zip(("source", "target"), grown(PEOPLE, TIES, seed), strict=True):
            columns[column] += [ids[i] for i in end]
        columns["relation"] += [f"r{seed}"] * (len(columns["source"]) - len(columns["relation"]))
    return weft.read(columns, people={"id": ids}, everyone_answered=True)


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


def regressed(
    y: NDArray[np.float64], x: NDArray[np.float64], z: NDArray[np.float64]
) -> list[float]:
    """Regress y on x and z with what is left of each renamed, one fit after another, by hand."""
    rng = np.random.default_rng(0)
    apart = ~np.eye(len(y), dtype=bool)
    ones = np.ones(int(apart.sum()))
    fits = []
    for moved, other in ((x, z), (z, x)):
        design = np.column_stack([ones, other[apart]])
        left = np.zeros_like(moved)
        told = np.linalg.lstsq(design, moved[apart], rcond=None)[0]
        left[apart] = moved[apart] - design @ told
        for _ in range(REGRESSED):
            order = rng.permutation(len(y))
            full = np.column_stack([left[np.ix_(order, order)][apart], design])
            fits.append(float(np.linalg.lstsq(full, y[apart], rcond=None)[0][0]))
    return fits
