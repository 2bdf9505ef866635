"""How much of the network does an ordinary person get to in two steps?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure
from weft.measures.kernels.paths import closeness_from_starts
from weft.network import Graph

DECLARATION = Declaration(
    id="reach_2",
    family="cohesion",
    question="How many of us can an ordinary person get to through one other?",
    unit="share of the others",
    low=0.0,
    high=1.0,
    direction="higher",
    sentence="In two steps, a person gets to {value:.0%} of the others on average.",
    reading="1: everyone knows someone who knows anyone. Near 0: a word stays where it was said.",
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


def reach_2(graph: Graph, *, seed: int = 0) -> Figure:
    r"""Return the share of the others whom a person reaches within two steps, on average.

    .. math:: \frac{1}{n} \sum_i \frac{\#\{j \ne i : d_{ij} \le 2\}}{n - 1}

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
    weft.measures.cohesion.reach_3 : Within three steps.
    weft.measures.cohesion.efficiency : Over ways of any length.

    Notes
    -----
    Equals counting networkx's ``single_source_shortest_path_length(cutoff=2)`` for everyone. Cost:
    O(n m / 64) up to 2,000 people, O(m) for each 64 of the 512 starts above.

    References
    ----------
    Krebs and Holley (2006).

    Examples
    --------
    A chain: Ana names Ben, Ben names Cy, Cy names Di. In two steps Ana gets to two of three others,
    Ben to two, Cy to one and Di to nobody, so (2 + 2 + 1 + 0) / 12:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Cy"), ("Cy", "Di")]
    >>> net = weft.read(ties, everyone_answered=True)
    >>> round(weft.measure(net, "reach_2").number, 4)
    0.4167
    """
    ways = closeness_from_starts(graph, seed=seed, within=2)
    return Figure(value=ways.mean, method=ways.said)
