"""What became of the ties between two waves, among people who answered in both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from weft.measures.kernels.dyads import word_is_known
from weft.network import Graph, InvalidRequestError


@dataclass(frozen=True, slots=True)
class TieChange:
    """Counts of possible ties by whether they were there before and after.

    Attributes
    ----------
    kept, gone, new, never : int
        Ties in both waves (N11), in the first only (N10), in the second only (N01), in neither
        (N00).
    common_people : int
        How many people the counts are about.
    """

    kept: int
    gone: int
    new: int
    never: int
    common_people: int

    @property
    def parts(self) -> dict[str, float]:
        """The counts that are shown beside a figure."""
        return {
            "kept": self.kept,
            "gone": self.gone,
            "new": self.new,
            "common_people": self.common_people,
        }

    @property
    def said(self) -> str:
        """Whom the figure is about."""
        return f"among the {self.common_people:,} people who answered in both waves"


def tie_change(before: Graph, after: Graph) -> TieChange:
    """Return what became of the ties of those who answered in both waves, matched by id."""
    if before.directed != after.directed:
        message = (
            f"The ties of wave {before.wave} and of wave {after.wave} differ in whether they have "
            "a direction; expected the same relation twice. Compare a relation with itself."
        )
        raise InvalidRequestError(message)
    there = word_is_known(after)
    then = np.flatnonzero(word_is_known(before))
    now = np.array([after.people.position.get(before.people.ids[i], -1) for i in then], dtype=int)
    in_both = (now >= 0) & there[now] if len(now) else np.zeros(0, dtype=bool)
    common = int(in_both.sum())
    first = _ties(before, then[in_both])
    second = _ties(after, now[in_both])
    kept = len(np.intersect1d(first, second, assume_unique=True))
    gone, new = len(first) - kept, len(second) - kept
    possible = common * (common - 1) // (1 if before.directed else 2)
    return TieChange(kept, gone, new, possible - kept - gone - new, common)


def _ties(graph: Graph, positions: NDArray[np.intp]) -> NDArray[np.int64]:
    """Return the ties among these people as one number each, by their place in ``positions``."""
    place = np.full(graph.n, -1, dtype=np.int64)
    place[positions] = np.arange(len(positions))
    source, target = place[graph.source], place[graph.target]
    inside = (source >= 0) & (target >= 0)
    source, target = source[inside], target[inside]
    if not graph.directed:
        source, target = np.minimum(source, target), np.maximum(source, target)
    return source * len(positions) + target
