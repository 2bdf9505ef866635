"""Of how many pairs has at least one of the two spoken?"""

from __future__ import annotations

from types import MappingProxyType

from weft.measures.declaration import Declaration, Figure
from weft.network import Graph

DECLARATION = Declaration(
    id="coverage_dyads_once",
    family="coverage",
    question="Of how many pairs of us has at least one of the two answered?",
    unit="share of pairs",
    low=0.0,
    high=1.0,
    direction="higher",
    sentence="For {value:.0%} of all pairs of people, at least one of the two answered.",
    reading="1: of every pair somebody was heard. The rest is where the map is blank.",
    misreading=(
        "It is much higher than the share of people who answered: at half of the people it is "
        "three quarters. One end's word settles a tie only where it has no direction."
    ),
    sources=(
        (
            "Stork, D. and Richards, W. D. (1992). Nonrespondents in communication network "
            "studies. Group & Organization Management, 17(2), 193-209. "
            "https://doi.org/10.1177/1059601192172006"
        ),
    ),
    silence=("as_reported",),
    parts=MappingProxyType({"silent_pairs": "how many pairs neither of whom answered"}),
    no_interval_because="it counts answers, and none of those that are missing is an answer",
)


def coverage_dyads_once(graph: Graph) -> Figure:
    r"""Return the share of pairs of people of whom at least one answered.

    .. math:: 1 - \frac{s (s - 1)}{n (n - 1)}

    where :math:`s` of :math:`n` people did not answer.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of pairs
    Direction       higher = less of the map is blank
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
    weft.measures.coverage.coverage_dyads_twice : The share of pairs of whom both answered.

    Notes
    -----
    Counted exactly, not by the approximation :math:`1 - (1 - \rho)^2`. Only the answers of the two
    themselves count, also where third persons report. Cost: O(n).

    References
    ----------
    Stork and Richards (1992).

    Examples
    --------
    Ana answered; Ben, Cy and Di did not. Of the six pairs the three among those three are silent:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ana", "Cy"), ("Ana", "Di")]
    >>> weft.measure(ties, "coverage_dyads_once").number
    0.5
    """
    silent = graph.n - graph.n_answered
    silent_pairs = silent * (silent - 1) // 2
    pairs = graph.n * (graph.n - 1) // 2
    return Figure(value=1 - silent_pairs / pairs, parts={"silent_pairs": silent_pairs})
