"""Introductions for a network: processor seconds, and networkx's Adamic-Adar scores as the peer.

The peer only scores the pairs of those who know somebody in common, which is where choosing begins.
"""

from functools import partial
from typing import Any

import weft
from benchmarks.figures import seconds_of
from benchmarks.networks import grown

SIZES = ((500, 5_000, 3.0), (5_000, 50_000, 30.0))


def run() -> dict[str, Any]:
    """Return the seconds of both at each size."""
    sizes = {}
    for people, ties, most in SIZES:
        net = network_of(people, ties)
        seconds, found = seconds_of(partial(weft.introductions, net, keep_out=0.2, seed=1))
        peer, _ = seconds_of(partial(adamic_adar, net))
        sizes[str(people)] = {
            "ties": ties,
            "weft": seconds,
            "introductions": len(found),
            "networkx Adamic-Adar": peer,
            "ratio": seconds / peer,
            "most seconds": most,
        }
    return {"sizes": sizes}


def network_of(people: int, ties: int) -> weft.Network:
    """Return a made-up network in which everyone answered."""
    source, target = grown(people, ties, 1)
    ends = {"source": [str(i) for i in source], "target": [str(i) for i in target]}
    return weft.read(ends, people={"id": [str(i) for i in range(people)]}, everyone_answered=True)


def adamic_adar(net: weft.Network) -> int:
    """Score all pairs that are not tied, as networkx does it."""
    import networkx as nx

    graph = net.graph()
    made = nx.Graph(zip(graph.source.tolist(), graph.target.tolist(), strict=True))
    near = {
        (a, b)
        for middle in made
        for a in made[middle]
        for b in made[middle]
        if a < b and b not in made[a]
    }
    return sum(1 for _ in nx.adamic_adar_index(made, near))
