"""Has every pair one person above both of them?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.components import weak_sizes
from weft.measures.kernels.krackhardt import condensed, pairs_without_least_upper_bound
from weft.network import Graph

MOST_PEOPLE = 2_000
"""Above this many people there are too many pairs to look at each."""

DECLARATION = Declaration(
    id="least_upper_boundedness",
    family="leadership",
    question="Is there, for every two people, one who stands above both?",
    unit="share of pairs",
    low=0.0,
    high=1.0,
    direction="lower",
    sentence=(
        "On a scale from 0 to 1 (every two people have one who stands above both, as in a chart), "
        "the network stands at {value:.2f}."
    ),
    reading="1: for any two people there is one person to whom all ways upward lead first.",
    misreading=(
        "It depends on which way ties point: R sna, and the default here, read a tie as leading "
        "down from source to target. Where a tie means “turns to”, say turned=True. It says little "
        "where most people reach one another."
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
    smallest=3,
    isolates_change_it=False,
)


def least_upper_boundedness(graph: Graph, *, turned: bool = False) -> Figure:
    r"""Return the share of pairs that have a least upper bound.

    .. math:: 1 - \frac{\sum_c V_c}{\sum_c (N_c - 1)(N_c - 2) / 2}

    where :math:`V_c` counts the pairs, in each part of :math:`N_c` people, without a least upper
    bound. An upper bound of two people is one who reaches both along ties (or is one of them); it
    is the least if every other upper bound reaches it.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of pairs
    Direction       lower = no single line of command; 1 in a pure hierarchy
    Level           the whole network
    Undefined when  nobody answered, no part has three people, or a relation without direction;
                    not computed above 2,000 people
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        A tie leads down, from source to target.
    turned : bool
        Read ties the other way round, for ties that lead up: “reports to”, “turns to”.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.leadership.hierarchy : Whether ways lead back.

    Notes
    -----
    By Krackhardt's definition. R ``sna::lubness`` 2.7 tests the reverse of its own manual (it asks
    for an upper bound that reaches every other one), so it agrees on trees only. Cost: O(k³) at
    worst for k people or circles of people who all reach one another.

    References
    ----------
    Krackhardt (1994); Everett and Krackhardt (2012).

    Examples
    --------
    Ana and Ben both lead Cy and Di. Above Cy and Di stand Ana and Ben, and neither reaches the
    other; Ana and Ben have nobody above both. That is 2 of the 3 pairs that could lack a bound:

    >>> import weft
    >>> ties = [("Ana", "Cy"), ("Ana", "Di"), ("Ben", "Cy"), ("Ben", "Di")]
    >>> net = weft.read(ties, everyone_answered=True)
    >>> round(weft.measure(net, "least_upper_boundedness").number, 4)
    0.3333
    """
    if not graph.directed:
        return undefined("Undefined, because the relation has no direction.")
    if graph.n > MOST_PEOPLE:
        return undefined(
            f"Not computed at this size, because every pair of {graph.n:,} people would have to be "
            f"looked at; it is computed up to {MOST_PEOPLE:,} people."
        )
    sizes = weak_sizes(graph)
    most = int(((sizes - 1) * (sizes - 2) // 2).sum())
    if most == 0:
        return undefined("Undefined, because no part of the network has three people.")
    missing = pairs_without_least_upper_bound(condensed(graph, turned=turned))
    which = "ties lead up from source to target" if turned else "ties lead down"
    return Figure(value=1 - missing / most, method=f"by Krackhardt's definition; {which}")
