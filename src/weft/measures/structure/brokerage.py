"""Who carries things between people that are not tied, and between which groups?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.measures.declaration import Declaration, Figure
from weft.measures.kernels.brokers import ROLES, brokered
from weft.measures.kernels.mixture import chosen_groups
from weft.network import Graph

DECLARATION = Declaration(
    id="brokerage",
    family="structure",
    question="How much runs through go-betweens, within groups and between them?",
    unit="ways over one person",
    low=0.0,
    high=None,
    direction="depends",
    needs=("group",),
    smallest=3,
    sentence=(
        "{value:,.0f} times two people are joined by a third and not directly: {coordinator:,.0f} "
        "times all within one group, {liaison:,.0f} times across three."
    ),
    reading=(
        "Coordinators join people of their own group; consultants two people of a group that is "
        "not theirs; gatekeepers let others in to their own group; representatives speak for it; "
        "liaisons join two groups of which neither is theirs."
    ),
    misreading=(
        "It is a position, not what people do with it: the one in between may join the two or keep "
        "them apart. Counts grow fast with the number of ties."
    ),
    sources=(
        (
            "Gould, R. V. and Fernandez, R. M. (1989). Structures of mediation: a formal approach "
            "to brokerage in transaction networks. Sociological Methodology, 19, 89-126. "
            "https://doi.org/10.2307/270949"
        ),
    ),
    silence=("impute", "reconstruct"),
    parts={
        "coordinator": "all three in one group (A to A to A)",
        "consultant": "within a group, by way of somebody from another (A to B to A)",
        "gatekeeper": "into the go-between's group (A to B to B)",
        "representative": "out of the go-between's group (A to A to B)",
        "liaison": "between two groups, by way of a third (A to B to C)",
    },
    isolates_change_it=False,
)


def brokerage(graph: Graph, *, group: str | None = None) -> Figure:
    r"""Return how many ways lead over one person between two who are not tied directly.

    .. math:: t = |\{(a, v, b) : a \to v \to b,\ a \not\to b,\ a \ne b\}|

    ==============  =============================================================================
    Range           0 or more
    Unit            ways over one person
    Direction       depends: bridges between groups are wanted, single points of passage are not
    Level           the whole network; one value a person by :func:`weft.by_person`
    Undefined when  fewer than 3 people, or nobody answered
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        A way follows the direction of the ties.
    group : str
        The attribute of people that says which group they belong to. Those without an entry form
        a group of their own, ``NA``.

    Returns
    -------
    Figure
        The parts split the total by role.

    See Also
    --------
    weft.measures.structure.constraint : How little room a person has to be a go-between.

    Notes
    -----
    Equals the raw totals of R ``sna::brokerage``: coordinator w_I, consultant w_O, representative
    b_IO, gatekeeper b_OI, liaison b_O. In a relation without direction each way counts in both
    directions. Exact at every size. Cost: at most about m√m.

    References
    ----------
    Gould and Fernandez (1989).

    Examples
    --------
    Ana names Ben, who names Cy, who names Di. Ana and Ben are in the north, Cy and Di in the south.
    Ben speaks for the north to Cy; Cy lets Ben in to Di:

    >>> import weft
    >>> office = ["north", "north", "south", "south"]
    >>> people = {"id": ["Ana", "Ben", "Cy", "Di"], "office": office}
    >>> ties = [("Ana", "Ben"), ("Ben", "Cy"), ("Cy", "Di")]
    >>> net = weft.read(ties, people=people, everyone_answered=True)
    >>> m = weft.measure(net, "brokerage", group="office")
    >>> m.number, m.parts["representative"], m.parts["gatekeeper"]
    (2.0, 1.0, 1.0)
    """
    roles = _roles(graph, group).sum(axis=0)
    return Figure(
        value=float(roles.sum()),
        parts={name: float(count) for name, count in zip(ROLES, roles, strict=True)},
        method=f"Gould and Fernandez's raw counts by {group}",
    )


def by_person(graph: Graph, *, group: str | None = None) -> NDArray[np.float64]:
    """Return how many ways lead over each person between two who are not tied directly."""
    each: NDArray[np.int64] = _roles(graph, group).sum(axis=1)
    return each.astype(np.float64)


def _roles(graph: Graph, group: str | None) -> NDArray[np.int64]:
    codes, _ = chosen_groups(graph, group, "brokerage")
    return brokered(graph, codes)
