"""The container of .xls: a file system in a file, whose chains of sectors must come to an end.

calamine follows a chain that bites its own tail until the memory is full, and takes as much memory
as the sizes in the file say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

HEADER, WORD = 512, 4
SHIFT, DIRECTORY_START, MINI_START, DIFAT_START, DIFAT = 30, 48, 60, 68, 76
COUNTS = (40, 44, 64, 72)
"""Where the header says how many sectors each of its tables has."""

ENTRY, KIND, STREAM_SIZE = 128, 66, 120
SMALLEST, LARGEST = 7, 16
NO_SECTOR = 0xFFFFFFF0
"""From here on, a number is no sector but the end of a chain, or a free place."""


def chains_end(data: bytes) -> bool:
    """Return whether all chains in an old Office document end, and sizes are not beyond its own."""
    shift = int.from_bytes(data[SHIFT : SHIFT + 2], "little")
    if len(data) < HEADER or not SMALLEST <= shift <= LARGEST:
        return False
    size = 1 << shift
    if any(_number(data, place) * size > len(data) for place in COUNTS):
        return False
    places = _sectors_of_the_table(data, size)
    if places is None:
        return False
    table = _numbers(b"".join(_sector(data, place, size) for place in places))
    if _bites_its_tail(table):
        return False
    mini = _chained(data, _number(data, MINI_START), table, size)
    directory = _chained(data, _number(data, DIRECTORY_START), table, size)
    return not _bites_its_tail(_numbers(mini)) and _sizes_fit(directory, size, len(data))


def _sizes_fit(directory: bytes, size: int, most: int) -> bool:
    """Return whether no stream says that it is larger than the file."""
    wide = WORD if size <= HEADER else 2 * WORD  # of the older kind, the upper half says nothing
    return all(
        int.from_bytes(directory[at + STREAM_SIZE : at + STREAM_SIZE + wide], "little") <= most
        for at in range(0, len(directory), ENTRY)
        if directory[at + KIND : at + KIND + 1] not in {b"", b"\0"}
    )


def _chained(data: bytes, place: int, table: NDArray[np.int64], size: int) -> bytes:
    """Return the sectors of a chain that is known to end."""
    chain = []
    while place < len(table):
        chain.append(_sector(data, place, size))
        place = int(table[place])
    return b"".join(chain)


def _number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + WORD], "little")


def _sectors_of_the_table(data: bytes, size: int) -> list[int] | None:
    """Return which sectors hold the table of chains; None if their own list has no end."""
    places = _numbers(data[DIFAT:HEADER]).tolist()
    more = _number(data, DIFAT_START)
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
