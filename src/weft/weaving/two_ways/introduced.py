"""From pairs of positions to introductions that people can act on."""

from __future__ import annotations

from collections.abc import Sequence

from weft.weaving.ground import Ground
from weft.weaving.introducing import how, wrong_if
from weft.weaving.introductions.introducer import introducers
from weft.weaving.two_ways.by_person import PiecesByPerson
from weft.weaving.two_ways.contents import Introduction
from weft.weaving.two_ways.order import Step
from weft.weaving.two_ways.words import reason_for

MOVES = ("two_connected_share", "cut_people")


def introductions_of(ground: Ground, steps: Sequence[Step]) -> tuple[Introduction, ...]:
    """Return each step as an introduction, with its reason and who could make it."""
    today = PiecesByPerson(ground.n, *ground.tied.either)
    pairs = [least_tied_first(ground, *step.pair) for step in steps]
    found = introducers(ground, pairs, past={}, seed=ground.seed)
    made = []
    for step, (a, b), who in zip(steps, pairs, found, strict=True):
        name = None if who is None else ground.names(who)
        hub = most_between(ground, today.cut_people_between(a, b))
        made.append(
            Introduction(
                a=ground.people.ids[a],
                b=ground.people.ids[b],
                a_name=ground.names(a),
                b_name=ground.names(b),
                introducer=None if who is None else ground.people.ids[who],
                introducer_name=name,
                steps=steps_between(ground, a, b),
                reason=reason_for(ground, a, b, hub),
                how=how(ground, a, b, who),
                moves=MOVES,
                share_after=step.unsplit / ground.n,
                wrong_if=wrong_if(ground),
            )
        )
    return tuple(made)


def least_tied_first(ground: Ground, a: int, b: int) -> tuple[int, int]:
    """Return two people in the order in which they are told of: whoever has fewer ties first."""
    first, second = sorted((a, b), key=lambda p: (ground.contacts[p], ground.people.ids[p]))
    return first, second


def steps_between(ground: Ground, a: int, b: int) -> int | None:
    """Return how many steps two people are apart; None where there is no way."""
    if ground.part[a] != ground.part[b]:
        return None
    return int(ground.tied.igraph_either.distances(source=[a], target=[b])[0][0])


def most_between(ground: Ground, people: Sequence[int]) -> int | None:
    """Return through whom of some people most shortest ways lead; None of nobody."""
    ids = ground.people.ids
    return min(people, key=lambda p: (-ground.between[p], ids[p])) if people else None
