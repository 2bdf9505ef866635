"""Of how many pairs have both spoken?"""

from __future__ import annotations

from types import MappingProxyType

from weft.measures.declaration import Declaration, Figure
from weft.network import Graph

DECLARATION = Declaration(
    id="coverage_dyads_twice",
    family="coverage",
    question="Of how many pairs of us have both answered?",
    unit="share of pairs",
    low=0.0,
    high=1.0,
    direction="higher",
    sentence="For {value:.0%} of all pairs of people, both answered.",
    reading="1: of every pair both were heard, so each side can be set against the other.",
    misreading=(
        "It is lower than the share of people who answered: at half of the people it is one "
        "quarter. Reciprocity and trust between two are figures about these pairs only."
    ),
    sources=(
        (
            "Stork, D. and Richards, W. D. (1992). Nonrespondents in communication network "
            "studies. Group & Organization Management, 17(2), 193-209. "
            "https://doi.org/10.1177/1059601192172006"
        ),
    ),
    silence=("as_reported",),
    parts=MappingProxyType({"pairs": "how many pairs both of whom answered"}),
    no_interval_because="it counts answers, and none of those that are missing is an answer",
)


def coverage_dyads_twice(graph: Graph) -> Figure:
    r"""Return the share of pairs of people who both answered.

    .. math:: \frac{r (r - 1)}{n (n - 1)}

    where :math:`r` of :math:`n` people answered.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of pairs
    Direction       higher = more can be checked from both sides
    Level           the whole network
    Undefined when  fewer than 2 people
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph

    Returns
    -------
    Figure
        0 where nobody answered.

    See Also
    --------
    weft.measures.coverage.coverage_dyads_once : The share of pairs of whom at least one answered.

    Notes
    -----
    Counted exactly, not by the approximation :math:`\rho^2`. Cost: O(n).

    References
    ----------
    Stork and Richards (1992).

    Examples
    --------
    Ana and Ben answered; Cy and Di did not. Of the six pairs only Ana and Ben were both heard:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Cy"), ("Ben", "Di")]
    >>> round(weft.measure(ties, "coverage_dyads_twice").number, 4)
    0.1667
    """
    pairs = graph.n_answered * (graph.n_answered - 1) // 2
    return Figure(value=pairs / (graph.n * (graph.n - 1) // 2), parts={"pairs": pairs})
