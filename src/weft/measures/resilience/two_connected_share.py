"""How many of us have two ways in?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure
from weft.measures.kernels.cut_points import sizes_of_the_unsplit
from weft.network import Graph

DECLARATION = Declaration(
    id="two_connected_share",
    family="resilience",
    question="How many of us have two separate ways to one another?",
    unit="share of people",
    low=0.0,
    high=1.0,
    direction="higher",
    sentence=(
        "{value:.0%} of people belong to the largest group that no single person's leaving "
        "can split."
    ),
    reading="1: nobody's leaving would cut anybody off. 0: everyone hangs by a thread.",
    misreading=(
        "A missing answer hides second ways, so the true share is rather higher. The group may be "
        "one long ring: two ways, and both long."
    ),
    sources=(
        (
            "Moody, J. and White, D. R. (2003). Structural cohesion and embeddedness. American "
            "Sociological Review, 68(1), 103-127. https://doi.org/10.2307/3088904"
        ),
    ),
    silence=("impute", "reconstruct"),
    more_ties_never_lower=True,
)


def two_connected_share(graph: Graph) -> Figure:
    r"""Return the share of people in the largest group that no one person's leaving splits.

    .. math:: \frac{\max_B |B|}{n}

    over the groups B of at least three people that stay in one piece whoever of them leaves. Ties
    in either direction hold people together.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of people
    Direction       higher = more people have two separate ways to one another
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
    weft.measures.resilience.cut_people : Those whose leaving would cut somebody off.

    Notes
    -----
    Equals the largest of networkx ``biconnected_components``, except that two people joined by a
    single tie are no such group. Cost: O(n + m).

    References
    ----------
    Moody and White (2003).

    Examples
    --------
    Ana, Ben and Cy are tied to one another, and Di to Cy alone: 3 of 4.

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Cy"), ("Cy", "Ana"), ("Cy", "Di")]
    >>> weft.measure(weft.read(ties, everyone_answered=True), "two_connected_share").number
    0.75
    """
    sizes = sizes_of_the_unsplit(graph)
    return Figure(value=int(sizes[sizes > 2].max(initial=0)) / graph.n)
