"""Networks with every unknown tie drawn, many times over, without a graph being made of each."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from weft.network import InvalidRequestError
from weft.uncertainty.rates import Rates
from weft.uncertainty.replicates.model import Asked, Model
from weft.uncertainty.replicates.streams import ALL, Streams, Words

if TYPE_CHECKING:
    from weft.network import Graph


class Completions(Model):
    """What is unknown is drawn as :func:`weft.uncertainty.by_rates.drawn_by_rates` draws it.

    The model is the same, the chance is another: the same seed does not give the same draws here
    and there. :meth:`ties` lists only the ties that are drawn, not those that are known.

    Parameters
    ----------
    graph : Graph
        At least one person must have answered.
    policy : {'impute', 'reconstruct'}

    Examples
    --------
    Cy did not answer. Ana and Ben name each other, and Cy is asked whether they name back:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Ana"), ("Ana", "Cy"), ("Ben", "Cy")]
    >>> people = {"id": ["Ana", "Ben", "Cy"], "responded": ["yes", "yes", "no"]}
    >>> graph = weft.read(ties, people=people).graph()
    >>> Completions(graph, "reconstruct").figures(1, seed=0)[0, :2].tolist()
    [1.0, 1.0]
    """

    def __init__(self, graph: Graph, policy: Literal["impute", "reconstruct"]) -> None:
        if graph.n_answered == 0 and not graph.complete:
            message = "Nobody answered; there is nothing to draw the unknown ties from."
            raise InvalidRequestError(message)
        self.graph = graph
        self.n, self.m, self.directed = graph.n, graph.m, graph.directed
        self._own_word = graph.directed and graph.known_by == "source"
        if graph.complete:
            self._rate, self._mutual, self._returned = np.zeros(graph.n), 0.0, 0.0
            return
        rates = Rates(graph)
        self._mutual, self._returned = rates.mutual_share, 1.0
        # With which chance each person is named: by one of the silent whom they do not name, and
        # among the silent by each other one (two who draw each other are tied once).
        if not self._own_word:
            self._rate = np.full(graph.n, rates.each_end)
        elif policy == "impute":
            usual = np.where(graph.answered, rates.unprompted, rates.each_end)
            self._rate, self._returned = usual * rates.pull, rates.returned
        else:
            # Arcs that know of no other come both ways in this share of the tied pairs.
            self._mutual = rates.density / (2 - rates.density)
            self._rate = np.where(graph.answered, 0.0, rates.density)

    def _by_core(self, core: ModuleType, asked: Asked, *, as_ties: bool) -> Any:  # noqa: ANN401
        graph = self.graph
        return core.completions(
            graph.n,
            graph.source,
            graph.target,
            graph.directed,
            self._answered,
            self._own_word,
            self._rate,
            self._returned,
            self._mutual,
            as_ties=as_ties,
            **asked.of_core(),
        )

    @property
    def _answered(self) -> NDArray[np.bool_]:
        """Who answered; where everything is known, the silent have nothing left to say."""
        return np.ones(self.n, dtype=bool) if self.graph.complete else self.graph.answered

    def _listed(self) -> NDArray[np.bool_]:
        return super()._listed() & ~self._known()

    def _known(self) -> NDArray[np.bool_]:
        known: NDArray[np.bool_] = self.graph.adjacency.toarray().astype(bool)
        return known

    def matrices(self, seed: int, numbers: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Return the ties of replicates with these numbers as matrices, computed in numpy."""
        streams = Streams(seed, numbers)
        known = self._known()
        drawn = np.tile(known, (streams.many, 1, 1))
        silent = np.flatnonzero(~self._answered)
        if self._own_word:
            for target in np.flatnonzero(self._answered).tolist():
                towards = self._towards(streams, target, known[target, silent])
                drawn[:, silent, target] |= towards
        there = np.zeros((streams.many, len(silent), len(silent)), dtype=bool)
        for lane, target in enumerate(silent.tolist()):
            others = np.arange(len(silent)) != lane
            there[:, :, lane] = _lanes(streams, self._rate[target], others)
        for lane in range(len(silent)):
            self._settle(streams, drawn, there, silent, lane)
        return drawn

    def _towards(
        self, streams: Streams, target: int, named: NDArray[np.bool_]
    ) -> NDArray[np.bool_]:
        """Return who of the silent name one who answered, word by word as the core draws them."""
        towards = np.zeros((streams.many, len(named)), dtype=bool)
        for start in range(0, len(named), 64):
            part = slice(start, start + 64)
            back = _lanes(streams, self._returned, named[part])
            towards[:, part] = back | _lanes(streams, self._rate[target], ~named[part])
        return towards

    def _settle(
        self,
        streams: Streams,
        drawn: NDArray[np.bool_],
        there: NDArray[np.bool_],
        silent: NDArray[np.intp],
        lane: int,
    ) -> None:
        """Draw which way round, or both, one of the silent is tied to each before them."""
        for start in range(0, lane, 64):
            earlier = slice(start, min(start + 64, lane))
            to, back = _words(there[:, earlier, lane]), _words(there[:, lane, earlier])
            tied = to | back
            towards = away = tied
            if self.directed:
                coin = np.zeros_like(tied)
                which = np.flatnonzero(to & back)
                coin[which] = streams.bits(which)
                mutual = streams.lanes(self._mutual, tied)
                towards = (to & ~back) | (to & back & coin) | mutual
                away = (tied & ~towards) | mutual
            others, many = silent[earlier], earlier.stop - start
            drawn[:, others, silent[lane]] |= _bits(towards, many)
            drawn[:, silent[lane], others] |= _bits(away, many)


def _lanes(streams: Streams, chance: float, wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return who of those wanted comes up in each stream, drawn in words of 64."""
    drawn = np.zeros((streams.many, len(wanted)), dtype=bool)
    for start in range(0, len(wanted), 64):
        part = wanted[start : start + 64]
        lanes = np.tile(_words(part[None, :]), streams.many)
        drawn[:, start : start + 64] = _bits(streams.lanes(chance, lanes), len(part))
    return drawn


def _words(bits: NDArray[np.bool_]) -> Words:
    """Return rows of up to 64 bits as words."""
    place = np.arange(bits.shape[1], dtype=np.uint64)
    words: Words = (bits.astype(np.uint64) << place).sum(axis=1, dtype=np.uint64)
    return words & np.uint64(ALL)


def _bits(words: Words, many: int) -> NDArray[np.bool_]:
    """Return the first bits of words as rows."""
    return ((words[:, None] >> np.arange(many, dtype=np.uint64)) & np.uint64(1)).astype(bool)
