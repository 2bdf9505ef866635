"""Is leadership in few hands?"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.concentration import centralization
from weft.measures.kernels.received import ONE_VOICE, one_voice, received, share_held
from weft.network import Graph

DECLARATION = Declaration(
    id="leadership_centralization",
    family="leadership",
    question="Is leadership in few hands?",
    unit="",
    low=0.0,
    high=1.0,
    direction="lower",
    smallest=3,
    sentence=(
        "On a scale from 0 (everyone is looked to alike) to 1 (everyone looks to one person), "
        "leadership stands at {value:.2f}."
    ),
    reading=(
        "0: everyone is looked to by as many. 1: everybody looks to one person, who looks to "
        "nobody else's lead."
    ),
    misreading=(
        "A low figure is not shared leadership where there is little leadership at all: read it "
        "beside leadership_density. A rise in a crisis can be right."
    ),
    sources=(
        (
            "Freeman, L. C. (1979). Centrality in social networks: conceptual clarification. "
            "Social Networks, 1(3), 215-239. https://doi.org/10.1016/0378-8733(78)90021-7"
        ),
        (
            "Mayo, M., Meindl, J. R. and Pastor, J.-C. (2003). Shared leadership in work teams. "
            "In Pearce and Conger (eds), Shared Leadership. Sage."
        ),
    ),
    silence=("available", "impute"),
    range_widened=1.1,
    settled_by=("degrees",),
)


def leadership_centralization(graph: Graph, *, of: Literal["in", "out", "all"] = "in") -> Figure:
    r"""Return how far leadership is concentrated on one person.

    .. math::

       C = \frac{\sum_i (\max_j p_j - p_i)}{n - 1},
       \qquad p_i = \frac{\text{who named } i}{\text{who could have and answered}}

    On complete data this is Freeman's in-degree centralization with the directed maximum
    :math:`(n-1)^2`.

    ==============  =============================================================================
    Range           0 to 1
    Unit            none
    Direction       lower = more widely shared. Not "better": a young network, or one in a
                    crisis, may rightly look to few.
    Level           the whole network
    Undefined when  fewer than 3 people, or nobody or one alone answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        A tie reads: source turns to target.
    of : {'in', 'out', 'all'}
        ``in``: being looked to (leadership). ``out``: looking to others, among those who answered.
        ``all``: the sum of both, with Freeman's maximum :math:`2(n-1)(n-2)`. In a relation without
        direction all three are the degree, with the maximum :math:`(n-1)(n-2)`.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.leadership.effective_leaders : The same evenness as a number of people.

    Notes
    -----
    Equals R ``sna::centralization(g, degree, cmode = "indegree")`` and igraph's
    ``centr_degree(loops = FALSE)``. Those who did not answer are not counted as raters; filling
    them in with zeros would understate the figure by 0.12 at 30 % silence. Cost: O(n + m).

    References
    ----------
    Freeman (1979); Mayo, Meindl and Pastor (2003).

    Examples
    --------
    Ben, Cy and Di all look to Ana, and Ana looks to Ben. Ana's share of raters is 3/3, Ben's 1/3,
    the others' 0, so the distances from the greatest are 0 + 2/3 + 1 + 1, over n - 1 = 3:

    >>> import weft
    >>> ties = [("Ben", "Ana"), ("Cy", "Ana"), ("Di", "Ana"), ("Ana", "Ben")]
    >>> round(weft.measure(ties, "leadership_centralization").number, 4)
    0.8889
    """
    if of != "out" and one_voice(graph):
        return undefined(ONE_VOICE)
    shares = share_held(graph, of)
    if len(shares) < 2:
        return undefined("Undefined, because fewer than two people answered.")
    if not graph.directed:
        most, said = graph.n - 2, "degree centralization"
    elif of == "all":
        most, said = 2 * (graph.n - 2), "centralization of ties in and out"
    else:
        most, said = graph.n - 1, f"{of}-degree centralization"
    whom = "raters" if of == "in" or not graph.directed else "possible ties"
    greatest = most * (len(shares) - 1) / (graph.n - 1)
    return Figure(
        value=min(1.0, centralization(shares, greatest)),
        method=f"Freeman's {said}, from shares of {whom}",
    )


def by_person(graph: Graph) -> NDArray[np.float64]:
    """Return how many of those who answered named each person."""
    return received(graph).astype(float)
