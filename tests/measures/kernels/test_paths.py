"""Ways between people: exact for a few people, sampled with a stated error for many."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from tests.measures.kernels.small_graphs import from_networkx
from tests.measures.made import matrices
from weft.engine import without_core
from weft.measures.kernels import paths
from weft.measures.kernels.paths import FromStarts, arrivals, closeness_from_starts, starts
from weft.network import Graph

few = settings(max_examples=40, deadline=None)


def chance_ties(n: int, many: int, seed: int) -> csr_array:
    rng = np.random.default_rng(seed)
    ends = rng.integers(0, n, (many, 2))
    ends = np.unique(ends[ends[:, 0] != ends[:, 1]], axis=0)
    return csr_array((np.ones(len(ends), dtype=np.int64), (ends[:, 0], ends[:, 1])), shape=(n, n))


def graph_of(adjacency: csr_array) -> Graph:
    return from_networkx(nx.from_scipy_sparse_array(adjacency, create_using=nx.DiGraph))


def by_definition(adjacency: csr_array, within: int | None) -> np.ndarray:
    steps = dijkstra(adjacency, unweighted=True)
    np.fill_diagonal(steps, np.inf)
    near = 1 / steps if within is None else steps <= within
    return near.sum(axis=1) / (len(steps) - 1)


def test_a_chain_arrives_one_by_one():
    chain = csr_array(np.eye(4, k=1, dtype=np.int64))
    found = [step.tolist() for step in arrivals(chain, np.array([0, 2]))]
    assert found == [[1, 1], [1, 0], [1, 0]]
    assert [step.tolist() for step in arrivals(chain, np.array([0]), most=2)] == [[1], [1]]


def test_without_ties_nobody_arrives():
    nothing = csr_array((3, 3), dtype=np.int64)
    assert list(arrivals(nothing, np.arange(3))) == []
    assert closeness_from_starts(graph_of(nothing), seed=0).values.tolist() == [0, 0, 0]


@few
@given(matrices(), st.sampled_from([None, 1, 2, 3]))
def test_few_people_are_measured_exactly(strength, within):
    theirs = nx.from_numpy_array(strength > 0, create_using=nx.DiGraph)
    graph = graph_of(csr_array((strength > 0).astype(np.int64)))
    found = closeness_from_starts(graph, seed=0, within=within)
    with without_core():
        assert closeness_from_starts(graph, seed=0, within=within).values.tolist() == (
            found.values.tolist()
        )
    expected = []
    for start in theirs:
        steps = [s for s in nx.single_source_shortest_path_length(theirs, start).values() if s]
        near = [1 / s if within is None else s <= within for s in steps]
        expected.append(sum(near) / (len(theirs) - 1))
    assert found.values == pytest.approx(expected)
    assert (found.sampled, found.said) == (False, "")


@pytest.mark.parametrize("within", [None, 2, 3])
def test_more_starts_than_fit_one_word_or_one_round(within, monkeypatch):
    adjacency = chance_ties(300, 700, seed=1)
    graph, expected = graph_of(adjacency), by_definition(adjacency, within)
    assert closeness_from_starts(graph, seed=0, within=within).values == pytest.approx(expected)
    with without_core():
        assert closeness_from_starts(graph, seed=0, within=within).values == pytest.approx(expected)
        monkeypatch.setattr(paths, "MOST_WORDS_AT_ONCE", 1)
        assert closeness_from_starts(graph, seed=0, within=within).values == pytest.approx(expected)


def test_starts_are_everyone_up_to_2000_people_and_a_seeded_sample_above():
    everyone, sampled = starts(2_000, seed=1)
    assert (everyone.tolist(), sampled) == (list(range(2_000)), False)
    some, sampled = starts(2_001, seed=1)
    assert (len(np.unique(some)), sampled) == (512, True)
    assert some.tolist() == starts(2_001, seed=1)[0].tolist()
    assert some.tolist() != starts(2_001, seed=2)[0].tolist()


def test_the_stated_error_holds_in_19_of_20_samples(monkeypatch):
    adjacency = chance_ties(400, 900, seed=3)
    truth = by_definition(adjacency, 3).mean()
    monkeypatch.setattr(paths, "EXACT_UP_TO", 100)
    monkeypatch.setattr(paths, "STARTS", 80)
    graph = graph_of(adjacency)
    drawn = [closeness_from_starts(graph, seed=seed, within=3) for seed in range(300)]
    inside = np.mean([abs(one.mean - truth) <= one.error for one in drawn])
    assert 0.92 <= inside <= 0.98


def test_a_sampled_mean_says_how_far_off_it_can_be():
    # Ten zeros and ten ones: standard deviation 0.513; 1.96 * 0.513 * sqrt((1 - 20/80) / 20).
    half = FromStarts(np.repeat([0.0, 1.0], 10), people=80)
    assert half.error == pytest.approx(0.1947, abs=1e-4)
    assert half.said == (
        "estimated from 20 of 80 people drawn at random; within 0.19 with 95 % confidence"
    )


def test_a_sample_without_spread_does_not_claim_certainty():
    assert FromStarts(np.zeros(30), people=3_000).error == pytest.approx(0.1)
