"""Do both sides agree that a tie exists?"""

from __future__ import annotations

from types import MappingProxyType

from weft.measures.declaration import Declaration, Figure, undefined
from weft.network import Claims

DECLARATION = Declaration(
    id="concordance",
    family="trust",
    question="Do both sides agree that a tie exists?",
    unit="share of reported ties",
    low=0.0,
    high=1.0,
    direction="higher",
    sentence="Of the ties that either end reports, {value:.0%} are reported by both.",
    reading="1: what one says of a tie, the other says too. About 0.2 is not rare in the field.",
    misreading=(
        "Low agreement is normal and nobody's fault: people forget, and mean different things by "
        "the same question. It is not the share of ties that are returned."
    ),
    sources=(
        (
            "De Bacco, C. and others (2023). Latent network models to account for noisy, multiply "
            "reported social network data. Journal of the Royal Statistical Society A, 186(3), "
            "355-375. https://doi.org/10.1093/jrsssa/qnac004"
        ),
    ),
    silence=("as_reported",),
    needs=("double reports",),
    parts=MappingProxyType(
        {
            "by_both": "how many ties both ends report",
            "by_one": "how many ties only one end reports",
        }
    ),
    isolates_change_it=False,
    no_interval_because="it compares answers that were given, and no others",
)


def concordance(claims: Claims) -> Figure:
    r"""Return the share of reported ties that both ends report, where both answered.

    .. math:: \frac{\#\{\text{ties reported by both ends}\}}{\#\{\text{ties reported by an end}\}}

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of reported ties
    Direction       higher = people see their ties alike
    Level           the whole network
    Undefined when  only one end of a tie was asked, no tie was reported where both answered, or
                    each pair stands in the data once
    ==============  =============================================================================

    Parameters
    ----------
    claims : Claims
        What each end said of each tie.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.trust.reciprocity : Whether A names B and B names A: two ties, not one.

    Notes
    -----
    The figure of the VIMuRe tutorial (0.20 in a Karnataka village), there over all reported ties,
    here only over those whose two ends both answered. In a relation without direction of which no
    tie at all is reported twice, it is undefined: that is how a table that lists every pair once
    looks, and 0 would be read as discord. Cost: O(number of reports).

    References
    ----------
    De Bacco and others (2023).

    Examples
    --------
    Ana and Ben each say that they work together; Cy says so of Ana, who does not:

    >>> import weft
    >>> rows = [("Ana", "Ben"), ("Ben", "Ana"), ("Cy", "Ana")]
    >>> ties = {"source": [a for a, _ in rows], "target": [b for _, b in rows]}
    >>> net = weft.read(ties | {"relation": ["works_with"] * 3})
    >>> weft.measure(net, "concordance").number
    0.5
    """
    if not claims.asked_twice:
        return undefined("Undefined, because only one end of each tie was asked about it.")
    reported = int(claims.both_answered.sum())
    if reported == 0:
        return undefined("Undefined, because no tie was reported where both ends answered.")
    by_both = int((claims.by_source & claims.by_target).sum())
    if by_both == 0 and not claims.directed:
        return undefined(
            "Undefined, because no tie was reported by both of its ends, as in a table that lists "
            "every pair once."
        )
    return Figure(
        value=by_both / reported, parts={"by_both": by_both, "by_one": reported - by_both}
    )
