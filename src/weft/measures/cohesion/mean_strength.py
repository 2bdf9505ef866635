"""How deep are the ties there are?"""

from __future__ import annotations

from types import MappingProxyType

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.scale import WITHOUT_STRENGTHS, tells_strengths, top_of_scale
from weft.network import Graph

DECLARATION = Declaration(
    id="mean_strength",
    family="cohesion",
    question="How deep are the ties we have?",
    unit="on the scale of the answers",
    low=0.0,
    high=None,
    direction="depends",
    sentence="A tie has a strength of {value:.2f} on average, where {top:g} is the strongest.",
    reading=(
        "The strength of an ordinary tie, whatever the number of ties. Beside density it tells "
        "many shallow ties from a few deep ones."
    ),
    misreading=(
        "More is not always better: most work needs only some of the pairs to work closely. New "
        "ties start shallow, so the mean can fall while the network grows."
    ),
    sources=(
        (
            "Frey, B. B., Lohmeier, J. H., Lee, S. W. and Tollefson, N. (2006). Measuring "
            "collaboration among grant partners. American Journal of Evaluation, 27(3), 383-392. "
            "https://doi.org/10.1177/1098214006290356"
        ),
    ),
    silence=("available", "reconstruct", "impute"),
    settled_by=("size", "dyads", "degrees"),
    parts=MappingProxyType(
        {
            "weighted_density": (
                "summed strength as a share of what it would be if every possible tie were of the "
                "greatest strength"
            ),
            "top": "the greatest strength: as declared, else as seen",
        }
    ),
    isolates_change_it=False,
)


def mean_strength(graph: Graph) -> Figure:
    r"""Return the mean strength of the ties that are there.

    .. math::

       \bar{w} = \frac{\sum W}{m},
       \qquad \Delta_w = \frac{\sum W}{w_{max} \cdot \text{possible ties}}

    The second, part ``weighted_density``, joins depth with number; possible ties are those of which
    it is known whether they are there.

    ==============  =============================================================================
    Range           0 to the top of the scale
    Unit            that of the answers
    Direction       depends: deeper is not always better, and takes time
    Level           the whole network
    Undefined when  there is no tie, no scale and one strength only, fewer than 2 people, or
                    nobody answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        Where both ends report a tie, its strength is the mean of the two.

    Returns
    -------
    Figure
        ``method`` says whether the greatest strength was declared or is the greatest seen.

    See Also
    --------
    weft.measures.cohesion.density : How many ties, whatever their strength.
    weft.measures.trust.trust_received : The same from the side of those who receive the ties.

    Notes
    -----
    On answers from 0 to 5 this is the score of the Levels of Collaboration Scale over existing
    ties. Cost: O(m).

    References
    ----------
    Frey, Lohmeier, Lee and Tollefson (2006).

    Examples
    --------
    Three ties of strength 1, 2 and 3 among the 6 possible: a mean of 2, and 6 / (3 * 6) of the
    greatest there could be:

    >>> import weft
    >>> ties = {"source": ["Ana", "Ben", "Cy"], "target": ["Ben", "Cy", "Ana"], "weight": [1, 2, 3]}
    >>> found = weft.measure(ties, "mean_strength")
    >>> found.number, round(found.parts["weighted_density"], 4)
    (2.0, 0.3333)
    """
    if graph.m == 0:
        return undefined("Undefined, because there is no tie.")
    if not tells_strengths(graph):
        return undefined(WITHOUT_STRENGTHS)
    top, said = top_of_scale(graph)
    total = graph.strengths.total
    parts = {"top": top}
    if graph.possible:
        parts["weighted_density"] = total / (graph.possible * top)
    return Figure(value=total / graph.m, parts=parts, method=said)
