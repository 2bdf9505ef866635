"""Where is trust one-sided?"""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.dyads import Dyads, dyads_known_both_ways
from weft.measures.kernels.scale import top_of_scale
from weft.network import Graph

DECLARATION = Declaration(
    id="trust_asymmetry",
    family="trust",
    question="How one-sided is our trust?",
    unit="on the scale of the answers",
    low=0.0,
    high=None,
    direction="lower",
    sentence=(
        "Within a tied pair, what the two give each other differs by {value:.2f} on average, where "
        "{top:g} is the strongest."
    ),
    reading="0: both of every pair give the same. The top of the scale: no tie is returned.",
    misreading=(
        "A tie that is not returned counts as the full difference, so few returned ties make it "
        "large by themselves: read it beside reciprocity. Never look for the pairs behind it."
    ),
    sources=(
        (
            "Kenny, D. A. and La Voie, L. (1984). The social relations model. Advances in "
            "Experimental Social Psychology, 18, 141-182. "
            "https://doi.org/10.1016/S0065-2601(08)60144-6"
        ),
    ),
    silence=("available", "impute"),
    parts=MappingProxyType(
        {
            "share_of_scale": "the difference as a share of the greatest strength",
            "top": "the greatest strength: as declared, else as seen",
            "pairs": "how many tied pairs there are of whom both answered",
            "correlation": "of what one gives with what the other gives, over all pairs",
        }
    ),
    isolates_change_it=False,
)


def trust_asymmetry(graph: Graph) -> Figure:
    r"""Return how far apart two people are in what they give each other, on average.

    .. math:: \frac{1}{|D|} \sum_{\{i,j\} \in D} |t_{ij} - t_{ji}|

    where :math:`D` are the pairs with at least one tie of whom both answered, and a tie that is not
    there has strength 0.

    ==============  =============================================================================
    Range           0 to the top of the scale
    Unit            that of the answers
    Direction       lower = trust is more alike on both sides
    Level           the whole network
    Undefined when  there is no tie between two people who both answered, or ties have no
                    direction
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph

    Returns
    -------
    Figure
        In units of the scale; the part ``share_of_scale`` divides by the greatest strength. The
        part ``correlation`` is missing where everybody gives everybody the same.

    See Also
    --------
    weft.measures.trust.reciprocity : Whether ties are returned, whatever their strength.

    Notes
    -----
    ``correlation`` is the Pearson correlation of the matrix of strengths with its transpose, off
    the diagonal: over all pairs who both answered, untied ones (0, 0) included, each pair in both
    orders. Where all ties have strength 1, the figure is the share of tied pairs that are
    tied one way only, 1 - M / (M + A). Cost: O(m log m).

    References
    ----------
    Kenny and La Voie (1984).

    Examples
    --------
    Ana trusts Ben with 4 and is trusted with 3; Ana trusts Cy with 2, who does not name her. So
    the differences are 1 and 2:

    >>> import weft
    >>> who, whom = ["Ana", "Ben", "Ana"], ["Ben", "Ana", "Cy"]
    >>> ties = {"source": who, "target": whom, "weight": [4, 3, 2]}
    >>> net = weft.read(ties, everyone_answered=True)
    >>> weft.measure(net, "trust_asymmetry").number
    1.5
    """
    if not graph.directed:
        return undefined("Undefined, because both ends of a tie have the same strength here.")
    dyads = dyads_known_both_ways(graph)
    if not len(dyads.first):
        return undefined("Undefined, because there is no tie between two people who both answered.")
    value = float(np.abs(dyads.there - dyads.back).mean())
    top, said = top_of_scale(graph)
    parts = {"share_of_scale": value / top, "top": top, "pairs": len(dyads.first)}
    correlation = _correlation(dyads)
    if correlation is not None:
        parts["correlation"] = correlation
    return Figure(value=value, parts=parts, method=f"in units of the scale; {said}")


def _correlation(dyads: Dyads) -> float | None:
    """Return the correlation within pairs, each in both orders; None where nothing varies."""
    both_orders = 2 * dyads.possible
    mean = (dyads.there.sum() + dyads.back.sum()) / both_orders
    untied = dyads.null * mean**2
    variation = ((dyads.there - mean) ** 2 + (dyads.back - mean) ** 2).sum() + 2 * untied
    together = 2 * ((dyads.there - mean) * (dyads.back - mean)).sum() + 2 * untied
    same = dyads.null == 0 and np.ptp(np.concatenate([dyads.there, dyads.back])) == 0
    return None if same else float(together / variation)
