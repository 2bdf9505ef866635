"""From pairs of positions to introductions that people can act on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from weft.weaving.ground import Ground
from weft.weaving.two_ways.by_person import PiecesByPerson
from weft.weaving.two_ways.contents import Introduction
from weft.weaving.two_ways.introducer import introducer_for
from weft.weaving.two_ways.order import Step
from weft.weaving.two_ways.words import WRONG_IF, reason_for


def introductions_of(ground: Ground, steps: Sequence[Step]) -> tuple[Introduction, ...]:
    """Return each step as an introduction, with its reason and who could make it."""
    today = PiecesByPerson(ground.n, *ground.tied.either)
    load = np.zeros(ground.n, dtype=np.int64)
    made = []
    for step in steps:
        a, b = sorted(step.pair, key=lambda p: (ground.contacts[p], ground.people.ids[p]))
        introducer = introducer_for(ground, a, b, load=load)
        if introducer is not None:
            load[introducer] += 1
        between = most_between(ground, today.cut_people_between(a, b))
        made.append(
            Introduction(
                a=ground.people.ids[a],
                b=ground.people.ids[b],
                a_name=ground.names(a),
                b_name=ground.names(b),
                introducer=None if introducer is None else ground.people.ids[introducer],
                introducer_name=None if introducer is None else ground.names(introducer),
                steps=steps_between(ground, a, b),
                reason=reason_for(ground, a, b, between),
                share_after=step.unsplit / ground.n,
                wrong_if=WRONG_IF,
            )
        )
    return tuple(made)


def steps_between(ground: Ground, a: int, b: int) -> int | None:
    """Return how many steps two people are apart; None where there is no way."""
    if ground.part[a] != ground.part[b]:
        return None
    return int(ground.tied.igraph_either.distances(source=[a], target=[b])[0][0])


def most_between(ground: Ground, people: Sequence[int]) -> int | None:
    """Return through whom of some people most shortest ways lead; None of nobody."""
    ids = ground.people.ids
    return min(people, key=lambda p: (-ground.between[p], ids[p])) if people else None
