"""The chance of the compiled core in numpy, for many replicates side by side.

The same seed and number of a replicate give the same draws here and there (``chance.hpp``).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]

ALL = (1 << 64) - 1


def _scattered(x: Words) -> Words:
    """Return the finaliser of splitmix64 (Steele, Lea and Flood 2014)."""
    x = x + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


def _rotated(x: Words, k: int) -> Words:
    return (x << np.uint64(k)) | (x >> np.uint64(64 - k))


class Streams:
    """One stream of chance for each replicate: xoshiro256++ (Blackman and Vigna 2019).

    Parameters
    ----------
    seed : int
        At least 0 and below 2**64.
    numbers : array of int
        Of the replicates.
    """

    def __init__(self, seed: int, numbers: NDArray[np.uint64]) -> None:
        start = _scattered(np.array([seed], dtype=np.uint64)) ^ _scattered(~numbers)
        self.many = len(numbers)
        self.every = np.arange(self.many)
        self._state = np.array([_scattered(start + np.uint64(k)) for k in range(4)])

    def bits(self, which: NDArray[np.intp]) -> Words:
        """Return the next 64 bits of some of the streams."""
        a, b, c, d = self._state[:, which]
        result: Words = _rotated(a + d, 23) + a
        shifted = b << np.uint64(17)
        c, d = c ^ a, d ^ b
        b, a = b ^ c, a ^ d
        self._state[:, which] = a, b, c ^ shifted, _rotated(d, 45)
        return result

    def below(self, n: int | NDArray[np.integer], which: NDArray[np.intp]) -> NDArray[np.int64]:
        """Return a whole number from 0 up to n from some of the streams (Lemire 2019)."""
        limit = np.broadcast_to(np.asarray(n, dtype=np.uint64), which.shape)
        product = (self.bits(which) >> np.uint64(32)) * limit
        low = np.uint64(2**32 - 1)
        again = np.flatnonzero((product & low) < limit)
        least = (np.uint64(2**32) - limit[again]) % np.maximum(limit[again], np.uint64(1))
        while len(again):
            short = (product[again] & low) < least
            again, least = again[short], least[short]
            product[again] = (self.bits(which[again]) >> np.uint64(32)) * limit[again]
        return (product >> np.uint64(32)).astype(np.int64)

    def shuffled(self, n: int) -> NDArray[np.int64]:
        """Return everyone in a random order for each stream, shape (streams, n)."""
        return self.shuffled_within(np.arange(n), np.array([0, n]))

    def shuffled_within(
        self, people: NDArray[np.integer], start: NDArray[np.integer]
    ) -> NDArray[np.int64]:
        """Return who takes each person's place for each stream, shape (streams, n).

        People stand class by class, each class from one ``start`` to the next; each takes the
        place of one of their own class.
        """
        order = np.tile(np.asarray(people, dtype=np.int64), (self.many, 1))
        for begin, end in zip(start[:-1].tolist(), start[1:].tolist(), strict=True):
            for left in range(end - begin, 1, -1):
                other = begin + self.below(left, self.every)
                swapped = order[self.every, other]
                order[self.every, other] = order[:, begin + left - 1]
                order[:, begin + left - 1] = swapped
        places = np.empty_like(order)
        places[:, people] = order
        return places

    def lanes(self, chance: float, lanes: Words) -> Words:
        """Return words in which each bit of the lanes is set with this chance."""
        if chance >= 1:
            return lanes.copy()
        part = int(chance * 2.0**64) if chance > 0 else 0
        below, undecided = np.zeros_like(lanes), lanes.copy()
        while part and len(which := np.flatnonzero(undecided)):
            digit = self.bits(which)
            if part >> 63:
                below[which] |= undecided[which] & ~digit
                undecided[which] &= digit
            else:
                undecided[which] &= ~digit
            part = (part << 1) & ALL
        return below
