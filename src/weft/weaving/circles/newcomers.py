"""Who counts as a newcomer, so that every circle has one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.network import InvalidRequestError
from weft.network.errors import quoted
from weft.weaving.ground import Ground
from weft.weaving.presence import present

JOINED = "joined"
"""The column of the people table that says when somebody joined."""

YES, NO = frozenset({"yes", "y", "true", "new"}), frozenset({"no", "n", "false"})
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")
NUMBER = re.compile(r"\d{1,9}(\.\d{1,9})?\Z")


@dataclass(frozen=True, eq=False, slots=True)
class Newcomers:
    """Who counts as a newcomer.

    Attributes
    ----------
    new : array of bool, shape (n,)
    known : bool
        Whether it is known who is new; else those with the fewest ties stand in for them.
    """

    new: NDArray[np.bool_]
    known: bool


def newcomers_among(
    ground: Ground, taking_part: Sequence[int], circles: int, given: Iterable[str] | None
) -> Newcomers:
    """Return who of those taking part counts as a newcomer.

    Those given; or else those who joined last, as many as there are circles and whoever joined
    together with them, but never those who joined first; or else those with the fewest ties.
    """
    inside = np.zeros(ground.n, dtype=bool)
    inside[list(taking_part)] = True
    if given is not None:
        new = np.zeros(ground.n, dtype=bool)
        new[present(ground, given)] = True
        return Newcomers(new & inside, known=True)
    cells = ground.people.attributes.get(JOINED, ())
    joined = {i: when for i in taking_part if cells and (when := (cells[i] or "").strip())}
    new = _last_to_join(joined, circles, ground)
    if new.any() or not taking_part:
        return Newcomers(new, known=True)
    ties = ground.contacts[list(taking_part)]
    fewest = np.sort(ties)[: max(circles, 1)]
    return Newcomers(inside & (ground.contacts <= fewest[-1]), known=False)


def _last_to_join(joined: dict[int, str], circles: int, ground: Ground) -> NDArray[np.bool_]:
    new = np.zeros(ground.n, dtype=bool)
    if not joined:
        return new
    if all(when.lower() in YES | NO for when in joined.values()):
        new[[i for i, when in joined.items() if when.lower() in YES]] = True
        return new
    when_joined = _in_time(joined, ground)
    _first, *later = sorted(set(when_joined.values()))
    for latest in reversed(later):
        new[[i for i, when in when_joined.items() if when == latest]] = True
        if new.sum() >= circles:
            break
    return new


def _in_time(joined: dict[int, str], ground: Ground) -> dict[int, tuple[float, ...]]:
    """Return when each person joined as something that can be compared."""
    dates = all(DATE.match(when) for when in joined.values())
    for i, when in joined.items():
        if not (dates or NUMBER.match(when)):
            message = (
                f"The column “{JOINED}” of the people table says {quoted(when)} for "
                f"{ground.people.ids[i]}; expected yes or no in every cell, a date such as "
                "2026-03-01, a year, or the number of a wave. Correct the cell, or name the "
                "newcomers yourself with newcomers=."
            )
            raise InvalidRequestError(message)
    return {i: tuple(float(part) for part in when.split("-")) for i, when in joined.items()}
