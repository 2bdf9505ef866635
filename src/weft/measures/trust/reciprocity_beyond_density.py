"""Are relationships two-way more often than their number alone would make them?"""

from __future__ import annotations

from types import MappingProxyType

from weft.measures.declaration import Declaration, Figure, undefined
from weft.network import Graph

DECLARATION = Declaration(
    id="reciprocity_beyond_density",
    family="trust",
    question="Are our relationships two-way more often than chance would make them?",
    unit="",
    low=-1.0,
    high=1.0,
    direction="higher",
    sentence=(
        "Ties are returned {reciprocity:.0%} of the time, where chance alone would give "
        "{density:.0%}: {value:.2f} on a scale where 0 is chance and 1 is always."
    ),
    reading=(
        "0: a tie is returned as often as any other is there. 1: every tie is returned. Below 0: "
        "people rather do not name those who name them."
    ),
    misreading="It says nothing of how strong the ties are, or whether they are many.",
    sources=(
        (
            "Garlaschelli, D. and Loffredo, M. I. (2004). Patterns of link reciprocity in directed "
            "networks. Physical Review Letters, 93, 268701. "
            "https://doi.org/10.1103/PhysRevLett.93.268701"
        ),
    ),
    silence=("available", "impute"),
    range_widened=1.3,
    settled_by=("dyads",),
    parts=MappingProxyType(
        {
            "reciprocity": "the share of ties that are returned",
            "density": "the share of possible ties that are there, among the same people",
        }
    ),
)


def reciprocity_beyond_density(graph: Graph) -> Figure:
    r"""Return how far the share of returned ties lies above what the number of ties would give.

    .. math:: \rho = \frac{r - \Delta}{1 - \Delta}

    where :math:`r` is the share of ties that are returned and :math:`\Delta` the density, both
    among people who answered. It is the correlation of a tie with its return.

    ==============  =============================================================================
    Range           -1 to 1
    Unit            none
    Direction       higher = more ties are returned than chance would
    Level           the whole network
    Undefined when  there is no tie between two people who both answered, or every possible one,
                    or ties have no direction
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.trust.reciprocity : The share itself.

    Notes
    -----
    Equals the Pearson correlation of the 0/1 matrix of ties with its transpose, off the diagonal.
    To be preferred for comparison between waves and networks of different density. Cost:
    O(m log m).

    References
    ----------
    Garlaschelli and Loffredo (2004).

    Examples
    --------
    Ana and Ben name each other, and Ana names Cy. Of three ties two are returned (2/3), and three
    of six possible ties are there (1/2), so (2/3 - 1/2) / (1 - 1/2):

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Ana"), ("Ana", "Cy")]
    >>> net = weft.read(ties, everyone_answered=True)
    >>> round(weft.measure(net, "reciprocity_beyond_density").number, 4)
    0.3333
    """
    if not graph.directed:
        return undefined("Undefined, because every tie is two-way by definition.")
    dyads = graph.census
    if not dyads.tied:
        return undefined("Undefined, because there is no tie between two people who both answered.")
    if dyads.mutual == dyads.possible:
        return undefined("Undefined, because every possible tie is there, so all are returned.")
    returned, density = dyads.arc_reciprocity, dyads.density
    return Figure(
        value=(returned - density) / (1 - density),
        parts={"reciprocity": returned, "density": density},
    )
