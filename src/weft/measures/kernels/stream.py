"""The core's chance in Python: numbers that rest on a seed and on the number of a stream alone."""

from __future__ import annotations

WORD = 2**64 - 1


class Stream:
    """Numbers that look random (xoshiro256++, Blackman and Vigna 2019); as ``src/core/chance.hpp``.

    Examples
    --------
    >>> Stream(1, 0).below(6) == Stream(1, 0).below(6)
    True
    """

    def __init__(self, seed: int, number: int) -> None:
        x = _scattered(seed & WORD) ^ _scattered(~number & WORD)
        self._state = [_scattered(x + more & WORD) for more in range(4)]

    def _bits(self) -> int:
        s = self._state
        result = _rotated(s[0] + s[3] & WORD, 23) + s[0] & WORD
        t = s[1] << 17 & WORD
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = _rotated(s[3], 45)
        return result

    def part(self) -> float:
        """Return a number from 0 up to 1."""
        return (self._bits() >> 11) * 2.0**-53

    def below(self, n: int) -> int:
        """Return a whole number from 0 up to n, each equally likely (Lemire 2019)."""
        product = (self._bits() >> 32) * n
        least = (2**32 - n) % n
        while product % 2**32 < least:
            product = (self._bits() >> 32) * n
        return product >> 32


def _scattered(x: int) -> int:
    x = x + 0x9E3779B97F4A7C15 & WORD
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9 & WORD
    x = (x ^ x >> 27) * 0x94D049BB133111EB & WORD
    return x ^ x >> 31


def _rotated(x: int, k: int) -> int:
    return (x << k | x >> 64 - k) & WORD
