"""How many others does each of us have ties to?"""

from __future__ import annotations

import numpy as np

from weft.measures.declaration import Declaration, Figure
from weft.network import Graph

DECLARATION = Declaration(
    id="mean_degree",
    family="cohesion",
    question="How many others does each of us have ties to?",
    unit="ties a person",
    low=0.0,
    high=None,
    direction="depends",
    sentence="On average, a person has ties to {value:.1f} others.",
    reading=(
        "0: nobody names anybody. It can be compared between networks of different size, which "
        "density cannot."
    ),
    misreading=(
        "An average hides who carries the ties, and a question that allows five names cannot "
        "yield more than five."
    ),
    sources=(
        (
            "Wasserman, S. and Faust, K. (1994). Social Network Analysis, section 4.2.2. "
            "Cambridge University Press."
        ),
    ),
    silence=("available", "reconstruct", "impute"),
    more_ties_never_lower=True,
    settled_by=("size", "dyads", "degrees"),
)


def mean_degree(graph: Graph) -> Figure:
    r"""Return how many others a person names on average.

    .. math:: \bar{k} = m_R / r

    where :math:`r` people answered and named others :math:`m_R` times. In a relation without
    direction each tie counts for both of its ends: :math:`2m / n` where everybody answered.

    ==============  =============================================================================
    Range           0 to n - 1
    Unit            ties a person
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
    weft.measures.cohesion.density : The same ties as a share of all there could be.

    Notes
    -----
    Equals the mean out-degree of networkx and igraph on complete data; those who did not answer
    are left out of the mean, because what they would have said is unknown. Cost: O(n + m).

    References
    ----------
    Wasserman and Faust (1994).

    Examples
    --------
    Ana names Ben and Cy, Ben names Ana, and Cy did not answer; so 3 ties of 2 people:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ana", "Cy"), ("Ben", "Ana")]
    >>> weft.measure(ties, "mean_degree").number
    1.5
    """
    return Figure(value=float(np.mean(graph.sent[graph.word_known])))
