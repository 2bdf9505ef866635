"""How trusted are people by those who rate them?"""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.degrees import named_by, total
from weft.measures.kernels.dyads import word_is_known
from weft.measures.kernels.scale import WITHOUT_STRENGTHS, tells_strengths, top_of_scale
from weft.network import Graph

FEWEST_RATERS = 5
"""Quartiles are taken over people whom at least so many rated."""

DECLARATION = Declaration(
    id="trust_received",
    family="trust",
    question="How trusted are we by those who rate us?",
    unit="on the scale of the answers",
    low=0.0,
    high=None,
    direction="higher",
    sentence=(
        "On average, people are rated {value:.2f} by those who rate them, where {top:g} is the "
        "strongest."
    ),
    reading="The rating that an ordinary person receives, each person counting once.",
    misreading=(
        "Ratings crowd at the top of a scale, and those who would rate low often do not rate: "
        "look at the spread, and never at one person with few raters."
    ),
    sources=(
        (
            "McCullough, J. M., Eisen-Cohen, E. and Salas, S. B. (2016). Partnership capacity for "
            "community health improvement plan implementation: findings from a social network "
            "analysis. BMC Public Health, 16. https://doi.org/10.1186/s12889-016-3194-7"
        ),
    ),
    silence=("available", "impute"),
    parts=MappingProxyType(
        {
            "percent": "100 (mean - low) / (high - low), where the scale is declared",
            "top": "the greatest strength: as declared, else as seen",
            "rated_people": "how many people at least one other rated",
            "people_with_5_raters": "how many people at least five others rated",
            "q25": "a quarter of the people with five raters are rated lower",
            "median": "half of the people with five raters are rated lower",
            "q75": "three quarters of the people with five raters are rated lower",
        }
    ),
    isolates_change_it=False,
)


def trust_received(graph: Graph) -> Figure:
    r"""Return the mean rating that people receive from those who rate them.

    .. math:: \bar{t} = \frac{1}{|P|} \sum_{j \in P} \frac{1}{r_j} \sum_i t_{ij}

    where :math:`r_j` people who answered gave j a rating :math:`t_{ij}`, and :math:`P` are the
    people with at least one.

    ==============  =============================================================================
    Range           0 to the top of the scale
    Unit            that of the answers
    Direction       higher = people are trusted more by those who rate them
    Level           the whole network
    Undefined when  nobody was rated, no scale and one strength only, fewer than 2 people, or
                    nobody answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        A tie reads: source rates target.

    Returns
    -------
    Figure
        The part ``percent`` is there where the relation has a declared scale, the quartiles where
        at least one person has five raters.

    See Also
    --------
    weft.measures.cohesion.mean_strength : Each tie counts once, not each person.
    weft.measures.trust.trust_asymmetry : Whether two people rate each other alike.

    Notes
    -----
    A person's figure is the average of ratings by the members who know them, as in PARTNER; not
    being named is no rating of 0, because people name those they deal with. How many name a person
    is another matter (density, coverage). PARTNER's own way to a percentage is not published;
    ``percent`` is Weft's. Cost: O(n + m).

    References
    ----------
    McCullough, Eisen-Cohen and Salas (2016), table 1, on scores of Varda's PARTNER.

    Examples
    --------
    Ana is rated 4 by Ben and 2 by Cy, so 3; Ben is rated 2 by Ana; nobody rates Cy. The mean over
    the two who are rated is 2.5:

    >>> import weft
    >>> who, whom = ["Ben", "Cy", "Ana"], ["Ana", "Ana", "Ben"]
    >>> ties = {"source": who, "target": whom, "weight": [4, 2, 2]}
    >>> weft.measure(ties, "trust_received").number
    2.5
    """
    source, target, weight = graph.arcs
    given = word_is_known(graph)[source]
    raters = named_by(graph.n, target[given])
    rated = raters > 0
    if not rated.any():
        return undefined("Undefined, because nobody who answered rated anybody.")
    if not tells_strengths(graph):
        return undefined(WITHOUT_STRENGTHS)
    received = total(graph.n, target[given], weight[given])[rated] / raters[rated]
    value = float(received.mean())
    top, said = top_of_scale(graph)
    often = received[raters[rated] >= FEWEST_RATERS]
    parts = {"top": top, "rated_people": len(received), "people_with_5_raters": len(often)}
    if graph.relation.scale is not None:
        low, high = graph.relation.scale
        parts["percent"] = 100 * (value - low) / (high - low)
    if len(often):
        quartiles = np.quantile(often, [0.25, 0.5, 0.75])
        parts |= dict(zip(("q25", "median", "q75"), map(float, quartiles), strict=True))
    return Figure(value=value, parts=parts, method=said)
