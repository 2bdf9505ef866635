"""Do we fall into separate circles?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.chance import (
    DRAWS,
    TOO_LARGE,
    against_same_degrees,
    circles_of,
    too_large,
)
from weft.network import Graph

DECLARATION = Declaration(
    id="modularity",
    family="structure",
    question="Do we fall into separate circles?",
    unit="",
    low=-0.5,
    high=1.0,
    direction="depends",
    sentence=(
        "People fall into {communities:.0f} circles with more ties inside than chance gives, by "
        "{value:.2f} on a scale that ends at 1."
    ),
    reading=(
        "0: circles have no more ties inside than chance gives. Near 1: almost all ties are "
        "inside. Whether it is more than any network with such numbers of ties would show is said "
        "by the p-value."
    ),
    misreading=(
        "A sparse random network easily reaches 0.3 or more, so the figure alone shows no silos. "
        "Another run may draw the borders elsewhere: do not tell a person which circle is theirs."
    ),
    sources=(
        (
            "Newman, M. E. J. and Girvan, M. (2004). Finding and evaluating community structure in "
            "networks. Physical Review E, 69, 026113. https://doi.org/10.1103/PhysRevE.69.026113"
        ),
        (
            "Blondel, V. D. et al. (2008). Fast unfolding of communities in large networks. "
            "Journal of Statistical Mechanics, P10008. https://doi.org/10.1088/1742-5468/2008/10/P10008"
        ),
        (
            "Traag, V. A., Waltman, L. and van Eck, N. J. (2019). From Louvain to Leiden: "
            "guaranteeing well-connected communities. Scientific Reports, 9, 5233. "
            "https://doi.org/10.1038/s41598-019-41695-z"
        ),
    ),
    silence=("impute", "reconstruct"),
    parts={"communities": "circles of two or more people"},
    isolates_change_it=False,
    no_interval_because=(
        "what is drawn knows no hidden groups, and the range would hold the truth too seldom"
    ),
)


def modularity(graph: Graph, *, null_draws: int = DRAWS, seed: int = 0) -> Figure:
    r"""Return how far ties stay within circles, for the division that shows it most.

    .. math:: Q = \sum_c \left[ \frac{m_c}{m} - \left( \frac{k_c}{2m} \right)^2 \right]

    over the pairs tied in either direction, with :math:`m_c` of :math:`m` pairs inside circle c,
    whose people have :math:`k_c` ties together.

    ==============  =============================================================================
    Range           -0.5 to 1
    Unit            none
    Direction       depends: circles are where trust grows, and silos where it stays
    Level           the whole network
    Undefined when  fewer than 2 people, nobody answered, or no ties
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
    null_draws : int
        How many random networks it is set against; 0 for none.
    seed : int
        Of the search and of the random networks.

    Returns
    -------
    Figure
        With one null, in which everyone keeps as many ties as they have; above 2,000 people or
        50,000 pairs without.

    See Also
    --------
    weft.measures.structure.mixing : How far ties stay within groups that are known beforehand.

    Notes
    -----
    The best of 10 runs of Louvain's method as igraph has it, or, where there is no null, Leiden's
    method; for the division found networkx ``modularity`` gives the same figure. The greatest of
    all divisions cannot be had in reasonable time. The null compares one run with one run. Cost:
    about O(m) for each run.

    References
    ----------
    Newman and Girvan (2004); Blondel et al. (2008); Traag, Waltman and van Eck (2019).

    Examples
    --------
    Two trios, all tied within, and one tie between them. Each trio has 3 of the 7 ties and half of
    all ends, so 2 · (3/7 - (1/2)²):

    >>> import weft
    >>> ties = ["Ana Ben", "Ben Cy", "Ana Cy", "Di Eve", "Eve Flo", "Di Flo", "Cy Di"]
    >>> net = weft.read([tuple(t.split()) for t in ties], everyone_answered=True)
    >>> m = weft.measure(net, "modularity")
    >>> round(m.number, 4), m.parts["communities"]
    (0.3571, 2.0)
    """
    if graph.m == 0:
        return undefined("Undefined, because there are no ties.")
    found = circles_of(graph, seed=seed)
    best = found.best
    parts = {"communities": float(best.circles)}
    said = f"pairs tied in either direction; {found.said}"
    if too_large(graph):
        return Figure(value=best.modularity, parts=parts, method=f"{said}; {TOO_LARGE}")
    if null_draws == 0:
        return Figure(value=best.modularity, parts=parts, method=said)
    null = against_same_degrees(graph, seed=seed, draws=null_draws).circles
    return Figure(value=best.modularity, parts=parts, nulls=(null,), method=said)
