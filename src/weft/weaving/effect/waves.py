"""The two waves between which pairs were introduced, as ties without direction."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from weft.change.pairing import two_waves
from weft.formats import NetworkLike, as_network
from weft.network import Graph, Network
from weft.weaving.ground import ground_of

ANY = "any relation that is not private"
"""What ties are looked at where a network has several relations and none is named."""

ONE_WAVE = "Give the later one as a second network, or a table with a column “wave”."


@dataclass(frozen=True, eq=False)
class Waves:
    """The wave before the introductions and the one after them.

    Attributes
    ----------
    name, relation : str
    before, after : Graph
        Without direction: two are tied if either names the other.
    network : Network
        The one that holds the wave after.
    """

    name: str
    relation: str
    before: Graph
    after: Graph
    network: Network


@dataclass(frozen=True, eq=False)
class Sight:
    """One wave as pairs of people see it.

    Attributes
    ----------
    graph : Graph
        Without direction.
    a, b : int arrays, shape (n_pairs,)
        Where the two of each pair stand in it; -1 where they do not.
    """

    graph: Graph
    a: NDArray[np.intp]
    b: NDArray[np.intp]

    @cached_property
    def there(self) -> NDArray[np.bool_]:
        """Whether both belong to the wave."""
        return (self.a >= 0) & (self.b >= 0)

    @cached_property
    def known(self) -> NDArray[np.bool_]:
        """Whether it is known if the two are tied: both are there, and one of them answered."""
        said = np.append(self.graph.word_known, [False])
        known: NDArray[np.bool_] = self.there & (said[self.a] | said[self.b])
        return known

    @cached_property
    def tied(self) -> NDArray[np.bool_]:
        """Whether the two are tied."""
        n = np.int64(self.graph.n)
        first, second = self.graph.either
        low, high = np.minimum(self.a, self.b), np.maximum(self.a, self.b)
        keys = first.astype(np.int64) * n + second
        return self.there & np.isin(low.astype(np.int64) * n + high, keys)

    @cached_property
    def closeness(self) -> NDArray[np.float64]:
        """How close the two are; 0 where they have nobody in common or one of them is not there.

        Each contact in common counts by one over the logarithm of how many contacts it has (Adamic
        and Adar 2003).
        """
        close = np.zeros(len(self.a))
        there = np.flatnonzero(self.there)
        rows = self.graph.adjacency
        shared = rows[self.a[there]].multiply(rows[self.b[there]])
        # Whoever is a contact of two people has two contacts or more.
        close[there] = shared @ (1 / np.log(np.maximum(self.graph.received, 2)))
        return close


def sight_of(graph: Graph, a: tuple[str, ...], b: tuple[str, ...]) -> Sight:
    """Return a wave as these pairs see it."""
    position = graph.people.position
    ends = (np.array([position.get(person, -1) for person in ids], dtype=np.intp) for ids in (a, b))
    return Sight(graph, *ends)


def waves_of(
    before: NetworkLike,
    after: NetworkLike | None,
    *,
    before_wave: str | int | None,
    after_wave: str | int | None,
    relation: str | None,
) -> Waves:
    """Return the two waves: of two networks, or of one that holds both.

    Raises
    ------
    UnknownNameError
        For a relation or wave that is not there.
    InvalidRequestError
        For one network of one wave only, or two waves in the wrong order.
    """
    earlier = as_network(before)
    if after is None:
        first, last = two_waves(earlier, before_wave, after_wave, mend=ONE_WAVE)
        later = earlier
    else:
        later = as_network(after)
        (first,) = earlier.wave(earlier.waves[-1] if before_wave is None else before_wave).waves
        (last,) = later.wave(later.waves[-1] if after_wave is None else after_wave).waves
    looked_at = relation or (earlier.relations[0] if len(earlier.relations) == 1 else None)
    return Waves(
        name=later.name,
        relation=looked_at or ANY,
        before=_ties(earlier, looked_at, first),
        after=_ties(later, looked_at, last),
        network=later,
    )


def _ties(network: Network, relation: str | None, wave: str) -> Graph:
    if relation is None:
        return ground_of(network, wave=wave).tied
    return network.graph(relation, wave).undirected()
