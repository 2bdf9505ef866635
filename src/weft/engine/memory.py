"""How much memory a piece of work takes, how much there is, and a no before it starts.

Running out of memory half-way costs an hour and ends without a word: the system kills the process.
So what is asked for is weighed first. The weights were measured, as the greatest memory a process
held above what Weft takes to start, on networks of 5,000 people with 50,000 ties and of 100,000
people with 1,000,000 ties (CPython 3.11, Linux).
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

MIB = 1 << 20
ROOM = 0.9
"""The share of what is free that a piece of work may take; the rest is for everybody else."""

READING_A_BYTE, READING_AT_LEAST = 5.5, 24 * MIB
"""Reading a table of text: the text, its columns, the ids, the reports. Measured 5.3 a byte."""

PORTRAIT_A_TIE, PORTRAIT_A_PERSON = 310, 500
"""All figures of a portrait where everybody answered, above what the network itself takes."""

FIGURE_A_TIE, FIGURE_A_PERSON = 110, 300
"""One figure, whichever takes most, above what the network itself takes. Measured 109 a tie."""

A_DRAWN_TIE, A_FIGURE = 16, 8
"""The two ends of a tie, twice while all are put together; and one figure of a drawn network."""

BYTES_OF_A_ROW, TIES_OF_A_PERSON = 16, 10
"""A usual table of ties: the bytes of a row with two ids, and how many rows there are a person."""

CGROUPS = Path("/sys/fs/cgroup")
V1_WITHOUT_LIMIT = 1 << 60


def to_read(size: int) -> int:
    """Return how many bytes of memory it takes to read a table of text of this many bytes.

    Examples
    --------
    >>> to_read(1_000_000_000) // 10**9
    5
    """
    return int(READING_AT_LEAST + READING_A_BYTE * size)


def for_portrait(n: int, m: int) -> int:
    """Return how many bytes the figures of a portrait take, beside the network itself.

    Examples
    --------
    >>> for_portrait(100_000, 1_000_000) // 2**20
    343
    """
    return PORTRAIT_A_PERSON * n + PORTRAIT_A_TIE * m


def for_figure(n: int, m: int) -> int:
    """Return how many bytes one figure takes, beside the network itself.

    Examples
    --------
    >>> for_figure(100_000, 1_000_000) // 2**20
    133
    """
    return FIGURE_A_PERSON * n + FIGURE_A_TIE * m


def for_drawn_ties(networks: int, ties: int) -> int:
    """Return how many bytes the ties of so many drawn networks take, with so many ties each.

    Examples
    --------
    >>> for_drawn_ties(1_000, 1_000_000) // 10**9
    16
    """
    return A_DRAWN_TIE * networks * ties


def from_table_to_portrait(ties: int) -> int:
    """Return how many bytes of memory a usual table of so many ties takes, up to its portrait.

    Examples
    --------
    >>> from_table_to_portrait(1_000_000) // 2**20
    451
    """
    return to_read(BYTES_OF_A_ROW * ties) + for_portrait(ties // TIES_OF_A_PERSON, ties)


def available() -> int | None:
    """Return how many bytes this process may still take; None where nothing tells it.

    It is the least of what the machine has free and what the groups that the process is in
    (containers, services) are still allowed.
    """
    told = [_free_of_the_machine(), *_left_to_our_groups(CGROUPS, Path("/proc/self/cgroup"))]
    known = [number for number in told if number is not None]
    return min(known) if known else None


def lacking(needed: int) -> int | None:
    """Return how many bytes there are where so many would not fit; None where they do."""
    there = available()
    return there if there is not None and needed > ROOM * there else None


def said(size: int) -> str:
    """Return a number of bytes as people say it.

    Examples
    --------
    >>> said(310 * 2**20), said(5 * 2**30)
    ('310 MiB', '5.0 GiB')
    """
    return f"{size / 2**30:,.1f} GiB" if size >= 2**30 else f"{size / MIB:,.0f} MiB"


def _free_of_the_machine() -> int | None:
    """Return what the machine has free, counting what it would give back at once."""
    line = _value_of("MemAvailable:", _lines(Path("/proc/meminfo")))
    if line is not None:
        return int(line.split()[0]) * 1024
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):  # not known on Windows, nor all of it on macOS
        return None


def _left_to_our_groups(groups: Path, ours: Path) -> list[int]:
    """Return what each group that this process is in may still take, its parents included."""
    left = []
    for line in _lines(ours):
        number, controllers, path = [*line.strip().split(":", 2), "", ""][:3]
        if number == "0" and not controllers:
            left += _left_in(groups, path, "memory.max", "memory.current", "inactive_file")
        elif "memory" in controllers.split(","):
            top = groups / "memory"
            left += _left_in(
                top, path, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"
            )
    return left


def _left_in(top: Path, path: str, limit: str, usage: str, cached: str) -> list[int]:
    """Return what is left in a group and in each above it; a container sees itself as the top."""
    left = []
    inner = [part for part in path.split("/") if part and part != ".."]
    for depth in range(len(inner) + 1):
        folder = top.joinpath(*inner[:depth])
        most, used = _number(folder / limit), _number(folder / usage)
        if most is None or used is None or most >= V1_WITHOUT_LIMIT:
            continue
        kept = _value_of(f"{cached} ", _lines(folder / "memory.stat"))
        left.append(max(most - used + int(kept or 0), 0))
    return left


def _number(file: Path) -> int | None:
    first = next(iter(_lines(file)), "").strip()
    return int(first) if first.isdecimal() else None


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []


def _value_of(name: str, lines: Iterable[str]) -> str | None:
    return next((line.removeprefix(name).strip() for line in lines if line.startswith(name)), None)
