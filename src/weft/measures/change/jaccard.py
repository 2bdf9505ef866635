"""How alike are the ties of two waves?"""

from __future__ import annotations

from types import MappingProxyType

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.comparison import tie_change
from weft.network import Graph

DECLARATION = Declaration(
    id="jaccard",
    family="change",
    question="How alike are our ties then and now?",
    unit="share of the ties of either wave",
    low=0.0,
    high=1.0,
    direction="depends",
    sentence=(
        "Of the ties there were or are, {value:.0%} are in both waves, by the word of the "
        "{common_people:,.0f} people who answered both times."
    ),
    reading="1: the ties are the same. 0: none of them is.",
    misreading=(
        "Growth lowers it as loss does: read it beside persistence and emergence. A low figure "
        "can also mean that people answer at random."
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


def jaccard(before: Graph, after: Graph) -> Figure:
    r"""Return the share of the ties of either wave that are in both.

    .. math:: J = \frac{N_{11}}{N_{11} + N_{10} + N_{01}}

    where, by the word of people who answered in both waves, about those who are in both,
    :math:`N_{11}` ties are in both,
    :math:`N_{10}` only in the first and :math:`N_{01}` only in the second.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of the ties of either wave
    Direction       depends: sameness can be steadiness or standstill
    Level           the whole network
    Undefined when  fewer than 2 people answered in both waves, or they had no tie in either
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
    weft.measures.change.emergence : What is new.

    Notes
    -----
    The Jaccard index that RSiena prints. What was not said in one of the waves is left out, so that
    the figure is about ties and not about answering: ties of people who came or went, and what
    the silent would have said. What others said of the silent counts, unless both ends are
    asked about a tie. Cost: O(m log m).

    References
    ----------
    Snijders, van de Bunt and Steglich (2010).

    Examples
    --------
    Ana named Ben and Cy, and Ben named Ana. A year later Ana names Ben, Ben names Ana and Cy, and
    Cy names Ben. Five different ties in all, two of them in both waves:

    >>> import weft
    >>> rows = ["Ana Ben 1", "Ana Cy 1", "Ben Ana 1", "Cy Ben 2"]
    >>> rows += ["Ana Ben 2", "Ben Ana 2", "Ben Cy 2"]
    >>> columns = zip(*(row.split() for row in rows), strict=True)
    >>> ties = dict(zip(("source", "target", "wave"), map(list, columns), strict=True))
    >>> net = weft.read(ties, everyone_answered=True)
    >>> round(weft.measure(net, "jaccard").number, 4)
    0.4
    """
    change = tie_change(before, after)
    if change.common_people < 2:
        return undefined("Undefined, because fewer than 2 people answered in both waves.")
    if change.kept + change.gone + change.new == 0:
        return undefined(
            "Undefined, because those who answered in both waves had no ties in either."
        )
    value = change.kept / (change.kept + change.gone + change.new)
    return Figure(value=value, parts=change.parts, method=change.said)
