"""What no single departure splits: how many introductions are needed until it is everybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Kind = Literal["person", "tie"]
"""What may be lost at a time: a person, or a tie."""

Place = int
"""Where a person stands among the pieces; people of one place can stand in for each other."""

Pairs = Sequence[tuple[int, int]]


class Pieces(Protocol):
    """Pieces that no single departure splits, hung together as a forest, as ties are added.

    Attributes
    ----------
    place : int64 array, shape (n_people,)
        The place of each person. Whoever is in the same place would gain the same.
    least : int
        The fewest introductions after which no single departure cuts anybody off.
    pieces : int
        How many pieces there are.
    unsplit : int
        How many people are in the largest piece; 0 where none has three.
    """

    place: NDArray[np.int64]

    @property
    def least(self) -> int:
        """The fewest introductions that are still needed."""

    @property
    def pieces(self) -> int:
        """How many pieces there are."""

    @property
    def unsplit(self) -> int:
        """How many people are in the largest piece."""

    @property
    def even(self) -> bool:
        """Whether only an introduction between two ends brings the least number down."""

    def ends(self) -> list[Place]:
        """Return the places that hang by one departure, or by nothing at all."""

    def least_with(self, a: int, b: int) -> int:
        """Return what ``least`` would be if two people were tied."""

    def joined_with(self, a: int, b: int) -> int:
        """Return how many pieces would become one if two people were tied."""

    def unsplit_with(self, a: int, b: int) -> int:
        """Return what ``unsplit`` would be if two people were tied."""

    def together_with(self, a: int, b: int) -> int:
        """Return how many people hang together with either of them once they are tied."""

    def tie(self, a: int, b: int) -> None:
        """Add a tie between two people who have none."""

    def hanging(self) -> NDArray[np.bool_]:
        """Return who would lose touch with half of the others or more by a single departure."""

    def apart(self) -> NDArray[np.bool_]:
        """Return who is outside the largest part that hangs together."""


def pieces_of(n: int, pairs: Pairs, kind: Kind) -> Pieces:
    """Return the pieces of some people and the pairs of them that are tied.

    Examples
    --------
    Ana is tied to Ben and Ben to Cy: without Ben, Ana and Cy are apart. One tie mends it.

    >>> chain = pieces_of(3, [(0, 1), (1, 2)], "person")
    >>> chain.least, chain.least_with(0, 2)
    (1, 0)
    """
    from weft.weaving.two_ways.by_person import PiecesByPerson
    from weft.weaving.two_ways.by_tie import PiecesByTie

    first = np.array([a for a, _ in pairs], dtype=np.int32)
    second = np.array([b for _, b in pairs], dtype=np.int32)
    found = PiecesByPerson if kind == "person" else PiecesByTie
    return found(n, first, second)
