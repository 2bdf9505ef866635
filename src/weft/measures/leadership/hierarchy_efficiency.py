"""Are there more ties than it takes to hold together?"""

from __future__ import annotations

from typing import Literal

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.components import weak_sizes
from weft.measures.kernels.krackhardt import redundant_share
from weft.network import Graph

DECLARATION = Declaration(
    id="hierarchy_efficiency",
    family="leadership",
    question="Are there only as many ties as it takes to hold together?",
    unit="",
    low=0.0,
    high=1.0,
    direction="lower",
    sentence=(
        "On a scale from 0 (every tie there could be) to 1 (not one tie more than holds people "
        "together), the network stands at {value:.2f}."
    ),
    reading="1: take any tie away and somebody is cut off, as in a chart. 0: everybody is tied.",
    misreading=(
        "“Efficient” is the word of the chart: a network without a spare tie is brittle. Compare "
        "networks of like density, since it mirrors density closely."
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
    isolates_change_it=False,
)


def hierarchy_efficiency(graph: Graph, *, count: Literal["pairs", "arcs"] = "pairs") -> Figure:
    r"""Return how few ties there are beyond those that hold each part together.

    .. math:: 1 - \frac{m - \sum_c (N_c - 1)}{\sum_c \left(M_c - (N_c - 1)\right)}

    where :math:`N_c` is how many people each part of the network has and :math:`M_c` the most ties
    it could have: :math:`N_c(N_c-1)/2` pairs, or twice that many arcs.

    ==============  =============================================================================
    Range           0 to 1
    Unit            none
    Direction       lower = more ways round; 1 in a pure hierarchy
    Level           the whole network
    Undefined when  fewer than 2 people, nobody answered, or there is no room for a spare tie
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        Turning every tie round changes nothing.
    count : {'pairs', 'arcs'}
        ``pairs``: a pair tied in one direction or both counts once, as Krackhardt defined it.
        ``arcs``: each direction counts, as R ``sna::efficiency`` does.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.resilience.two_connected_share : The good of a second way in.

    Notes
    -----
    ``count="arcs"`` equals R ``sna::efficiency``, which calls a pair that looks to each other one
    tie too many. Cost: O(n + m).

    References
    ----------
    Krackhardt (1994); Everett and Krackhardt (2012).

    Examples
    --------
    Ana and Ben look to each other, Cy looks to Ana. Two pairs hold three people together, and three
    pairs are possible: no pair is spare. Of six possible arcs there are three, one more than two:
    1 - (3 - 2) / (6 - 2).

    >>> import weft
    >>> net = weft.read([("Ana", "Ben"), ("Ben", "Ana"), ("Cy", "Ana")], everyone_answered=True)
    >>> weft.measure(net, "hierarchy_efficiency").number
    1.0
    >>> weft.measure(net, "hierarchy_efficiency", count="arcs").number
    0.75
    """
    arcs = count == "arcs"
    ties = len(graph.arcs[0]) if arcs else len(graph.either[0])
    spare = redundant_share(ties, weak_sizes(graph), both_directions=arcs)
    if spare is None:
        return undefined(
            "Undefined, because no part of the network has people enough for a tie to be spare."
        )
    return Figure(value=1 - spare, method=f"Krackhardt's efficiency, {count} counted")
