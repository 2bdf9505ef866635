"""How much of our leadership is the stewards'?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.received import ONE_VOICE, one_voice, share_received
from weft.network import Graph

DECLARATION = Declaration(
    id="steward_share",
    family="leadership",
    question="How much of our leadership is the stewards'?",
    unit="share of leadership received",
    low=0.0,
    high=1.0,
    direction="lower",
    sentence="The stewards hold {value:.0%} of the leadership that people see.",
    reading="0: nobody looks to the stewards. 1: nobody looks to anybody else.",
    misreading=(
        "A falling share is no success where the whole is shrinking: that is a vacuum. Read it "
        "with lift, which says whether the others' leadership grew."
    ),
    sources=(
        (
            "Wei-Skillern, J., Ehrlichman, D. and Sawyer, D. (2015). The most impactful leaders "
            "you have never heard of. Stanford Social Innovation Review, 16 September 2015."
        ),
    ),
    silence=("available", "impute"),
    range_widened=1.1,
    settled_by=("degrees",),
    needs=("stewards",),
    parts={
        "stewards": "people marked as stewards",
        "even_share": "what the stewards would hold if everyone were looked to alike",
    },
)


def steward_share(graph: Graph) -> Figure:
    r"""Return the stewards' share of all leadership received.

    .. math:: S = \frac{\sum_{i \in \text{stewards}} p_i}{\sum_i p_i}

    where :math:`p_i` is the share of those who could have named i, and answered, that did.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of leadership received
    Direction       lower = more of it is held by others
    Level           the whole network
    Undefined when  nobody is marked as a steward, nobody or one alone answered, or nobody is named
    ==============  =============================================================================

    Parameters
    ----------
    graph : Graph
        A tie reads: source turns to target.

    Returns
    -------
    Figure
        The part ``even_share`` is what the stewards would hold if all were looked to alike.

    See Also
    --------
    weft.measures.leadership.fade : How that share changes from wave to wave.

    Notes
    -----
    On complete data: ties that end at a steward over all ties. Cost: O(n + m).

    References
    ----------
    Wei-Skillern, Ehrlichman and Sawyer (2015).

    Examples
    --------
    Ana is the steward. Three of the four ties end at her:

    >>> import weft
    >>> ties = [("Ben", "Ana"), ("Cy", "Ana"), ("Di", "Ana"), ("Ana", "Ben")]
    >>> net = weft.read(ties, everyone_answered=True).with_stewards(["Ana"])
    >>> weft.measure(net, "steward_share").number
    0.75
    """
    steward, shares = graph.steward, share_received(graph)
    if not steward.any():
        return undefined("Undefined, because nobody is marked as a steward.")
    if one_voice(graph):
        return undefined(ONE_VOICE)
    if not shares.any():
        return undefined("Undefined, because nobody is named by anyone.")
    return Figure(
        value=float(shares[steward].sum() / shares.sum()),
        parts={"stewards": float(steward.sum()), "even_share": float(steward.mean())},
    )
