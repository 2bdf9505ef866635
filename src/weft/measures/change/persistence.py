"""Do our ties last?"""

from __future__ import annotations

from types import MappingProxyType

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.comparison import tie_change
from weft.network import Graph

DECLARATION = Declaration(
    id="persistence",
    family="change",
    question="Do our ties last?",
    unit="share of earlier ties",
    low=0.0,
    high=1.0,
    direction="depends",
    sentence=(
        "Of the ties there were, {value:.0%} are still there, by the word of the "
        "{common_people:,.0f} people who answered both times."
    ),
    reading="1: every earlier tie is still there. 0: none is.",
    misreading=(
        "Some ties should end: a project is over. Where people were shown their last answers, it "
        "comes out too high; where the question was worded anew, too low."
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
    isolates_change_it=False,
    no_interval_because=(
        "it rests on those alone who answered both times; weft change gives the range"
    ),
)


def persistence(before: Graph, after: Graph) -> Figure:
    r"""Return the share of the earlier ties that are still there.

    .. math:: \frac{N_{11}}{N_{11} + N_{10}}

    where, by the word of people who answered in both waves, about those who are in both,
    :math:`N_{11}` ties are in both and
    :math:`N_{10}` only in the first.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of earlier ties
    Direction       depends: lasting ties are a strength, and some ties should end
    Level           the whole network
    Undefined when  fewer than 2 people answered in both waves, or they had no tie in the first
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
    weft.measures.change.emergence : What is new.
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
    Cy names Ben. Of three ties two are left:

    >>> import weft
    >>> rows = ["Ana Ben 1", "Ana Cy 1", "Ben Ana 1", "Cy Ben 2"]
    >>> rows += ["Ana Ben 2", "Ben Ana 2", "Ben Cy 2"]
    >>> columns = zip(*(row.split() for row in rows), strict=True)
    >>> ties = dict(zip(("source", "target", "wave"), map(list, columns), strict=True))
    >>> net = weft.read(ties, everyone_answered=True)
    >>> round(weft.measure(net, "persistence").number, 4)
    0.6667
    """
    change = tie_change(before, after)
    if change.common_people < 2:
        return undefined("Undefined, because fewer than 2 people answered in both waves.")
    if change.kept + change.gone == 0:
        return undefined(
            "Undefined, because those who answered in both waves had no ties in the first."
        )
    value = change.kept / (change.kept + change.gone)
    return Figure(value=value, parts=change.parts, method=change.said)
