"""Does everything go through one person?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.measures.declaration import Declaration, Figure
from weft.measures.kernels.betweenness import between
from weft.measures.kernels.concentration import centralization
from weft.network import Graph

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DECLARATION = Declaration(
    id="betweenness_centralization",
    family="resilience",
    question="Does everything go through one person?",
    unit="",
    low=0.0,
    high=1.0,
    direction="lower",
    smallest=3,
    sentence=(
        "On a scale from 0 (nobody stands between others more than anybody else) to 1 (every way "
        "leads through one person), the network stands at {value:.2f}."
    ),
    reading="0: everyone stands between others alike, as in a ring. 1: one hub, as in a star.",
    misreading=(
        "A few missing ties can make somebody look like the only way through: with silence, trust "
        "it little. It is 0 too where nobody is tied to anybody."
    ),
    sources=(
        (
            "Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. "
            "Social Networks, 1(3), 215-239. https://doi.org/10.1016/0378-8733(78)90021-7"
        ),
        (
            "Borassi, M. and Natale, E. (2019). KADABRA is an ADaptive Algorithm for Betweenness "
            "via Random Approximation. ACM Journal of Experimental Algorithmics, 24, 1.2. "
            "https://doi.org/10.1145/3284359"
        ),
        (
            "Brandes, U. and Pich, C. (2007). Centrality estimation in large networks. "
            "International Journal of Bifurcation and Chaos, 17(7), 2303-2318. "
            "https://doi.org/10.1142/S0218127407018403"
        ),
    ),
    silence=("impute", "reconstruct"),
    range_widened=1.1,
)


def betweenness_centralization(graph: Graph, *, seed: int = 0) -> Figure:
    r"""Return how far the shortest ways between people lead through one person.

    .. math::

       C = \frac{\sum_i (\max_j b_j - b_i)}{(n-1)^2 (n-2)},
       \qquad b_i = \sum_{s \ne i \ne t} \frac{\sigma_{st}(i)}{\sigma_{st}}

    where :math:`\sigma_{st}` counts the shortest ways from s to t and :math:`\sigma_{st}(i)` those
    of them that lead through i. In a relation without direction each pair counts once, and the
    maximum is half.

    ==============  =============================================================================
    Range           0 to 1
    Unit            none
    Direction       lower = no one person is the way through
    Level           the whole network
    Undefined when  fewer than 3 people, or nobody answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        Ways follow the direction of the ties.
    seed : int
        Chooses the sample of ways above 2,000 people.

    Returns
    -------
    Figure
        Above 2,000 people ``method`` says how many pairs were drawn and how far off it can be.

    See Also
    --------
    weft.measures.resilience.steward_betweenness_share : How much of it is the stewards'.
    weft.measures.resilience.removal_loss : What would be lost.

    Notes
    -----
    Equals R ``sna::centralization(g, betweenness)``, igraph and networkx (whose values are
    normalised). Cost: O(n m) up to 2,000 people (Brandes 2001). Above, one shortest way is drawn
    for each of so many random pairs that everyone's share of ways is within 0.01 for all at once
    with 90 % confidence (Borassi and Natale 2019; the proof is in "How sure betweenness is"): each
    costs about as many ties as the root of all. The figure is then within 0.02. Without the
    compiled core, ways are followed from 512 starts (Brandes and Pich 2007), and the error stated
    is two standard errors, from the spread between 16 batches of starts.

    References
    ----------
    Freeman (1979); Borassi and Natale (2019); Brandes and Pich (2007).

    Examples
    --------
    Ana names Ben, Ben names Cy and Di. Ben stands between Ana and Cy, and Ana and Di: 2. The others
    stand between nobody, so the distances from the greatest are 2 + 0 + 2 + 2, over 3 * 3 * 2:

    >>> import weft
    >>> net = weft.read([("Ana", "Ben"), ("Ben", "Cy"), ("Ben", "Di")], everyone_answered=True)
    >>> round(weft.measure(net, "betweenness_centralization").number, 4)
    0.3333
    """
    found = between(graph, seed=seed)
    greatest = (graph.n - 1) ** 2 * (graph.n - 2) / (1 if graph.directed else 2)
    top = int(found.each.argmax())
    said = found.said(
        lambda each: float((each[top] - each).sum() / greatest),
        # The greatest share is off by epsilon at most, and so is each of the n that are taken from
        # it; a share of 1 is n (n - 1) ways.
        within=lambda epsilon: 2 * epsilon * graph.n**2 / ((graph.n - 1) * (graph.n - 2)),
    )
    return Figure(
        value=min(1.0, centralization(found.each, greatest)),
        method="; ".join(part for part in ("Freeman's betweenness centralization", said) if part),
    )


def by_person(graph: Graph, *, seed: int = 0) -> NDArray[np.float64]:
    """Return how many shortest ways between others lead through each person."""
    return between(graph, seed=seed).each
