"""Does the power of others grow?"""

from __future__ import annotations

from dataclasses import replace

from weft.measures.declaration import Declaration, Figure
from weft.measures.leadership.fade import fade
from weft.network import Graph

DECLARATION = Declaration(
    id="lift",
    family="leadership",
    question="Do people other than the stewards hold more leadership than before?",
    unit="share of the former amount",
    low=-1.0,
    high=None,
    direction="higher",
    sentence=(
        "From one wave to the next the stewards' share of leadership went from {share_before:.0%} "
        "to {share_after:.0%}, and the leadership that others hold changed by {value:+.0%}."
    ),
    reading=(
        "Fade and lift both above 0, and more effective leaders: the stewards hold less while "
        "others hold more. Fade above 0 with lift at 0 or below: withdrawal, a vacuum. Fade at "
        "0 or below with lift above 0: the network grows around its hub."
    ),
    misreading=(
        "Growth alone is not sharing: the stewards may have grown faster. "
        "Two waves are two points, and chance moves both."
    ),
    sources=(
        (
            "Wei-Skillern, J., Ehrlichman, D. and Sawyer, D. (2015). The most impactful leaders "
            "you have never heard of. Stanford Social Innovation Review, 16 September 2015. (The "
            "idea; the formula is Weft's.)"
        ),
    ),
    silence=("available",),
    needs=("two waves", "stewards"),
    parts={
        "fade": "how much of their share of leadership the stewards have given up",
        "share_before": "the stewards' share of leadership in the first wave",
        "share_after": "the stewards' share of leadership in the second wave",
        "change_in_effective_leaders": "change in as if how many people hold leadership",
        "common_people": "people who are in both waves",
        "common_raters": "people who answered in both waves",
    },
    no_interval_because=(
        "it rests on those alone who answered both times; weft change gives the range"
    ),
)


def lift(before: Graph, after: Graph) -> Figure:
    r"""Return how much the leadership held by people other than the stewards has grown.

    .. math:: \ell = \frac{\sum_{j \notin s} (x_{j,t} - x_{j,0})}{\sum_{j \notin s} x_{j,0}}

    where :math:`x` is the share of common raters who look to a person, first and later, and
    :math:`s` are the stewards.

    ==============  =============================================================================
    Range           -1 or more (-1: nobody looks to them any more)
    Unit            share of the former amount
    Direction       higher, and only together with fade: never read one without the other
    Level           the whole network, between two waves
    Undefined when  no steward is in both waves, fewer than 2 people answered in both, or nobody
                    looked to the stewards, or to anyone else, in the first wave
    ==============  =============================================================================

    Parameters
    ----------
    before, after : Graph
        The two waves. A tie reads: source turns to target. Stewards are those marked in either.

    Returns
    -------
    Figure
        Its parts hold fade, the stewards' shares and the change in effective leaders.

    See Also
    --------
    weft.measures.leadership.fade : The other half; they are always shown together.

    Notes
    -----
    Counts only people who are in both waves, as named by those who answered in both: otherwise a
    wave in which fewer answered would look like power that was shared. Cost: O(n + m).

    References
    ----------
    Wei-Skillern, Ehrlichman and Sawyer (2015); the formula is Weft's.

    Examples
    --------
    Ana is the steward. First three of four look to her and one to Ben; a year later two look to
    her, two to Ben and one to Cy. Her share went from 3/4 to 2/5, so fade is (0.75 - 0.4) / 0.75;
    the others' leadership went from 1 to 3, so lift is (3 - 1) / 1.

    >>> import weft
    >>> first = [("Ben", "Ana"), ("Cy", "Ana"), ("Di", "Ana"), ("Ana", "Ben")]
    >>> later = [("Ben", "Ana"), ("Cy", "Ana"), ("Di", "Ben"), ("Ana", "Ben"), ("Di", "Cy")]
    >>> waves = [weft.read(ties).with_stewards(["Ana"]).graph() for ties in (first, later)]
    >>> found = lift(*waves)
    >>> round(found.value, 4), round(found.parts["fade"], 4)
    (2.0, 0.4667)
    """
    faded = fade(before, after)
    if faded.undefined_because is not None:
        return faded
    parts = {"fade": float(faded.value or 0), **faded.parts}
    return replace(faded, value=parts.pop("lift"), parts=parts)
