"""Whether introductions chosen by Weft make a network hang less on its hub than other ways do.

In each network a quarter as many introductions as there are people are proposed; the two accept by
how close they stand, with the same chance whoever proposes. What has changed is then measured.
"""

import json
import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

import weft
from weft.measures.kernels.concentration import gini
from weft.measures.kernels.loss import loss_without
from weft.measures.kernels.two_hops import By, two_hops
from weft.network import Graph
from weft.weaving.ground import ground_of
from weft.weaving.introductions.gain import shape, with_pair

RUNS, SHARE, SIZES = 10, 0.25, (30, 100, 300)
SHARED = Path(os.environ.get("WEFT_SHARED_DATA", "../shared/data"))
REAL = {
    "lazega_law": "cowork",
    "dhhs_tobacco_leaders": "collaboration",
    "kapferer_tailor": None,
    "krackhardt_hightech": "advice",
    "chemnet_policy": None,
}
ACCEPTED = {2: 0.6, 3: 0.4}
ACCEPTED_FARTHER, ACCEPTED_WITHOUT_A_WAY = 0.25, 0.15
FIGURES = ("centralization", "hub loss", "two connected", "gini")

Pairs = list[tuple[int, int]]


def hub_and_spoke(n: int, rng: np.random.Generator) -> nx.Graph:
    """Everybody is tied to one, and one in five pairs of neighbours in a ring to each other."""
    made = nx.star_graph(n - 1)
    made.add_edges_from((i, i + 1) for i in range(1, n - 1) if rng.random() < 0.2)
    return made


def scattered_clusters(n: int, rng: np.random.Generator) -> nx.Graph:
    """Clusters of six whose one member knows the convener."""
    made = nx.Graph()
    made.add_nodes_from(range(n))
    for first in range(1, n, 6):
        members = range(first, min(first + 6, n))
        made.add_edges_from(
            (i, j) for i in members for j in members if i < j and rng.random() < 0.6
        )
        made.add_edge(0, int(rng.choice(list(members))))
    return made


def core_periphery(n: int, rng: np.random.Generator) -> nx.Graph:
    """A fifth who are closely tied, and everybody else tied to one or two of them."""
    core = max(n // 5, 4)
    made = nx.gnp_random_graph(core, 0.6, seed=int(rng.integers(2**31)))
    for person in range(core, n):
        for other in rng.choice(core, size=int(rng.integers(1, 3)), replace=False):
            made.add_edge(person, int(other))
    return made


def small_world(n: int, rng: np.random.Generator) -> nx.Graph:
    """A ring of neighbours with a few ties across (Watts and Strogatz)."""
    return nx.watts_strogatz_graph(n, 4, 0.1, seed=int(rng.integers(2**31)))


def random_ties(n: int, rng: np.random.Generator) -> nx.Graph:
    """As many ties as people and a half, wherever they fall."""
    return nx.gnm_random_graph(n, int(1.5 * n), seed=int(rng.integers(2**31)))


MADE_UP: dict[str, Callable[[int, np.random.Generator], nx.Graph]] = {
    "hub-and-spoke": hub_and_spoke,
    "scattered clusters": scattered_clusters,
    "core/periphery": core_periphery,
    "small world": small_world,
    "random": random_ties,
}


def graph_of(made: nx.Graph) -> Graph:
    """Return a network without direction in which everybody answered."""
    n = made.number_of_nodes()
    ids = [str(i) for i in range(n)]
    ties = {"source": [], "target": []}
    for i, j in made.edges:
        ties["source"].append(str(i))
        ties["target"].append(str(j))
    net = weft.read(ties, people={"id": ids}, everyone_answered=True)
    return ground_of(net).tied


def by_weft(graph: Graph, many: int, seed: int) -> Pairs:
    """Return the pairs that Weft would introduce."""
    net = as_network(graph)
    found = weft.introductions(net, each=2, most=many, seed=seed)
    place = net.people.position
    return [(place[row.a], place[row.b]) for row in found]


def as_network(graph: Graph) -> weft.Network:
    """Return a network whose ties these are."""
    ids = graph.people.ids
    ties = {
        "source": [ids[i] for i in graph.source.tolist()],
        "target": [ids[i] for i in graph.target.tolist()],
    }
    return weft.read(ties, people={"id": list(ids)}, everyone_answered=True)


def at_random(graph: Graph, many: int, seed: int) -> Pairs:
    """Return any pairs that are not tied."""
    a, b = untied(graph)
    pick = np.random.default_rng([seed, 5]).permutation(len(a))[:many]
    return list(zip(a[pick].tolist(), b[pick].tolist(), strict=True))


def by_acquaintances(graph: Graph, many: int, seed: int, by: By) -> Pairs:
    """Return the pairs with the highest score by those they know in common."""
    del seed
    found = two_hops(graph, by=by, most=graph.n)
    best = [
        (-score, i, int(j))
        for i in range(graph.n)
        for j, score in zip(found.people[i], found.score[i], strict=True)
        if i < j
    ]
    return [(i, j) for _, i, j in sorted(best)[:many]]


def by_degree(graph: Graph, many: int, seed: int) -> Pairs:
    """Return the pairs with the most ties (preferential attachment)."""
    del seed
    a, b = untied(graph)
    score = graph.received[a] * graph.received[b]
    pick = np.argsort(-score, kind="stable")[:many]
    return list(zip(a[pick].tolist(), b[pick].tolist(), strict=True))


def to_the_hub(graph: Graph, many: int, seed: int) -> Pairs:
    """Introduce everybody to the one in the middle who does not know them yet."""
    del seed
    hub = hub_of(graph)
    a, b = untied(graph)
    pick = np.flatnonzero((a == hub) | (b == hub))[:many]
    return list(zip(a[pick].tolist(), b[pick].tolist(), strict=True))


METHODS: dict[str, Callable[[Graph, int, int], Pairs]] = {
    "Weft": by_weft,
    "random pairs": at_random,
    "Adamic-Adar": partial(by_acquaintances, by="adamic_adar"),
    "resource allocation": partial(by_acquaintances, by="resource_allocation"),
    "preferential attachment": by_degree,
    "everyone to the hub": to_the_hub,
}


def untied(graph: Graph) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return all pairs that are not tied."""
    free = np.ones((graph.n, graph.n), dtype=bool)
    free[graph.source, graph.target] = free[graph.target, graph.source] = False
    return np.nonzero(np.triu(free, 1))


def hub_of(graph: Graph) -> int:
    """Return whoever stands between others most."""
    return int(np.array(graph.igraph_either.betweenness()).argmax())


def accepted(graph: Graph, pairs: Pairs, seed: int) -> Pairs:
    """Return the pairs who accept: the same pair always answers alike."""
    steps = np.array(graph.igraph_either.distances())
    answer = np.random.default_rng([seed, 6]).random((graph.n, graph.n))
    taken = []
    for a, b in pairs:
        far = steps[a, b]
        chance = ACCEPTED.get(int(far) if np.isfinite(far) else 0, ACCEPTED_FARTHER)
        if not np.isfinite(far):
            chance = ACCEPTED_WITHOUT_A_WAY
        if answer[min(a, b), max(a, b)] < chance:
            taken.append((a, b))
    return taken


def standing(graph: Graph, hub: int) -> dict[str, float]:
    """Return the figures that introductions are to better."""
    seen = shape(graph)
    return {
        "centralization": seen.centralization,
        "hub loss": loss_without(graph, np.array([hub]), seed=0).cut_off / max(graph.n - 1, 1),
        "two connected": seen.two_connected,
        "gini": gini(graph.received.astype(float)),
    }


def one(task: tuple[str, int, int]) -> dict[str, Any]:
    """Return what each method changed in one network."""
    family, n, seed = task
    graph = network_of(family, n, seed)
    hub = hub_of(graph)
    before = standing(graph, hub)
    many = max(int(SHARE * graph.n), 1)
    changed = {}
    for name, method in METHODS.items():
        grown = graph
        taken = accepted(graph, method(graph, many, seed), seed)
        for a, b in taken:
            grown = with_pair(grown, a, b)
        after = standing(grown, hub)
        changed[name] = {k: after[k] - before[k] for k in FIGURES} | {"taken": len(taken)}
    return {"family": family, "people": graph.n, "seed": seed, "changed": changed}


def network_of(family: str, n: int, seed: int) -> Graph:
    """Return a made-up network, or a real one without those who have no tie."""
    if family in MADE_UP:
        return graph_of(MADE_UP[family](n, np.random.default_rng([seed, n])))
    folder = SHARED / family
    net = weft.read(folder / "ties.csv", people=folder / "people.csv").everyone_answered()
    relation = REAL[family] or net.relations[0]
    return replace(ground_of(net.relation(relation)).tied)


def run() -> dict[str, Any]:
    """Return, for every family and method, what changed on average, and how sure that is."""
    runs = int(os.environ.get("WEFT_BENCH_RUNS", RUNS))
    tasks = [(f, n, s) for f, n, s in product(MADE_UP, SIZES, range(runs))]
    tasks += [(f, 0, s) for f, s in product(REAL, range(runs))]
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        rows = list(pool.map(one, tasks))
    return {"runs": runs, "families": summed(rows)}


def summed(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the mean of each change, and twice its standard error, by family and method."""
    found: dict[str, Any] = {}
    for family in dict.fromkeys(row["family"] for row in rows):
        mine = [row["changed"] for row in rows if row["family"] == family]
        found[family] = {}
        for method in METHODS:
            table = {k: np.array([c[method][k] for c in mine]) for k in (*FIGURES, "taken")}
            found[family][method] = {
                k: [float(v.mean()), float(2 * v.std() / np.sqrt(len(v)))] for k, v in table.items()
            }
    return found


if __name__ == "__main__":
    json.dump(run(), sys.stdout)
