"""Who could introduce two people: somebody tied to both, and not again the hub."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from weft.weaving.ground import Ground


def introducer_for(
    ground: Ground,
    a: int,
    b: int,
    *,
    load: NDArray[np.int64] | None = None,
    without: Sequence[int] = (),
) -> int | None:
    """Return who could introduce two people, or None where nobody but a steward knows both.

    Whoever is tied to both could. A steward never does: that would make the network hang on them
    more. Then, in this order: rather not the hub, rather somebody with few introductions in the
    plan already, from a circle that is neither one's nor the other's, with few contacts (so that
    new people come to introduce), and last by the dice of the seed.

    Parameters
    ----------
    ground : Ground
    a, b : int
        Positions of the two.
    load : int array, optional
        How many introductions each person makes already.
    without : sequence of int
        Who is not there to introduce them.
    """
    could = ground.are_tied[a] & ground.are_tied[b] & ~ground.steward
    could[list(without)] = False
    people = np.flatnonzero(could)
    if not len(people):
        return None
    load = np.zeros(ground.n, dtype=np.int64) if load is None else load
    ids = ground.people.ids
    by_id = np.argsort(np.argsort([ids[person] for person in people]))
    dice = np.random.default_rng([ground.seed, len(people)]).permutation(len(people))[by_id]
    near = (ground.circle[people] == ground.circle[a]) | (ground.circle[people] == ground.circle[b])
    order = np.lexsort(
        (dice, ground.contacts[people], near, load[people], ground.hubs[people].astype(int))
    )
    return int(people[order[0]])
