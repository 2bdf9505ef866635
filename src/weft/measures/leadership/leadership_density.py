"""Is there much leadership at all?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure, undefined
from weft.network import Graph

DECLARATION = Declaration(
    id="leadership_density",
    family="leadership",
    question="Is there much leadership at all?",
    unit="share of the most there could be",
    low=0.0,
    high=1.0,
    direction="higher",
    sentence=("Of all the leadership people could see in one another, they see {value:.0%}."),
    reading=(
        "0: nobody looks to anybody. 1: everybody looks to everybody, as strongly as the scale "
        "goes."
    ),
    misreading=(
        "It says how much leadership there is, not how it is spread: a star with much chatter "
        "around it is dense too. Read it beside leadership_centralization. It falls as the "
        "network grows."
    ),
    sources=(
        (
            "Carson, J. B., Tesluk, P. E. and Marrone, J. A. (2007). Shared leadership in teams. "
            "Academy of Management Journal, 50(5), 1217-1234. "
            "https://doi.org/10.5465/amj.2007.20159921"
        ),
    ),
    silence=("available", "impute"),
    settled_by=("size", "dyads", "degrees"),
)


def leadership_density(graph: Graph, *, binary: bool = False) -> Figure:
    r"""Return how much leadership is seen, as a share of the most there could be.

    .. math:: D = \frac{\sum w_{ij}}{P \, w_{\max}}

    where :math:`P` is the number of ties whose presence is known (on complete data
    :math:`n(n-1)`) and :math:`w_{\max}` the top of the declared scale, or else the greatest rating
    there is.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of the most there could be
    Direction       higher = more people lead in the eyes of more
    Level           the whole network
    Undefined when  fewer than 2 people, or nobody answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        A tie reads: source turns to target.
    binary : bool
        Count each tie as 1, however strong.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.leadership.leadership_centralization : How that leadership is spread.

    Notes
    -----
    With ``binary`` it equals networkx ``density``. Without a declared scale the figure depends on
    the greatest rating given, and two waves compare only if that is the same: declare the scale.
    Cost: O(m).

    References
    ----------
    Carson, Tesluk and Marrone (2007).

    Examples
    --------
    Three people rate one another; the ratings 4, 2 and 3 were given, of six that were possible,
    and 4 is the greatest: (4 + 2 + 3) / (6 * 4).

    >>> import weft
    >>> ties = {
    ...     "source": ["Ben", "Cy", "Ana"],
    ...     "target": ["Ana", "Ana", "Ben"],
    ...     "weight": [4, 2, 3],
    ... }
    >>> weft.measure(ties, "leadership_density").number
    0.375
    """
    if graph.possible == 0:
        return undefined("Undefined, because of no possible tie is it known whether it is there.")
    if graph.m == 0:
        return Figure(value=0.0, method="no ties")
    if binary:
        return Figure(value=graph.m / graph.possible, method="each tie counted as 1")
    scale = graph.relation.scale
    most = scale[1] if scale else graph.strengths.greatest
    said = "the top of the scale" if scale else "the greatest rating given"
    return Figure(
        value=min(1.0, graph.strengths.total / (graph.possible * most)),
        method=f"ratings as shares of {most:g}, {said}",
    )
