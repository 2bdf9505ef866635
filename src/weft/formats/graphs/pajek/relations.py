"""What the relations of a Pajek file are called, where it holds one network or several."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from weft.formats.graphs.attributes import free_name
from weft.formats.graphs.pajek.ties import Ties, add_ties_of
from weft.network import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.formats.graphs.pajek.content import Content, Vertices


def ties_and_relations(
    content: Content, networks: Sequence[Vertices]
) -> tuple[Ties, list[Relation]]:
    """Return the ties of networks that have the same vertices, and their named relations.

    Ties of a network without named relations are a relation that is called as the network, where
    there are several networks.
    """
    parts: list[tuple[str, Ties, dict[str, bool]]] = []
    names: dict[str, None] = {}
    for number, network in enumerate(networks, start=1):
        ties, called = Ties(), dict[str, str]()
        add_ties_of(content, network, called, ties)
        name = free_name(network.name or f"network {number}", names)
        names[name] = None
        parts.append((name, ties, _named(network, called)))
    if len(parts) == 1:
        _, ties, named = parts[0]
        return ties, [Relation(name=name, directed=directed) for name, directed in named.items()]
    shared = Counter(name for _, _, named in parts for name in named)
    every, relations = Ties(), []
    for network_name, ties, named in parts:
        new: dict[str | None, str] = {
            name: f"{network_name}: {name}" if shared[name] > 1 or name in names else name
            for name in named
        }
        new[None] = network_name
        ties.relation = [new.get(name, name) for name in ties.relation]
        every.add_all(ties)
        relations += [Relation(name=new[n], directed=named[n]) for n in named]
    return every, relations


def _named(network: Vertices, called: dict[str, str]) -> dict[str, bool]:
    """Return the relations of a network that have a name, and whether they have a direction."""
    named = dict.fromkeys(called.values(), False)
    for section in network.ties:
        number, name = section.relation
        name = called[number] if number is not None else name
        if name is not None:
            undirected = section.keyword.startswith("edges") or (
                section.keyword == "matrix" and network.first_mode > 0
            )
            named[name] = named.get(name, False) or not undirected
    return named
