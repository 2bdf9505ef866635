"""Random networks as graphs, to hold measures' kernels with the core against those without."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from tests.core.random_networks import random_networks
from weft.network import Graph, People, Relation


def made_graph(
    n: int, source: NDArray[np.int32], target: NDArray[np.int32], *, directed: bool
) -> Graph:
    """Return the graph of ties between persons p0, p1, …; their strengths run from 1 to 5."""
    ids = tuple(f"p{person}" for person in range(n))
    order = np.lexsort((target, source))
    source, target = source[order], target[order]
    return Graph(
        people=People(ids=ids, names=ids, attributes={}, steward=np.zeros(n, dtype=bool)),
        relation=Relation(name="ties", directed=directed),
        wave="1",
        source=source,
        target=target,
        weight=1.0 + (7 * source + 3 * target) % 5,
        answered=np.ones(n, dtype=bool),
    )


def random_graphs(many: int = 500, seed: int = 0) -> Iterator[Graph]:
    """Yield the graphs of random networks."""
    for n, source, target, directed in random_networks(many, seed):
        yield made_graph(n, source, target, directed=directed)
