"""What groups that hang together as a forest have in common, whatever holds them together."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import NDArray

from weft.weaving.two_ways.forest import Forest


class Hung(ABC):
    """Groups of people that hang together as a forest."""

    _size: dict[int, int]
    """How many people are in each group."""

    @property
    @abstractmethod
    def forest(self) -> Forest:
        """How groups hang together; made anew after a tie is added."""

    @property
    def pieces(self) -> int:
        """How many groups there are."""
        return len(self._size)

    @property
    def unsplit(self) -> int:
        """How many people are in the largest group of three or more."""
        return max((size for size in self._size.values() if size > 2), default=0)

    def together_with(self, a: int, b: int) -> int:
        """Return how many people hang together with either of them once they are tied."""
        return self.forest.together(a, b)

    def apart(self) -> NDArray[np.bool_]:
        """Return who is outside the largest part that hangs together."""
        return self.forest.outside_the_largest()
