"""Random networks on which every kernel is held against others."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Network = tuple[int, NDArray[np.int32], NDArray[np.int32], bool]


def random_networks(many: int = 500, seed: int = 0) -> Iterator[Network]:
    """Yield (n, source, target, directed): up to 60 people; some empty, complete or with hubs."""
    rng = np.random.default_rng(seed)
    for at in range(many):
        n, directed = int(rng.integers(0, 61)), bool(at % 2)
        chance = np.full(
            (n, n), rng.choice([0.0, 0.02, 0.05, 0.1, 0.3, 1.0], p=[0.04, *[0.23] * 4, 0.04])
        )
        if n and rng.random() < 0.3:
            chance[rng.integers(0, n)] = 0.8
        ties = rng.random((n, n)) < chance
        np.fill_diagonal(ties, val=False)
        source, target = np.nonzero(ties if directed else np.triu(ties))
        yield n, source.astype(np.int32), target.astype(np.int32), directed
