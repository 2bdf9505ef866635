"""Random networks in which everyone has as many ties as they have here."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from weft.network import InvalidRequestError
from weft.uncertainty.replicates.model import Asked, Model
from weft.uncertainty.replicates.streams import Streams

if TYPE_CHECKING:
    from weft.network import Graph

TRADES_EACH = 20
"""In how many trades each person takes part on average, before a network is given out."""


class SameDegrees(Model):
    """Everyone keeps how many ties they have; with direction, how many they name and are named by.

    Two people put together those whom only one of them names, and deal them out again at random,
    each getting as many as before (curveball). A trade leads back as likely as forth, so that in
    the long run every network that trades can reach is equally likely. Without direction these are
    all networks of the same degrees. With direction, three who name each other in a ring and nobody
    else keep the sense of the ring, which no trade can turn. Every replicate starts from the ties
    that are given.

    Parameters
    ----------
    n : int
    source, target : int32 arrays
        Without self-ties or repeats.
    directed : bool
    trades : int, optional
        How many trades; when left out, so many that each person takes part in 20 on average.

    References
    ----------
    Strona, G., Nappo, D., Boccacci, F., Fattorini, S. and San-Miguel-Ayanz, J. (2014). A fast and
    unbiased procedure to randomize ecological binary matrices with fixed row and column totals.
    Nature Communications, 5, 4114.

    Carstens, C. J., Berger, A. and Strona, G. (2016). Curveball: a new generation of sampling
    algorithms for graphs with fixed degree sequence. arXiv:1609.05137.

    Examples
    --------
    Three look to Ana, and no other network has these degrees:

    >>> import weft
    >>> star = [("Ben", "Ana"), ("Cy", "Ana"), ("Di", "Ana")]
    >>> graph = weft.read(star, everyone_answered=True).graph()
    >>> drawn = SameDegrees.of(graph).ties(1, seed=0)
    >>> (drawn[0][1] == graph.target).all()
    np.True_
    """

    def __init__(
        self,
        n: int,
        source: NDArray[np.int32],
        target: NDArray[np.int32],
        *,
        directed: bool,
        trades: int | None = None,
    ) -> None:
        self.n, self.m, self.directed = n, len(source), directed
        self.source, self.target = source, target
        self.trades = TRADES_EACH * n // 2 if trades is None else trades
        if self.trades < 0:
            message = f"trades={trades} cannot be meant; expected 0 or more."
            raise InvalidRequestError(message)

    @classmethod
    def of(cls, graph: Graph, *, trades: int | None = None) -> Self:
        """Return the model of networks with the degrees of a graph."""
        return cls(graph.n, graph.source, graph.target, directed=graph.directed, trades=trades)

    def _by_core(self, core: ModuleType, asked: Asked, *, as_ties: bool) -> Any:  # noqa: ANN401
        return core.same_degrees(
            self.n,
            self.source,
            self.target,
            self.directed,
            self.trades,
            as_ties=as_ties,
            **asked.of_core(),
        )

    def matrices(self, seed: int, numbers: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Return the ties of replicates with these numbers as matrices, computed in numpy."""
        streams = Streams(seed, numbers)
        ties = np.zeros((self.n, self.n), dtype=bool)
        ties[self.source, self.target] = True
        drawn = np.tile(ties if self.directed else ties | ties.T, (streams.many, 1, 1))
        for _ in range(self.trades if self.n > 1 else 0):
            one = streams.below(self.n, streams.every)
            other = streams.below(self.n - 1, streams.every)
            _trade(streams, drawn, one, other + (other >= one), directed=self.directed)
        return drawn


def _trade(
    streams: Streams,
    drawn: NDArray[np.bool_],
    one: NDArray[np.int64],
    other: NDArray[np.int64],
    *,
    directed: bool,
) -> None:
    """Let two people of each network trade whom only one of them names, in place."""
    every = streams.every
    mine, theirs = drawn[every, one], drawn[every, other]
    apart = mine ^ theirs
    apart[every, one] = apart[every, other] = False
    together, by_me = apart.sum(axis=1), (apart & mine).sum(axis=1)
    few = np.minimum(by_me, together - by_me)
    # The people who are traded, in rising order, in the first columns.
    named = np.argsort(~apart, axis=1, kind="stable")
    for at in range(int(few.max(initial=0))):
        which = np.flatnonzero(few > at)
        picked = at + streams.below(together[which] - at, which)
        named[which, at], named[which, picked] = named[which, picked], named[which, at]
    to_the_few = np.zeros_like(apart)
    places = np.arange(apart.shape[1])[None, :] < few[:, None]
    to_the_few[np.nonzero(places)[0], named[places]] = True
    mine = np.where(apart, to_the_few == (few == by_me)[:, None], mine)
    theirs = np.where(apart, ~mine, theirs)
    drawn[every, one], drawn[every, other] = mine, theirs
    if not directed:
        drawn[every, :, one], drawn[every, :, other] = mine, theirs
