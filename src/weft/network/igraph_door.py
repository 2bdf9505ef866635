"""The one place that imports igraph, late and without what it would drag in.

``import igraph`` also imports matplotlib, cairo, plotly, pandas and networkx where they are
installed: 1.04 s of processor time instead of 0.1 s. They are hidden while it is imported.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from threading import RLock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from types import ModuleType

    import igraph

_one_at_a_time = RLock()

HIDDEN = ("matplotlib", "cairo", "cairocffi", "plotly", "pandas", "networkx")


def load_igraph() -> ModuleType:
    """Return the igraph module, imported without its plotting companions."""
    if "igraph" not in sys.modules:
        hidden = [name for name in HIDDEN if name not in sys.modules]
        sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None hides a module
        try:
            import_module("igraph")
        finally:
            for name in hidden:
                sys.modules.pop(name, None)
    return sys.modules["igraph"]


def igraph_from_arrays(
    n: int, source: NDArray[np.int32], target: NDArray[np.int32], *, directed: bool
) -> igraph.Graph:
    """Return an igraph graph of ``n`` people from two columns of positions."""
    edges = np.column_stack([source, target]).astype(np.int64)
    graph: igraph.Graph = load_igraph().Graph(n=n, edges=edges, directed=directed)
    return graph


class _DrawsFromNumpy:
    """The four functions that igraph asks of a source of chance, over a numpy Generator."""

    AT_ONCE = 4_096

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._words: list[int] = []

    def getrandbits(self, bits: int) -> int:
        """Return a whole number of this many random bits (igraph asks for 32 at most)."""
        if not self._words:
            self._words = self._rng.integers(0, 1 << 32, self.AT_ONCE, dtype=np.uint64).tolist()
        return self._words.pop() >> (32 - bits)

    def random(self) -> float:
        """Return a number from 0 up to 1."""
        return float(self._rng.random())

    def randint(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return int(self._rng.integers(low, high, endpoint=True))

    def gauss(self, mean: float, sd: float) -> float:
        """Return a normally distributed number."""
        return float(self._rng.normal(mean, sd))


_lent: list[_DrawsFromNumpy] = []


@contextmanager
def seeded_igraph(rng: np.random.Generator) -> Iterator[ModuleType]:
    """Lend igraph a source of chance, so that what it draws can be drawn again.

    igraph has one source of chance for the whole process: one thread may borrow it at a time, and
    afterwards it is igraph's own default again (Python's ``random`` module).
    """
    module = load_igraph()
    with _one_at_a_time:
        _lent.append(_DrawsFromNumpy(rng))
        module.set_random_number_generator(_lent[-1])
        try:
            yield module
        finally:
            _lent.pop()
            module.set_random_number_generator(_lent[-1] if _lent else sys.modules["random"])
