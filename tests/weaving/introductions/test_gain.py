"""What one more tie changes: exact, against brute force."""

import networkx as nx
import numpy as np
import pytest

from tests.weaving import made
from weft.measures.kernels.concentration import gini
from weft.weaving.introductions.gain import (
    FAINT,
    evenness,
    joined_without,
    resistance,
    shape,
    with_pair,
)

ATLAS = [g for g in nx.graph_atlas_g() if 2 <= len(g) <= 7]
LARGER = [
    nx.gnp_random_graph(8 + seed % 25, (0.05, 0.1, 0.3)[seed % 3], seed=seed) for seed in range(500)
]


def total_resistance(made_up: nx.Graph, *, faint: bool) -> float:
    n = len(made_up)
    laplacian = nx.laplacian_matrix(made_up).toarray().astype(float)
    if faint:
        laplacian += FAINT * (np.eye(n) - 1 / n)
    values = np.linalg.eigvalsh(laplacian)
    return float(n * (1 / values[1:]).sum())


def untied(made_up: nx.Graph):
    return [(a, b) for a, b in nx.non_edges(made_up)]


def some(pairs, at_most):
    return pairs[:: max(1, len(pairs) // at_most)]


@pytest.mark.parametrize("many", [ATLAS, LARGER], ids=["all up to seven people", "larger"])
def test_the_drop_of_resistance_is_what_it_is_when_the_tie_is_there(many):
    for made_up in many:
        faint = not nx.is_connected(made_up)
        found = resistance(made.graph_of(made_up))
        before = total_resistance(made_up, faint=faint)
        assert found.total == pytest.approx(before, rel=1e-9)
        for a, b in some(untied(made_up), 4):
            after = nx.Graph(made_up)
            after.add_edge(a, b)
            drop = before - total_resistance(after, faint=faint)
            assert found.drop[a, b] == pytest.approx(drop, rel=1e-7, abs=1e-9)


@pytest.mark.parametrize("many", [ATLAS, LARGER], ids=["all up to seven people", "larger"])
def test_the_change_of_the_gini_coefficient_is_what_it_is_when_the_tie_is_there(many):
    for made_up in many:
        if not (pairs := untied(made_up)) or not made_up.edges:
            continue
        ties = np.array([degree for _, degree in made_up.degree])
        a, b = np.array(pairs).T
        found = evenness(ties, a, b)
        for at, pair in enumerate(pairs):
            after = ties + np.isin(np.arange(len(ties)), pair)
            drop = gini(ties.astype(float), normalised=False) - gini(
                after.astype(float), normalised=False
            )
            assert found[at] == pytest.approx(drop, abs=1e-12)


def test_pairs_that_can_do_without_the_hubs_are_counted_as_brute_force_counts_them():
    for made_up in [g for g in ATLAS if len(g) == 6][::5] + LARGER:
        hubs = np.zeros(len(made_up), dtype=bool)
        hubs[[0, 3]] = True
        found = joined_without(made.graph_of(made_up), hubs)
        left = made_up.subgraph([v for v in made_up if not hubs[v]])
        before = reachable(left)
        stay = len(left) * (len(left) - 1) / 2
        for a, b in some(untied(made_up), 10):
            after = nx.Graph(left)
            if not hubs[a] and not hubs[b]:
                after.add_edge(a, b)
            assert found[a, b] == pytest.approx((reachable(after) - before) / max(stay, 1))


def reachable(made_up: nx.Graph) -> int:
    return sum(len(c) * (len(c) - 1) // 2 for c in nx.connected_components(made_up))


def test_the_two_figures_are_those_of_networkx_with_the_pair_added():
    for made_up in [g for g in ATLAS if len(g) >= 3][::7]:
        for a, b in some(untied(made_up), 3):
            after = nx.Graph(made_up)
            after.add_edge(a, b)
            seen = shape(with_pair(made.graph_of(made_up), a, b))
            n, each = len(after), nx.betweenness_centrality(after, normalized=False)
            top = max(each.values())
            central = sum(top - value for value in each.values()) * 2
            assert seen.centralization == pytest.approx(central / ((n - 1) ** 2 * (n - 2)))
            sizes = [len(c) for c in nx.biconnected_components(after) if len(c) > 2]
            assert seen.two_connected == pytest.approx(max(sizes, default=0) / n)
