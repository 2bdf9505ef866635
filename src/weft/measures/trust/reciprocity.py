"""Are relationships two-way?"""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal, get_args

from weft.measures.declaration import Declaration, Figure, undefined
from weft.network import Census, Graph, InvalidRequestError, quoted

Count = Literal["arcs", "dyads", "dyads_with_null"]

DECLARATION = Declaration(
    id="reciprocity",
    family="trust",
    question="Are our relationships two-way?",
    unit="share of ties",
    low=0.0,
    high=1.0,
    direction="higher",
    sentence=(
        "Of the pairs who both answered, {mutual:,.0f} are tied both ways and {asymmetric:,.0f} "
        "one way only: a reciprocity of {value:.0%}."
    ),
    reading="0: no tie is returned. 1: whoever is named names back.",
    misreading=(
        "Ties of advice or leadership need not be returned to be good. It rises with density by "
        "itself: between waves, compare reciprocity_beyond_density."
    ),
    sources=(
        (
            "Butts, C. T. (2008). Social network analysis with sna. Journal of Statistical "
            "Software, 24(6). https://doi.org/10.18637/jss.v024.i06"
        ),
        (
            "Wasserman, S. and Faust, K. (1994). Social Network Analysis, chapter 13. "
            "Cambridge University Press."
        ),
    ),
    silence=("available", "impute"),
    range_widened=1.3,
    settled_by=("dyads",),
    parts=MappingProxyType(
        {
            "mutual": "how many pairs are tied both ways",
            "asymmetric": "how many pairs are tied one way only",
            "null": "how many pairs are not tied",
        }
    ),
    isolates_change_it=False,
)


def reciprocity(graph: Graph, *, count: Count = "arcs") -> Figure:
    r"""Return the share of ties that are returned, among people who both answered.

    .. math:: r = \frac{2M}{2M + A}

    where :math:`M` pairs are tied both ways, :math:`A` one way and :math:`N` not at all.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of ties
    Direction       higher = more ties are returned
    Level           the whole network
    Undefined when  there is no tie between two people who both answered, or ties have no
                    direction
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
    count : {'arcs', 'dyads', 'dyads_with_null'}
        ``arcs``: the share of ties that are returned, as above. ``dyads``: the share of tied pairs
        that are tied both ways, :math:`M / (M + A)`. ``dyads_with_null``: the share of all pairs
        in which both ends do the same, :math:`(M + N) / (M + A + N)`.

    Returns
    -------
    Figure

    Raises
    ------
    InvalidRequestError
        For another ``count``.

    See Also
    --------
    weft.measures.trust.reciprocity_beyond_density : What is left when density is taken out.
    weft.measures.trust.concordance : Whether two people agree that one and the same tie exists.

    Notes
    -----
    Equals R ``sna::grecip`` with ``measure`` ``"edgewise"``, ``"dyadic.nonnull"`` and ``"dyadic"``
    (its default, which counts pairs without a tie), and networkx ``overall_reciprocity`` for
    ``arcs``. A pair of whom one did not answer is left out: reading the silence as "no" would
    understate it. Cost: O(m log m).

    References
    ----------
    Butts (2008); Wasserman and Faust (1994).

    Examples
    --------
    Ana and Ben name each other, and Ana names Cy, who names nobody back. Two of three ties are
    returned; one of two tied pairs is tied both ways:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Ana"), ("Ana", "Cy")]
    >>> net = weft.read(ties, everyone_answered=True)
    >>> round(weft.measure(net, "reciprocity").number, 4)
    0.6667
    >>> weft.measure(net, "reciprocity", count="dyads").number
    0.5
    """
    if count not in get_args(Count):
        message = (
            f"count={quoted(count)} cannot be meant; expected one of {', '.join(get_args(Count))}. "
            "Leave it out for the share of ties that are returned."
        )
        raise InvalidRequestError(message)
    if not graph.directed:
        return undefined("Undefined, because every tie is two-way by definition.")
    dyads = graph.census
    parts = {"mutual": dyads.mutual, "asymmetric": dyads.asymmetric, "null": dyads.null}
    if not dyads.tied:
        because = "Undefined, because there is no tie between two people who both answered."
        return Figure(undefined_because=because, parts=parts)
    value, said = _counted(dyads, count)
    return Figure(value=value, parts=parts, method=said)


def _counted(dyads: Census, count: Count) -> tuple[float, str]:
    mutual, asymmetric, null = dyads.mutual, dyads.asymmetric, dyads.null
    if count == "arcs":
        return dyads.arc_reciprocity, "the share of ties that are returned"
    if count == "dyads":
        return mutual / (mutual + asymmetric), "the share of tied pairs that are tied both ways"
    same = (mutual + null) / (mutual + asymmetric + null)
    return same, "the share of all pairs in which both name each other or neither does"
