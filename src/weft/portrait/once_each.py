"""Whether a relation with a direction looks like a list in which each pair stands once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weft.network import Graph

FEWEST_TIES_TO_TELL = 20


def undirected_flag(relation: str) -> str:
    """Return the option that says that a relation has no direction.

    Examples
    --------
    >>> undirected_flag("meets"), undirected_flag("works with")
    ('--undirected meets', '--undirected "works with"')
    """
    return f'--undirected "{relation}"' if " " in relation else f"--undirected {relation}"


def once_each(graph: Graph) -> bool:
    """Return whether not one of many ties has its like in the other direction.

    So it is where ties have no direction and each was written down once; people who name others
    almost never leave such a trace.
    """
    return graph.directed and graph.m >= FEWEST_TIES_TO_TELL and graph.tied == graph.m
