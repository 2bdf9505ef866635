"""How much of the network does an ordinary person get to in three steps?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure
from weft.measures.kernels.paths import closeness_from_starts
from weft.network import Graph

DECLARATION = Declaration(
    id="reach_3",
    family="cohesion",
    question="How many of us can an ordinary person get to through two others?",
    unit="share of the others",
    low=0.0,
    high=1.0,
    direction="higher",
    sentence="In three steps, a person gets to {value:.0%} of the others on average.",
    reading="1: passed on twice, a word gets from anyone to everyone. Near 0: it stays put.",
    misreading=(
        "In a small or dense network it is close to 1 and says little. A missing answer can hide "
        "the one tie that joins two circles."
    ),
    sources=(
        (
            "Krebs, V. and Holley, J. (2006). Building Smart Communities through Network Weaving. "
            "Appalachian Center for Economic Networks."
        ),
    ),
    silence=("impute", "reconstruct"),
    range_widened=1.15,
    more_ties_never_lower=True,
)


def reach_3(graph: Graph, *, seed: int = 0) -> Figure:
    r"""Return the share of the others whom a person reaches within three steps, on average.

    .. math:: \frac{1}{n} \sum_i \frac{\#\{j \ne i : d_{ij} \le 3\}}{n - 1}

    where :math:`d_{ij}` is the number of steps from i to j.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of the others
    Direction       higher = a word travels farther
    Level           the whole network
    Undefined when  fewer than 2 people, or nobody answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        Steps follow the direction of the ties.
    seed : int
        Chooses the starts above 2,000 people.

    Returns
    -------
    Figure
        Above 2,000 people ``method`` says how many starts were sampled and how far off it can be.

    See Also
    --------
    weft.measures.cohesion.reach_2 : Within two steps.
    weft.measures.cohesion.efficiency : Over ways of any length.

    Notes
    -----
    Equals counting networkx's ``single_source_shortest_path_length(cutoff=3)`` for everyone. Cost:
    O(n m / 64) up to 2,000 people, O(m) for each 64 of the 512 starts above.

    References
    ----------
    Krebs and Holley (2006).

    Examples
    --------
    A chain: Ana names Ben, Ben names Cy, Cy names Di. In three steps Ana gets to all three others,
    Ben to two, Cy to one and Di to nobody, so (3 + 2 + 1 + 0) / 12:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Cy"), ("Cy", "Di")]
    >>> net = weft.read(ties, everyone_answered=True)
    >>> round(weft.measure(net, "reach_3").number, 4)
    0.5
    """
    ways = closeness_from_starts(graph, seed=seed, within=3)
    return Figure(value=ways.mean, method=ways.said)
