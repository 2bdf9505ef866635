"""Do new ties appear?"""

from __future__ import annotations

from types import MappingProxyType

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.comparison import tie_change
from weft.network import Graph

DECLARATION = Declaration(
    id="emergence",
    family="change",
    question="Do new ties appear between us?",
    unit="share of ties that were not there",
    low=0.0,
    high=1.0,
    direction="depends",
    sentence=(
        "Of the ties that were not there, {value:.1%} are there now, by the word of the "
        "{common_people:,.0f} people who answered both times; new ties: {new:,.0f}."
    ),
    reading=(
        "0: nobody is tied to anybody new. It is small in a large network, where nobody can come "
        "to know everybody: read the number of new ties beside it."
    ),
    misreading=(
        "People report more ties when asked anew or more kindly; a rise need not be new ties. New "
        "members' ties are not in it, because they were not asked before."
    ),
    sources=(
        (
            "Snijders, T. A. B., van de Bunt, G. G. and Steglich, C. E. G. (2010). Introduction to "
            "stochastic actor-based models for network dynamics. Social Networks, 32(1), 44-60. "
            "https://doi.org/10.1016/j.socnet.2009.02.004"
        ),
    ),
    silence=("available",),
    needs=("two waves",),
    parts=MappingProxyType(
        {
            "kept": "ties in both waves",
            "gone": "ties in the first wave only",
            "new": "ties in the second wave only",
            "common_people": "people who answered in both waves",
        }
    ),
    no_interval_because=(
        "it rests on those alone who answered both times; weft change gives the range"
    ),
)


def emergence(before: Graph, after: Graph) -> Figure:
    r"""Return the share of possible ties, not there before, that are there now.

    .. math:: \frac{N_{01}}{N_{01} + N_{00}}

    where, by the word of people who answered in both waves, about those who are in both,
    :math:`N_{01}` ties are only in the second and
    :math:`N_{00}` possible ties in neither.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of ties that were not there
    Direction       depends: new ties are growth, and nobody can keep up with everybody
    Level           the whole network
    Undefined when  fewer than 2 people answered in both waves, or all their ties were there before
    ==============  =============================================================================

    Parameters
    ----------
    before, after : Graph
        The same relation in two waves; people are matched by id. Strength does not matter.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.change.persistence : What has lasted.
    weft.measures.change.jaccard : Both in one figure.

    Notes
    -----
    By the counts of RSiena's print of tie changes. What was not said in one of the waves is left
    out, so that the figure is about ties and not about answering: ties of people who came or
    went, and what the silent would have said. What others said of the silent counts, unless
    both ends are asked about a tie. Cost: O(m log m).

    References
    ----------
    Snijders, van de Bunt and Steglich (2010).

    Examples
    --------
    Ana named Ben and Cy, and Ben named Ana. A year later Ana names Ben, Ben names Ana and Cy, and
    Cy names Ben. Of the three possible ties that were not there, two are:

    >>> import weft
    >>> rows = ["Ana Ben 1", "Ana Cy 1", "Ben Ana 1", "Cy Ben 2"]
    >>> rows += ["Ana Ben 2", "Ben Ana 2", "Ben Cy 2"]
    >>> columns = zip(*(row.split() for row in rows), strict=True)
    >>> ties = dict(zip(("source", "target", "wave"), map(list, columns), strict=True))
    >>> net = weft.read(ties, everyone_answered=True)
    >>> round(weft.measure(net, "emergence").number, 4)
    0.6667
    """
    change = tie_change(before, after)
    if change.common_people < 2:
        return undefined("Undefined, because fewer than 2 people answered in both waves.")
    if change.new + change.never == 0:
        return undefined("Undefined, because every possible tie was there in the first wave.")
    value = change.new / (change.new + change.never)
    return Figure(value=value, parts=change.parts, method=change.said)
