"""Does leadership move from one person to another?"""

from __future__ import annotations

import numpy as np

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.received import received_twice
from weft.measures.kernels.succession import first_places, kendall_tau_b
from weft.network import Graph, InvalidRequestError

MOST_PLACES = 10
SHARE_OF_PEOPLE = 0.2

DECLARATION = Declaration(
    id="leadership_turnover",
    family="leadership",
    question="Does leadership move?",
    unit="share of the most looked to",
    low=0.0,
    high=1.0,
    direction="depends",
    sentence=(
        "Of the {places:.0f} most looked to, {value:.0%} are others than in the wave before."
    ),
    reading="0: the same people are the most looked to. 1: all of them are others.",
    misreading=(
        "Change is not sharing: leadership can pass from one hub to the next. Where many are named "
        "about as often, chance alone moves the first places."
    ),
    sources=(
        (
            "Contractor, N. S., DeChurch, L. A., Carson, J., Carter, D. R. and Keegan, B. "
            "(2012). The topology of collective leadership. The Leadership Quarterly, 23(6), "
            "994-1011. https://doi.org/10.1016/j.leaqua.2012.10.010"
        ),
        (
            "Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika, 33(3), "
            "239-251. https://doi.org/10.1093/biomet/33.3.239"
        ),
    ),
    silence=("available",),
    needs=("two waves",),
    parts={
        "places": "how many first places were compared",
        "tau_b": "Kendall's agreement of both orders of all people, from -1 to 1",
        "new_leader_rate": "share of the people named now whom nobody named before",
        "common_people": "people who are in both waves",
        "common_raters": "people who answered in both waves",
    },
    no_interval_because=(
        "it rests on those alone who answered both times; weft change gives the range"
    ),
)


def leadership_turnover(before: Graph, after: Graph, *, places: int | None = None) -> Figure:
    r"""Return how many of the most looked to are others than in the wave before.

    .. math:: 1 - \frac{|T_0 \cap T_t|}{k}

    where :math:`T` are the k people whom most look to.

    ==============  =============================================================================
    Range           0 to 1
    Unit            share of the most looked to
    Direction       depends: a network that never changes its leaders has none in waiting; one that
                    always does has no memory
    Level           the whole network, between two waves
    Undefined when  fewer than 2 people answered in both waves, or nobody is named in one of them
    ==============  =============================================================================

    Parameters
    ----------
    before, after : Graph
        The two waves. A tie reads: source turns to target.
    places : int, optional
        How many first places; by default a fifth of the people who are in both waves, at most 10
        and at least 1. Never more than the people named in either wave.

    Returns
    -------
    Figure
        Those who tie for the last places share them: three who tie for two places count 2/3 each.
        No person's name is told, only how many changed.

    Raises
    ------
    InvalidRequestError
        For fewer than 1 place.

    See Also
    --------
    weft.measures.leadership.fade : Whether the stewards' share falls.

    Notes
    -----
    Counts only people who are in both waves, as named by those who answered in both. ``tau_b``
    equals ``scipy.stats.kendalltau``; it is absent where everyone is named alike. Cost:
    O(n log n + m).

    References
    ----------
    Contractor et al. (2012); Kendall (1945).

    Examples
    --------
    Of five people the most looked to is one. It was Ana, with three; now Ben, with two:

    >>> import weft
    >>> first = [("Ben", "Ana"), ("Cy", "Ana"), ("Di", "Ana"), ("Ana", "Ben"), ("Ed", "Ben")]
    >>> later = [("Ben", "Ana"), ("Cy", "Ben"), ("Di", "Cy"), ("Ana", "Di"), ("Ed", "Ben")]
    >>> found = leadership_turnover(weft.read(first).graph(), weft.read(later).graph())
    >>> found.value, found.parts["places"]
    (1.0, 1.0)

    Of the four people named now, Cy and Di were named by nobody before:

    >>> found.parts["new_leader_rate"]
    0.5
    """
    if places is not None and places < 1:
        raise InvalidRequestError(f"places is {places}; expected 1 or more first places.")
    twice = received_twice(before, after)
    if twice.raters < 2:
        return undefined("Undefined, because fewer than two people answered in both waves.")
    named_before, named_after = twice.before > 0, twice.after > 0
    if not named_before.any() or not named_after.any():
        return undefined("Undefined, because nobody is named in one of the two waves.")
    n = len(twice.before)
    wanted = places or max(1, min(MOST_PLACES, round(SHARE_OF_PEOPLE * n)))
    k = min(wanted, int(named_before.sum()), int(named_after.sum()))
    stayed = np.minimum(first_places(twice.before, k), first_places(twice.after, k)).sum()
    parts = {
        "places": float(k),
        "new_leader_rate": float((named_after & ~named_before).sum() / named_after.sum()),
        "common_people": float(n),
        "common_raters": float(twice.raters),
    }
    agreement = kendall_tau_b(twice.before, twice.after)
    if agreement is not None:
        parts["tau_b"] = agreement
    return Figure(
        value=float(np.clip(1 - stayed / k, 0, 1)),
        parts=parts,
        method=(
            f"first {k} of {n} people who are in both waves, as named by the {twice.raters} who "
            "answered in both; those who tie for the last places share them"
        ),
    )
