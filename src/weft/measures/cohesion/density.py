"""How much of what could be tied is tied?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure, undefined
from weft.network import Graph

DECLARATION = Declaration(
    id="density",
    family="cohesion",
    question="How connected are we, of all the ties there could be?",
    unit="share of possible ties",
    low=0.0,
    high=1.0,
    direction="depends",
    sentence="Of all ties there could be, {value:.0%} are there.",
    reading="0: nobody is tied to anybody. 1: everybody is tied to everybody.",
    misreading=(
        "It falls as the network grows, because nobody can keep up with everybody. Compare "
        "networks of different size, or waves with newcomers, by mean_degree instead."
    ),
    sources=(
        "Wasserman, S. and Faust, K. (1994). Social Network Analysis, section 4.2.3. Cambridge.",
    ),
    silence=("available", "reconstruct", "impute"),
    more_ties_never_lower=True,
    settled_by=("size", "dyads", "degrees"),
)


def density(graph: Graph) -> Figure:
    r"""Return the share of possible ties that are there, among those whose presence is known.

    .. math:: \Delta = m_R / (r (n - 1))

    where :math:`r` people answered and sent :math:`m_R` ties.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of possible ties
    Direction       depends: more ties are not always better, and cost time to keep
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
    weft.measures.cohesion.mean_degree : For comparing networks of different size.

    Notes
    -----
    Equals networkx, igraph and R ``sna`` on complete data. Cost: O(1) once the graph is built.

    References
    ----------
    Wasserman and Faust (1994).

    Examples
    --------
    Two of three people answered. Each could name two others, so four ties are possible, and three
    are there:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ana", "Cy"), ("Ben", "Ana")]
    >>> weft.measure(ties, "density").number
    0.75
    """
    if graph.possible == 0:
        return undefined("Undefined, because of no possible tie is it known whether it is there.")
    return Figure(value=graph.m / graph.possible)
