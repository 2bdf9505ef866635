"""One relation in one wave, compiled to arrays: what every measure works on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from weft.engine import core_for
from weft.network.heard import Census, Heard, KnownBy, Strengths
from weft.network.igraph_door import igraph_from_arrays

if TYPE_CHECKING:
    from igraph import Graph as IGraph
    from scipy.sparse import csr_array

    from weft._core import Rows
    from weft.network.people import People
    from weft.network.relation import Relation


@dataclass(frozen=True, eq=False)
class Graph(Heard):
    """The ties of one relation in one wave, and whose word they rest on.

    Attributes
    ----------
    people : People
        Everyone within the boundary of this wave; ties refer to them by position.
    relation : Relation
    wave : str
    source, target : int32 arrays, shape (n_ties,)
        Each tie once, sorted by source and then target, without self-ties. In a relation without
        direction ``source < target``.
    weight : float64 array, shape (n_ties,)
        The strength of each tie, above 0.
    answered : bool array, shape (n_people,)
        Who answered in this wave. What the others would have said is unknown, not "no".
    known_by : {'source', 'either', 'anyone'}
        Whose answer settles whether there is a tie: only the source's, that of either end, or that
        of anybody (when third persons report). It is what at least half of the reporters do: a
        stray report of a third person does not make every silence known.
    undeclared : int
        How many people reported nothing without a word on whether they answered; they count as
        not having answered.
    """

    people: People
    relation: Relation
    wave: str
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    weight: NDArray[np.float64]
    answered: NDArray[np.bool_]
    known_by: KnownBy = "source"
    undeclared: int = 0

    @property
    def n(self) -> int:
        """How many people."""
        return len(self.people)

    @property
    def steward(self) -> NDArray[np.bool_]:
        """Who holds the convening role."""
        return self.people.steward

    @property
    def m(self) -> int:
        """How many ties; in a relation without direction each pair counts once."""
        return len(self.source)

    @cached_property
    def arcs(self) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float64]]:
        """Source, target and weight with each undirected tie standing in both directions."""
        if self.directed:
            return self.source, self.target, self.weight
        return (
            np.concatenate([self.source, self.target]),
            np.concatenate([self.target, self.source]),
            np.concatenate([self.weight, self.weight]),
        )

    @cached_property
    def received(self) -> NDArray[np.int64]:
        """How many name each person; without direction, how many each is tied to."""
        return np.bincount(self.arcs[1], minlength=self.n).astype(np.int64)

    @cached_property
    def sent(self) -> NDArray[np.int64]:
        """How many each person names; without direction, how many each is tied to."""
        return np.bincount(self.arcs[0], minlength=self.n).astype(np.int64)

    @cached_property
    def strengths(self) -> Strengths:
        """The least, the greatest and the summed strength; there must be a tie."""
        weight = self.weight
        return Strengths(float(weight.min()), float(weight.max()), float(weight.sum()))

    @cached_property
    def census(self) -> Census:
        """How the pairs of people whose word is known are tied, in a relation with direction."""
        known = self.word_known
        people = int(known.sum())
        if (core := core_for("known_ties", self.m)) is not None:
            ties, mutual = core.known_ties(self.source, self.target, known, both_ends=True)
            return Census(mutual, ties - 2 * mutual, people * (people - 1) // 2)
        inside = known[self.source] & known[self.target]
        source, target = self.source[inside], self.target[inside]
        first, second = np.minimum(source, target), np.maximum(source, target)
        pairs = len(np.unique(first.astype(np.int64) * self.n + second))
        mutual = len(source) - pairs
        return Census(mutual, pairs - mutual, people * (people - 1) // 2)

    @property
    def tied(self) -> int:
        """How many pairs are tied in one direction or both."""
        return len(self.either[0])

    @cached_property
    def either(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """The pairs tied in one direction or both, each once with ``first < second``."""
        if not self.directed:
            return self.source, self.target
        if (rows := self.rows_for("pairs")) is not None:
            return rows.pairs_once()
        first, second = np.minimum(self.source, self.target), np.maximum(self.source, self.target)
        keys = np.unique(first.astype(np.int64) * self.n + second)
        return (keys // max(self.n, 1)).astype(np.int32), (keys % max(self.n, 1)).astype(np.int32)

    @cached_property
    def adjacency(self) -> csr_array:
        """The 0/1 matrix of ties, row = source, as compressed rows."""
        from scipy.sparse import csr_array

        source, target, _ = self.arcs
        ones = np.ones(len(source), dtype=np.int64)
        return csr_array((ones, (source, target)), shape=(self.n, self.n))

    def rows_for(self, kernel: str) -> Rows | None:
        """Return the ties in compressed rows where the core is to compute a kernel, else None."""
        return None if core_for(kernel, self.m) is None else self._rows

    @cached_property
    def _rows(self) -> Rows:
        """The same ties in the compressed rows of the core; built once, for all kernels."""
        from weft._core import Rows

        return Rows(self.n, self.source, self.target, directed=self.directed)

    @cached_property
    def igraph(self) -> IGraph:
        """The same ties as an igraph graph, directed as the relation is."""
        return igraph_from_arrays(self.n, self.source, self.target, directed=self.directed)

    @cached_property
    def igraph_either(self) -> IGraph:
        """The undirected igraph graph of the pairs tied in one direction or both."""
        return igraph_from_arrays(self.n, *self.either, directed=False)

    def groups(self, attribute: str) -> tuple[NDArray[np.intp], tuple[str, ...]]:
        """Return everyone's group as a code, and the groups in order; blanks are a group.

        Examples
        --------
        Codes follow the sorted names of the groups; ``NA`` stands for the blanks.
        """
        values = ["NA" if v is None else v for v in self.people.attribute(attribute)]
        names, codes = np.unique(np.array(values, dtype=object).astype(str), return_inverse=True)
        return codes.astype(np.intp), tuple(str(name) for name in names)

    def with_ties(
        self,
        source: NDArray[np.int32],
        target: NDArray[np.int32],
        weight: NDArray[np.float64],
    ) -> Graph:
        """Return the same people with these ties (one row a tie), all known."""
        if not self.directed:
            source, target = np.minimum(source, target), np.maximum(source, target)
        if (core := core_for("ties", len(source))) is not None:
            ends = (np.ascontiguousarray(end, dtype=np.int32) for end in (source, target))
            strength = np.ascontiguousarray(weight, dtype=np.float64)
            source, target, weight = core.merged_ties(self.n, *ends, strength)
        else:  # known ties come sorted, of which a stable sort makes use
            order = np.argsort(source.astype(np.int64) * self.n + target, kind="stable")
            source, target, weight = source[order], target[order], weight[order]
        return replace(
            self,
            source=source.astype(np.int32, copy=False),
            target=target.astype(np.int32, copy=False),
            weight=weight,
            answered=np.ones(self.n, dtype=bool),
            undeclared=0,
        )

    def undirected(self) -> Graph:
        """Return the pairs tied in either direction as a relation without direction, strength 1."""
        if not self.directed:
            return self
        source, target = self.either
        known_by: KnownBy = "anyone" if self.known_by == "anyone" else "either"
        return replace(
            self,
            relation=replace(self.relation, directed=False, scale=None),
            source=source,
            target=target,
            weight=np.ones(len(source)),
            known_by=known_by,
        )

    def among(self, keep: NDArray[np.bool_]) -> Graph:
        """Return the graph of some of the people and the ties between them."""
        positions = np.flatnonzero(keep)
        new = np.full(self.n, -1, dtype=np.int32)
        new[positions] = np.arange(len(positions), dtype=np.int32)
        inside = keep[self.source] & keep[self.target]
        return replace(
            self,
            people=self.people.take(positions),
            source=new[self.source[inside]],
            target=new[self.target[inside]],
            weight=self.weight[inside],
            answered=self.answered[positions],
        )
