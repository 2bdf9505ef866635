"""The rehearsal of leaving for 500 people and 5,000 ties: Weft against networkx.

Weft does the whole rehearsal: lost ways, every figure of the portrait before and after, five
introductions that mend most, hand-over and reverse. networkx does less: the before and after of
those figures that it has, and the pairs that lose their only short way by looking at each. Both
start from the ties as they were read; imports are not counted.
"""

from itertools import combinations
from typing import Any

import networkx as nx

import weft
from benchmarks.figures import seconds_of
from benchmarks.networks import grown

PEOPLE, TIES, SEED, REPEATS = 500, 5_000, 1, 3
MOST_SECONDS = 2.0


def run() -> dict[str, Any]:
    """Return the processor seconds of the rehearsal, those of networkx, and the ratio."""
    network = made()
    who = busiest(network)
    once(network, who)  # so that no import is counted
    ours = min(seconds_of(lambda: once(network, who))[0] for _ in range(REPEATS))
    graph = nx.Graph(zip(*(end.tolist() for end in network.graph().either), strict=True))
    graph.add_nodes_from(range(PEOPLE))
    peer, lost = seconds_of(lambda: by_networkx(graph, network.people.position[who]))
    assert lost == once(network, who).count("short_ways")
    return {
        "people": PEOPLE,
        "ties": TIES,
        "weft": ours,
        "networkx": peer,
        "ratio": peer / ours,
        "most seconds": MOST_SECONDS,
    }


def made() -> weft.Network:
    """Return a network in which everybody answered; people turn to each other in it."""
    source, target = grown(PEOPLE, TIES, SEED)
    ties = {
        "source": source.astype(str).tolist(),
        "target": target.astype(str).tolist(),
        "relation": ["turns_to"] * TIES,
    }
    return weft.read(ties, everyone_answered=True)


def busiest(network: weft.Network) -> str:
    """Return the id of the person most others turn to."""
    return network.people.ids[int(network.graph().received.argmax())]


def once(network: weft.Network, who: str) -> weft.StepBack:
    """Rehearse with a network of which nothing is remembered."""
    return weft.step_back(network.at_least(0.0), [who])


def by_networkx(graph: nx.Graph, who: int) -> int:
    """Compute what networkx has of the same, and return how many pairs lose their short way."""
    left = graph.copy()
    left.remove_node(who)
    for one in (graph, left):
        nx.density(one)
        nx.global_efficiency(one)
        nx.transitivity(one)
        nx.betweenness_centrality(one)
        nx.constraint(one)
        nx.effective_size(one)
        nx.degree_assortativity_coefficient(one)
        max(map(len, nx.connected_components(one)))
        max(map(len, nx.biconnected_components(one)))
        nx.community.modularity(one, nx.community.louvain_communities(one, seed=SEED))
    return sum(
        not left.has_edge(a, b) and set(left[a]).isdisjoint(left[b])
        for a, b in combinations(graph[who], 2)
    )
