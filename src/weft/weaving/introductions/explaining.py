"""Why a pair, what to do, and what would make it wrong: sentences of kinds that are allowed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from weft.measures.words import counted, listed, plain_name
from weft.weaving.ground import Ground
from weft.weaving.introductions.candidates import Candidates, scaled
from weft.weaving.introductions.weights import Weights
from weft.weaving.reasons import Reason, reason

MOVED_BY = {
    "nearness": "efficiency",
    "without_hubs": "removal_loss",
    "centralization": "betweenness_centralization",
    "two_connected": "two_connected_share",
}
"""The figure of the portrait that each part of the worth speaks to."""

WORTH_NAMING = 0.25
"""A part counts as moving its figure from a quarter of the greatest gain there is."""


def main_part(found: Candidates, at: int, weights: Weights) -> str:
    """Return the part that adds most to the worth of a pair."""
    adds = {
        name: getattr(weights, name) * scaled(values)[at]
        for name, values in found.gains.items()
        if name != "load"
    }
    return max(adds, key=lambda name: adds[name])


def moved(found: Candidates, at: int) -> tuple[str, ...]:
    """Return the figures that a pair would better, by measure id."""
    return tuple(
        measure_id
        for name, measure_id in MOVED_BY.items()
        if scaled(found.gains[name])[at] >= WORTH_NAMING
    )


def why(ground: Ground, a: int, b: int, part: str, alike: Sequence[str] = ()) -> Reason:
    """Return the one reason for introducing two people, from what adds most to it.

    Only profiles, ties that are not private and counts of these are told.
    """
    tags = ground.tags
    for one, other in ((a, b), (b, a)):
        if met := tags.met(one, other):
            return _fits(ground, one, other, met)
    if shared := _shared(ground, a, b, alike):
        return _alike(ground, a, b, shared)
    if ground.part[a] != ground.part[b]:
        return _no_way(ground, a, b)
    few = min((a, b), key=lambda person: ground.contacts[person])
    if ground.contacts[few] == 1 and part in ("uplift", "two_connected", "without_hubs"):
        return reason("second-tie", a=ground.called(few), b=ground.called(a + b - few))
    between = np.flatnonzero(ground.are_tied[a] & ground.are_tied[b])
    if len(between) == 1:
        hub = ground.called(int(between[0]))
        return reason("only-through-one", a=ground.called(a), b=ground.called(b), hub=hub)
    if ground.circle[a] != ground.circle[b]:
        return _two_circles(ground, a, b)
    if len(between):
        many = counted(len(between), "person", "people")
        return reason("same-acquaintances", a=ground.called(a), b=ground.called(b), many=many)
    return reason("far-apart", a=ground.called(a), b=ground.called(b))


def _fits(ground: Ground, seeker: int, other: int, met: tuple[str, ...]) -> Reason:
    back = ground.tags.met(other, seeker)
    named = {"a": ground.called(seeker), "b": ground.called(other), "what": listed(met)}
    if back:
        return reason("each-has-what-the-other-seeks", **named, back=listed(back))
    return reason("seeks-and-offers", **named)


def _shared(ground: Ground, a: int, b: int, columns: Sequence[str]) -> str:
    """Return what two people have the same, such as ``state (AK)``; empty where nothing."""
    same = []
    for column in columns:
        cells = ground.people.attribute(column)
        if cells[a] and cells[a] == cells[b]:
            same.append(f"{plain_name(column)} ({cells[a]})")
    return listed(same)


def _alike(ground: Ground, a: int, b: int, shared: str) -> Reason:
    named = {"a": ground.called(a), "b": ground.called(b), "what": shared}
    if ground.part[a] != ground.part[b]:
        return reason("alike-and-no-way-yet", **named)
    if not (ground.are_tied[a] & ground.are_tied[b]).any():
        return reason("alike-and-apart", **named)
    return reason("alike", **named)


def _no_way(ground: Ground, a: int, b: int) -> Reason:
    lonely = min((a, b), key=lambda person: ground.contacts[person])
    if ground.contacts[lonely] == 0:
        return reason("first-tie", a=ground.called(lonely), b=ground.called(a + b - lonely))
    return reason("no-way-yet", a=ground.called(a), b=ground.called(b))


def _two_circles(ground: Ground, a: int, b: int) -> Reason:
    """Name the groups where these are what divides, else only that there are two circles."""
    named = {"a": ground.called(a), "b": ground.called(b)}
    if ground.group is not None and (codes := ground.group_codes) is not None:
        one, other = codes == codes[a], codes == codes[b]
        across = ground.are_tied[np.ix_(one, other)].mean()
        if codes[a] != codes[b] and across < ground.are_tied.mean():
            here, there = (ground.people.attribute(ground.group)[person] for person in (a, b))
            if here and there:
                return reason("two-groups", **named, one=here, other=there)
    return reason("two-circles", **named)
