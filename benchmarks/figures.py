"""All whole-network figures of 5,000 people and 50,000 ties: Weft against networkx.

What networkx lacks is left out of both. Each figure is computed once by each, in turn, in one
process; the networkx graph and Weft's network are built beforehand, and each measure is called on
three people first, so that no import is counted. Figures that Weft samples at this size are also
computed exactly, for a second ratio.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from time import process_time
from typing import Any

import networkx as nx
import numpy as np

import weft
import weft.measures.kernels.betweenness
import weft.measures.kernels.paths
from benchmarks.networks import grown

PEOPLE, TIES, SEED = 5_000, 50_000, 1
TIMES = 30
"""How many times faster the figures together are to be."""


def peers(directed: nx.DiGraph, either: nx.Graph) -> dict[str, Callable[[], Any]]:
    """Return how networkx computes each figure that it has."""
    return {
        "density": lambda: nx.density(directed),
        "mean_degree": lambda: np.mean([k for _, k in directed.out_degree()]),
        "reciprocity": lambda: nx.overall_reciprocity(directed),
        "largest_component_share": lambda: max(map(len, nx.weakly_connected_components(directed))),
        "cut_people": lambda: sum(1 for _ in nx.articulation_points(either)),
        "two_connected_share": lambda: max(map(len, nx.biconnected_components(either))),
        "transitivity": lambda: nx.transitivity(directed),
        "modularity": lambda: nx.community.modularity(
            either, nx.community.louvain_communities(either, seed=SEED)
        ),
        "assortativity": lambda: nx.degree_assortativity_coefficient(either),
        "constraint": lambda: nx.constraint(directed),
        "effective_size": lambda: nx.effective_size(directed),
        "efficiency": lambda: nx.global_efficiency(either),
        "reach_2": lambda: [
            len(nx.single_source_shortest_path_length(directed, i, 2)) for i in directed
        ],
        "reach_3": lambda: [
            len(nx.single_source_shortest_path_length(directed, i, 3)) for i in directed
        ],
        "betweenness_centralization": lambda: nx.betweenness_centrality(directed),
    }


def steps(graph: nx.DiGraph, person: int, within: int | None) -> dict[int, int]:
    """Return how many steps it takes from a person to each other."""
    found: dict[int, int] = nx.single_source_shortest_path_length(graph, person, within)
    return found


def run() -> dict[str, Any]:
    """Return the processor seconds of each figure by Weft and by networkx, and their ratio."""
    source, target = grown(PEOPLE, TIES, SEED)
    ids = [f"p{i}" for i in range(PEOPLE)]
    net = weft.read(
        {"source": [ids[i] for i in source], "target": [ids[i] for i in target]},
        people={"id": ids},
        everyone_answered=True,
    )
    directed = nx.DiGraph()
    directed.add_nodes_from(range(PEOPLE))
    directed.add_edges_from(zip(source.tolist(), target.tolist(), strict=True))
    rows = {}
    for measure_id, peer in peers(directed, directed.to_undirected()).items():
        weft.measure([("a", "b"), ("b", "c")], measure_id)
        mine, found = seconds_of(partial(weft.measure, net, measure_id))
        sampled = "drawn at random" in found.method
        exact = mine
        if sampled:
            with nothing_sampled():
                again = net.at_least(0.0)  # nothing remembered from the sample
                exact, _ = seconds_of(partial(weft.measure, again, measure_id))
        theirs, _ = seconds_of(peer)
        rows[measure_id] = {"weft": mine, "exact": exact, "networkx": theirs, "sampled": sampled}
        print(f"{measure_id:28} {mine:8.3f} s {exact:8.3f} s {theirs:8.2f} s", flush=True)
    whole = {by: sum(row[by] for row in rows.values()) for by in ("weft", "exact", "networkx")}
    return {
        "figures": rows,
        **whole,
        "ratio": whole["networkx"] / whole["weft"],
        "exact ratio": whole["networkx"] / whole["exact"],
        "wanted": TIMES,
    }


def seconds_of(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the processor seconds of some work, and what it returned."""
    gc.collect()
    begun = process_time()
    result = work()
    return process_time() - begun, result


@contextmanager
def nothing_sampled() -> Iterator[None]:
    """Compute figures on ways exactly, however many people there are."""
    kernels = (weft.measures.kernels.paths, weft.measures.kernels.betweenness)
    kept = [kernel.EXACT_UP_TO for kernel in kernels]
    for kernel in kernels:
        kernel.EXACT_UP_TO = PEOPLE
    try:
        yield
    finally:
        for kernel, limit in zip(kernels, kept, strict=True):
            kernel.EXACT_UP_TO = limit
