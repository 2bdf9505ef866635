"""Small networks for rehearsals, and losses found by looking at every pair."""

from itertools import combinations

import networkx as nx

import weft


def read(graph, *, relation="works_with", stewards=(), silent=(), **columns):
    """Return a networkx graph as a network of one relation; people are called by their number.

    A tie is reported by either end that is not silent; between two who are silent, by nobody.
    """
    ids = [str(x) for x in graph]
    told = [(b, a) if a in silent else (a, b) for a, b in graph.edges]
    rows = [(str(a), str(b)) for a, b in told if a not in silent]
    ties = {"source": [a for a, _ in rows], "target": [b for _, b in rows]}
    if not rows:  # a tie of strength 0 is none
        ties = {"source": ids[:1], "target": ids[1:2], "weight": ["0"]}
    ties["relation"] = [relation] * len(ties["source"])
    people = {
        "id": ids,
        "steward": ["yes" if x in stewards else "no" for x in graph],
        "responded": ["no" if x in silent else "yes" for x in graph],
    } | columns
    return weft.read(ties, people=people)


def short(graph, a, b):
    """Whether two people are tied or tied to the same person."""
    return graph.has_edge(a, b) or bool(set(graph[a]) & set(graph[b]))


def losses(graph, leaving):
    """Return the five losses by looking at every pair."""
    left = graph.copy()
    left.remove_nodes_from(leaving)
    pairs = list(combinations(left, 2))
    lost = [(a, b) for a, b in pairs if short(graph, a, b) and not short(left, a, b)]
    largest = max(nx.connected_components(graph), key=lambda part: len(part - set(leaving)))
    pieces = [len(piece & largest) for piece in nx.connected_components(left)]
    return {
        "short_ways": len(lost),
        "losing": len({person for pair in lost for person in pair}),
        "no_way": sum(nx.has_path(graph, a, b) and not nx.has_path(left, a, b) for a, b in pairs),
        "cut_off": sum(pieces) - max(pieces, default=0),
        "alone": sum(graph.degree(x) > 0 and not left.degree(x) for x in left),
    }


def lacking(graph, left):
    """Return how many pairs of those left lack a way, and a short way, that they had before."""
    pairs = list(combinations(left, 2))
    return (
        sum(nx.has_path(graph, a, b) and not nx.has_path(left, a, b) for a, b in pairs),
        sum(short(graph, a, b) and not short(left, a, b) for a, b in pairs),
    )
