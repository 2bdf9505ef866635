"""All whole-network figures of 5,000 people and 50,000 ties: Weft against networkx.

What networkx lacks is left out of both. Each figure is computed once by each, in turn, in one
process; the networkx graph and Weft's network are built beforehand.
"""

import gc
from collections.abc import Callable
from time import process_time
from typing import Any

import networkx as nx
import numpy as np

import weft
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
        gc.collect()
        begun = process_time()
        found = weft.measure(net, measure_id)
        mine = process_time() - begun
        begun = process_time()
        peer()
        theirs = process_time() - begun
        rows[measure_id] = {"weft": mine, "networkx": theirs, "method": found.method}
        print(
            f"{measure_id:28} {mine:8.3f} s  {theirs:8.2f} s  {theirs / mine:8.1f} times",
            flush=True,
        )
    whole = {by: sum(row[by] for row in rows.values()) for by in ("weft", "networkx")}
    ratio = whole["networkx"] / whole["weft"]
    return {"figures": rows, **whole, "ratio": ratio, "wanted": TIMES}
