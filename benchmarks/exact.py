"""Exact figures of 5,000 people and 50,000 ties: Weft's core against the same calls to igraph.

Both have their network built beforehand. What igraph has no call for is left out of both.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from benchmarks.figures import seconds_of
from benchmarks.networks import grown
from weft import _core
from weft.engine import threads
from weft.network.igraph_door import igraph_from_arrays

PEOPLE, TIES, SEED = 5_000, 50_000, 1
TIMES, REPEATS = 5, 3


def run() -> dict[str, Any]:
    """Return the processor seconds of each figure by both, and the ratio of all together."""
    source, target = (end.astype("int32") for end in grown(PEOPLE, TIES, SEED))
    rows = _core.Rows(PEOPLE, source, target, directed=True)
    whole = igraph_from_arrays(PEOPLE, source, target, directed=True)
    either = whole.as_undirected()
    many = threads()
    everyone = np.arange(PEOPLE, dtype=np.int32)
    bundle = partial(_core.triangle_figures, rows, people=True, burt=True, threads=many)
    figures: dict[str, tuple[Callable[[], Any], Callable[[], Any]]] = {
        "triad census, constraint, clustering": (
            bundle,
            lambda: (whole.triad_census(), whole.constraint(), either.transitivity_undirected()),
        ),
        "betweenness": (partial(_core.betweenness, rows, threads=many), whole.betweenness),
        "harmonic closeness": (
            partial(_core.closeness_to, rows, everyone, threads=many),
            partial(whole.harmonic_centrality, mode="in"),
        ),
        "core numbers": (partial(_core.core_numbers, rows), either.coreness),
        "cut people": (partial(_core.cut_points, rows), either.articulation_points),
        "strong components": (
            partial(_core.strong_components, rows),
            partial(whole.connected_components, mode="strong"),
        ),
        "PageRank": (partial(_core.pagerank, rows), whole.pagerank),
        "circles": (
            partial(_core.leiden, rows, seed=1),
            partial(either.community_leiden, objective_function="modularity", n_iterations=2),
        ),
    }
    measured = {}
    for name, (mine, theirs) in figures.items():
        weft, igraph = (min(seconds_of(w)[0] for _ in range(REPEATS)) for w in (mine, theirs))
        measured[name] = {"weft": weft, "igraph": igraph}
        print(f"{name:40} {weft:8.4f} s {igraph:8.4f} s  {igraph / weft:6.1f}", flush=True)
    weft, igraph = (sum(row[by] for row in measured.values()) for by in ("weft", "igraph"))
    return {"figures": measured, "ratio": igraph / weft, "wanted": TIMES}
