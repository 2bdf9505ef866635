"""How near each person is: as networkx has it, and within the stated bound where sampled."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from tests.measures.kernels.small_graphs import as_networkx, from_networkx, graphs
from weft.engine import without_core
from weft.measures.kernels import closeness as kernel
from weft.measures.kernels.closeness import harmonic_closeness


@settings(max_examples=40, deadline=None)
@given(graph=graphs(fewest=2))
def test_it_equals_networkx_in_both_directions_and_without_the_core(graph):
    theirs = nx.harmonic_centrality(as_networkx(graph))
    expected = np.array([theirs[v] for v in range(graph.n)]) / (graph.n - 1)
    away = nx.harmonic_centrality(as_networkx(graph).reverse())
    expected_away = np.array([away[v] for v in range(graph.n)]) / (graph.n - 1)
    found = harmonic_closeness(graph, seed=0, direction="in")
    assert (found.said, found.drawn) == ("", 0)
    assert found.each == pytest.approx(expected)
    assert harmonic_closeness(graph, seed=0).each == pytest.approx(expected_away)
    with without_core():
        assert harmonic_closeness(graph, seed=0, direction="in").each == pytest.approx(expected)
        assert harmonic_closeness(graph, seed=0).each == pytest.approx(expected_away)


@pytest.mark.parametrize("direction", ["in", "out"])
def test_sampled_figures_are_within_the_bound_and_the_same_without_the_core(monkeypatch, direction):
    graph = from_networkx(nx.gnp_random_graph(700, 0.01, seed=2, directed=True))
    exact = harmonic_closeness(graph, seed=0, direction=direction).each
    monkeypatch.setattr(kernel, "EXACT_UP_TO", 100)
    asked = {"direction": direction, "epsilon": 0.1, "delta": 0.1}
    drawn = [harmonic_closeness(graph, seed=seed, **asked) for seed in range(200)]
    # ln(2 * 700 / 0.1) / (2 * 0.01), times (700 / 699)².
    assert {one.drawn for one in drawn} == {479}
    far = [np.abs(one.each - exact).max() > 0.1 for one in drawn]
    assert sum(far) <= 20
    assert np.mean([one.each for one in drawn], axis=0) == pytest.approx(exact, abs=0.01)
    with without_core():
        again = harmonic_closeness(graph, seed=3, **asked)
    assert again.each == pytest.approx(drawn[3].each)
    assert again.said == (
        "estimated from 479 people drawn at random; everyone's figure is within 0.1 of the truth, "
        "for all people at once with 90% confidence"
    )


def test_a_sample_is_never_larger_than_everyone(monkeypatch):
    graph = from_networkx(nx.gnp_random_graph(200, 0.05, seed=2))
    exact = harmonic_closeness(graph, seed=0)
    monkeypatch.setattr(kernel, "EXACT_UP_TO", 100)
    assert np.array_equal(harmonic_closeness(graph, seed=0, epsilon=0.01).each, exact.each)


@pytest.mark.parametrize("n", [0, 1])
def test_alone_nobody_is_near(n):
    graph = from_networkx(nx.empty_graph(n, create_using=nx.DiGraph))
    assert harmonic_closeness(graph, seed=0).each.tolist() == [0] * n
