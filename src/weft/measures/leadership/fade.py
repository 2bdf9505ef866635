"""Does the power of the stewards fade?"""

from __future__ import annotations

from weft.measures.declaration import Declaration, Figure, undefined
from weft.measures.kernels.received import received_twice
from weft.measures.kernels.succession import fade_and_lift
from weft.network import Graph

DECLARATION = Declaration(
    id="fade",
    family="leadership",
    question="Do the stewards hold less of the leadership than before?",
    unit="share of the former share",
    low=None,
    high=1.0,
    direction="higher",
    sentence=(
        "From one wave to the next the stewards' share of leadership went from {share_before:.0%} "
        "to {share_after:.0%}, and the leadership that others hold changed by {lift:+.0%}."
    ),
    reading=(
        "Fade and lift both above 0, and more effective leaders: the stewards hold less while "
        "others hold more. Fade above 0 with lift at 0 or below: withdrawal, a vacuum. Fade at "
        "0 or below with lift above 0: the network grows around its hub."
    ),
    misreading=(
        "A fall alone is not success: if the others' "
        "leadership shrank as well, people have turned "
        "away. Two waves are two points, and chance moves both."
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
        "lift": "how much the leadership that others hold has grown",
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


def fade(before: Graph, after: Graph) -> Figure:
    r"""Return how much of their share of leadership the stewards have given up.

    .. math:: \varphi = \frac{S_0 - S_t}{S_0}

    where :math:`S` is the stewards' share of all leadership received, first and later.

    ==============  =============================================================================
    Range           up to 1 (below 0 where the share has grown)
    Unit            share of the former share
    Direction       higher, and only together with lift: never read one without the other
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
        Its parts hold lift, the stewards' shares and the change in effective leaders.

    See Also
    --------
    weft.measures.leadership.lift : The other half; they are always shown together.

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
    >>> found = fade(*waves)
    >>> round(found.value, 4), round(found.parts["lift"], 4)
    (0.4667, 2.0)
    """
    twice = received_twice(before, after)
    both = fade_and_lift(twice)
    if isinstance(both, str):
        return undefined(both)
    return Figure(
        value=both.fade,
        parts={
            "lift": both.lift,
            "share_before": both.share_before,
            "share_after": both.share_after,
            "change_in_effective_leaders": both.change_in_effective_leaders,
            "common_people": float(len(twice.before)),
            "common_raters": float(twice.raters),
        },
        method=(
            f"{len(twice.before)} people who are in both waves, as named by the {twice.raters} who "
            "answered in both"
        ),
    )
