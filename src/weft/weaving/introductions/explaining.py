"""Why a pair, what to do, and what would make it wrong: sentences of kinds that are allowed."""

from __future__ import annotations

import numpy as np

from weft.measures.words import counted
from weft.weaving.ground import Ground
from weft.weaving.introductions.candidates import Candidates, scaled
from weft.weaving.introductions.weights import Weights
from weft.weaving.reasons import Reason, reason

MOVED_BY = {
    "nearness": "efficiency",
    "without_hubs": "removal_loss",
    "centralization": "betweenness_centralization",
    "two_connected": "two_connected_share",
    "uplift": "mean_degree",
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


def why(ground: Ground, a: int, b: int, part: str) -> Reason:
    """Return the one reason for introducing two people, from what adds most to it.

    Only profiles, ties that are not private and counts of these are told.
    """
    tags = ground.tags
    for one, other in ((a, b), (b, a)):
        if part == "fit" and (met := tags.met(one, other)):
            return _fits(ground, one, other, met)
    if ground.part[a] != ground.part[b]:
        return _no_way(ground, a, b)
    few = min((a, b), key=lambda person: ground.contacts[person])
    if ground.contacts[few] == 1 and part in ("uplift", "two_connected", "without_hubs"):
        return reason("second-tie", a=ground.names(few), b=ground.names(a + b - few))
    between = np.flatnonzero(ground.are_tied[a] & ground.are_tied[b])
    if len(between) == 1:
        hub = ground.names(int(between[0]))
        return reason("only-through-one", a=ground.names(a), b=ground.names(b), hub=hub)
    if ground.circle[a] != ground.circle[b]:
        return reason("two-circles", a=ground.names(a), b=ground.names(b))
    if len(between):
        many = counted(len(between), "person", "people")
        return reason("same-acquaintances", a=ground.names(a), b=ground.names(b), many=many)
    return reason("far-apart", a=ground.names(a), b=ground.names(b))


def _fits(ground: Ground, seeker: int, other: int, met: tuple[str, ...]) -> Reason:
    back = ground.tags.met(other, seeker)
    named = {"a": ground.names(seeker), "b": ground.names(other), "what": _listed(met)}
    if back:
        return reason("each-has-what-the-other-seeks", **named, back=_listed(back))
    return reason("seeks-and-offers", **named)


def _no_way(ground: Ground, a: int, b: int) -> Reason:
    lonely = min((a, b), key=lambda person: ground.contacts[person])
    if ground.contacts[lonely] == 0:
        return reason("first-tie", a=ground.names(lonely), b=ground.names(a + b - lonely))
    return reason("no-way-yet", a=ground.names(a), b=ground.names(b))


def _listed(tags: tuple[str, ...]) -> str:
    return tags[0] if len(tags) == 1 else f"{', '.join(tags[:-1])} and {tags[-1]}"


def how(ground: Ground, a: int, b: int, introducer: int | None) -> str:
    """Return what to do about a pair."""
    one, other = ground.names(a), ground.names(b)
    if introducer is None:
        return (
            f"Nobody stands between {one} and {other}: ask both into one small piece of work that "
            "can be finished within a month."
        )
    return (
        f"{ground.names(introducer)} knows both: ask whether they would introduce {one} and "
        f"{other}, after asking each of the two."
    )


def wrong_if(ground: Ground, a: int, b: int) -> str:
    """Return what would make a suggestion wrong."""
    silent = [ground.names(person) for person in (a, b) if not ground.answered[person]]
    if silent:
        return (
            f"{silent[0]} has not answered, so the two may know each other already; or one of them "
            "does not want it."
        )
    return "They know each other in a way that nobody was asked about, or one does not want it."
