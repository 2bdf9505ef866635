"""Which people hang together, with and without regard to the direction of ties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array


def weak_sizes(adjacency: csr_array) -> NDArray[np.int64]:
    """Return the size of each part that hangs together when direction is disregarded."""
    return _sizes(adjacency, "weak")


def strong_sizes(adjacency: csr_array) -> NDArray[np.int64]:
    """Return the size of each part in which everyone reaches everyone along the ties."""
    return _sizes(adjacency, "strong")


def _sizes(adjacency: csr_array, connection: str) -> NDArray[np.int64]:
    many, label = connected_components(adjacency, directed=True, connection=connection)
    return np.bincount(label, minlength=many).astype(np.int64)
