"""Are we one network, or several pieces?"""

from __future__ import annotations

from types import MappingProxyType

from weft.measures.declaration import Declaration, Figure
from weft.measures.kernels.components import strong_sizes, weak_sizes
from weft.network import Graph

DECLARATION = Declaration(
    id="largest_component_share",
    family="cohesion",
    question="Are we one network, or several pieces?",
    unit="share of people",
    low=0.0,
    high=1.0,
    direction="higher",
    sentence=(
        "{value:.0%} of people hang together in one piece, whoever named whom; people without any "
        "tie: {isolates:,.0f}."
    ),
    reading="1: there is a way between any two people, when direction is disregarded.",
    misreading=(
        "One piece can hang by a single thread: read it beside two_connected_share. Silence makes "
        "pieces where there are none."
    ),
    sources=(
        (
            "Wasserman, S. and Faust, K. (1994). Social Network Analysis, section 4.2.6. "
            "Cambridge University Press."
        ),
    ),
    silence=("impute", "reconstruct"),
    parts=MappingProxyType(
        {
            "components": "how many pieces there are, people without ties included",
            "strong_components": (
                "how many sets there are within which everyone gets to everyone along the ties"
            ),
            "isolates": "how many people have no tie",
        }
    ),
    more_ties_never_lower=True,
)


def largest_component_share(graph: Graph) -> Figure:
    r"""Return the share of people in the largest piece that hangs together.

    .. math:: \max_c n_c / n

    where :math:`n_c` people are in piece c: a way leads between any two of them when the direction
    of ties is disregarded, and none to anybody else.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of people
    Direction       higher = fewer people are cut off
    Level           the whole network
    Undefined when  fewer than 2 people, or nobody answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.cohesion.efficiency : How short the ways are.
    weft.measures.resilience.two_connected_share : Who has two ways in.

    Notes
    -----
    Equals R ``sna::components``, networkx and igraph: the counts of pieces include people without
    ties. In a relation without direction the strong pieces are the pieces. Cost: O(n + m).

    References
    ----------
    Wasserman and Faust (1994).

    Examples
    --------
    Ana names Ben, Ben names Cy; Di names nobody. Three of four hang together:

    >>> import weft
    >>> people = {"id": ["Ana", "Ben", "Cy", "Di"]}
    >>> ties = {"source": ["Ana", "Ben"], "target": ["Ben", "Cy"]}
    >>> net = weft.read(ties, people=people, everyone_answered=True)
    >>> weft.measure(net, "largest_component_share").sentence
    '75% of people hang together in one piece, whoever named whom; people without any tie: 1.'
    """
    sizes = weak_sizes(graph)
    strong = strong_sizes(graph) if graph.directed else sizes
    parts = {
        "components": len(sizes),
        "strong_components": len(strong),
        "isolates": int((sizes == 1).sum()),
    }
    return Figure(value=float(sizes.max() / graph.n), parts=parts)
