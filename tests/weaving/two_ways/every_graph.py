"""The fewest ties that make any graph of a few people safe, found by looking at every graph."""

from functools import cache
from itertools import combinations

import networkx as nx
import numpy as np
from networkx.generators.atlas import graph_atlas_g


def graphs(fewest, most):
    """Return one graph of each shape with so many people."""
    return [graph for graph in graph_atlas_g() if fewest <= len(graph) <= most]


@cache
def fewest_ties(n, kind):
    """Return, for each graph as the number of its set of pairs, how many ties have to be added.

    Every graph of n people is looked at; whatever is safe needs none, and whatever is not needs one
    more than the best of the graphs with one tie more.
    """
    pairs = list(combinations(range(n), 2))
    every = np.arange(1 << len(pairs), dtype=np.int32)
    ways = [np.zeros(len(every), dtype=np.uint8) for _ in range(n)]
    for bit, (a, b) in enumerate(pairs):
        there = (every >> bit & 1).astype(np.uint8)
        ways[a] |= there << b
        ways[b] |= there << a
    safe = _together(ways, range(n))
    if kind == "person":
        for gone in range(n):
            safe &= _together(ways, [x for x in range(n) if x != gone])
    else:
        for bit, (a, b) in enumerate(pairs):
            less = list(ways)
            less[a], less[b] = ways[a] & (255 - (1 << b)), ways[b] & (255 - (1 << a))
            safe &= _together(less, range(n)) | (every >> bit & 1 == 0)
    needed = np.where(safe, 0, 99).astype(np.int8)
    many = np.bitwise_count(every)
    for ties in range(len(pairs) - 1, -1, -1):
        here = every[many == ties]
        for bit in range(len(pairs)):
            free = here[here >> bit & 1 == 0]
            needed[free] = np.minimum(needed[free], needed[free | 1 << bit] + 1)
    return needed


def needed_by(graph, kind):
    """Return how many ties a graph lacks."""
    n = len(graph)
    number = sum(
        1 << bit for bit, (a, b) in enumerate(combinations(range(n), 2)) if graph.has_edge(a, b)
    )
    return int(fewest_ties(n, kind)[number])


def is_safe(graph, kind):
    """Whether no single departure cuts anybody off, by networkx."""
    if kind == "person":
        return nx.is_biconnected(graph)
    return nx.is_connected(graph) and not nx.has_bridges(graph)


def _together(ways, people):
    """Return in which graphs these people hang together."""
    people = list(people)
    inside = sum(1 << person for person in people)
    reached = np.full(len(ways[0]), 1 << people[0], dtype=np.uint8)
    for _ in people:
        for person in people:
            reached |= (reached >> person & 1) * (ways[person] & inside)
    return reached == inside
