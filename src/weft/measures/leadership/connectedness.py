"""Do people hang together, direction aside?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure
from weft.measures.kernels.components import weak_sizes
from weft.network import Graph

DECLARATION = Declaration(
    id="connectedness",
    family="leadership",
    question="Could word of mouth get from anyone to anyone?",
    unit="share of pairs",
    low=0.0,
    high=1.0,
    direction="higher",
    sentence="{value:.0%} of all pairs of people hang together through ties, direction aside.",
    reading="1: the network is in one piece. 0: nobody is tied to anybody.",
    misreading=(
        "One tie is enough to join two halves, so a high figure can hang by a thread: see "
        "two_connected_share."
    ),
    sources=(
        (
            "Krackhardt, D. (1994). Graph theoretical dimensions of informal organizations. In "
            "Carley and Prietula (eds), Computational Organization Theory, 89-111. Erlbaum."
        ),
        (
            "Everett, M. G. and Krackhardt, D. (2012). A second look at Krackhardt's graph "
            "theoretical dimensions of informal organizations. Social Networks, 34(2), "
            "159-163. https://doi.org/10.1016/j.socnet.2011.10.006"
        ),
    ),
    silence=("impute", "reconstruct"),
    more_ties_never_lower=True,
)


def connectedness(graph: Graph) -> Figure:
    r"""Return the share of pairs between whom there is a way, direction aside.

    .. math:: \frac{\sum_c N_c (N_c - 1)}{n (n - 1)}

    where :math:`N_c` is how many people each part of the network has.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of pairs
    Direction       higher = more people hang together
    Level           the whole network
    Undefined when  fewer than 2 people, or nobody answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        A tie in one direction joins both.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.cohesion.largest_component_share : The share of people in the largest part.
    weft.measures.resilience.two_connected_share : Whether that hangs by a thread.

    Notes
    -----
    Krackhardt's connectedness; equals R ``sna::connectedness``. Cost: O(n + m).

    References
    ----------
    Krackhardt (1994); Everett and Krackhardt (2012).

    Examples
    --------
    Three people hang together and Di stands alone: 3 of 6 pairs.

    >>> import weft
    >>> net = weft.read(
    ...     [("Ana", "Ben"), ("Cy", "Ben")], people={"id": ["Ana", "Ben", "Cy", "Di"]},
    ...     everyone_answered=True,
    ... )
    >>> weft.measure(net, "connectedness").number
    0.5
    """
    sizes = weak_sizes(graph)
    joined = int((sizes * (sizes - 1)).sum())
    return Figure(value=joined / (graph.n * (graph.n - 1)), method="Krackhardt's connectedness")
