"""The pass over triangles on 500 random networks, against igraph, networkx and brute force."""

from fractions import Fraction

import igraph
import networkx as nx
import numpy as np
import pytest

from tests.core.random_networks import random_networks
from weft._core import Rows, constraint_over_two_steps, triangle_figures

EVERYTHING = {"people": True, "burt": True, "embedded": True}


def rows_of(network):
    n, source, target, directed = network
    return Rows(n, source, target, directed=directed)


def matrix_of(network):
    n, source, target, directed = network
    tied = np.zeros((n, n), dtype=np.int64)
    tied[source, target] = 1
    return tied if directed else tied | tied.T


def groups_of(n, seed=0):
    return np.random.default_rng([n, seed]).integers(0, max(min(n, 5), 1), n).astype(np.int32)


def networkx_of(network):
    n, source, target, directed = network
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(zip(source.tolist(), target.tolist(), strict=True))
    return graph


def fields(found):
    names = "codes ways triangles directed constraint effective_size embedded brokered"
    return {name: getattr(found, name) for name in names.split()}


def same(one, other):
    return all(
        np.array_equal(value, fields(other)[name], equal_nan=value.dtype == float)
        for name, value in fields(one).items()
    )


def large():
    """Return a network whose work is cut into many pieces, with great hubs."""
    rng = np.random.default_rng(1)
    n = 3_000
    hubs = np.repeat(np.arange(1_100), 60)
    source = np.concatenate([rng.integers(0, n, 60_000), hubs, np.repeat(np.arange(3), n)])
    target = np.concatenate(
        [rng.integers(0, n, 60_000), rng.integers(0, 1_100, len(hubs)), np.tile(np.arange(n), 3)]
    )
    keys = np.unique(source * n + target)
    source, target = keys // n, keys % n
    kept = source != target
    return n, source[kept].astype(np.int32), target[kept].astype(np.int32), True


def complete(n):
    source, target = np.nonzero(~np.eye(n, dtype=bool))
    return n, source.astype(np.int32), target.astype(np.int32), True


def test_triangles_of_people_equal_matrix_products():
    for network in random_networks():
        tied = matrix_of(network)
        found = triangle_figures(rows_of(network), people=True)
        either, strength = tied | tied.T, tied + tied.T
        assert found.triangles.tolist() == (np.diag(either @ either @ either) // 2).tolist()
        expected = np.diag(strength @ strength @ strength) // 2
        assert found.directed.tolist() == expected.tolist()


def test_ways_and_codes_equal_what_matrices_count():
    for network in random_networks(many=200):
        tied = matrix_of(network)
        found = triangle_figures(rows_of(network))
        both = tied & tied.T
        there, back, mutual = ((m - both).sum(axis=1) for m in (tied, tied.T, 2 * both))
        squares = [int((k * (k - 1) // 2).sum()) for k in (there, back, mutual)]
        mixed = [there @ back, there @ mutual, back @ mutual]
        assert found.ways.tolist() == [*squares[:2], *mixed, squares[2]]
        either = tied | tied.T
        assert found.codes.sum() == np.trace(either @ either @ either) // 6
        # A code holds 1, 2 or 3 for each of its three dyads.
        valid = {a + 4 * b + 16 * c for a in (1, 2, 3) for b in (1, 2, 3) for c in (1, 2, 3)}
        assert set(np.flatnonzero(found.codes)) <= valid


def test_constraint_equals_igraph_and_networkx():
    for at, network in enumerate(random_networks()):
        n, source, target, directed = network
        found = triangle_figures(rows_of(network), burt=True).constraint
        edges = list(zip(source.tolist(), target.tolist(), strict=True))
        theirs = igraph.Graph(n=n, edges=edges, directed=directed).constraint()
        assert found == pytest.approx(np.array(theirs, dtype=float), rel=1e-9, nan_ok=True)
        if at % 10 == 0 and n:
            theirs = nx.constraint(networkx_of(network))
            assert found == pytest.approx([theirs[v] for v in range(n)], rel=1e-9, nan_ok=True)


def test_constraint_and_effective_size_equal_their_formulas():
    for network in random_networks():
        tied = matrix_of(network)
        found = triangle_figures(rows_of(network), burt=True)
        strength = (tied + tied.T).astype(float)
        whole = strength.sum(axis=1, keepdims=True)
        share = np.divide(strength, whole, out=np.zeros_like(strength), where=whole > 0)
        through = share @ share
        depends = np.where(strength > 0, share + through, 0)
        anything = whole[:, 0] > 0
        expected = np.where(anything, (depends**2).sum(axis=1), np.nan)
        assert found.constraint == pytest.approx(expected, rel=1e-12, nan_ok=True)
        np.fill_diagonal(through, 0)
        two_steps = np.where(anything, ((share + through) ** 2).sum(axis=1), np.nan)
        there = constraint_over_two_steps(rows_of(network))
        assert there == pytest.approx(two_steps, rel=1e-12, nan_ok=True)
        greatest = strength.max(axis=1, initial=0)[:, None]
        doubles = np.divide(strength, greatest, out=np.zeros_like(strength), where=greatest > 0)
        lost = np.where(strength > 0, share @ doubles.T, 0).sum(axis=1)
        expected = np.where(anything, (strength > 0).sum(axis=1) - lost, np.nan)
        assert found.effective_size == pytest.approx(expected, rel=1e-12, nan_ok=True)


def test_effective_size_equals_networkx():
    for network in random_networks():
        n, _, _, directed = network
        if n > 25:  # it takes networkx minutes
            continue
        graph = networkx_of(network)
        found = triangle_figures(rows_of(network), burt=True).effective_size
        theirs = nx.effective_size(graph, nodes=range(n) if directed else None) if n else {}
        # Of those who name nobody networkx says nan, even where others name them.
        people = [v for v in range(n) if not directed or graph.out_degree(v)]
        expected = [theirs[v] for v in people]
        assert found[people] == pytest.approx(expected, rel=1e-9, nan_ok=True)


def test_constraint_is_within_a_trillionth_of_exact_fractions():
    n, source, target, directed = next(
        network for network in random_networks(seed=5) if network[0] > 40 and len(network[1]) > 400
    )
    tied = matrix_of((n, source, target, directed))
    strength = [[int(tied[i, j] + tied[j, i]) for j in range(n)] for i in range(n)]
    whole = [sum(row) for row in strength]
    share = [[Fraction(s, max(whole[i], 1)) for s in row] for i, row in enumerate(strength)]
    contacts = [[j for j in range(n) if strength[i][j]] for i in range(n)]
    exact = [
        float(
            sum(
                (share[i][j] + sum(share[i][q] * share[q][j] for q in contacts[i])) ** 2
                for j in contacts[i]
            )
        )
        for i in range(n)
    ]
    rows = Rows(n, source, target, directed=directed)
    found = triangle_figures(rows, burt=True).constraint
    assert found == pytest.approx(
        [x if whole[i] else np.nan for i, x in enumerate(exact)], abs=1e-12, rel=0, nan_ok=True
    )


def test_brokerage_equals_counting_every_open_way():
    for network in random_networks():
        tied = matrix_of(network)
        n, group = network[0], groups_of(network[0])
        found = triangle_figures(rows_of(network), group=group).brokered
        a, v, b = np.nonzero(tied[:, :, None] & tied[None, :, :] & (1 - tied)[:, None, :])
        a, v, b = (x[a != b] for x in (a, v, b))
        own_a, own_b, alike = group[a] == group[v], group[b] == group[v], group[a] == group[b]
        role = np.select([own_a & own_b, alike, own_b, own_a], [0, 1, 2, 3], 4)
        expected = np.bincount(5 * v + role, minlength=5 * n).reshape(n, 5)
        assert found.tolist() == expected.tolist()


def test_embeddedness_equals_matrix_products():
    for network in random_networks():
        tied = matrix_of(network)
        either = tied | tied.T
        first, second = np.nonzero(np.triu(either))
        found = triangle_figures(rows_of(network), embedded=True).embedded
        assert found.tolist() == (either @ either)[first, second].tolist()


@pytest.mark.parametrize("network", [large(), complete(60)], ids=["large", "complete"])
def test_the_number_of_threads_changes_nothing(network):
    rows, group = rows_of(network), groups_of(network[0])
    alone = triangle_figures(rows, **EVERYTHING, group=group, threads=1)
    assert alone.codes.sum() > 0
    for threads in (2, 4):
        assert same(alone, triangle_figures(rows, **EVERYTHING, group=group, threads=threads))
    over = [constraint_over_two_steps(rows, threads=threads) for threads in (1, 2, 4)]
    assert np.array_equal(over[0], over[1])
    assert np.array_equal(over[0], over[2])


def test_the_order_of_ties_changes_nothing():
    rng = np.random.default_rng(0)
    for n, source, target, directed in random_networks(many=100):
        group, order = groups_of(n), rng.permutation(len(source))
        one = Rows(n, source, target, directed=directed)
        other = Rows(n, source[order], target[order], directed=directed)
        assert same(
            triangle_figures(one, **EVERYTHING, group=group),
            triangle_figures(other, **EVERYTHING, group=group),
        )


def test_each_figure_is_the_same_alone_as_together():
    for network in [*random_networks(many=50), large()]:
        rows, group = rows_of(network), groups_of(network[0])
        together = fields(triangle_figures(rows, **EVERYTHING, group=group, threads=2))
        for asked, names in {
            "people": ("triangles", "directed"),
            "burt": ("constraint", "effective_size"),
            "embedded": ("embedded",),
            "group": ("brokered",),
        }.items():
            alone = triangle_figures(
                rows, threads=2, **{asked: group if asked == "group" else True}
            )
            for name in ("codes", "ways", *names):
                mine = getattr(alone, name)
                assert np.array_equal(mine, together[name], equal_nan=mine.dtype == float)
            empty = set(together) - {"codes", "ways", *names}
            assert [getattr(alone, name).size for name in empty] == [0] * len(empty)


def test_large_counts_of_roles_are_not_lost():
    # Two who are tied have 2,100 contacts in common, each of whom has 2,150 more of their own.
    common, others = np.arange(2, 2_102), np.arange(2_102, 4_252)
    leaves = np.arange(4_252, 4_452)
    source = np.concatenate(
        [[0], np.zeros_like(common), np.ones_like(common), np.repeat(common, 2_150), leaves * 0 + 1]
    )
    target = np.concatenate([[1], common, common, np.tile(others, 2_100), leaves])
    n = 4_452
    rows = Rows(n, source.astype(np.int32), target.astype(np.int32), directed=False)
    group = np.zeros(n, dtype=np.int32)
    found = triangle_figures(rows, people=True, group=group, threads=2)
    assert found.triangles[:3].tolist() == [2_100, 2_100, 1]
    contacts = np.diff(rows.pair_start)
    expected = contacts * (contacts - 1) - 2 * found.triangles
    assert found.brokered[:, 0].tolist() == expected.tolist()
    assert found.brokered[:, 1:].sum() == 0


def test_groups_that_are_none_are_refused():
    rows = Rows(3, np.array([0], np.int32), np.array([1], np.int32), directed=True)
    with pytest.raises(ValueError, match="group has 2 entries; expected 3"):
        triangle_figures(rows, group=np.array([0, 1], np.int32))
    for wrong in (-1, 3):
        with pytest.raises(
            ValueError, match=f"The group of person 1 is {wrong}; expected a number"
        ):
            triangle_figures(rows, group=np.array([0, wrong, 1], np.int32))


def test_progress_is_told_and_what_it_raises_ends_the_work():
    class CancelledError(Exception):
        pass

    def tell(done, total):
        raise CancelledError(done, total)

    rows = rows_of(complete(900))
    with pytest.raises(CancelledError):
        triangle_figures(rows, **EVERYTHING, threads=1, tell=tell)
