"""Who stands between whom, and in which role (Gould and Fernandez)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from weft.engine import threads, told
from weft.measures.kernels.triangles import TiedPairs, pairs_of, transitive_triples
from weft.network import Graph

ROLES = ("coordinator", "consultant", "gatekeeper", "representative", "liaison")
"""a to v to b, by group: AAA, A-B-A, A-B-B, A-A-B, A-B-C."""

COORDINATOR, CONSULTANT, GATEKEEPER, REPRESENTATIVE, LIAISON = range(5)


def brokered(graph: Graph, group: NDArray[np.intp]) -> NDArray[np.int64]:
    """Return how many ways a to v to b without a tie a to b each person v stands on, by role.

    All such ways are counted from how many people of each group name v and are named by v; then
    the ways back to where they came from, and those that a tie cuts short, are taken off.

    Parameters
    ----------
    graph : Graph
    group : int array, shape (n_people,)
        Everyone's group, counted from 0.

    Returns
    -------
    int64 array, shape (n_people, 5)
        In the order of :data:`ROLES`.
    """
    if (rows := graph.rows_for("triangles")) is not None:
        from weft._core import triangle_figures

        if group.max(initial=0) >= graph.n:  # the core counts by group, so numbers must be close
            _, group = np.unique(group, return_inverse=True)
        codes = np.ascontiguousarray(group, dtype=np.int32)
        found = triangle_figures(rows, group=codes, threads=threads(), tell=told("triangles"))
        return found.brokered
    pairs = pairs_of(graph)
    counts = _all_ways(pairs, group)
    both = pairs.forth & pairs.back
    for v, a in ((pairs.low, pairs.high), (pairs.high, pairs.low)):
        _take_off(counts, group, a[both], v[both], a[both])
    for a, v, b in transitive_triples(pairs):
        _take_off(counts, group, a, v, b)
    return counts


def _all_ways(pairs: TiedPairs, group: NDArray[np.intp]) -> NDArray[np.int64]:
    """Return the ways through each person by role, ways back and short cuts included."""
    low, high, forth, back = pairs.low, pairs.high, pairs.forth, pairs.back
    source = np.concatenate([low[forth], high[back]])
    target = np.concatenate([high[forth], low[back]])
    same = group[source] == group[target]
    own_in = np.bincount(target[same], minlength=pairs.n)
    own_out = np.bincount(source[same], minlength=pairs.n)
    other_in = np.bincount(target, minlength=pairs.n) - own_in
    other_out = np.bincount(source, minlength=pairs.n) - own_out
    counts = np.empty((pairs.n, len(ROLES)), dtype=np.int64)
    counts[:, COORDINATOR] = own_in * own_out
    counts[:, GATEKEEPER] = other_in * own_out
    counts[:, REPRESENTATIVE] = own_in * other_out
    counts[:, CONSULTANT] = _within_one_group(pairs.n, source, target, group) - own_in * own_out
    counts[:, LIAISON] = other_in * other_out - counts[:, CONSULTANT]
    return counts


def _within_one_group(
    n: int, source: NDArray[np.int64], target: NDArray[np.int64], group: NDArray[np.intp]
) -> NDArray[np.int64]:
    """Return the ways through each person from and to one and the same group."""
    groups = int(group.max(initial=0)) + 1
    came, arrives = np.unique(target * groups + group[source], return_counts=True)
    went, leaves = np.unique(source * groups + group[target], return_counts=True)
    both, at, to = np.intersect1d(came, went, assume_unique=True, return_indices=True)
    ways = np.zeros(n, dtype=np.int64)
    np.add.at(ways, both // groups, arrives[at] * leaves[to])
    return ways


def _take_off(
    counts: NDArray[np.int64],
    group: NDArray[np.intp],
    a: NDArray[np.int64],
    v: NDArray[np.int64],
    b: NDArray[np.int64],
) -> None:
    from_own, to_own, alike = group[a] == group[v], group[b] == group[v], group[a] == group[b]
    role = np.select(
        [from_own & to_own, alike, to_own, from_own],
        [COORDINATOR, CONSULTANT, GATEKEEPER, REPRESENTATIVE],
        LIAISON,
    )
    counts -= np.bincount(v * len(ROLES) + role, minlength=counts.size).reshape(counts.shape)
