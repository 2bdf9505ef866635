"""What all models of replicates have in common: figures of many, or their ties."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal, overload

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for, memory, threads, told
from weft.network import InvalidRequestError, require
from weft.uncertainty.replicates.figures import FIGURES, figures_of

Tell = Callable[[int, int], object]
"""Called now and then with how many replicates are done, and how many there will be."""

MOST_PEOPLE = 20_000
"""Above this a table of bits for each thread would take more than 50 MB."""

FEWER_AT_A_TIME = "Draw fewer at a time; first=… says which are next."

CELLS_AT_ONCE = 4_000_000
"""How many cells of matrices are held at once without the core."""


@dataclass(frozen=True)
class DrawnTies:
    """The ties of many networks.

    Attributes
    ----------
    start : int64 array, shape (networks + 1,)
        Those of network r stand from ``start[r]`` up to ``start[r + 1]``.
    source, target : int32 arrays
        Without direction each pair stands once, ``source < target``.
    """

    start: NDArray[np.int64]
    source: NDArray[np.int32]
    target: NDArray[np.int32]

    def __len__(self) -> int:
        """How many networks."""
        return len(self.start) - 1

    def __iter__(self) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int32]]]:
        """Yield source and target of one network after another."""
        return (self[r] for r in range(len(self)))

    def __getitem__(self, r: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return source and target of one of them."""
        if not 0 <= r < len(self):
            message = f"There is no network {r}; expected one from 0 to {len(self) - 1}."
            raise IndexError(message)
        ties = slice(int(self.start[r]), int(self.start[r + 1]))
        return self.source[ties], self.target[ties]


@dataclass(frozen=True)
class Asked:
    """Which replicates are asked for: ``many`` from the number ``first`` on.

    Where nobody is named in ``tell``, whoever listens is told.
    """

    many: int
    seed: int
    first: int
    tell: Tell | None

    def __post_init__(self) -> None:
        for name, value, limit in (
            ("replicates", self.many, 2**63),
            ("seed", self.seed, 2**64),
            ("first", self.first, 2**63),
        ):
            if not 0 <= value < limit:
                message = f"{name}={value} cannot be meant; expected at least 0, below {limit}."
                raise InvalidRequestError(message)

    def in_parts(self, cells: int) -> Iterator[NDArray[np.uint64]]:
        """Yield the numbers of the replicates, few at a time where each has many cells."""
        at_once = max(1, CELLS_AT_ONCE // max(cells, 1))
        for start in range(0, self.many, at_once):
            end = min(start + at_once, self.many)
            yield np.arange(start, end, dtype=np.uint64) + np.uint64(self.first)
            if (tell := self._told()) is not None:
                tell(end, self.many)

    def of_core(self) -> dict[str, Any]:
        """Return what every kernel of the core is told."""
        return {
            "replicates": self.many,
            "seed": self.seed,
            "first": self.first,
            "threads": threads(),
            "tell": self._told(),
        }

    def _told(self) -> Tell | None:
        return told("random networks") if self.tell is None else self.tell


def core_for_replicates(n: int, ties: int) -> ModuleType | None:
    """Return the core if it is to draw replicates; raise where there are too many people."""
    if n > MOST_PEOPLE:
        message = (
            f"There are {n:,} people; replicates are drawn of at most {MOST_PEOPLE:,}. "
            "Take a part of the network."
        )
        raise InvalidRequestError(message)
    return core_for("replicates", ties)


class Model(ABC):
    """A way to draw networks among so many people.

    A replicate depends on the seed and on its number alone: not on how many are drawn, nor by how
    many threads, nor on whether the compiled core is there.

    Attributes
    ----------
    n : int
    directed : bool
    m : int
        About how many ties there are in a network.
    """

    n: int
    directed: bool
    m: int

    def figures(
        self, replicates: int, *, seed: int, first: int = 0, tell: Tell | None = None
    ) -> NDArray[np.float64]:
        """Return the figures of so many replicates.

        Parameters
        ----------
        replicates : int
        seed : int
        first : int
            The number of the first replicate.
        tell : callable, optional
            Called now and then with how many are done and how many there will be; what it raises
            ends the work.

        Returns
        -------
        float64 array, shape (replicates, len(FIGURES))
            A column for each of :data:`FIGURES`.
        """
        asked = Asked(replicates, seed, first, tell)
        needed = memory.A_FIGURE * len(FIGURES) * replicates
        require(needed, f"The figures of {replicates:,} networks", FEWER_AT_A_TIME)
        if (core := core_for_replicates(self.n, self.m)) is not None:
            return self._by_core(core, asked, as_ties=False)
        parts = [
            figures_of(self.matrices(seed, numbers), directed=self.directed)
            for numbers in asked.in_parts(self.n**2)
        ]
        return np.concatenate([np.empty((0, len(FIGURES))), *parts])

    def ties(
        self, replicates: int, *, seed: int, first: int = 0, tell: Tell | None = None
    ) -> DrawnTies:
        """Return the ties of so many replicates; parameters as in :meth:`figures`."""
        asked = Asked(replicates, seed, first, tell)
        needed = memory.for_drawn_ties(replicates, self.m)
        require(needed, f"The ties of {replicates:,} networks", FEWER_AT_A_TIME)
        if (core := core_for_replicates(self.n, self.m)) is not None:
            return DrawnTies(*self._by_core(core, asked, as_ties=True))
        counts, ends = [0], [np.empty((2, 0), dtype=np.int32)]
        for numbers in asked.in_parts(self.n**2):
            cells = self.matrices(seed, numbers) & self._listed()
            counts.extend(cells.sum(axis=(1, 2)).tolist())
            ends.append(np.array(np.nonzero(cells)[1:], dtype=np.int32))
        return DrawnTies(np.cumsum(counts), *np.concatenate(ends, axis=1))

    @overload
    def _by_core(
        self, core: ModuleType, asked: Asked, *, as_ties: Literal[False]
    ) -> NDArray[np.float64]: ...

    @overload
    def _by_core(
        self, core: ModuleType, asked: Asked, *, as_ties: Literal[True]
    ) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]: ...

    @abstractmethod
    def _by_core(self, core: ModuleType, asked: Asked, *, as_ties: bool) -> Any:
        """Return the figures, or the start of ties, source and target."""

    @abstractmethod
    def matrices(self, seed: int, numbers: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Return the ties of replicates with these numbers as matrices, computed in numpy.

        Row = source; both ways where there is no direction.
        """

    def _listed(self) -> NDArray[np.bool_]:
        """Return which cells of a matrix are listed as ties, where they are set."""
        every = np.ones((self.n, self.n), dtype=bool)
        return every if self.directed else np.triu(every)
