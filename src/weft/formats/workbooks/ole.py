"""The container of .xls: a file system in a file, whose chains of sectors must come to an end.

calamine follows a chain that bites its own tail until the memory is full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

HEADER, WORD = 512, 4
SHIFT, MINI_START, DIFAT_START, DIFAT = 30, 60, 68, 76
SMALLEST, LARGEST = 7, 16
NO_SECTOR = 0xFFFFFFF0
"""From here on, a number is no sector but the end of a chain, or a free place."""


def chains_end(data: bytes) -> bool:
    """Return whether every chain of sectors in an old Office document comes to an end."""
    shift = int.from_bytes(data[SHIFT : SHIFT + 2], "little")
    if len(data) < HEADER or not SMALLEST <= shift <= LARGEST:
        return False
    size = 1 << shift
    places = _sectors_of_the_table(data, size)
    if places is None:
        return False
    table = _numbers(b"".join(_sector(data, place, size) for place in places))
    if _bites_its_tail(table):
        return False
    chain, place = [], int.from_bytes(data[MINI_START : MINI_START + WORD], "little")
    while place < len(table):
        chain.append(_sector(data, place, size))
        place = int(table[place])
    return not _bites_its_tail(_numbers(b"".join(chain)))


def _sectors_of_the_table(data: bytes, size: int) -> list[int] | None:
    """Return which sectors hold the table of chains; None if their own list has no end."""
    places = _numbers(data[DIFAT:HEADER]).tolist()
    more = int.from_bytes(data[DIFAT_START : DIFAT_START + WORD], "little")
    seen: set[int] = set()
    while more < NO_SECTOR and _sector(data, more, size):
        if more in seen:
            return None
        seen.add(more)
        numbers = _numbers(_sector(data, more, size)).tolist()
        places += numbers[:-1]
        more = numbers[-1] if numbers else NO_SECTOR
    known = [place for place in places if place < NO_SECTOR]
    return known if len(known) * size <= len(data) + size else None


def _sector(data: bytes, place: int, size: int) -> bytes:
    start = HEADER + place * size if size <= HEADER else (place + 1) * size
    return data[start : start + size]


def _numbers(data: bytes) -> NDArray[np.int64]:
    whole = len(data) - len(data) % WORD
    return np.frombuffer(data[:whole], dtype="<u4").astype(np.int64)


def _bites_its_tail(following: NDArray[np.int64]) -> bool:
    """Return whether somebody who follows the numbers would never come to an end.

    Examples
    --------
    >>> _bites_its_tail(np.array([1, 2, 9])), _bites_its_tail(np.array([1, 2, 0]))
    (False, True)
    """
    n = len(following)
    steps = np.append(np.where(following < n, following, n), n)
    for _ in range(max(n, 1).bit_length()):  # each time, twice as far
        steps = steps[steps]
    return bool((steps != n).any())
