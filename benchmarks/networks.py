"""A made-up network of any size with hubs, groups and returned ties."""

import numpy as np
from numpy.typing import NDArray

GROUP_SIZE = 80
RETURNED = 0.4
INSIDE = 0.75


def grown(people: int, ties: int, seed: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return ``ties`` directed ties, each once and none to oneself, between ``people``.

    Popularity follows a power law, three ties in four stay inside a group of 80, and four in ten
    are returned.
    """
    rng = np.random.default_rng(seed)
    keys = np.empty(0, dtype=np.int64)
    while len(keys) < ties:
        many = 2 * (ties - len(keys)) + 1_000
        source = rng.integers(0, people, many)
        anywhere = (people * rng.random(many) ** 2).astype(np.int64)
        near = source - source % GROUP_SIZE + (GROUP_SIZE * rng.random(many) ** 2).astype(np.int64)
        target = np.where(rng.random(many) < INSIDE, np.minimum(near, people - 1), anywhere)
        back = rng.random(many) < RETURNED
        new = np.concatenate([source * people + target, (target * people + source)[back]])
        keys = np.unique(np.concatenate([keys, new[new // people != new % people]]))
    keys = rng.permutation(keys)[:ties]
    return keys // people, keys % people
