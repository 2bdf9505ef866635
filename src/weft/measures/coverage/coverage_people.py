"""How many of us answered?"""

from __future__ import annotations

from types import MappingProxyType

from weft.measures.declaration import Declaration, Figure
from weft.network import Graph

DECLARATION = Declaration(
    id="coverage_people",
    family="coverage",
    question="How many of us answered?",
    unit="share of people",
    low=0.0,
    high=1.0,
    direction="higher",
    smallest=1,
    sentence="{value:.0%} of the {n:,} people answered.",
    reading="0: nobody answered. 1: everybody did, and nothing is left to guess.",
    misreading=(
        "Who is missing matters more than how many: one silent person whom everyone turns to hides "
        "more than ten at the edge."
    ),
    sources=(
        (
            "Smith, J. A. and Moody, J. (2013). Structural effects of network sampling coverage I: "
            "nodes missing at random. Social Networks, 35(4), 652-668. "
            "https://doi.org/10.1016/j.socnet.2013.09.003"
        ),
    ),
    silence=("as_reported",),
    parts=MappingProxyType(
        {
            "answered": "how many people answered",
            "undeclared": "how many reported nothing, and the data do not say if they answered",
        }
    ),
    no_interval_because="it counts answers, and none of those that are missing is an answer",
)


def coverage_people(graph: Graph) -> Figure:
    r"""Return the share of people who answered.

    .. math:: \rho = r / n

    where :math:`r` of :math:`n` people answered.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of people
    Direction       higher = the other figures rest on more answers
    Level           the whole network
    Undefined when  there is nobody in the network
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph

    Returns
    -------
    Figure
        0 where nobody answered. A person who reported nothing, and of whom the data do not say
        whether they answered, counts as not having answered and is in the part ``undeclared``.

    See Also
    --------
    weft.measures.coverage.coverage_dyads_once : The share of pairs that somebody spoke of.

    Notes
    -----
    The response rate of a survey. Cost: O(n).

    References
    ----------
    Smith and Moody (2013).

    Examples
    --------
    Ana and Ben answered, Cy did not:

    >>> import weft
    >>> weft.measure([("Ana", "Ben"), ("Ben", "Cy")], "coverage_people").sentence
    '67% of the 3 people answered.'
    """
    parts = {"answered": graph.n_answered, "undeclared": graph.undeclared}
    return Figure(value=graph.n_answered / graph.n, parts=parts)
