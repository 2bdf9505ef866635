"""From gains between positions to introductions that people can act on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from weft.scenarios.leaving.contents import Mending
from weft.scenarios.leaving.losses import Lost
from weft.scenarios.leaving.mending import Gain
from weft.scenarios.leaving.words import leavers, reason_for
from weft.weaving.ground import Ground
from weft.weaving.introducing import how, wrong_if
from weft.weaving.introductions.introducer import introducers
from weft.weaving.two_ways.introduced import least_tied_first

WAYS_MOVE, SHORT_WAYS_MOVE = ("largest_component_share", "efficiency"), ("reach_2", "efficiency")


def plan_said(
    ground: Ground, leaving: NDArray[np.intp], lost: Lost, gains: Sequence[Gain]
) -> tuple[Mending, ...]:
    """Return each gain as an introduction, with its reason and who could make it.

    Somebody who stays is asked first; where nobody who is no hub knows both, whoever leaves can
    introduce them before.
    """
    names = [ground.names(person) for person in leaving.tolist()]
    pairs = [least_tied_first(ground, gain.a, gain.b) for gain in gains]
    away = leaving.tolist()
    found = introducers(ground, pairs, past={}, seed=ground.seed, without=away)
    made = []
    for gain, (a, b), who in zip(gains, pairs, found, strict=True):
        one, other = ground.names(a), ground.names(b)
        name = None if who is None else ground.names(who)
        knows = (ground.are_tied[a] & ground.are_tied[b])[leaving]
        lack = bool(lost.short[[a]].toarray()[0, b])
        made.append(
            Mending(
                a=ground.people.ids[a],
                b=ground.people.ids[b],
                a_name=one,
                b_name=other,
                introducer=None if who is None else ground.people.ids[who],
                introducer_name=name,
                before_leaving=bool(knows.any()),
                ways=gain.ways,
                short_ways=gain.short_ways,
                ways_left=gain.ways_left,
                short_ways_left=gain.short_ways_left,
                reason=reason_for(one, other, gain, leavers(names), lack_short_way=lack),
                how=how(ground, a, b, who, leaving=away),
                moves=WAYS_MOVE if gain.ways else SHORT_WAYS_MOVE,
                wrong_if=wrong_if(ground),
            )
        )
    return tuple(made)
