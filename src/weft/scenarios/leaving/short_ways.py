"""Pairs of people whose only ways of two steps at most run through some who might leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, triu

if TYPE_CHECKING:
    from weft.network import Graph

Positions = NDArray[np.intp]


def ties_of(graph: Graph) -> csr_array:
    """Return the pairs tied in either direction as a 0/1 matrix."""
    first, second = graph.either
    source, target = np.concatenate([first, second]), np.concatenate([second, first])
    ones = np.ones(len(source), dtype=np.float32)
    return csr_array((ones, (source, target)), shape=(graph.n, graph.n))


def lost_short_ways(ties: csr_array, leaving: Positions) -> csr_array:
    """Return which pairs of those who stay lose every way of two steps at most.

    Such a pair is not tied, both are tied to somebody who leaves, and to nobody else together.

    Parameters
    ----------
    ties : csr_array, shape (n_people, n_people)
        0 or 1, both ways.
    leaving : positions
        Who leaves, all at once.

    Returns
    -------
    csr_array, shape (n_people, n_people)
        1 where a pair loses, both ways.

    Examples
    --------
    Ana (0) is tied to Ben (1), Cy (2) and Di (3), and Cy to Di. Without Ana, Ben is two steps from
    nobody:

    >>> ends = [0, 0, 0, 2], [1, 2, 3, 3]
    >>> ties = csr_array((np.ones(4), ends), shape=(4, 4))
    >>> lost = lost_short_ways(ties + ties.T, np.array([0]))
    >>> [(int(a), int(b)) for a, b in zip(*lost.nonzero()) if a < b]
    [(1, 2), (1, 3)]
    """
    n = ties.shape[0]
    stays = np.ones(n, dtype=bool)
    stays[leaving] = False
    to_them = ties[:, leaving]
    near = np.flatnonzero(stays & (np.asarray(to_them.sum(axis=1)) > 0))
    through = _there(to_them[near] @ to_them[near].T)
    rest = ties[near][:, np.flatnonzero(stays)]
    kept = _there(rest @ rest.T) + ties[near][:, near]
    lost = triu(through - through.multiply(_there(kept)), 1).tocoo()
    found = lost.data > 0
    one, other = near[lost.row[found]], near[lost.col[found]]
    ones = np.ones(2 * len(one), dtype=np.float32)
    ends = np.concatenate([one, other]), np.concatenate([other, one])
    return csr_array((ones, ends), shape=(n, n))


@dataclass(frozen=True, slots=True)
class OnOne:
    """On how many people the only short ways of others rest.

    Attributes
    ----------
    pairs : int
        Pairs who reach each other in two steps, through one single person.
    each : int64 array, shape (n_people,)
        How many of these pairs each person stands between.
    """

    pairs: int
    each: NDArray[np.int64]

    @property
    def half_on(self) -> NDArray[np.bool_]:
        """The fewest people on whom half of these pairs rest; whoever ties with the last as well.

        Nobody where there are no such pairs.
        """
        if not self.pairs:
            return np.zeros(len(self.each), dtype=bool)
        most_first = np.sort(self.each)[::-1]
        enough = int(np.searchsorted(np.cumsum(most_first), self.pairs / 2))
        on_whom: NDArray[np.bool_] = self.each >= most_first[enough]
        return on_whom


def on_one(ties: csr_array) -> OnOne:
    """Return on whom the only short ways of others rest, for everybody.

    A pair counts for a person where it is not tied and that person is the only one both are tied
    to.

    Examples
    --------
    A chain of four: the ends of either half reach each other through one person alone.

    >>> chain = csr_array((np.ones(3), ([0, 1, 2], [1, 2, 3])), shape=(4, 4))
    >>> on_one(chain + chain.T).each.tolist()
    [0, 1, 1, 0]
    """
    n = ties.shape[0]
    which = ties.multiply(np.arange(1, n + 1, dtype=np.float64)).tocsr()  # columns by their number
    many, through = triu(_whole(ties) @ _whole(ties), 1), triu(which @ _whole(ties), 1)
    not_tied = many - many.multiply(_there(ties))
    one = (not_tied == 1).tocsr()
    found = np.rint(through.tocsr().multiply(one).tocoo().data).astype(np.int64) - 1
    return OnOne(len(found), np.bincount(found, minlength=n).astype(np.int64))


def _there(matrix: csr_array) -> csr_array:
    there = matrix.tocsr()
    there.data = np.ones_like(there.data)
    return there


def _whole(matrix: csr_array) -> csr_array:
    return matrix.astype(np.float64)
