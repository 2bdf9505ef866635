"""What changes between two waves in who is looked to: shares, first places, ranks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.measures.kernels.concentration import hill_number

if TYPE_CHECKING:
    from weft.measures.kernels.received import Twice


@dataclass(frozen=True, slots=True)
class FadeAndLift:
    """The stewards' share of leadership before and after, and what became of the others'."""

    fade: float
    lift: float
    share_before: float
    share_after: float
    change_in_effective_leaders: float


def fade_and_lift(twice: Twice) -> FadeAndLift | str:
    """Return what became of the stewards' share and the others' leadership, or why none can."""
    if not twice.steward.any():
        return "Undefined, because nobody who is in both waves is marked as a steward."
    if twice.raters < 2:
        return "Undefined, because fewer than two people answered in both waves."
    before, after, others = twice.before, twice.after, ~twice.steward
    if not before[twice.steward].any():
        return "Undefined, because nobody looked to the stewards in the first of the two waves."
    if not before[others].any():
        return (
            "Undefined, because nobody looked to anyone but the stewards in the first of the two "
            "waves, so that there is nothing to compare the others' growth with."
        )
    if not after.any():
        return "Undefined, because nobody looks to anyone in the second of the two waves."
    share_before = float(before[twice.steward].sum() / before.sum())
    share_after = float(after[twice.steward].sum() / after.sum())
    return FadeAndLift(
        fade=(share_before - share_after) / share_before,
        lift=float((after[others].sum() - before[others].sum()) / before[others].sum()),
        share_before=share_before,
        share_after=share_after,
        change_in_effective_leaders=hill_number(after, 2) - hill_number(before, 2),
    )


def first_places(held: NDArray[np.float64], places: int) -> NDArray[np.float64]:
    """Return how far each person is among the first ``places``, between 0 and 1.

    Those who tie for the last places share them equally, so that no order of rows decides.

    Examples
    --------
    Two places; one person stands first, and two tie for the second place:

    >>> first_places(np.array([1.0, 5.0, 3.0, 3.0]), 2).tolist()
    [0.0, 1.0, 0.5, 0.5]
    """
    last = np.sort(held)[-places]
    above, level = held > last, held == last
    shared = (places - above.sum()) / level.sum()
    return np.where(above, 1.0, np.where(level, shared, 0.0))


def kendall_tau_b(x: NDArray[np.float64], y: NDArray[np.float64]) -> float | None:
    """Return how far two orders of the same people agree, between -1 and 1; ties are allowed for.

    Returns
    -------
    float or None
        None where everyone has the same value in one of the two.

    Notes
    -----
    Counts pairs in the table of the distinct values, so that the cost depends on how many values
    there are and hardly on how many people.

    Examples
    --------
    Of three pairs two agree and one is turned:

    >>> round(kendall_tau_b(np.array([1.0, 2.0, 3.0]), np.array([1.0, 3.0, 2.0])), 4)
    0.3333
    """
    row = np.unique(x, return_inverse=True)[1]
    column = np.unique(y, return_inverse=True)[1]
    if not len(x) or not row.any() or not column.any():
        return None
    table = np.zeros((row.max() + 1, column.max() + 1))
    np.add.at(table, (row, column), 1.0)
    whole = table.sum()
    pairs = whole * (whole - 1) / 2
    tied_x = _pairs_within(table.sum(axis=1))
    tied_y = _pairs_within(table.sum(axis=0))
    tied_both = _pairs_within(table.ravel())
    below = np.zeros_like(table)
    below[1:, 1:] = table.cumsum(axis=0).cumsum(axis=1)[:-1, :-1]
    agreeing = float((table * below).sum())
    turned = pairs - tied_x - tied_y + tied_both - agreeing
    scale = np.sqrt(pairs - tied_x) * np.sqrt(pairs - tied_y)
    return float((agreeing - turned) / scale)


def _pairs_within(counts: NDArray[np.float64]) -> float:
    return float((counts * (counts - 1) / 2).sum())
