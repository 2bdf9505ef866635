"""Whose leaving would cut somebody off?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.measures.declaration import Declaration, Figure
from weft.measures.kernels.cut_points import cut_points
from weft.network import Graph

DECLARATION = Declaration(
    id="cut_people",
    family="resilience",
    question="How many of us are the only way to somebody else?",
    unit="people",
    low=0.0,
    high=None,
    direction="lower",
    sentence=(
        "{value:.0f} of {n} people are the only way to somebody else, and {one_thread:.0f} hang by "
        "one thread."
    ),
    reading="0: whoever leaves, the others still hang together as before.",
    misreading=(
        "It is no fault of these people: they hold others in. A missing answer makes people look "
        "like the only way when they are not, so ask before acting."
    ),
    sources=(
        (
            "Hopcroft, J. and Tarjan, R. (1973). Algorithm 447: efficient algorithms for graph "
            "manipulation. Communications of the ACM, 16(6), 372-378. "
            "https://doi.org/10.1145/362248.362272"
        ),
        (
            "Moody, J. and White, D. R. (2003). Structural cohesion and embeddedness. American "
            "Sociological Review, 68(1), 103-127. https://doi.org/10.2307/3088904"
        ),
    ),
    silence=("impute", "reconstruct"),
    parts={
        "share": "cut people as a share of all",
        "one_thread": "people who are tied to exactly one other",
    },
    isolates_change_it=False,
)


def cut_people(graph: Graph) -> Figure:
    """Return how many people are such that their leaving would cut others off from one another.

    A person counts if the part of the network they belong to falls into more parts without them
    (articulation points). Ties in either direction hold people together.

    ==============  =============================================================================
    Range           0 or more
    Unit            people
    Direction       lower = fewer hang on one person
    Level           the whole network
    Undefined when  fewer than 2 people, or nobody answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph

    Returns
    -------
    Figure
        The part ``one_thread`` is how many people are tied to exactly one other.

    See Also
    --------
    weft.measures.resilience.two_connected_share : Those who have two separate ways.

    Notes
    -----
    Equals networkx ``articulation_points`` and R ``sna::cutpoints`` on the undirected graph. Cost:
    O(n + m).

    References
    ----------
    Hopcroft and Tarjan (1973); Moody and White (2003).

    Examples
    --------
    Ana, Ben and Cy are tied to one another, and Di to Cy alone: without Cy, Di is cut off.

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Cy"), ("Cy", "Ana"), ("Cy", "Di")]
    >>> found = weft.measure(weft.read(ties, everyone_answered=True), "cut_people")
    >>> found.value, found.parts["one_thread"]
    (1.0, 1.0)
    """
    cut = float(by_person(graph).sum())
    return Figure(
        value=cut, parts={"share": cut / graph.n, "one_thread": float(one_thread(graph).sum())}
    )


def by_person(graph: Graph) -> NDArray[np.float64]:
    """Return 1 for each person who is the only way to somebody else, 0 for the others."""
    return cut_points(graph).astype(np.float64)


def one_thread(graph: Graph) -> NDArray[np.bool_]:
    """Return who is tied to exactly one other, in either direction."""
    first, second = graph.either
    tied_to = np.bincount(first, minlength=graph.n) + np.bincount(second, minlength=graph.n)
    hangs: NDArray[np.bool_] = tied_to == 1
    return hangs
