"""One pair of waves at work: taken apart, filled in many times over, and swapped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from weft.change.contents import Decomposed, FadeAndLift
from weft.change.decomposition import AS_IT_STANDS, MATCHED, Sights, decomposed, sights, value_of
from weft.change.pairing import Pair
from weft.change.region import CONFIDENCE, fade_and_lift_of, range_of, region_of
from weft.change.silent import MOST_PEOPLE, Said, Words, completions, said_in
from weft.change.swaps import Difference, p_of, swapped_differences, swaps_for
from weft.measures.kernels.received import received_twice
from weft.measures.kernels.succession import fade_and_lift
from weft.measures.registry import Registered
from weft.network import Graph

CORNER_DRAWS = 20
"""How often unknown ties are drawn for a figure as it stands, where it cannot do without."""

FADE_AND_LIFT, SHARE, OTHERS = "fade and lift", "share", "others"
"""What is drawn and swapped beside the figures, which go by their ids."""

Differences = dict[str, NDArray[np.float64]]


@dataclass(frozen=True, eq=False)
class Work:
    """One pair of waves on the way to a comparison."""

    pair: Pair
    wanted: Sequence[Registered]
    seen: Sights
    stayers: tuple[Graph, Graph]
    said: Said | None
    draws: int
    swaps: int
    seed: int

    @classmethod
    def of(cls, pair: Pair, wanted: Sequence[Registered], *, draws: int, seed: int) -> Work:
        """Return the work on a pair of waves."""
        stay = pair.stayers
        before, after = (pair.seen(w, stay, pair.answered[w] & stay) for w in (0, 1))
        few = before.n <= MOST_PEOPLE and min(before.n_answered, after.n_answered) >= 2
        said = said_in(before, after) if few else None
        swaps = swaps_for(before.m + after.m, draws)
        return cls(pair, wanted, sights(pair), (before, after), said, draws, swaps, seed)

    @property
    def as_they_stand(self) -> tuple[Graph, Graph]:
        """Both waves with whoever was there, as told by whoever answered."""
        return self.seen[0][AS_IT_STANDS], self.seen[1][AS_IT_STANDS]

    @property
    def nobody_silent(self) -> bool:
        """Whether every word of the stayers is known in both waves."""
        return all(graph.complete for graph in self.stayers)

    def drawn(self) -> Differences:
        """Return fade and lift, and every figure's change, had all the stayers answered."""
        if self.nobody_silent:
            return self._of_words([(self.stayers, None)])
        if self.said is None:
            return {}
        every = completions(self.said, draws=self.draws, seed=self.seed)
        return self._of_words((self._graphs(words), words) for words in every)

    def _of_words(self, every: Iterable[tuple[tuple[Graph, Graph], Words | None]]) -> Differences:
        steward = self.stayers[0].steward
        made: dict[str, list[float]] = {found.declaration.id: [] for found in self.wanted}
        points = []
        for graphs, words in every:
            for found in self.wanted:
                made[found.declaration.id].append(_difference(found, *graphs))
            if words is None:
                both = fade_and_lift(received_twice(*graphs))
                points.append((np.nan, np.nan) if isinstance(both, str) else (both.fade, both.lift))
            else:
                points.append(fade_and_lift_of(words, steward))
        drawn: Differences = {name: np.array(values) for name, values in made.items()}
        return drawn | {FADE_AND_LIFT: np.array(points)}

    def _graphs(self, words: NDArray[np.bool_]) -> tuple[Graph, Graph]:
        """Return both waves with these words; ties that were drawn are as strong as the mean."""
        graphs = []
        for graph, there in zip(self.stayers, words, strict=True):
            mean = float(graph.weight.mean()) if graph.m else 1.0
            strength = np.full(there.shape, mean)
            strength[graph.source, graph.target] = graph.weight
            source, target = np.nonzero(there if graph.directed else np.triu(there))
            ends = source.astype(np.int32), target.astype(np.int32)
            graphs.append(graph.with_ties(*ends, strength[source, target]))
        return graphs[0], graphs[1]

    def swapped(self) -> Differences:
        """Return every figure's change as observed and in every swap."""
        if self.pair.matched.sum() < 2:
            return {}
        wanted: dict[str, Difference] = {
            found.declaration.id: partial(_difference, found) for found in self.wanted
        }
        wanted |= {SHARE: _share_difference, OTHERS: _others_difference}
        return swapped_differences(self.pair, wanted, swaps=self.swaps, seed=self.seed)

    def decomposed(
        self,
        found: Registered,
        drawn: Differences,
        swapped: Differences,
    ) -> Decomposed:
        """Return one figure taken apart, with its interval and p."""
        declared = found.declaration
        nothing = Decomposed(
            id=declared.id,
            question=declared.question,
            unit=declared.unit,
            direction=declared.direction,
        )
        parts = decomposed(self.seen, found, draws=CORNER_DRAWS, seed=self.seed)
        if isinstance(parts, str):
            return replace(nothing, undefined_because=parts)
        between = range_of(drawn.get(declared.id, np.empty(0)))
        return replace(
            nothing,
            before=parts.before,
            after=parts.after,
            stayers=parts.stayers,
            membership=parts.membership,
            coverage=parts.coverage,
            low=between[0] if between else None,
            high=between[1] if between else None,
            confidence=CONFIDENCE if between else None,
            p=p_of(swapped[declared.id]) if swapped else None,
        )

    def fade_and_lift(
        self, points: NDArray[np.float64] | None, swapped: Differences
    ) -> FadeAndLift:
        """Return fade and lift together, with their region and the test."""
        matched = self.seen[0][MATCHED], self.seen[1][MATCHED]
        both = fade_and_lift(received_twice(*matched))
        if isinstance(both, str):
            return FadeAndLift(undefined_because=both)
        by_chance = np.abs(swapped[SHARE][1:])
        return FadeAndLift(
            fade=both.fade,
            lift=both.lift,
            share_before=both.share_before,
            share_after=both.share_after,
            region=None if points is None else region_of(points),
            p_fade=p_of(swapped[SHARE]),
            p_lift=p_of(swapped[OTHERS]),
            least_told=float(np.nanquantile(by_chance, 0.95)) if len(by_chance) else None,
        )


def _difference(found: Registered, before: Graph, after: Graph) -> float:
    """Return by how much a figure differs; of those whose word is known where it follows paths."""
    values = []
    for graph in (before, after):
        follows = found.declaration.silence[0] == "impute" and not graph.complete
        seen = graph.among(graph.answered) if follows else graph
        value = value_of(seen, found, draws=1, seed=0)
        values.append(np.nan if isinstance(value, str) else value)
    return values[1] - values[0]


def _share_difference(before: Graph, after: Graph) -> float:
    twice = received_twice(before, after)
    shares = [
        held[twice.steward].sum() / held.sum() if held.any() else np.nan
        for held in (twice.before, twice.after)
    ]
    return float(shares[1] - shares[0])


def _others_difference(before: Graph, after: Graph) -> float:
    twice = received_twice(before, after)
    return float((twice.after - twice.before)[~twice.steward].sum())
