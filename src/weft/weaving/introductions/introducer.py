"""Who could introduce two people: somebody tied to both, who is not the hub."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from weft.weaving.ground import Ground
from weft.weaving.lots import lots

MOST_EACH = 2
"""Nobody is asked to make more introductions than this in one round."""

FAVOUR = 1.0
"""Of people who do equally well, one whom both trust fully is at most 1 + 1 times as likely."""


def introducers(
    ground: Ground,
    pairs: list[tuple[int, int]],
    *,
    past: Mapping[str, int],
    seed: int,
    most_each: int = MOST_EACH,
    without: Sequence[int] = (),
) -> list[int | None]:
    """Return who could introduce each pair, None: nobody; the pairs in the order of their worth.

    Of those tied to both, hubs aside, the one who has made fewest introductions (``past``, and in
    this round); then rather one from a circle of neither; then the one with fewer ties, in steps of
    five, so that new weavers grow. Who does equally well is drawn by chance; whom both trust is up
    to twice as likely to be drawn. That is all that trust does here, so that a single answer never
    settles who is named. Those in ``without`` are not asked.
    """
    before = np.array([past.get(person, 0) for person in ground.people.ids])
    asked = np.zeros(ground.n, dtype=np.int64)
    asked[list(without)] = most_each
    found: list[int | None] = []
    for a, b in pairs:
        able = ground.are_tied[a] & ground.are_tied[b] & ~ground.hubs & (asked < most_each)
        between = np.flatnonzero(able)
        if len(between) == 0:
            found.append(None)
            continue
        best = _best_of(ground, between, (a, b), before + asked)
        person = _drawn(ground, best, (a, b), seed)
        asked[person] += 1
        found.append(person)
    return found


def _best_of(
    ground: Ground, between: NDArray[np.intp], pair: tuple[int, int], made: NDArray[np.int64]
) -> NDArray[np.intp]:
    """Return those who do equally well and better than the others."""
    circle = ground.circle
    inside = (circle[between] == circle[pair[0]]) | (circle[between] == circle[pair[1]])
    busy = ground.contacts[between] // 5
    keys = np.stack([made[between], inside.astype(np.int64), busy])
    best = min(map(tuple, keys.T.tolist()))
    alike: NDArray[np.intp] = between[(keys == np.array(best)[:, None]).all(axis=0)]
    return alike


def _drawn(ground: Ground, best: NDArray[np.intp], pair: tuple[int, int], seed: int) -> int:
    """Draw one, the likelier the more both trust them, up to twice as likely."""
    ids = ground.people.ids
    trust = np.minimum(ground.trusted[pair[0], best], ground.trusted[pair[1], best])
    purpose = f"introduce {sorted(ids[person] for person in pair)}"
    lot = lots([ids[who] for who in best], purpose, seed=seed, weight=1.0 + FAVOUR * trust)
    return int(best[int(lot.argmax())])
