"""Small networks for weaving, written down by hand or drawn."""

import networkx as nx

import weft
from weft.network import Graph
from weft.weaving.ground import Ground, ground_of


def network(pairs: str, people: str = "", **columns: list[str]) -> weft.Network:
    """Return the network of pairs such as ``"ab bc"``; everyone answered."""
    ends = pairs.split()
    ids = sorted(set("".join(ends)) | set(people))
    ties = {"source": [pair[0] for pair in ends], "target": [pair[1] for pair in ends]}
    return weft.read(ties, people={"id": ids} | columns, everyone_answered=True)


def ground(pairs: str, people: str = "", **columns: list[str]) -> Ground:
    """Return what suggestions about such a network stand on."""
    return ground_of(network(pairs, people, **columns))


def graph_of(made: nx.Graph) -> Graph:
    """Return the tied pairs of a networkx graph."""
    return ground_of(network_of(made)).tied


def network_of(made: nx.Graph, **columns: list[str]) -> weft.Network:
    """Return a networkx graph as a network in which everyone answered."""
    ids = [str(person) for person in made]
    ties = {"source": [str(a) for a, _ in made.edges], "target": [str(b) for _, b in made.edges]}
    return weft.read(ties, people={"id": ids} | columns, everyone_answered=True)
