import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from tests.measures.kernels.small_graphs import as_networkx, from_networkx, graph_of, graphs
from weft.engine import without_core
from weft.measures.kernels import betweenness as kernel
from weft.measures.kernels.betweenness import between, betweenness_of_pairs


@settings(max_examples=40, deadline=None)
@given(graph=graphs())
def test_it_equals_networkx(graph):
    other = as_networkx(graph) if graph.directed else as_networkx(graph).to_undirected()
    expected = nx.betweenness_centrality(other, normalized=False)
    assert between(graph, seed=0).each == pytest.approx([expected[v] for v in range(graph.n)])


def test_direction_can_be_disregarded():
    graph = graph_of(["BA", "BC"])
    assert between(graph, seed=0).each.tolist() == [0, 0, 0]
    assert between(graph, seed=0, either=True).each.tolist() == [0, 1, 0]


def test_it_is_computed_once_for_each_graph_and_seed():
    graph = graph_of(["AB", "BC"])
    assert between(graph, seed=1) is between(graph, seed=1)
    assert between(graph, seed=1) is not between(graph, seed=2)


@settings(max_examples=20, deadline=None)
@given(graph=graphs())
def test_without_the_core_it_is_the_same(graph):
    found = between(graph, seed=0).each
    with without_core():
        kernel._known.clear()
        assert between(graph, seed=0).each == pytest.approx(found, rel=1e-9, abs=1e-9)
        first, second = graph.either
        pairs = betweenness_of_pairs(graph.n, first, second)
    assert betweenness_of_pairs(graph.n, first, second) == pytest.approx(pairs)
    assert pairs == pytest.approx(between(graph, seed=0, either=True).each)


def drawn_graph(directed: bool):
    return from_networkx(nx.gnp_random_graph(120, 0.05, seed=3, directed=directed))


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("either", [True, False])
def test_sampled_ways_are_right_within_epsilon(monkeypatch, directed, either):
    graph = drawn_graph(directed)
    exact = between(graph, seed=0, either=either).each
    monkeypatch.setattr(kernel, "EXACT_UP_TO", 100)
    one = between(graph, seed=1, either=either)
    one_way = directed and not either
    pairs = 120 * 119 / (1 if one_way else 2)
    assert np.abs(one.each - exact).max() <= 0.01 * pairs
    found = [between(graph, seed=seed, either=either, epsilon=0.05) for seed in range(1, 20)]
    assert np.mean([each.each for each in found], axis=0) == pytest.approx(exact, abs=0.005 * pairs)
    batches = np.mean(list(one.ways.batches(graph.n)), axis=0)
    assert batches == pytest.approx(one.each, abs=0.002 * pairs)


def test_the_same_seed_draws_the_same_ways_and_the_guarantee_is_said(monkeypatch):
    graph = from_networkx(nx.gnp_random_graph(600, 0.01, seed=3))
    assert between(graph, seed=1).said(np.max) == ""
    monkeypatch.setattr(kernel, "EXACT_UP_TO", 100)
    asked = {"epsilon": 0.02, "delta": 0.05}
    one, other = between(graph, seed=5, **asked), between(graph, seed=6, **asked)
    kernel._known.clear()
    assert one.each.tolist() == between(graph, seed=5, **asked).each.tolist()
    assert one.each.tolist() != other.each.tolist()
    guarantee = (
        f"estimated from one shortest way for each of {one.ways.drawn:,} pairs of people drawn at "
        "random: everyone's share of all shortest ways is within 0.02 of the truth, for all people "
        "at once with 95% confidence"
    )
    assert one.said() == guarantee
    assert one.said(within=lambda epsilon: 2 * epsilon) == (
        f"{guarantee}, and so is this figure within 0.04"
    )
    spread = one.said(lambda each: float(each[0] / each.sum()))
    assert spread.startswith(f"{guarantee}; this figure give or take ")
    assert spread.endswith(" (95 %, from the spread between 16 batches)")


@pytest.mark.parametrize("directed", [True, False])
def test_sampled_starts_are_right_on_average_and_say_how_far_off_they_are(monkeypatch, directed):
    graph = drawn_graph(directed)
    exact = between(graph, seed=0).each
    monkeypatch.setattr(kernel, "EXACT_UP_TO", 100)
    monkeypatch.setattr(kernel, "STARTS_IN_A_BATCH", 4)
    with without_core():
        found = [between(graph, seed=seed) for seed in range(1, 41)]
    mean = np.mean([one.each for one in found], axis=0)
    assert mean.sum() == pytest.approx(exact.sum(), rel=0.02)
    top = int(exact.argmax())
    errors = [abs(one.each[top] - exact[top]) for one in found]
    spread = [kernel.STUDENT_95 * one.batches[:, top].std(ddof=1) / 4 for one in found]
    assert np.mean(np.array(errors) <= spread) >= 0.9
    assert mean[top] == pytest.approx(exact[top], rel=0.05)


def test_the_same_seed_draws_the_same_starts_and_the_error_is_stated(monkeypatch):
    graph = from_networkx(nx.gnp_random_graph(600, 0.01, seed=3))
    monkeypatch.setattr(kernel, "EXACT_UP_TO", 100)
    with without_core():
        one, other = between(graph, seed=5), between(graph, seed=6)
        kernel._known.clear()
        assert one.each.tolist() == between(graph, seed=5).each.tolist()
    assert one.each.tolist() != other.each.tolist()
    how = "estimated from the shortest ways that start at 512 of 600 people drawn at random"
    assert one.said() == how
    assert one.said(np.max).startswith(f"{how}; give or take ")
