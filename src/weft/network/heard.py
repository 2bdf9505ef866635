"""Whose word a relation rests on, and so what is known of it: the same wherever its ties lie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from weft.network.relation import Relation

KnownBy = Literal["source", "either", "anyone"]


@dataclass(frozen=True, slots=True)
class Strengths:
    """The least, the greatest and the summed strength of ties; there is at least one."""

    least: float
    greatest: float
    total: float


@dataclass(frozen=True, slots=True)
class Census:
    """How pairs of people whose word is known are tied: both ways, one way, not at all.

    Attributes
    ----------
    mutual, asymmetric : int
    possible : int
        How many pairs there are among those people, tied or not.
    """

    mutual: int
    asymmetric: int
    possible: int

    @property
    def tied(self) -> int:
        """How many pairs are tied."""
        return self.mutual + self.asymmetric

    @property
    def null(self) -> int:
        """How many pairs are not tied."""
        return self.possible - self.tied

    @property
    def arc_reciprocity(self) -> float:
        """The share of ties that are returned; at least one tie is needed."""
        return 2 * self.mutual / (2 * self.mutual + self.asymmetric)

    @property
    def density(self) -> float:
        """The share of possible ties that are there; at least one pair is needed."""
        return (2 * self.mutual + self.asymmetric) / (2 * self.possible)


class Heard:
    """Who answered about one relation in one wave, whether the ties are at hand or not.

    A :class:`Graph` holds its ties. What :mod:`weft.scale` makes of a table too large for that
    holds counts of them. Both are this, and every figure that asks for no more can be had of both.
    """

    relation: Relation
    wave: str
    answered: NDArray[np.bool_]
    known_by: KnownBy
    undeclared: int

    @property
    def directed(self) -> bool:
        """Whether a tie from A to B differs from one from B to A."""
        return self.relation.directed

    @property
    def n(self) -> int:
        """How many people."""
        return len(self.answered)

    @property
    def steward(self) -> NDArray[np.bool_]:
        """Who holds the convening role."""
        raise NotImplementedError

    @cached_property
    def word_known(self) -> NDArray[np.bool_]:
        """Whose ties to each other are known: who answered, or all where third persons did."""
        if self.known_by == "anyone":
            return np.full(self.n, self.n_answered > 0)
        return self.answered

    @cached_property
    def n_answered(self) -> int:
        """How many people answered."""
        return int(self.answered.sum())

    @cached_property
    def complete(self) -> bool:
        """Whether it is known of every dyad if there is a tie."""
        silent = self.n - self.n_answered
        if self.known_by == "anyone":
            return silent < self.n or self.n == 0
        return silent == 0 if self.known_by == "source" else silent <= 1

    @cached_property
    def raters(self) -> NDArray[np.int64]:
        """How many others could have named each person and have their word known."""
        r, n = self.n_answered, self.n
        if self.known_by == "anyone":
            return np.full(n, n - 1 if r else 0, dtype=np.int64)
        if self.known_by == "either":
            return np.where(self.answered, n - 1, r).astype(np.int64)
        return (r - self.answered).astype(np.int64)

    @cached_property
    def possible(self) -> int:
        """How many ties there could be of which it is known whether they are there."""
        ordered = int(self.raters.sum())
        return ordered if self.directed else ordered // 2
