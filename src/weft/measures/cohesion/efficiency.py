"""How short are the ways between people, even if the network is in pieces?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure
from weft.measures.kernels.paths import closeness_from_starts
from weft.network import Graph

DECLARATION = Declaration(
    id="efficiency",
    family="cohesion",
    question="How short are the ways between us, even if we are in pieces?",
    unit="mean of 1/steps",
    low=0.0,
    high=1.0,
    direction="higher",
    sentence=(
        "Two people stand {value:.2f} close on average, where 1 is a direct tie, 0.5 is two steps "
        "and 0 is no way at all."
    ),
    reading="1: everyone is tied to everyone. 0.5: about two steps between most pairs.",
    misreading=(
        "It rises with the number of ties: compare it between networks of like density, or read it "
        "beside density. A missing answer can hide a short way."
    ),
    sources=(
        (
            "Latora, V. and Marchiori, M. (2001). Efficient behavior of small-world networks. "
            "Physical Review Letters, 87, 198701. https://doi.org/10.1103/PhysRevLett.87.198701"
        ),
    ),
    silence=("impute", "reconstruct"),
    range_widened=1.15,
    more_ties_never_lower=True,
)


def efficiency(graph: Graph, *, seed: int = 0) -> Figure:
    r"""Return the mean closeness of all ordered pairs.

    .. math:: E = \frac{1}{n(n-1)} \sum_{i \ne j} \frac{1}{d_{ij}}

    where :math:`d_{ij}` is the number of steps from i to j, and a pair without a way counts 0.

    ==============  =============================================================================
    Range           0 to 1
    Unit            mean of 1/steps
    Direction       higher = people are nearer to each other
    Level           the whole network
    Undefined when  fewer than 2 people, or nobody answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        Ways follow the direction of the ties.
    seed : int
        Chooses the starts above 2,000 people.

    Returns
    -------
    Figure
        Above 2,000 people ``method`` says how many starts were sampled and how far off it can be.

    See Also
    --------
    weft.measures.cohesion.reach_2 : The share of the network within two steps.

    Notes
    -----
    Equals networkx ``global_efficiency`` on relations without direction. Cost: O(n m / 64) for each
    step up to 2,000 people, O(m) for each step of 64 starts, of which there are 512, above.

    References
    ----------
    Latora and Marchiori (2001).

    Examples
    --------
    Ana names Ben, Ben names Cy. The ways: Ana to Ben 1, Ben to Cy 1, Ana to Cy 2; no way back. So
    (1 + 1 + 1/2) / 6:

    >>> import weft
    >>> net = weft.read([("Ana", "Ben"), ("Ben", "Cy")], everyone_answered=True)
    >>> round(weft.measure(net, "efficiency").number, 4)
    0.4167
    """
    ways = closeness_from_starts(graph, seed=seed)
    return Figure(value=ways.mean, method=ways.said)
