"""What is wanted of circles, drawn; and every way of parting a few people."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from tests.weaving.drawn import of_pairs
from weft.weaving.circles.sizes import sizes_of
from weft.weaving.circles.wanted import WEIGHTS, Wanted, wanted_of
from weft.weaving.ground import ground_of


def wanted(people, pairs, *, size, rng) -> Wanted:
    """Return what is wanted of circles of these people, the rest drawn."""
    ground = ground_of(of_pairs(people, pairs))
    n = ground.n
    return wanted_of(
        ground,
        np.arange(n),
        sizes_of(n, size),
        new=np.array([rng.random() < 0.4 for _ in range(n)]),
        leaders=[i for i in range(n) if rng.random() < 0.4],
        before=[rng.sample(range(n), min(n, 3)) for _ in range(2)],
        weights=WEIGHTS,
    )


def partings(people: tuple[int, ...], sizes: tuple[int, ...]) -> Iterator[list[tuple[int, ...]]]:
    """Yield every way to part people into circles of these sizes, some of them more than once."""
    if not sizes:
        yield []
        return
    for circle in combinations(people, sizes[0]):
        rest = tuple(person for person in people if person not in circle)
        for others in partings(rest, sizes[1:]):
            yield [circle, *others]
