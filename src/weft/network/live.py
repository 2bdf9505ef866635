"""A graph that changes tie by tie, and whose figures follow without counting all anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from weft.network.people import UNDECLARED, People
from weft.network.recounted import RecountedRows

if TYPE_CHECKING:
    from weft._core import LiveRows
    from weft.network.graph import Graph

# fmt: off
TRIADS = (
    "003", "012", "102", "021D", "021U", "021C", "111D", "111U",
    "030T", "030C", "201", "120D", "120U", "120C", "210", "300",
)
# fmt: on
"""The kinds of triad, as Davis and Leinhardt name them, in the order of igraph and R."""

TWO_PATHS = np.array([0, 0, 0, 0, 0, 1, 1, 1, 1, 3, 2, 2, 2, 3, 4, 6])
"""How many ways i to j to k (i not k) are in a triad of each kind."""

CLOSED = np.array([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 2, 1, 3, 6])
"""In how many of those ways there is a tie i to k."""

Ends = tuple[ArrayLike, ArrayLike]
NONE: Ends = ((), ())
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class LiveGraph:
    """The ties of a graph, to be added and withdrawn, and what is known of them at any time.

    A count is made in full when it is first asked for, and follows every change from then on. A
    change costs about as many steps as its two ends have contacts, and not as many as there are
    ties. Where the core is not built everything is counted anew at each question.

    It knows whether a tie is there, and neither who answered nor how strong a tie is: its figures
    are those of a graph in which everybody answered.

    Parameters
    ----------
    graph : Graph
        Where it starts; it is not changed.

    Examples
    --------
    Ana names Ben, and Ben names Cy:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Cy")]
    >>> live = LiveGraph(weft.read(ties, everyone_answered=True).graph())
    >>> live.mutual, live.asymmetric, live.two_paths()
    (0, 2, (1, 0))

    Ben names Ana back, and Ana names Cy: there are now the ways Ana-Ben-Cy, which the new tie
    closes, and Ben-Ana-Cy, which Ben's tie to Cy closes.

    >>> live.change(add=([1, 0], [0, 2]))
    >>> live.mutual, live.asymmetric, live.two_paths()
    (1, 2, (2, 2))
    >>> live.triads()["120U"], live.triangles().tolist()
    (1, [1, 1, 1])

    Cy is named no more, and stands alone:

    >>> live.change(withdraw=([1, 0], [2, 2]))
    >>> live.parts().tolist(), live.largest_part
    ([0, 0, 1], 2)
    """

    def __init__(self, graph: Graph) -> None:
        self._start = graph
        self._people = graph.people
        rows = graph.rows_for("live")
        self._rows: LiveRows | RecountedRows
        if rows is None:
            self._rows = RecountedRows(graph.n, graph.source, graph.target, directed=graph.directed)
        else:
            from weft._core import LiveRows

            self._rows = LiveRows(rows)

    def change(self, *, add: Ends = NONE, withdraw: Ends = NONE) -> None:
        """Add ties and withdraw ties: all of them, or none.

        Parameters
        ----------
        add, withdraw : (source, target)
            Positions of people, each tie once.

        Raises
        ------
        ValueError
            Where a tie to be added is there already, one to be withdrawn is not, an end is
            nobody, both ends are the same person, or a tie stands twice. It names the tie, and
            nothing has changed.
        """
        self._rows.change(*(_positions(ends) for ends in (*add, *withdraw)))

    def add_people(self, ids: Sequence[str]) -> None:
        """Add people without ties after all others; an id that is there already is an error."""
        known = set(self._people.ids)
        for person in ids:
            if person in known:
                raise ValueError(f"{person} is there already; expected a person who is not.")
            known.add(person)
        self._people = _with(self._people, tuple(ids))
        self._rows.add_people(len(ids))

    @property
    def people(self) -> People:
        """Everyone; ties refer to them by position."""
        return self._people

    @property
    def n(self) -> int:
        """How many people."""
        return self._rows.n

    @property
    def m(self) -> int:
        """How many ties; in a relation without direction each pair counts once."""
        return self._rows.ties

    @property
    def directed(self) -> bool:
        """Whether a tie from A to B differs from one from B to A."""
        return self._rows.directed

    @property
    def mutual(self) -> int:
        """How many pairs are tied both ways; without direction, how many are tied."""
        return self._rows.mutual

    @property
    def asymmetric(self) -> int:
        """How many pairs are tied one way only."""
        return self._rows.asymmetric

    @property
    def null(self) -> int:
        """How many pairs are not tied."""
        return self.n * (self.n - 1) // 2 - self.mutual - self.asymmetric

    def out_degree(self) -> Ints:
        """Return how many others each person names."""
        return self._rows.out_degree

    def in_degree(self) -> Ints:
        """Return how many others name each person."""
        return self._rows.in_degree

    def contacts(self) -> Ints:
        """Return how many others each person is tied to in either direction."""
        return self._rows.contacts

    def triads(self) -> dict[str, int]:
        """Return the triad census: how many threes there are of each of the 16 kinds."""
        census = [int(many) for many in self._rows.census()]
        census[0] = self.n * (self.n - 1) * (self.n - 2) // 6 - sum(census)
        return dict(zip(TRIADS, census, strict=True))

    def two_paths(self) -> tuple[int, int]:
        """Return how many ways i to j to k there are (i not k), and how many have a tie i to k."""
        census = self._rows.census()
        return int(census @ TWO_PATHS), int(census @ CLOSED)

    def triangles(self, *, directed: bool = False) -> Ints:
        """Return how many pairs of each person's contacts are tied.

        Parameters
        ----------
        directed : bool
            Count each pair as many times as there are choices of one tie in each of the three
            dyads, as Fagiolo (2007) does: 8 where all three are tied both ways.
        """
        return self._rows.triangles(directed=directed)

    def parts(self) -> NDArray[np.int32]:
        """Return the number of the part that each person hangs together with, from 0 on."""
        return self._rows.part

    @property
    def n_parts(self) -> int:
        """How many parts hang together when direction is disregarded."""
        return self._rows.parts

    @property
    def largest_part(self) -> int:
        """How many people hang together in the largest part."""
        return self._rows.largest_part

    @property
    def isolates(self) -> int:
        """How many people have no tie."""
        return self._rows.alone

    def constraint(self) -> Floats:
        """Return Burt's constraint of each person, nan without ties.

        Those whom changes touched are worked out anew: both ends, and those of their contacts who
        stand in a triangle.
        """
        return self._rows.holes()[0]

    def effective_size(self) -> Floats:
        """Return Burt's effective size of each person, nan without ties; as constraint."""
        return self._rows.holes()[1]

    def brokered(self, group: NDArray[np.integer]) -> Ints:
        """Return how many open ways each person stands on, by role.

        Parameters
        ----------
        group : int array, shape (n_people,)
            Everyone's group from 0 on. Asked again with the same groups, and unless people came,
            nothing is counted anew.

        Returns
        -------
        int64 array, shape (n_people, 5)
            Coordinator, consultant, gatekeeper, representative, liaison.
        """
        return self._rows.brokers(_positions(group))

    def rank(self, *, damping: float = 0.85, tolerance: float = 1e-8) -> Floats:
        """Return PageRank, continued from what it was when it was last asked for.

        Parameters
        ----------
        damping : float
            The share of each rank that is passed on along the ties.
        tolerance : float
            How far the ranks may be from the exact ones, all differences summed.
        """
        return self._rows.rank(damping=damping, tolerance=tolerance)[0]

    def ends(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return source and target of each tie, sorted; without direction source < target."""
        return self._rows.ends()

    def graph(self) -> Graph:
        """Return the ties as they are, as a graph for all measures.

        A tie that stood in the first graph has its strength of then, any other has 1. Newcomers
        count as having answered.
        """
        source, target = self.ends()
        start = self._start
        keys = start.source.astype(np.int64) * self.n + start.target
        wanted = source.astype(np.int64) * self.n + target
        place = np.searchsorted(keys, wanted)
        stood = np.append(keys, -1)[place] == wanted
        weight = np.where(stood, np.append(start.weight, 1.0)[place], 1.0)
        answered = np.append(start.answered, np.ones(self.n - start.n, dtype=np.bool_))
        return replace(
            start,
            people=self._people,
            source=source,
            target=target,
            weight=weight,
            answered=answered,
        )


def _positions(given: ArrayLike) -> NDArray[np.int32]:
    wide = np.asarray(given)
    if wide.size == 0:
        return np.empty(0, dtype=np.int32)
    if wide.ndim != 1 or wide.dtype.kind not in "iu":
        raise ValueError(
            f"Found an array of {wide.dtype}, {wide.ndim} deep; expected whole numbers."
        )
    kept = np.iinfo(np.int32)
    positions: NDArray[np.int32] = np.clip(wide, kept.min, kept.max).astype(np.int32)
    return positions  # what was out of range stays so


def _with(people: People, ids: tuple[str, ...]) -> People:
    """Return these people and some more, of whom nothing but the id is known."""
    more = len(ids)
    unknown = np.full(more, UNDECLARED, dtype=np.int8)
    return People(
        ids=people.ids + ids,
        names=people.names + ids,
        attributes={k: (*v, *(None,) * more) for k, v in people.attributes.items()},
        steward=np.append(people.steward, np.zeros(more, dtype=np.bool_)),
        responded={k: np.append(v, unknown) for k, v in people.responded.items()},
        invited={k: np.append(v, unknown) for k, v in people.invited.items()},
    )
