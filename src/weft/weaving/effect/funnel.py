"""The way from an offer to something done together, and what an actual meeting does."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.network.people import UNDECLARED, YES
from weft.weaving.effect.contents import Range, Step
from weft.weaving.effect.interval import arms_of
from weft.weaving.effect.lots import Lots
from weft.weaving.effect.pairs import Pairs
from weft.weaving.records import Records, States

TEXTS = {
    "offered": "chosen for an introduction",
    "both_accepted": "both accepted",
    "met": "met",
    "tied": "tied afterwards",
    "acted": "did something together",
}

LEAST_SHARE = 0.1
"""Where fewer of the offered met than this, dividing by it would blow chance up."""


def funnel_of(records: Records, pairs: Pairs) -> tuple[Step, ...]:
    """Return how many pairs came how far, over all rows of the records."""
    everyone = np.full(len(records), YES, dtype=np.int8)
    tied = np.where(pairs.told, pairs.tied.astype(np.int8), UNDECLARED)
    recorded = records.steps
    states: dict[str, States | None] = {
        "offered": everyone,
        "both_accepted": records.accepted
        if {"accepted_a", "accepted_b"} <= set(recorded)
        else None,
        "met": recorded.get("met"),
        "tied": tied,
        "acted": recorded.get("acted"),
    }
    return tuple(
        Step(
            id=name,
            text=TEXTS[name],
            offered=_counts(state, ~records.held_out),
            held_out=_counts(state, records.held_out),
        )
        for name, state in states.items()
    )


def _counts(state: States | None, rows: NDArray[np.bool_]) -> tuple[int, int] | None:
    """Return how many are known to have come so far, and of how many it is known."""
    if state is None:
        return None
    known = state[rows][state[rows] != UNDECLARED]
    return int((known == YES).sum()), len(known)


def meeting(records: Records, lots: Lots, rows: NDArray[np.bool_], difference: Range) -> Range:
    r"""Return what a meeting does, where it is recorded who met.

    .. math:: \frac{D}{m_1 - m_0}

    with D the difference that an offer makes and m the shares of offered and held-out pairs who
    met, pooled over rounds as D is. This is the effect on those who meet if offered and otherwise
    do not (Angrist, Imbens and Rubin 1996), if an offer that leads to no meeting does nothing.
    """
    share = met_share(records, lots, rows)
    if difference.value is None or share is None:
        because = "it is not recorded who of the offered pairs met"
        return Range(undefined_because=f"Undefined, because {because}.")
    if share < LEAST_SHARE:
        because = (
            "hardly more of the offered pairs met than of the held-out pairs: what a meeting does "
            "cannot be told from so few"
        )
        return Range(undefined_because=f"Undefined, because {because}.")
    value, low, high = (
        None if end is None else float(np.clip(end / share, -1, 1))
        for end in (difference.value, difference.low, difference.high)
    )
    return Range(value=value, low=low, high=high)


def met_share(records: Records, lots: Lots, rows: NDArray[np.bool_]) -> float | None:
    """Return the share of the offered who met, less that of the held out; None if not recorded.

    Blank cells of offered pairs are not known and left out; of held-out pairs, for whom nobody
    arranged anything, they are no.
    """
    met = records.step("met")[rows]
    held = records.held_out[rows]
    known = (met != UNDECLARED) | held
    if not (known & ~held).any():
        return None
    among = lots.among(known)
    if not among.rounds:
        return None
    return arms_of(among, (met[known] == YES).astype(np.float64)).difference
