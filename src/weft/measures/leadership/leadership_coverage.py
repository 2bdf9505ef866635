"""How many of us are looked to by at least two others?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.received import (
    ONE_VOICE,
    chance_of_at_least,
    one_voice,
    received,
)
from weft.network import Graph

DECLARATION = Declaration(
    id="leadership_coverage",
    family="leadership",
    question="How many of us are looked to by at least two others?",
    unit="share of people",
    low=0.0,
    high=1.0,
    direction="higher",
    sentence="{value:.0%} of people are looked to by at least two others.",
    reading="0: nobody is looked to by two others. 1: everybody is.",
    misreading=(
        "Not everyone wants to lead, and some lead unseen. A person whom nobody names may have "
        "been asked about too late, or do work that others do not see: show it to the person "
        "first."
    ),
    sources=(
        (
            "DeRue, D. S. and Ashford, S. J. (2010). Who will lead and who will follow? Academy of "
            "Management Review, 35(4), 627-647. https://doi.org/10.5465/amr.35.4.zok627"
        ),
    ),
    silence=("available", "impute"),
    settled_by=("degrees",),
    smallest=3,
    parts={"named_by_none": "share of people whom nobody names"},
    more_ties_never_lower=True,
)


def leadership_coverage(graph: Graph) -> Figure:
    r"""Return the share of people whom at least two others look to.

    .. math:: \frac{|\{i : x_i \ge 2\}|}{n}

    where :math:`x_i` people named i.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of people
    Direction       higher = more people lead in the eyes of others
    Level           the whole network
    Undefined when  fewer than 3 people, or nobody or one alone answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        A tie reads: source turns to target.

    Returns
    -------
    Figure
        The part ``named_by_none`` is the share of people whom nobody looks to.

    See Also
    --------
    weft.measures.leadership.effective_leaders : How evenly leadership is shared.

    Notes
    -----
    Where some did not answer, counting only the names that were given would understate it (by 0.10
    at 30 % silence in the simulation of the tests): each person counts with the chance that two or
    more would have named them if everyone had answered, given how often those who answered did. On
    complete data this is the plain count. Cost: O(n + m).

    References
    ----------
    DeRue and Ashford (2010).

    Examples
    --------
    Three people look to Ana, one to Ben, nobody to Cy and Di: 1 of 4.

    >>> import weft
    >>> ties = [("Ben", "Ana"), ("Cy", "Ana"), ("Di", "Ana"), ("Ana", "Ben")]
    >>> found = weft.measure(ties, "leadership_coverage")
    >>> found.value, found.parts["named_by_none"]
    (0.25, 0.5)
    """
    if one_voice(graph):
        return undefined(ONE_VOICE)
    named, raters = received(graph), graph.raters
    unheard = np.maximum(graph.n - 1 - raters, 0)
    by_two = chance_of_at_least(2, named, raters, unheard)
    by_one = chance_of_at_least(1, named, raters, unheard)
    said = "" if graph.complete else "chances, as if the silent named people as the others did"
    return Figure(
        value=float(by_two.mean()),
        parts={"named_by_none": float(1 - by_one.mean())},
        method=said,
    )


def by_person(graph: Graph) -> NDArray[np.float64]:
    """Return how many of those who answered named each person."""
    return received(graph).astype(float)
