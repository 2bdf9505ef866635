"""How much goes through the stewards?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.betweenness import between
from weft.network import Graph

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DECLARATION = Declaration(
    id="steward_betweenness_share",
    family="resilience",
    question="How much goes through the stewards?",
    unit="share of shortest ways",
    low=0.0,
    high=1.0,
    direction="lower",
    smallest=3,
    sentence="Of the standing between others that there is, {value:.0%} is the stewards'.",
    reading="0: no shortest way leads through a steward. 1: every way through anyone leads there.",
    misreading=(
        "Being between others is also the work of bringing people together: in a young "
        "network it is right that much goes through the stewards. Watch whether it falls. "
        "Missing answers move it strongly."
    ),
    sources=(
        (
            "Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. "
            "Social Networks, 1(3), 215-239. https://doi.org/10.1016/0378-8733(78)90021-7"
        ),
    ),
    silence=("impute", "reconstruct"),
    range_widened=1.25,
    needs=("stewards",),
    parts={
        "stewards": "people marked as stewards",
        "even_share": "what the share would be if everyone stood between others alike",
    },
)


def steward_betweenness_share(graph: Graph, *, seed: int = 0) -> Figure:
    r"""Return the stewards' share of standing between others.

    .. math:: \frac{\sum_{i \in \text{stewards}} b_i}{\sum_i b_i}

    where :math:`b_i` counts the shortest ways between others that lead through i.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of shortest ways
    Direction       lower = less hangs on the stewards
    Level           the whole network
    Undefined when  nobody is marked as a steward, nobody answered, or nobody stands between others
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

    See Also
    --------
    weft.measures.resilience.betweenness_centralization : Whether one person is the way through.
    weft.measures.leadership.steward_share : Their share of leadership.

    Notes
    -----
    Equals igraph. Cost: O(n m) up to 2,000 people. Above, ways are sampled as for
    ``betweenness_centralization``: everyone's own share of all ways is within 0.01. How far off
    this figure is does not follow from that; it is told from the spread between 16 batches.

    References
    ----------
    Freeman (1979).

    Examples
    --------
    Ana names Ben, Ben names Cy, Cy names Di. Ben stands between Ana and two others, Cy between Di
    and two others. Ben is the steward: 2 of 4.

    >>> import weft
    >>> net = weft.read([("Ana", "Ben"), ("Ben", "Cy"), ("Cy", "Di")], everyone_answered=True)
    >>> weft.measure(net.with_stewards(["Ben"]), "steward_betweenness_share").number
    0.5
    """
    steward = graph.people.steward
    if not steward.any():
        return undefined("Undefined, because nobody is marked as a steward.")
    found = between(graph, seed=seed)
    if not found.each.any():
        return undefined("Undefined, because nobody stands between two others.")

    def share(each: NDArray[np.float64]) -> float:
        return float(each[steward].sum() / max(each.sum(), 1e-300))

    return Figure(
        value=min(1.0, share(found.each)),
        parts={"stewards": float(steward.sum()), "even_share": float(steward.mean())},
        method=found.said(share),
    )
