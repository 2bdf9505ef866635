"""What weaving has worked out for a step: how many introductions are ready, and, by name, which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from weft.measures.words import counted, listed, sentence_case
from weft.portrait.contents import Step
from weft.weaving.handovers import handovers
from weft.weaving.introductions import introductions
from weft.weaving.two_ways import two_ways_in
from weft.weaving.wording import called, pair_named

if TYPE_CHECKING:
    from weft.portrait.findings import Findings

MOST_PEOPLE, SHOWN = 500, 3
"""Above so many people the commands work it out when they are asked to, and the portrait waits for
nothing."""


def worked_out(step: Step, found: Findings, *, names: bool, seed: int) -> Step:
    """Return a step with what is ready for it; as it is where nothing can be.

    Names are for the owner of the data; without them a step tells how many there are, and which
    command prints them.
    """
    work = WORK.get(step.id)
    if work is None or not 3 <= found.n <= MOST_PEOPLE or not found.connection.answered.any():
        return step
    ready, suggestions = work(found, seed)
    return replace(step, ready=ready, suggestions=suggestions if names else ())


def _introductions(found: Findings, seed: int) -> tuple[str, tuple[str, ...]]:
    made = introductions(
        found.network,
        most=SHOWN,
        explore=0,
        wave=found.connection.wave,
        group=found.group,
        seed=seed,
    )
    if not made.pairs:
        return "", ()
    many = sentence_case(counted(len(made.pairs), "introduction"))
    ready = (
        f"{many} to begin with, each with its reason and, where there is somebody, with who could "
        "make it and is not the hub: weft introductions prints them, for those who own the data."
    )
    names = made.names
    return ready, tuple(
        pair_named(names[pair.a], names[pair.b])
        + (f", introduced by {called(names[pair.introducer])}" if pair.introducer else "")
        + f": {pair.reason.text}"
        for pair in made.pairs
    )


def _second_threads(found: Findings, seed: int) -> tuple[str, tuple[str, ...]]:
    plan = two_ways_in(found.network, wave=found.connection.wave, seed=seed)
    if not plan.introductions:
        return "", ()
    many = counted(len(plan.introductions), "introduction")
    enough = "is enough" if len(plan.introductions) == 1 else "are enough"
    ready = (
        f"{sentence_case(many)} {enough}, so that nobody’s leaving cuts anybody off: weft "
        "two-ways-in prints which, for those who own the data."
    )
    if not plan.reached:
        ready = (
            f"{sentence_case(many)} would help most: weft two-ways-in prints which, for those who "
            "own the data."
        )
    return ready, tuple(
        f"{pair_named(each.a_name, each.b_name)}: {each.reason.text}"
        for each in plan.introductions[:SHOWN]
    )


def _hand_overs(found: Findings, seed: int) -> tuple[str, tuple[str, ...]]:
    proposed = handovers(
        found.network,
        wave=found.connection.wave,
        leadership=found.parts.leadership,
        trust=found.parts.trust,
        seed=seed,
    )
    roles = [role for role in proposed.roles if role.candidates]
    if not roles:
        return "", ()
    ready = (
        "Who could take a role on, and how far it is handed over, is worked out by weft handovers, "
        "for those who own the data."
    )
    return ready, tuple(
        f"{role.role}, held by {listed([called(name) for name in role.holders])}: "
        f"{called(along.name)} could go along. {along.reason.text}"
        for role in roles[:SHOWN]
        if (along := role.goes_along) is not None
    )


WORK: dict[str, Callable[[Findings, int], tuple[str, tuple[str, ...]]]] = {
    "knit-clusters": _introductions,
    "connect-spokes": _introductions,
    "bridge-clusters": _introductions,
    "open-the-core": _introductions,
    "close-triangles": _introductions,
    "second-thread": _second_threads,
    "hand-over": _hand_overs,
}
"""Which steps weaving has something for."""
