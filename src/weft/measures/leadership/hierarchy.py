"""Do ways lead in one direction only?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.krackhardt import condensed, reached_pairs
from weft.network import Graph

MOST_CIRCLES = 100_000
"""Above this many people who do not reach one another both ways, the pairs are too many."""

DECLARATION = Declaration(
    id="hierarchy",
    family="leadership",
    question="Do ways of leadership run in one direction only?",
    unit="share of connected pairs",
    low=0.0,
    high=1.0,
    direction="lower",
    sentence=(
        "Of the pairs where one can reach the other along the ties, {value:.0%} have no way back."
    ),
    reading="0: every way has a way back. 1: no way ever leads back, as in a chart.",
    misreading=(
        "It falls to 0 as soon as there are ties enough for most people to reach one another, "
        "so read it beside leadership_density, and only for ties of leadership or deference."
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


def hierarchy(graph: Graph) -> Figure:
    r"""Return the share of connected pairs between whom ways lead in one direction only.

    .. math:: \frac{\text{pairs reached one way}}{\text{pairs reached one way or both ways}}

    where a pair is reached one way if a path of ties leads from one to the other and none back.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of connected pairs
    Direction       lower = influence can come back; 1 in a pure hierarchy
    Level           the whole network
    Undefined when  fewer than 2 people, nobody answered, no ties, or a relation without direction
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        Turning every tie round changes nothing.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.leadership.least_upper_boundedness : Whether pairs have one person above both.

    Notes
    -----
    Krackhardt's hierarchy; equals R ``sna::hierarchy(measure = "krackhardt")``. Cost: O(m) and one
    bit for each pair of people who do not reach each other both ways, a block at a time.

    References
    ----------
    Krackhardt (1994); Everett and Krackhardt (2012).

    Examples
    --------
    Ana and Ben look to each other, Cy looks to Ana. Ana and Ben reach each other; Cy reaches both
    and neither reaches Cy: 2 of 3 pairs.

    >>> import weft
    >>> net = weft.read([("Ana", "Ben"), ("Ben", "Ana"), ("Cy", "Ana")], everyone_answered=True)
    >>> round(weft.measure(net, "hierarchy").number, 4)
    0.6667
    """
    if not graph.directed:
        return undefined("Undefined, because the relation has no direction.")
    if graph.m == 0:
        return undefined("Undefined, because there are no ties.")
    circles = condensed(graph)
    if len(circles) > MOST_CIRCLES:
        return undefined(
            f"Not computed at this size, because {len(circles):,} people do not reach one another "
            f"both ways, and pairs are followed only up to {MOST_CIRCLES:,}."
        )
    pairs = reached_pairs(circles)
    return Figure(
        value=pairs.one_way / (pairs.one_way + pairs.both_ways), method="Krackhardt's hierarchy"
    )
