"""Gathering what is wrong with the data: every problem counted, at most 1,000 of a kind kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from weft.network.errors import InvalidDataError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import numpy as np
    from numpy.typing import NDArray

MOST_KEPT_OF_A_KIND = 1_000
"""A file in which every row is wrong must not fill the memory with the story of each row."""


class Problems:
    """The problems found so far.

    Examples
    --------
    >>> found = Problems()
    >>> found.add(Problem(kind="empty", origin="a.csv", found="nothing", expected="ties", mend=""))
    >>> len(found), found.kept()[0].kind
    (1, 'empty')
    """

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        self._kept: list[Problem] = []
        self._counts: Counter[str] = Counter()
        self._left: Counter[str] = Counter()
        self.add_all(found)

    def __len__(self) -> int:
        return len(self._kept) + self._left.total()

    def add(self, problem: Problem) -> None:
        """Keep a problem, or only count it where there are many of its kind."""
        self._left[problem.kind] += problem.more
        if self._counts[problem.kind] < MOST_KEPT_OF_A_KIND:
            self._counts[problem.kind] += 1
            self._kept.append(replace(problem, more=0) if problem.more else problem)
        else:
            self._left[problem.kind] += 1

    def add_all(self, problems: Iterable[Problem]) -> None:
        """Keep several problems."""
        for problem in problems:
            self.add(problem)

    def add_rows(
        self, kind: str, rows: NDArray[np.intp], describe: Callable[[int], Problem]
    ) -> None:
        """Add a problem of one kind for each of these rows, describing only those that are kept."""
        room = MOST_KEPT_OF_A_KIND - self._counts[kind]
        for row in rows[:room]:
            self.add(describe(int(row)))
        self._left[kind] += max(0, len(rows) - room)

    def kept(self) -> tuple[Problem, ...]:
        """Return the problems in the order of the rows; the last of a kind counts the rest."""
        ordered = sorted(dict.fromkeys(self._kept), key=lambda p: (p.origin, p.row or 0))
        last = {problem.kind: i for i, problem in enumerate(ordered)}
        for kind, i in last.items():
            ordered[i] = replace(ordered[i], more=self._left[kind])
        return tuple(ordered)

    def raise_if_any(self) -> None:
        """Raise what was found, if anything was."""
        if self._kept:
            raise InvalidDataError(self.kept())
