"""Made networks of the four shapes, and random ones: those of the measurement reference."""

import networkx as nx
import numpy as np

from tests.measures.made import text
from weft.network import Columns, Network, Relation, build


def network_of(whole: nx.Graph) -> Network:
    """Return the network of a networkx graph without direction; everyone answered."""
    ends = list(whole.edges())
    ties = {role: text(str(end[i]) for end in ends) for i, role in enumerate(("source", "target"))}
    return build(
        Columns("ties", ties),
        Columns("people", {"id": text(map(str, whole.nodes()))}),
        relations=(Relation(name="ties", directed=False),),
        everyone_answered=True,
    )


def scattered(seed: int) -> nx.Graph:
    return nx.disjoint_union_all(
        [nx.gnp_random_graph(5, 0.7, seed=seed + i) for i in range(8)],
    )


def hub_and_spoke(seed: int) -> nx.Graph:
    rng = np.random.default_rng(seed)
    whole = nx.star_graph(39)
    for _ in range(15):
        one, other = rng.integers(1, 40, 2)
        if one != other:
            whole.add_edge(int(one), int(other))
    return whole


def multi_hub(seed: int) -> nx.Graph:
    whole = nx.relaxed_caveman_graph(6, 7, 0.12, seed=seed)
    whole.remove_edges_from(list(nx.selfloop_edges(whole)))
    return whole


def core_and_rim(seed: int) -> nx.Graph:
    rng = np.random.default_rng(seed)
    whole = nx.Graph()
    whole.add_nodes_from(range(40))
    whole.add_edges_from((i, j) for i in range(10) for j in range(i) if rng.random() < 0.8)
    for person in range(10, 40):
        for other in rng.choice(10, 3, replace=False):
            whole.add_edge(person, int(other))
    return whole


def random(seed: int) -> nx.Graph:
    return nx.gnm_random_graph(40, 110, seed=seed)


SHAPES = {
    "scattered": scattered,
    "hub-and-spoke": hub_and_spoke,
    "multi-hub": multi_hub,
    "core/periphery": core_and_rim,
    "undetermined": random,
}
