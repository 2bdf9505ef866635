"""How many separate contacts do people have?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.burt import effective_size_of
from weft.network import Graph

DECLARATION = Declaration(
    id="effective_size",
    family="structure",
    question="How many separate contacts do people have?",
    unit="contacts",
    low=0.0,
    high=None,
    direction="higher",
    level="person",
    sentence="On average a person has as if {value:.1f} contacts who do not know each other.",
    reading=(
        "As many as a person has contacts, if none of them knows another; 1, if all of them know "
        "each other."
    ),
    misreading=(
        "It grows with the number of contacts; divide by it to see how far they are apart. Having "
        "separate contacts is a chance to join people, not the joining."
    ),
    sources=(
        "Burt, R. S. (1992). Structural Holes, chapter 2. Harvard University Press.",
        (
            "Borgatti, S. P. (1997). Structural holes: unpacking Burt's redundancy measures. "
            "Connections, 20(1), 35-38."
        ),
    ),
    silence=("impute", "reconstruct"),
    range_widened=1.25,
    parts={"without_ties": "people without ties, for whom it is undefined"},
    isolates_change_it=False,
)


def effective_size(graph: Graph) -> Figure:
    r"""Return Burt's effective size, averaged over the people who have ties.

    .. math::

       s_i = \sum_{j \in N(i)} \Bigl( 1 - \sum_{q \ne i, j} p_{iq} m_{jq} \Bigr),
       \qquad m_{jq} = \frac{a_{jq} + a_{qj}}{\max_k (a_{jk} + a_{kj})}

    with :math:`p_{iq}` the share of i's strength that goes to q. In a relation without direction
    this is :math:`k - 2t/k`, with t ties among the k contacts.

    ==============  =============================================================================
    Range           above 0, up to the number of contacts
    Unit            contacts
    Direction       higher = more contacts who do not know each other
    Level           person; the figure is the mean
    Undefined when  fewer than 2 people, nobody answered, or no ties; for a person without ties
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        Strengths are not used: a tie one way counts 1, both ways 2.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.structure.constraint : The same idea, as how hemmed in people are.

    Notes
    -----
    Equals networkx ``effective_size``; with direction where its ``nodes`` are given (without them,
    networkx 3.6.1 divides :math:`m_{jq}` by the greatest of q). Exact at every size. Cost: at most
    about m√m.

    References
    ----------
    Burt (1992); Borgatti (1997).

    Examples
    --------
    Ana, Ben and Cy are tied to each other, and Ana to Di. Ana has 3 contacts with 1 tie among them:
    3 - 2 · 1/3. Ben and Cy have 2 - 2 · 1/2 = 1 each, and Di has 1. The mean of 7/3, 1, 1 and 1:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ana", "Cy"), ("Ben", "Cy"), ("Ana", "Di")]
    >>> net = weft.read(ties, everyone_answered=True)
    >>> round(weft.measure(net, "effective_size").number, 4)
    1.3333
    """
    values = by_person(graph)
    if np.isnan(values).all():
        return undefined("Undefined, because there are no ties.")
    return Figure(
        value=float(np.nanmean(values)),
        parts={"without_ties": float(np.isnan(values).sum())},
        method="Burt's effective size; the mean of those who have ties",
    )


def by_person(graph: Graph) -> NDArray[np.float64]:
    """Return each person's effective size; nan for those without ties."""
    return effective_size_of(graph)
