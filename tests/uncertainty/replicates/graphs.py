"""Graphs to draw replicates of, and their figures worked out by brute force."""

import numpy as np

from weft.network import Graph, People, Relation
from weft.uncertainty.replicates import FIGURES


def graph_of(n, source, target, directed, *, weight=None, answered=None, known_by="source"):
    ids = tuple(f"p{i}" for i in range(n))
    return Graph(
        people=People(ids=ids, names=ids, attributes={}, steward=np.zeros(n, dtype=bool)),
        relation=Relation(name="ties", directed=directed),
        wave="1",
        source=np.asarray(source, dtype=np.int32),
        target=np.asarray(target, dtype=np.int32),
        weight=np.ones(len(source)) if weight is None else np.asarray(weight, dtype=float),
        answered=np.ones(n, dtype=bool) if answered is None else answered,
        known_by=known_by,
    )


def some_graph(n=30, chance=0.15, *, directed=True, seed=0):
    ties = np.random.default_rng(seed).random((n, n)) < chance
    np.fill_diagonal(ties, val=False)
    return graph_of(n, *np.nonzero(ties if directed else np.triu(ties)), directed)


def matrix(n, source, target, directed):
    ties = np.zeros((n, n), dtype=int)
    ties[source, target] = 1
    return ties if directed else ties | ties.T


def figures_by_hand(ties, directed):
    """Return every figure of a 0/1 matrix as its definition says it, one after another."""
    n, m = len(ties), int(ties.sum())
    off = ~np.eye(n, dtype=bool)
    found = dict.fromkeys(FIGURES, np.nan)
    if n > 1:
        found["density"] = ties[off].mean()
    if m and directed:
        found["reciprocity"] = np.mean([ties[b, a] for a, b in zip(*np.nonzero(ties), strict=True)])
    closed = [
        ties[a, c]
        for b in range(n)
        for a in np.flatnonzero(ties[:, b])
        for c in np.flatnonzero(ties[b])
        if a != c
    ]
    if closed:
        found["transitivity"] = np.mean(closed)
    named = ties.sum(axis=0)
    if n > 2:
        farthest = (n - 1) ** 2 if directed else (n - 1) * (n - 2)
        found["centralization"] = sum(named.max() - each for each in named) / farthest
    if m:
        found["effective_leaders"] = 1 / ((named / m) ** 2).sum()
        apart = np.abs(named[:, None] - named[None, :])[off].mean()
        found["gini"] = apart / (2 * named.mean())
    return np.array(list(found.values()))


def both_ways(work):
    """Return what work gives with the core and without it."""
    from weft.engine import without_core

    fast = work()
    with without_core():
        return fast, work()
