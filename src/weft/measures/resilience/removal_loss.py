"""What would be lost if somebody left tomorrow?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.betweenness import between
from weft.measures.kernels.loss import loss_without
from weft.network import Graph, InvalidRequestError

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_ALIKE = 25
"""At most this many people who stand between others alike are each tried."""

DECLARATION = Declaration(
    id="removal_loss",
    family="resilience",
    question="What would be lost if the stewards left tomorrow?",
    unit="share of those who stay",
    low=0.0,
    high=1.0,
    direction="lower",
    smallest=3,
    sentence=(
        "Without {leavers:.0f} of {n} people (whom, the method says), {value:.0%} of those who "
        "stay would lose touch with the largest group, and {lost_efficiency:.0%} of the nearness "
        "among them would go."
    ),
    reading=(
        "0: all who stay still hang together as they did. 0.5: half of them would be cut off from "
        "the largest group."
    ),
    misreading=(
        "Those who still hang together may do so by a thread: read two_connected_share too. People "
        "mend a network after somebody leaves; this is the day after."
    ),
    sources=(
        (
            "Borgatti, S. P. (2006). Identifying sets of key players in a social network. "
            "Computational and Mathematical Organization Theory, 12, 21-34. "
            "https://doi.org/10.1007/s10588-006-7084-x"
        ),
    ),
    silence=("impute", "reconstruct"),
    parts={
        "leavers": "how many leave",
        "lost_component": "how many of those who stay lose touch with the largest group",
        "lost_efficiency": "share of the nearness (mean of 1/steps) of those who stay that goes",
        "orphaned_people": "people who had a tie and would have none",
    },
)


def removal_loss(graph: Graph, *, people: Sequence[str] | None = None, seed: int = 0) -> Figure:
    r"""Return which share of those who stay would lose touch with the largest group.

    .. math:: \frac{L - L'}{n - k}

    where k people leave, :math:`L` is the greatest number of those who stay that hang together
    while the others are there, and :math:`L'` the same once they have left. That the leavers
    themselves are gone does not count. Ties in either direction hold people together.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of those who stay
    Direction       lower = less hangs on those who leave
    Level           the whole network
    Undefined when  fewer than 3 people, nobody answered, or everybody would leave
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
    people : sequence of str, optional
        The ids of those who leave, all at once. Left out: the stewards; where nobody is marked as
        one, the person who stands between others most (direction aside). Where several do so
        alike, each is tried and the mean is shown (of 25, by their ids, where there are more).
    seed : int
        Chooses the starts of ways above 2,000 people.

    Returns
    -------
    Figure

    Raises
    ------
    UnknownNameError
        For an id that is not in the network.
    InvalidRequestError
        For no id at all.

    See Also
    --------
    weft.measures.resilience.robustness : The best connected leaving one after another.
    weft.measures.resilience.cut_people : Everyone whose leaving would cut somebody off.

    Notes
    -----
    Equals networkx ``connected_components`` and ``global_efficiency`` on the undirected graph with
    and without the people. Cost: O(n m / 64) up to 2,000 people, O(m) for each of 512 starts above.

    References
    ----------
    Borgatti (2006).

    Examples
    --------
    Ana is tied to Ben, Cy and Di, and Cy to Di. If Ana leaves, Cy and Di hang together and Ben
    stands alone: of the 3 who stay, 3 hung together and 2 do now.

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ana", "Cy"), ("Ana", "Di"), ("Cy", "Di")]
    >>> net = weft.read(ties, everyone_answered=True)
    >>> found = weft.measure(net, "removal_loss", people=["Ana"])
    >>> round(found.number, 4), found.parts["orphaned_people"]
    (0.3333, 1.0)

    Their nearness was 1/2 + 1/2 + 1 (Ben to Cy, Ben to Di, Cy to Di) and is 1:

    >>> found.parts["lost_efficiency"]
    0.5
    """
    choices, said = _leaving(graph, people, seed)
    if len(choices[0]) >= graph.n:
        return undefined("Undefined, because everybody would leave.")
    losses = [loss_without(graph, leaving, seed=seed) for leaving in choices]
    leavers = len(choices[0])
    cut_off = float(np.mean([loss.cut_off for loss in losses]))
    if losses[0].sampled:
        said += "; nearness is measured from 512 people drawn at random"
    return Figure(
        value=cut_off / (graph.n - leavers),
        parts={
            "leavers": float(leavers),
            "lost_component": cut_off,
            "lost_efficiency": float(np.mean([loss.efficiency for loss in losses])),
            "orphaned_people": float(np.mean([loss.orphaned for loss in losses])),
        },
        method=said,
    )


def _leaving(
    graph: Graph, people: Sequence[str] | None, seed: int
) -> tuple[list[NDArray[np.intp]], str]:
    """Return who leaves, as one set or several to try, and the words for it."""
    if people is not None:
        ids = [people] if isinstance(people, str) else sorted(set(people))
        if not ids:
            raise InvalidRequestError("No people are given; name at least one who leaves.")
        return [graph.people.positions_of(ids)], f"{len(ids)} named people leave at once"
    stewards = np.flatnonzero(graph.people.steward)
    if len(stewards):
        return [stewards], f"the {len(stewards)} marked as stewards leave at once"
    found = between(graph, seed=seed, either=True)
    each = found.each
    alike = np.flatnonzero(np.isclose(each, each.max(), rtol=1e-9, atol=1e-12)).tolist()
    alike = sorted(alike, key=graph.people.ids.__getitem__)[:MOST_ALIKE]
    said = "the person who stands between others most leaves"
    if len(alike) > 1:
        said += f"; the mean over {len(alike)} who do so alike"
    if how := found.said():
        said += f", {how}"
    return [np.array([person], dtype=np.intp) for person in alike], said
