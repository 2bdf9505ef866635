"""Networks of which only the size, or the numbers of mutual and one-way pairs, are kept."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from weft.network import InvalidRequestError
from weft.uncertainty.rates import Rates
from weft.uncertainty.replicates.model import Asked, Model
from weft.uncertainty.replicates.streams import Streams

if TYPE_CHECKING:
    from weft.network import Graph


class SameSize(Model):
    """As many ties among as many people, every such network being equally likely: G(n, m).

    Parameters
    ----------
    n, m : int
        There must be room for so many ties.
    directed : bool

    Examples
    --------
    >>> drawn = SameSize(4, 6, directed=False).ties(1, seed=0)
    >>> drawn[0][0].tolist(), drawn[0][1].tolist()
    ([0, 0, 0, 1, 1, 2], [1, 2, 3, 2, 3, 3])
    """

    def __init__(self, n: int, m: int, *, directed: bool) -> None:
        self.n, self.m, self.directed = n, m, directed
        self._room = n * (n - 1) // (1 if directed else 2)
        _check_room(m, self._room, f"{m:,} ties")

    @classmethod
    def of(cls, graph: Graph) -> Self:
        """Return the model of networks as large as a graph."""
        return cls(graph.n, graph.m, directed=graph.directed)

    def _by_core(self, core: ModuleType, asked: Asked, *, as_ties: bool) -> Any:  # noqa: ANN401
        return core.same_size(self.n, self.m, self.directed, as_ties=as_ties, **asked.of_core())

    def matrices(self, seed: int, numbers: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Return the ties of replicates with these numbers as matrices, computed in numpy."""
        streams = Streams(seed, numbers)
        chosen = _chosen(streams, self._room, self.m)
        drawn = np.zeros((streams.many, self.n, self.n), dtype=bool)
        if self.directed:
            first, rest = np.divmod(chosen, max(self.n - 1, 1))
            second = rest + (rest >= first)
        else:
            first, second = _pair_of(chosen)
            drawn[streams.every[:, None], second, first] = True
        drawn[streams.every[:, None], first, second] = True
        return drawn


class SameCensus(Model):
    """As many pairs tied both ways and as many tied one way, all such networks alike: U|MAN.

    Parameters
    ----------
    n : int
    mutual, one_way : int
        How many pairs; there must be room for them.

    References
    ----------
    Holland, P. W. and Leinhardt, S. (1976). Local structure in social networks. Sociological
    Methodology, 7, 1-45.

    Examples
    --------
    >>> SameCensus(4, mutual=6, one_way=0).figures(1, seed=0)[0, :3].tolist()
    [1.0, 1.0, 1.0]
    """

    def __init__(self, n: int, *, mutual: int, one_way: int) -> None:
        self.n, self.m, self.directed = n, 2 * mutual + one_way, True
        self.mutual, self.one_way = mutual, one_way
        self._room = n * (n - 1) // 2
        said = f"{mutual:,} mutual and {one_way:,} one-way pairs"
        _check_room(min(mutual, one_way, mutual + one_way), self._room, said)
        _check_room(mutual + one_way, self._room, said)

    @classmethod
    def of(cls, graph: Graph) -> Self:
        """Return the model of networks with the dyads of a graph that has a direction."""
        mutual, one_way, _ = Rates(graph.with_ties(graph.source, graph.target, graph.weight)).dyads
        return cls(graph.n, mutual=mutual, one_way=one_way)

    def _by_core(self, core: ModuleType, asked: Asked, *, as_ties: bool) -> Any:  # noqa: ANN401
        return core.same_census(
            self.n, self.mutual, self.one_way, as_ties=as_ties, **asked.of_core()
        )

    def matrices(self, seed: int, numbers: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Return the ties of replicates with these numbers as matrices, computed in numpy."""
        streams = Streams(seed, numbers)
        every = streams.every
        pairs = _chosen(streams, self._room, self.mutual + self.one_way)
        drawn = np.zeros((streams.many, self.n, self.n), dtype=bool)
        for at in range(pairs.shape[1]):
            if at < self.mutual:
                other = at + streams.below(pairs.shape[1] - at, every)
                pairs[every, at], pairs[every, other] = pairs[every, other], pairs[every, at]
                turned = np.ones(streams.many, dtype=bool)
            else:
                turned = streams.below(2, every) == 1
            first, second = _pair_of(pairs[:, at])
            drawn[every, first, second] = ~turned if at >= self.mutual else True
            drawn[every, second, first] = turned
        return drawn


def _check_room(many: int, room: int, said: str) -> None:
    if not 0 <= many <= room:
        message = f"{said} were asked for; expected 0 to {room:,}, for which there is room."
        raise InvalidRequestError(message)


def _chosen(streams: Streams, room: int, many: int) -> NDArray[np.int64]:
    """Return so many different numbers for each stream, as Floyd does (in Bentley 1987)."""
    taken = np.zeros((streams.many, room), dtype=bool)
    chosen = np.empty((streams.many, many), dtype=np.int64)
    for at, last in enumerate(range(room - many, room)):
        drawn = streams.below(last + 1, streams.every)
        drawn = np.where(taken[streams.every, drawn], last, drawn)
        taken[streams.every, drawn] = True
        chosen[:, at] = drawn
    return chosen


def _pair_of(number: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the two people of pairs: of two people the later, t, comes at t (t - 1) / 2."""
    later = ((1.0 + np.sqrt(8.0 * number + 1.0)) / 2.0).astype(np.int64)
    return number - later * (later - 1) // 2, later
