"""Is there a dense core with a loose rim around it?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.chance import (
    DRAWS,
    TOO_LARGE,
    against_same_degrees,
    core_against_same_size,
    too_large,
)
from weft.measures.kernels.core import core_fit
from weft.network import Graph

DECLARATION = Declaration(
    id="core_periphery",
    family="structure",
    question="Is there a dense core with a loose rim around it?",
    unit="correlation",
    low=-1.0,
    high=1.0,
    direction="depends",
    smallest=4,
    sentence=(
        "The best core, of {core_size:.0f} of {n} people, fits by {value:.2f} on a scale from 0 "
        "(no core) to 1 (all tied within the core, nobody tied within the rim)."
    ),
    reading=(
        "From about 0.5 on, and rarer than in random networks with as many ties, there is a core. "
        "A wide, diverse core with a rim that brings in news is a mature shape."
    ),
    misreading=(
        "The shape most easily upset by a few wrong or missing answers. The second p-value asks "
        "whether there is more than unequal numbers of ties explain; a true core seldom passes it."
    ),
    sources=(
        (
            "Borgatti, S. P. and Everett, M. G. (1999). Models of core/periphery structures. "
            "Social Networks, 21(4), 375-395. https://doi.org/10.1016/S0378-8733(99)00019-2"
        ),
        (
            "Kojaku, S. and Masuda, N. (2018). Core-periphery structure requires something else in "
            "the network. New Journal of Physics, 20, 043012. https://doi.org/10.1088/1367-2630/aab547"
        ),
    ),
    silence=("impute", "reconstruct"),
    parts={"core_size": "people in the best core"},
    no_interval_because=("a single tie can move it, and the range would hold the truth too seldom"),
)


def core_periphery(graph: Graph, *, null_draws: int = DRAWS, seed: int = 0) -> Figure:
    r"""Return how well the best core of the most tied people fits.

    .. math:: \rho = \max_K \operatorname{corr}(a_{ij}, \delta_{ij})

    over the pairs tied in either direction, where :math:`\delta_{ij}` is 1 if i and j are both in
    the core K and 0 if both are in the rim; pairs of one from each are left out.

    ==============  =============================================================================
    Range           -1 to 1
    Unit            correlation
    Direction       depends: a core holds a network together, and can close itself
    Level           the whole network
    Undefined when  fewer than 4 people, nobody answered, no ties, or everyone has equally many
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
    null_draws : int
        How many random networks of each kind it is set against; 0 for none.
    seed : int
        Of the random networks.

    Returns
    -------
    Figure
        With two nulls: networks with as many people and ties, and networks in which everyone keeps
        as many ties as they have. Above 2,000 people or 50,000 pairs without.

    See Also
    --------
    weft.measures.structure.phase : What shape the network has.

    Notes
    -----
    Cores are taken in the order of ties, people with equally many together, so that it depends on
    nothing but the ties. Choose the null deliberately: against one that keeps everyone's number of
    ties even a textbook core is not significant, because those numbers explain it. Cost:
    O(n + m) for the fit and for each network with as many ties, O(m) swaps for each of the others.

    References
    ----------
    Borgatti and Everett (1999); Kojaku and Masuda (2018).

    Examples
    --------
    Ana, Ben and Cy are all tied; Di and Eve are tied to Ana and Ben, and not to each other. In the
    core of the first two, one of one pairs is tied; in the rim of the others none of Cy-Di, Cy-Eve
    and Di-Eve. All four pairs are as they should be:

    >>> import weft
    >>> ties = ["Ana Ben", "Ana Cy", "Ben Cy", "Di Ana", "Di Ben", "Eve Ana", "Eve Ben"]
    >>> net = weft.read([tuple(t.split()) for t in ties], everyone_answered=True)
    >>> m = weft.measure(net, "core_periphery")
    >>> round(m.number, 4), m.parts["core_size"]
    (1.0, 2.0)
    """
    if graph.m == 0:
        return undefined("Undefined, because there are no ties.")
    found = core_fit(graph.n, *graph.either)
    if found is None:
        return undefined("Undefined, because everyone has equally many ties or nearly so.")
    parts = {"core_size": float(found.size)}
    said = "pairs tied in either direction; Borgatti and Everett's discrete model, ties between "
    said += "core and rim left out"
    if too_large(graph):
        return Figure(value=found.fit, parts=parts, method=f"{said}; {TOO_LARGE}")
    if null_draws == 0:
        return Figure(value=found.fit, parts=parts, method=said)
    size = core_against_same_size(graph, seed=seed, draws=null_draws)
    degrees = against_same_degrees(graph, seed=seed, draws=null_draws).core
    nulls = tuple(null for null in (size, degrees) if null is not None)
    return Figure(value=found.fit, parts=parts, nulls=nulls, method=said)
