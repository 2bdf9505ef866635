"""Every three people by how they are tied: triad census, closure, clustering, embedded ties."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from weft.engine import threads, told
from weft.measures.kernels.triads import triangle_figures_of
from weft.measures.kernels.triangles import TiedPairs, pairs_of, triangles
from weft.network import Graph

TRIADS = (
    *("003", "012", "102", "021D", "021U", "021C", "111D", "111U"),
    *("030T", "030C", "201", "120D", "120U", "120C", "210", "300"),
)
"""The 16 ways in which three people can be tied, in the order and by the names of igraph.

The figures say how many of the three pairs are mutual, tied one way and not tied (Davis and
Leinhardt 1972); D, U, T and C tell apart down, up, transitive and cyclic.
"""

OPEN = ("021D", "021U", "021C", "111U", "111D", "201")
"""What two dyads make by themselves, in the order of :func:`ways_around`."""

TRANSITIVE = {"030T": 1, "030C": 0, "120D": 2, "120U": 2, "120C": 1, "210": 3, "300": 6}
"""In how many ways a closed triad can be walked i to j to k with a tie i to k."""

THERE, BACK, BOTH = 1, 2, 3

Counts = NDArray[np.int64]


def triad_census(graph: Graph) -> dict[str, int]:
    """Return how many of all threes of people are of each of the 16 types.

    Closed triads are counted one by one; open ones follow from how many dyads of each kind people
    have, and empty ones from how many there are in all. Python's whole numbers hold them whatever
    the size. Without direction every tie is mutual.

    Parameters
    ----------
    graph : Graph

    Returns
    -------
    dict of str to int
        By the names of :data:`TRIADS` and in their order.

    Notes
    -----
    Equals igraph ``triad_census`` and networkx ``triadic_census``.

    References
    ----------
    Davis, J. A. and Leinhardt, S. (1972). The structure of positive interpersonal relations in
    small groups. Batagelj, V. and Mrvar, A. (2001). A subquadratic triad census algorithm for large
    sparse networks with small maximum degree. Social Networks, 23(3), 237-243.

    Examples
    --------
    Ana and Ben name each other, and Ben names Cy:

    >>> import weft
    >>> ties = [("Ana", "Ben"), ("Ben", "Ana"), ("Ben", "Cy")]
    >>> net = weft.read(ties, everyone_answered=True)
    >>> {name: many for name, many in triad_census(net.graph()).items() if many}
    {'111U': 1}
    """
    codes, ways = triangles_and_ways(graph)
    counts = dict.fromkeys(TRIADS, 0)
    for name, many in zip(OPEN, ways.tolist(), strict=True):
        counts[name] += many
    for code in np.flatnonzero(codes).tolist():
        closed, opened = _type_of(code)
        counts[closed] += int(codes[code])
        for name in opened:
            counts[name] -= int(codes[code])
    mutual, one_way = _dyads(graph)
    with_a_third = max(graph.n - 2, 0)
    counts["102"] = mutual * with_a_third - sum(int(t[0]) * counts[t] for t in TRIADS[3:])
    counts["012"] = one_way * with_a_third - sum(int(t[1]) * counts[t] for t in TRIADS[3:])
    threes = graph.n * (graph.n - 1) * (graph.n - 2) // 6
    counts["003"] = threes - sum(counts.values())
    return counts


def triangles_and_ways(graph: Graph) -> tuple[Counts, Counts]:
    """Return how many triangles there are by their dyads, and ways over two dyads by theirs.

    Returns
    -------
    codes : int64 array, shape (64,)
        Triangles a, b, c at ab + 4 · ac + 16 · bc, each dyad as seen from the first of the two: 1 a
        tie there, 2 back, 3 both.
    ways : int64 array, shape (6,)
        By the two dyads as seen from the person in the middle, in the order of :data:`OPEN`. Those
        whose ends are tied count as well.
    """
    if (found := triangle_figures_of(graph)) is not None:
        return found.codes, found.ways
    pairs = pairs_of(graph)
    dyad = pairs.forth + 2 * pairs.back.astype(np.int64)
    codes = np.zeros(64, dtype=np.int64)
    for ab, ac, bc in triangles(pairs):
        codes += np.bincount(dyad[ab] + 4 * dyad[ac] + 16 * dyad[bc], minlength=64)
    return codes, ways_around(pairs)


def two_paths(graph: Graph, *, directed: bool) -> tuple[int, int]:
    """Return how many ways i to j to k there are (i not k), and how many have a tie i to k.

    Parameters
    ----------
    graph : Graph
    directed : bool
        Follow the direction of ties; else a tie either way stands for both.
    """
    codes, ways = triangles_and_ways(graph)
    if not (directed and graph.directed):
        return 2 * int(ways.sum()), 6 * int(codes.sum())
    _, _, through, there_and_both, back_and_both, both_and_both = ways.tolist()
    closed = closed_ways(codes)
    return through + there_and_both + back_and_both + 2 * both_and_both, closed


def closed_ways(codes: Counts) -> int:
    """Return how many ways i to j to k with a tie i to k there are in triangles by their dyads."""
    return sum(
        TRANSITIVE[_type_of(code)[0]] * many for code, many in enumerate(codes.tolist()) if many
    )


def ways_around(pairs: TiedPairs) -> Counts:
    """Return how many ways over two dyads there are, in the order of :data:`OPEN`."""
    from_low = pairs.forth + 2 * pairs.back.astype(np.int64)
    from_high = pairs.back + 2 * pairs.forth.astype(np.int64)
    ends, dyads = np.concatenate([pairs.low, pairs.high]), np.concatenate([from_low, from_high])
    there, back, both = (
        np.bincount(ends[dyads == kind], minlength=pairs.n) for kind in (THERE, BACK, BOTH)
    )
    of_a_kind = [int((many * (many - 1) // 2).sum()) for many in (there, back, both)]
    mixed = [int(there @ back), int(there @ both), int(back @ both)]
    return np.array([*of_a_kind[:2], *mixed, of_a_kind[2]], dtype=np.int64)


def clustering_of(graph: Graph) -> NDArray[np.float64]:
    r"""Return how far each person's contacts are tied to each other; nan with fewer than two ways.

    .. math:: c_i = \frac{[(A + A^T)^3]_{ii}}{2 [d_i (d_i - 1) - 2 m_i]}

    with :math:`d_i` ties of i in both directions together and :math:`m_i` contacts tied both ways.
    Without direction this is the share of pairs of contacts who are tied.

    Parameters
    ----------
    graph : Graph

    Returns
    -------
    float64 array, shape (n_people,)

    Notes
    -----
    Equals networkx ``clustering``, which says 0 where there is nothing to divide by.

    References
    ----------
    Fagiolo, G. (2007). Clustering in complex directed networks. Physical Review E, 76, 026107.
    https://doi.org/10.1103/PhysRevE.76.026107
    """
    source, target, _ = graph.arcs
    ends = np.bincount(source, minlength=graph.n) + np.bincount(target, minlength=graph.n)
    if (rows := graph.rows_for("triangles")) is not None:
        contacts = np.diff(rows.pair_start)
    else:
        pairs = pairs_of(graph)
        contacts = np.bincount(np.concatenate([pairs.low, pairs.high]), minlength=graph.n)
    possible = ends * (ends - 1) - 2 * (ends - contacts)
    _, directed = triangles_of_people(graph)
    share = np.full(graph.n, np.nan)
    np.divide(directed, possible, out=share, where=possible > 0)
    return share


def triangles_of_people(graph: Graph) -> tuple[Counts, Counts]:
    """Return each person's triangles, and the same each once for every choice of three ties."""
    if (found := triangle_figures_of(graph)) is not None:
        return found.triangles, found.directed
    pairs = pairs_of(graph)
    strength = pairs.forth + pairs.back.astype(np.int64)
    plain, directed = np.zeros(graph.n, dtype=np.int64), np.zeros(graph.n, dtype=np.int64)
    for ab, ac, bc in triangles(pairs):
        choices = strength[ab] * strength[ac] * strength[bc]
        for corner in (pairs.low[ab], pairs.high[ab], pairs.high[ac]):
            plain += np.bincount(corner, minlength=graph.n)
            np.add.at(directed, corner, choices)
    return plain, directed


def embeddedness(graph: Graph) -> NDArray[np.int32]:
    """Return how many contacts the two of each pair of ``graph.either`` have in common.

    A tie without common contacts is a bridge in its neighbourhood; one with many is held by others
    as well (Granovetter 1973; Easley and Kleinberg 2010, chapter 3).
    """
    if (rows := graph.rows_for("triangles")) is not None:
        from weft._core import triangle_figures

        tell = told("triangles")
        return triangle_figures(rows, embedded=True, threads=threads(), tell=tell).embedded
    pairs = pairs_of(graph)
    common = np.zeros(len(pairs.keys), dtype=np.int32)
    for sides in triangles(pairs):
        for side in sides:
            common += np.bincount(side, minlength=len(common)).astype(np.int32)
    return common[
        np.lexsort((np.maximum(pairs.low, pairs.high), np.minimum(pairs.low, pairs.high)))
    ]


def _dyads(graph: Graph) -> tuple[int, int]:
    """Return how many pairs are tied both ways, and one way."""
    if (rows := graph.rows_for("triangles")) is not None:
        return rows.mutual, rows.tied - rows.mutual
    pairs = pairs_of(graph)
    mutual = int((pairs.forth & pairs.back).sum())
    return mutual, len(pairs.keys) - mutual


@cache
def _type_of(code: int) -> tuple[str, tuple[str, str, str]]:
    """Return the type of a triangle, and of the ways over two dyads around its three corners."""
    ab, ac, bc = code % 4, code // 4 % 4, code // 16
    turned = {THERE: BACK, BACK: THERE, BOTH: BOTH}
    corners = ((ab, ac), (turned[ab], bc), (turned[ac], turned[bc]))
    names = {
        (THERE, THERE): "021D",
        (BACK, BACK): "021U",
        (THERE, BACK): "021C",
        (THERE, BOTH): "111U",
        (BACK, BOTH): "111D",
        (BOTH, BOTH): "201",
    }
    first, second, third = (names[min(c), max(c)] for c in corners)
    opened = (first, second, third)
    mutual = (ab, ac, bc).count(BOTH)
    if mutual == 0:
        return ("030C" if set(opened) == {"021C"} else "030T"), opened
    if mutual == 1:
        # The corner that is tied one way to both of the others tells which of the three it is.
        return "120" + next(name for name in opened if name.startswith("021"))[-1], opened
    return ("210" if mutual == 2 else "300"), opened
