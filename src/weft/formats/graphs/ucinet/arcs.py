"""The ties of a network for files in which every tie has a direction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weft.formats.roles.edges import Edges, edges_of
from weft.formats.roles.values import text_column

if TYPE_CHECKING:
    from weft.network import Network


def arcs_of(network: Network) -> Edges:
    """Return the ties of a network, one without direction both ways, with the weights as text."""
    edges = edges_of(network)
    again = [i for i, directed in enumerate(edges.directed) if not directed]
    more = {**edges.more, "weight": text_column(edges.more["weight"]).to_pylist()}
    return replace(
        edges,
        source=edges.source + [edges.target[i] for i in again],
        target=edges.target + [edges.source[i] for i in again],
        directed=[True] * (len(edges) + len(again)),
        more={role: [*cells, *(cells[i] for i in again)] for role, cells in more.items()},
    )
