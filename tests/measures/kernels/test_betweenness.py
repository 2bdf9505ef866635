import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from tests.measures.kernels.small_graphs import as_networkx, from_networkx, graph_of, graphs
from weft.measures.kernels import betweenness as kernel
from weft.measures.kernels.betweenness import between, betweenness


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


@pytest.mark.parametrize("directed", [True, False])
def test_sampled_starts_are_right_on_average_and_say_how_far_off_they_are(monkeypatch, directed):
    graph = from_networkx(nx.gnp_random_graph(120, 0.05, seed=3, directed=directed))
    source = graph.igraph
    exact = betweenness(source, 0).each
    monkeypatch.setattr(kernel, "EXACT_UP_TO", 100)
    monkeypatch.setattr(kernel, "STARTS_IN_A_BATCH", 4)
    found = [betweenness(source, seed) for seed in range(40)]
    mean = np.mean([one.each for one in found], axis=0)
    assert mean.sum() == pytest.approx(exact.sum(), rel=0.02)
    top = int(exact.argmax())
    errors = [abs(one.each[top] - exact[top]) for one in found]
    spread = [kernel.STUDENT_95 * one.batches[:, top].std(ddof=1) / 4 for one in found]
    assert np.mean(np.array(errors) <= spread) >= 0.9
    assert mean[top] == pytest.approx(exact[top], rel=0.05)


def test_same_seed_same_sample_and_the_error_is_stated(monkeypatch):
    graph = from_networkx(nx.gnp_random_graph(600, 0.01, seed=3)).igraph
    assert betweenness(graph, 1).said(np.max) == ""
    monkeypatch.setattr(kernel, "EXACT_UP_TO", 100)
    one, other = betweenness(graph, 5), betweenness(graph, 5)
    assert one.each.tolist() == other.each.tolist()
    assert one.each.tolist() != betweenness(graph, 6).each.tolist()
    assert one.said(np.max).startswith(
        "estimated from the shortest ways that start at 512 of 600 people drawn at random; "
        "give or take "
    )
