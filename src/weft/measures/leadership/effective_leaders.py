"""As if by how many equal people is leadership held?"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.concentration import hill_number
from weft.measures.kernels.received import ONE_VOICE, one_voice, share_received
from weft.network import Graph

DECLARATION = Declaration(
    id="effective_leaders",
    family="leadership",
    question="As if by how many people is leadership held?",
    unit="people",
    low=1.0,
    high=None,
    direction="higher",
    sentence="Leadership is held as if by {value:.0f} people of {n}.",
    reading=(
        "1: all leadership is one person's. As many as there are people: everyone is looked to "
        "alike. 7 of 42 means: as concentrated as if 7 people shared it equally."
    ),
    misreading=(
        "It is not the number of leaders: many may be named, most of them seldom. It knows shares "
        "only, so read leadership_density beside it: a little leadership can be shared widely."
    ),
    sources=(
        (
            "Hill, M. O. (1973). Diversity and evenness: a unifying notation and its consequences. "
            "Ecology, 54(2), 427-432. https://doi.org/10.2307/1934352"
        ),
    ),
    silence=("available", "impute"),
    settled_by=("degrees",),
    parts={"leaders": "people whom at least one other names"},
    isolates_change_it=False,
)


def effective_leaders(graph: Graph, *, order: Literal[1, 2] = 2) -> Figure:
    r"""Return how many equal leaders would be as concentrated as leadership is.

    .. math::

       N_2 = \frac{1}{\sum_i s_i^2}, \qquad N_1 = e^{-\sum_i s_i \ln s_i}, \qquad
       s_i = \frac{p_i}{\sum_j p_j}

    where :math:`p_i` is the share of those who could have named i, and answered, that did.

    ==============  =============================================================================
    Range           1 to the number of people
    Unit            people
    Direction       higher = leadership is more widely shared
    Level           the whole network
    Undefined when  fewer than 2 people, nobody or one alone answered, or nobody is named
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        A tie reads: source turns to target.
    order : {1, 2}
        2 is stable; 1 counts those who are seldom named for more.

    Returns
    -------
    Figure
        The part ``leaders`` is how many people are named at all.

    See Also
    --------
    weft.measures.leadership.leadership_centralization : How far it is one person's.

    Notes
    -----
    The Hill number of the shares: order 2 is the inverse of the Herfindahl index, order 1 the
    exponential of Shannon's entropy. Cost: O(n + m).

    References
    ----------
    Hill (1973).

    Examples
    --------
    Three people look to Ana and one to Ben: shares 3/4 and 1/4, so 1 / (9/16 + 1/16):

    >>> import weft
    >>> ties = [("Ben", "Ana"), ("Cy", "Ana"), ("Di", "Ana"), ("Ana", "Ben")]
    >>> round(weft.measure(ties, "effective_leaders").number, 4)
    1.6
    """
    if one_voice(graph):
        return undefined(ONE_VOICE)
    shares = share_received(graph)
    if not shares.any():
        return undefined("Undefined, because nobody is named by anyone.")
    leaders = float(np.count_nonzero(shares))
    return Figure(
        value=hill_number(shares, order),
        parts={"leaders": leaders},
        method=f"Hill number of order {order} of the shares of leadership received",
    )


def by_person(graph: Graph) -> NDArray[np.float64]:
    """Return the share of all leadership that each person receives."""
    shares = share_received(graph)
    known = shares.any() and not one_voice(graph)
    return shares / shares.sum() if known else np.full(graph.n, np.nan)
