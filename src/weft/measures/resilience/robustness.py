"""How long do people hang together if the best connected leave one after another?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from weft.measures.declaration import Declaration, Figure
from weft.measures.kernels.betweenness import between, betweenness_of_pairs
from weft.measures.kernels.removal import (
    LOOKED_AT_AGAIN_UP_TO,
    by_degree,
    by_figure,
    largest_left,
    symmetric,
)
from weft.network import Graph

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

RANDOM_ORDERS = 20
"""How many random orders of leaving are averaged."""

DECLARATION = Declaration(
    id="robustness",
    family="resilience",
    question="Would it hold together if the best connected left one after another?",
    unit="mean share of people",
    low=0.0,
    high=0.5,
    direction="higher",
    sentence=(
        "If the best connected left one after another until nobody is left, on average {value:.0%} "
        "of all people would still hang together (50% is the most there can be)."
    ),
    reading=(
        "0.5: everyone is tied to everyone, and only the leavers go missing. Near 0: a few people "
        "hold everything, as in a star."
    ),
    misreading=(
        "It rises with the number of ties. It looks at the largest group only, which can hang "
        "together by threads: read two_connected_share beside it."
    ),
    sources=(
        (
            "Schneider, C. M., Moreira, A. A., Andrade, J. S., Havlin, S. and Herrmann, H. J. "
            "(2011). Mitigation of malicious attacks on networks. PNAS, 108(10), 3838-3841. "
            "https://doi.org/10.1073/pnas.1009440108"
        ),
    ),
    silence=("impute", "reconstruct"),
    range_widened=1.35,
)


def robustness(
    graph: Graph, *, order: Literal["degree", "betweenness", "random"] = "degree", seed: int = 0
) -> Figure:
    r"""Return the mean share of people who hang together while all leave one by one.

    .. math:: R = \frac{1}{n} \sum_{q=1}^{n} s(q)

    where :math:`s(q)` is the largest group that hangs together after q people have left, as a share
    of all n. Ties in either direction hold people together.

    ==============  =============================================================================
    Range           0 to 0.5
    Unit            mean share of people
    Direction       higher = less hangs on the best connected
    Level           the whole network
    Undefined when  fewer than 2 people, or nobody answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
    order : {'degree', 'betweenness', 'random'}
        Who leaves first. ``degree``: those with most ties, counted anew each time.
        ``betweenness``: those who stand between others most, counted anew up to 200 people, once
        above. ``random``: chance; the mean of 20 orders.
    seed : int
        Of the random orders, and of sampled betweenness above 2,000 people.

    Returns
    -------
    Figure

    See Also
    --------
    weft.measures.resilience.removal_loss : If certain people leave.

    Notes
    -----
    Who comes first among those with equally many ties moves the figure. They are told apart by how
    the network looks from each of them, at the start and (up to 200 people) among those left, so
    that the order of the rows decides only between people who stand alike. Equals deleting people
    one by one in networkx. Cost: O(n log n + m); parts are joined backwards (Newman and Ziff 2001).

    References
    ----------
    Schneider et al. (2011).

    Examples
    --------
    In a star of 4, the hub leaves first and three stand alone: shares 1/4, 1/4, 1/4, 0, over 4. In
    general (n - 1) / n²; where everyone is tied to everyone (n - 1) / 2n.

    >>> import weft
    >>> net = weft.read([("Ana", "Ben"), ("Ana", "Cy"), ("Ana", "Di")], everyone_answered=True)
    >>> weft.measure(net, "robustness").number
    0.1875
    """
    if order == "random":
        rng = np.random.default_rng(seed)
        orders = [rng.permutation(graph.n) for _ in range(RANDOM_ORDERS)]
        said = f"mean of {RANDOM_ORDERS} random orders of leaving"
    elif order == "betweenness":
        adjacency = symmetric(graph.n, *graph.either)
        said = "those most between others leave first, counted "
        if graph.n <= LOOKED_AT_AGAIN_UP_TO:
            orders = [by_figure(adjacency, _between)]
            said += "anew each time"
        else:
            found = between(graph, seed=seed, either=True)
            orders = [by_figure(adjacency, lambda _: found.each)]
            said += "; ".join(filter(None, ("once at the start", found.said())))
    else:
        orders = [by_degree(graph)]
        said = "those with most ties leave first, counted anew each time"
    sizes = [largest_left(graph, each).sum() for each in orders]
    return Figure(value=float(np.mean(sizes)) / graph.n**2, method=said)


def _between(adjacency: csr_array) -> NDArray[np.float64]:
    """Return who stands between others in what is left."""
    upper = adjacency.tocoo()
    once = upper.row < upper.col
    first, second = upper.row[once].astype(np.int32), upper.col[once].astype(np.int32)
    return betweenness_of_pairs(adjacency.shape[0], first, second)
