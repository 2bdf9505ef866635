"""What became of the ties between two waves, by the word of people who answered in both."""

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
        How many people answered in both waves; the counts are about what they said.
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
        return (
            f"by the word of the {self.common_people:,} people who answered in both waves, about "
            "those who are in both"
        )


def tie_change(before: Graph, after: Graph) -> TieChange:
    """Return what became of the ties of those who answered in both waves, matched by id.

    Where a tie is the word of its source alone, it counts if the source answered in both waves and
    the target is in both, answered or not. Where both ends are asked, both must have answered in
    both, so that each tie is heard from as many in either wave.
    """
    if before.directed != after.directed:
        message = (
            f"The ties of wave {before.wave} and of wave {after.wave} differ in whether they have "
            "a direction; expected the same relation twice. Compare a relation with itself."
        )
        raise InvalidRequestError(message)
    then = np.arange(before.n)
    now = np.array([after.people.position.get(person, -1) for person in before.people.ids], int)
    then, now = then[now >= 0], now[now >= 0]
    said = word_is_known(before)[then] & word_is_known(after)[now]
    common = int(said.sum())
    # What one says of another is known whether or not the other answered, if that is all it takes.
    by_source = before.known_by == after.known_by == "source"
    if not by_source:
        then, now, said = then[said], now[said], said[said]
    first = _ties(before, then, said)
    second = _ties(after, now, said)
    kept = len(np.intersect1d(first, second, assume_unique=True))
    gone, new = len(first) - kept, len(second) - kept
    possible = common * (len(then) - 1) // (1 if before.directed else 2)
    return TieChange(kept, gone, new, max(possible, 0) - kept - gone - new, common)


def _ties(graph: Graph, positions: NDArray[np.intp], said: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the ties from those who said so to anyone of these people, as one number each."""
    place = np.full(graph.n, -1, dtype=np.int64)
    place[positions] = np.arange(len(positions))
    source, target = place[graph.source], place[graph.target]
    inside = (source >= 0) & (target >= 0)
    source, target = source[inside], target[inside]
    if graph.directed:
        source, target = source[said[source]], target[said[source]]
    else:
        source, target = np.minimum(source, target), np.maximum(source, target)
    return source * len(positions) + target
