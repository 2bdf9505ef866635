"""How hemmed in are people by contacts who all know each other?"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.burt import constraint_of
from weft.network import Graph

Over = Literal["neighbours", "two_steps"]

DECLARATION = Declaration(
    id="constraint",
    family="structure",
    question="How hemmed in are people by contacts who all know each other?",
    unit="",
    low=0.0,
    high=None,
    direction="lower",
    level="person",
    sentence=(
        "On average a person's constraint is {value:.2f}: near 0 with many contacts who do not "
        "know each other, 1 with a single contact."
    ),
    reading=(
        "Low: people have many contacts in separate places, and hear news from each. High: few "
        "contacts, or contacts who all know each other."
    ),
    misreading=(
        "It falls with the number of contacts, so in a survey that allows five names nobody can be "
        "low. Close circles are where trust is made: lower is not better for everybody."
    ),
    sources=("Burt, R. S. (1992). Structural Holes, chapter 2. Harvard University Press.",),
    silence=("impute", "reconstruct"),
    range_widened=1.25,
    parts={"without_ties": "people without ties, for whom it is undefined"},
    isolates_change_it=False,
)


def constraint(graph: Graph, *, over: Over = "neighbours") -> Figure:
    r"""Return Burt's constraint, averaged over the people who have ties.

    .. math::

       c_i = \sum_{j \in N(i)} \Bigl( p_{ij} + \sum_{q \ne i, j} p_{iq} p_{qj} \Bigr)^2,
       \qquad p_{ij} = \frac{a_{ij} + a_{ji}}{\sum_k (a_{ik} + a_{ki})}

    ==============  =============================================================================
    Range           above 0; a single contact gives 1, and two who know each other 1.125
    Unit            none
    Direction       lower = more room between contacts who are not tied to each other
    Level           person; the figure is the mean
    Undefined when  fewer than 2 people, nobody answered, or no ties; for a person without ties
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        Strengths are not used: a tie one way counts 1, both ways 2.
    over : {'neighbours', 'two_steps'}
        Over whom to sum j: those tied to i, as every program does, or everyone whom i reaches in
        one or two steps, as the formula can be read as well.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.structure.effective_size : How many separate contacts people have.

    Notes
    -----
    Equals igraph, R igraph and networkx ``constraint``. With ``two_steps`` it is greater for those
    who reach people in two steps only. Cost: at most about m√m; with ``two_steps`` the sum of
    everyone's squared number of contacts.

    References
    ----------
    Burt (1992).

    Examples
    --------
    Ana is tied to Ben and to Cy, who are not tied to each other. Half of her strength goes to each,
    so 1/4 + 1/4. All of Ben's goes to Ana, and all of Cy's. The mean of 1/2, 1 and 1:

    >>> import weft
    >>> net = weft.read([("Ana", "Ben"), ("Ana", "Cy")], everyone_answered=True)
    >>> round(weft.measure(net, "constraint").number, 4)
    0.8333

    Ben reaches Cy over Ana, by half of all his strength: (1/2)² more. So with Cy:

    >>> weft.by_person(net, "constraint", over="two_steps")
    {'Ana': 0.5, 'Ben': 1.25, 'Cy': 1.25}
    """
    values = by_person(graph, over=over)
    if np.isnan(values).all():
        return undefined("Undefined, because there are no ties.")
    only = "" if over == "neighbours" else ", also over people reached in two steps"
    return Figure(
        value=float(np.nanmean(values)),
        parts={"without_ties": float(np.isnan(values).sum())},
        method=f"Burt's constraint{only}; the mean of those who have ties",
    )


def by_person(graph: Graph, *, over: Over = "neighbours") -> NDArray[np.float64]:
    """Return each person's constraint; nan for those without ties."""
    return constraint_of(graph, two_steps=over == "two_steps")
