"""To whom those could turn who turn to the people who leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.network.parts_played import LEADERSHIP
from weft.scenarios.leaving.contents import HandOver
from weft.weaving.lots import lots
from weft.weaving.wording import by_alphabet

if TYPE_CHECKING:
    from weft.weaving.ground import Ground

MOST_NAMES = 3


def hand_over(ground: Ground, stays: NDArray[np.bool_]) -> HandOver:
    """Return who turns to the people who leave, and to whom they could turn instead.

    Parameters
    ----------
    ground : Ground
    stays : bool array
        Who stays.

    Returns
    -------
    HandOver
        Named are up to three who stay and are no stewards, so that as many of the constituency as
        possible are tied to one of them or turn to one; of equals those who are turned to less.
        That begins a conversation and is no ranking, so the alphabet orders them.
    """
    relation = ground.parts.leadership
    if relation in ground.private:
        return _undefined(relation, f"answers about “{relation}” stay with those who gave them")
    if LEADERSHIP in ground.parts.assumed or not ground.leadership.directed:
        return _undefined(relation, "the data do not say who turns to whom for leadership")
    source, target, _ = ground.leadership.arcs
    turns = np.zeros((ground.n, ground.n), dtype=bool)
    turns[source, target] = True
    constituency = stays & turns[:, ~stays].any(axis=1)
    elsewhere = turns[:, stays].any(axis=1)
    reach = (ground.are_tied | turns) & constituency[:, None]
    names, reached = _together(ground, reach, stays & ~ground.steward, turns.sum(axis=0))
    return HandOver(
        relation=relation,
        constituency=int(constituency.sum()),
        to_nobody_else=int((constituency & ~elsewhere).sum()),
        names=names,
        reached=reached,
        undefined_because=None,
    )


def _together(
    ground: Ground,
    reach: NDArray[np.bool_],
    could: NDArray[np.bool_],
    turned_to: NDArray[np.int64],
) -> tuple[tuple[str, ...], int]:
    """Return up to three people whom most of the constituency has ties to, and how many have."""
    lot = lots(ground.people.ids, "could be turned to", seed=ground.seed)
    left, chosen = reach.copy(), np.zeros(ground.n, dtype=bool)
    for _ in range(MOST_NAMES):
        many = np.where(could & ~chosen, left.sum(axis=0), 0)
        if not many.any():
            break
        best = int(np.lexsort((-lot, turned_to, -many))[0])
        chosen[best] = True
        left[reach[:, best]] = False
    order = by_alphabet(np.flatnonzero(chosen).tolist(), ground.people.names, ground.people.ids)
    return tuple(ground.names(person) for person in order), int(reach[:, chosen].any(axis=1).sum())


def _undefined(relation: str, because: str) -> HandOver:
    return HandOver(
        relation=relation,
        constituency=0,
        to_nobody_else=0,
        names=(),
        reached=0,
        undefined_because=f"Undefined, because {because}.",
    )
