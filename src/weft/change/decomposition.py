"""Where the difference between two waves comes from: change, membership, or who answered.

Each wave is seen four times: with or without the people who are in one wave only, and with or
without the answers of stayers who answered once only. Taking one away and then the other leads
from the figure as it stands to that of stayers as told by those who answered both times. What each
step takes depends on which comes first, so both orders are gone and the mean is taken (the Shapley
value of two); the parts add up to the difference exactly, whatever the figure.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from weft.change.pairing import Pair
from weft.measures.declaration import Declaration
from weft.measures.front import of_graph
from weft.measures.intervals import Drawing
from weft.measures.registry import Registered
from weft.network import Graph

Sight = tuple[bool, bool]
"""Whether people of one wave only are seen, and whether stayers who answered once are heard."""

AS_IT_STANDS, MATCHED = (True, True), (False, False)
SIGHTS: tuple[Sight, ...] = (AS_IT_STANDS, (False, True), (True, False), MATCHED)

Sights = tuple[dict[Sight, Graph], dict[Sight, Graph]]


@dataclass(frozen=True, slots=True)
class Parts:
    """A figure of two waves as it stands, and the three parts of the difference."""

    before: float
    after: float
    stayers: float
    membership: float
    coverage: float


def sights(pair: Pair) -> Sights:
    """Return what is seen of either wave in each of the four ways."""
    before, after = ({sight: _seen(pair, wave, *sight) for sight in SIGHTS} for wave in (0, 1))
    return before, after


def _seen(pair: Pair, wave: int, others: bool, once: bool) -> Graph:  # noqa: FBT001
    people = pair.inside[wave] if others else pair.stayers
    heard = pair.answered[wave] & (~pair.stayers | once | pair.matched)
    return pair.seen(wave, people, heard & people)


def value_of(graph: Graph, found: Registered, *, draws: int, seed: int) -> float | str:
    """Return a figure of one graph as a number, or the sentence why it has none."""
    measured = of_graph(
        graph,
        found,
        policy=found.declaration.silence[0],
        drawing=Drawing(draws=draws, seed=seed),
        options={"seed": seed} if "seed" in found.options else {},
        interval=False,
    )
    if isinstance(measured.value, int | float) and np.isfinite(measured.value):
        return float(measured.value)
    return measured.undefined_because or _no_number(found.declaration)


def _no_number(declaration: Declaration) -> str:
    return f"Undefined, because {declaration.id} is no number here."


def decomposed(seen: Sights, found: Registered, *, draws: int, seed: int) -> Parts | str:
    """Return the parts of a figure's difference, or why it cannot be taken apart."""
    values: list[dict[Sight, float]] = []
    for wave in seen:
        here = {}
        for sight, graph in wave.items():
            value = value_of(graph, found, draws=draws, seed=seed)
            if isinstance(value, str):
                return value
            here[sight] = value
        values.append(here)
    then, now = values
    change = {sight: now[sight] - then[sight] for sight in SIGHTS}
    no_others, no_once = change[False, True], change[True, False]
    whole, stayers = change[AS_IT_STANDS], change[MATCHED]
    membership = ((whole - no_others) + (no_once - stayers)) / 2
    return Parts(
        before=then[AS_IT_STANDS],
        after=now[AS_IT_STANDS],
        stayers=stayers,
        membership=membership,
        coverage=whole - stayers - membership,
    )
