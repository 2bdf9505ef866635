"""What weaving has worked out for a step: how many introductions are ready, and, by name, which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from weft.measures.words import counted, listed, sentence_case
from weft.portrait.contents import Step

if TYPE_CHECKING:
    from weft.portrait.findings import Findings

MOST_PEOPLE, SHOWN = 500, 3
"""Above so many people the commands work it out when they are asked to, and the portrait waits for
nothing."""


def worked_out(step: Step, found: Findings, *, names: bool, seed: int) -> Step:
    """Return a step with what is ready for it; as it is where nothing can be.

    Names are for the owner of the data; without them a step tells which command prints them, and
    nothing is worked out that only they would need: loading what chooses takes longer than a small
    portrait.
    """
    work = WORK.get(step.id)
    if work is None or not 3 <= found.n <= MOST_PEOPLE or not found.connection.answered.any():
        return step
    ready, suggestions = work(found, seed=seed, names=names)
    return replace(step, ready=ready, suggestions=suggestions)


def _introductions(found: Findings, *, seed: int, names: bool) -> tuple[str, tuple[str, ...]]:
    if not names:
        return (
            "Whoever holds the data can see who could meet, and who could introduce them and is "
            "not the hub: weft introductions."
        ), ()
    from weft.weaving.introductions import introductions
    from weft.weaving.wording import called, pair_named

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
    ready = f"{many} to begin with. For more: weft introductions."
    name = made.names
    return ready, tuple(
        pair_named(name[pair.a], name[pair.b])
        + (f", introduced by {called(name[pair.introducer])}" if pair.introducer else "")
        + f": {pair.reason.text}"
        for pair in made.pairs
    )


def _second_threads(found: Findings, *, seed: int, names: bool) -> tuple[str, tuple[str, ...]]:
    from weft.weaving.two_ways import two_ways_in
    from weft.weaving.wording import pair_named

    plan = two_ways_in(found.network, wave=found.connection.wave, seed=seed)
    if not plan.introductions:
        return "", ()
    many = counted(len(plan.introductions), "introduction")
    enough = "is enough" if len(plan.introductions) == 1 else "are enough"
    ready = (
        f"{sentence_case(many)} {enough}, so that nobody’s leaving cuts anybody off. "
        "Whoever holds the data can see which: weft two-ways-in."
    )
    if not plan.reached:
        ready = (
            f"{sentence_case(many)} would help most. Whoever holds the data can see which: "
            "weft two-ways-in."
        )
    if not names:
        return ready, ()
    return ready, tuple(
        f"{pair_named(each.a_name, each.b_name)}: {each.reason.text}"
        for each in plan.introductions[:SHOWN]
    )


def _hand_overs(found: Findings, *, seed: int, names: bool) -> tuple[str, tuple[str, ...]]:
    ready = (
        "Whoever holds the data can see who could take a role on, and how far it is handed over: "
        "weft handovers."
    )
    if not names:
        return ready, ()
    from weft.weaving.handovers import handovers
    from weft.weaving.wording import called

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
    return ready, tuple(
        f"{role.role}, held by {listed([called(name) for name in role.holders])}: "
        f"{called(along.name)} could go along. {along.reason.text}"
        for role in roles[:SHOWN]
        if (along := role.goes_along) is not None
    )


WORK: dict[str, Callable[..., tuple[str, tuple[str, ...]]]] = {
    "knit-clusters": _introductions,
    "connect-spokes": _introductions,
    "bridge-clusters": _introductions,
    "open-the-core": _introductions,
    "close-triangles": _introductions,
    "second-thread": _second_threads,
    "hand-over": _hand_overs,
}
"""Which steps weaving has something for."""
