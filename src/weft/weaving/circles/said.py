"""The sentences about circles as a whole: what could not be held and why, what is not known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.measures.words import counted, number, sentence_case
from weft.weaving.circles.arrangement import HOST, NEWCOMER, PAIR
from weft.weaving.circles.contents import Unmet
from weft.weaving.circles.feasible import most_pairs
from weft.weaving.circles.sizes import bounds
from weft.weaving.circles.wanted import Wanted
from weft.weaving.ground import Ground
from weft.weaving.presence import silence_told

TOGETHER = (
    "there would be enough by themselves, but a tied pair, a caller and a newcomer for each circle "
    "at once cannot be had"
)


def no_circle(people: int) -> str:
    """Return why there is no circle."""
    if people:
        return "One person is no circle; name more of those who take part."
    return "Nobody takes part, so there is no circle."


def unmet(wanted: Wanted, lacks: NDArray[np.int64], size: int, *, known: bool) -> tuple[Unmet, ...]:
    """Return what not every circle can hold, in how many, and why."""
    found = []
    low, high = bounds(size)
    if min(wanted.sizes) < low or max(wanted.sizes) > high:
        text = (
            f"{sentence_case(counted(wanted.m, 'person', 'people'))} cannot be parted into circles "
            f"of {number(low)} to {number(high)}; ask for another size, or for another person."
        )
        found.append(Unmet(id="size", text=text))
    for kind, (name, what) in WHAT.items():
        if lacks[kind]:
            many = counted(int(lacks[kind]), "circle has", "circles have")
            why = _why(kind, wanted, known=known) or TOGETHER
            found.append(Unmet(id=name, text=f"{sentence_case(many)} {what}: {why}."))
    return tuple(found)


WHAT = {
    PAIR: ("tied-pair", "no two people who are tied already"),
    HOST: ("caller", "nobody who could be suggested to call first"),
    NEWCOMER: ("newcomer", "no newcomer"),
}


def _why(kind: int, wanted: Wanted, *, known: bool) -> str:
    """Return why something is too scarce by itself; empty where it is not."""
    if kind == PAIR:
        return _too_few_pairs(wanted)
    if kind == HOST:
        none = "all are stewards or led last time"
        return _too_few(wanted.can_host, wanted, "neither a steward nor led last time", none)
    return _too_few(wanted.new, wanted, "new" if known else "taken for new", "nobody is new")


def _too_few(which: NDArray[np.bool_], wanted: Wanted, said: str, none: str) -> str:
    many = int(which.sum())
    if many >= len(wanted.sizes):
        return ""
    if not many:
        return none
    return (
        f"only {number(many)} of the {number(wanted.m)} {'is' if many == 1 else 'are'} {said}, and "
        f"there are {counted(len(wanted.sizes), 'circle')}"
    )


def _too_few_pairs(wanted: Wanted) -> str:
    many = most_pairs(wanted.tied)
    if many >= len(wanted.sizes):
        return ""
    return (
        f"there {'is' if many == 1 else 'are'} only {counted(many, 'tied pair')} of whom nobody is "
        f"in two, and there are {counted(len(wanted.sizes), 'circle')}"
    )


def notes(ground: Ground, *, known: bool, gone: int) -> tuple[str, ...]:
    """Return what the proposal does not know."""
    found = []
    if not known:
        found.append(
            "Nobody's date of joining is known, so those with the fewest ties stand in for the "
            "newcomers."
        )
    if gone:
        found.append(
            f"{sentence_case(counted(gone, 'person', 'people'))} of the earlier circles "
            f"{'is' if gone == 1 else 'are'} not in this wave."
        )
    silent = silence_told(ground, ", so some who seem strangers may know each other.")
    return (*found, *silent)
