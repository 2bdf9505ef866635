"""One go after another: what has been chosen counts as tied when the next pairs are weighed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

import numpy as np
from numpy.typing import NDArray

from weft.network import Graph
from weft.weaving.introductions.asked import Asked
from weft.weaving.introductions.candidates import Candidates, Search
from weft.weaving.introductions.choosing import Choice, Limits
from weft.weaving.introductions.gain import with_pair

GOES = ((600, 4), (2_000, 2))
"""Up to so many people, the pairs are chosen in so many goes; above, and with quotas, at once."""

NEARLY_EQUAL = 0.05
"""Pairs whose worth differs by less than this part of the greatest are about equally good."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Taken:
    """The chosen pairs, in which chance had a hand, and among how many they were chosen."""

    pairs: Candidates
    explored: NDArray[np.bool_]
    goes: int
    weighed: int


def taken_up(search: Search, asked: Asked, *, seed: int) -> Taken:
    """Return the pairs to introduce, chosen in a few goes."""
    rng = np.random.default_rng([seed, 1])
    graph, limits = search.ground.tied, asked.limits
    goes = next((many for people, many in GOES if graph.n <= people and not limits.bound), 1)
    most = min(limits.most, int(limits.each.sum()) // 2)
    parts: list[Candidates] = []
    explored: list[NDArray[np.bool_]] = []
    weighed, spare = 0, 0.0
    allowed = search
    for go in range(goes):
        now = replace(limits, most=ceil(most * (go + 1) / goes) - sum(map(len, parts)))
        pairs = allowed.candidates(graph, now, exact=1 / goes)
        weighed = max(weighed, len(pairs))
        which, by_chance = _one_go(pairs, now, asked.explore, spare, rng)
        parts.append(pairs.take(which))
        spare += float(_surely(parts[-1]).sum())
        explored.append(by_chance)
        limits = limits.left(parts[-1].a, parts[-1].b)
        graph, allowed = _grown(graph, parts[-1]), allowed.without(parts[-1])
    return Taken(
        pairs=Candidates.together(parts),
        explored=np.concatenate(explored),
        goes=goes,
        weighed=weighed,
    )


def _one_go(
    pairs: Candidates, limits: Limits, explore: float, spare: float, rng: np.random.Generator
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Return the pairs chosen, and which of them would not have been without chance."""
    choice, even = Choice.among(pairs.a, pairs.b, limits), _surely(pairs)
    worthwhile = np.where(pairs.worth > 0, pairs.worth, -1e-9)
    plain = choice.evenly(worthwhile, even, spare=spare)
    if not explore or not len(pairs):
        return plain, np.zeros(len(plain), dtype=bool)
    moved = rng.random(len(pairs)) < explore
    by = NEARLY_EQUAL * pairs.worth.max(initial=0.0) * rng.random(len(pairs))
    which = choice.evenly(worthwhile + np.where(moved, by, 0.0), even, spare=spare)
    return which, ~np.isin(which, plain)


def _surely(pairs: Candidates) -> NDArray[np.float64]:
    """Return by how much pairs even ties out: gains as likely as they are, losses likelier."""
    likely = pairs.acceptance
    even: NDArray[np.float64] = pairs.evenness * np.where(
        pairs.evenness > 0, likely, (1 + likely) / 2
    )
    return even


def _grown(graph: Graph, taken: Candidates) -> Graph:
    for a, b in zip(taken.a.tolist(), taken.b.tolist(), strict=True):
        graph = with_pair(graph, a, b)
    return graph
