"""People drawn with replacement: each figure is that of the replicate, were it built."""

import numpy as np
import pytest

from tests.core.random_networks import random_networks
from tests.uncertainty.replicates.graphs import (
    both_ways,
    figures_by_hand,
    graph_of,
    matrix,
    some_graph,
)
from weft.network import InvalidRequestError
from weft.uncertainty.replicates import FIGURES, Resampled


def test_figures_are_those_of_the_replicates_built_by_hand():
    for at, (n, source, target, directed) in enumerate(random_networks()):
        model = Resampled(graph_of(n, source, target, directed))
        drawn, found = model.ties(2, seed=at), model.figures(2, seed=at)
        for r in range(2):
            expected = figures_by_hand(matrix(n, *drawn[r], directed), directed)
            np.testing.assert_allclose(found[r], expected, rtol=0, atol=1e-9)


def test_replicates_are_the_same_with_and_without_the_core():
    for at, (n, source, target, directed) in enumerate(random_networks()):
        model = Resampled(graph_of(n, source, target, directed))
        fast, slow = both_ways(lambda m=model, s=at: m.figures(2, seed=s))
        np.testing.assert_array_equal(fast, slow)


def test_a_replicate_has_the_ties_of_those_who_were_drawn():
    for at, (n, source, target, directed) in enumerate(random_networks(100)):
        model = Resampled(graph_of(n, source, target, directed))
        observed = matrix(n, source, target, directed)
        people = model.people(3, seed=at)
        drawn, slow = both_ways(lambda m=model, s=at: m.ties(3, seed=s))
        for r in range(3):
            built = matrix(n, *drawn[r], directed)
            assert (built == matrix(n, *slow[r], directed)).all()
            others = people[r][:, None] != people[r][None, :]
            expected = observed[np.ix_(people[r], people[r])]
            assert (built[others] == expected[others]).all()
            assert not built.diagonal().any()


def test_copies_of_one_person_get_the_dyad_of_a_random_pair():
    # Of the 12 ordered pairs of four people 2 are mutual, 2 one-way there and 2 one-way back.
    model = Resampled(graph_of(4, [0, 1, 2, 0], [1, 0, 3, 2], True))
    people, drawn = model.people(3_000, seed=3), model.ties(3_000, seed=3)
    found = np.zeros((2, 2))
    for r in range(len(people)):
        built = matrix(4, *drawn[r], True)
        for a, b in zip(*np.nonzero(np.triu(people[r][:, None] == people[r], 1)), strict=True):
            found[built[a, b], built[b, a]] += 1
    # Ordered pairs: 0-1 and 1-0 mutual; 2-3, 0-2 one way; 3-2, 2-0 the other; six empty.
    expected = np.array([[6, 2], [2, 2]]) / 12 * found.sum()
    assert (np.abs(found - expected) < 5 * np.sqrt(expected)).all()


def test_everyone_is_drawn_equally_often():
    people = Resampled(some_graph(20)).people(2_000, seed=1)
    times = np.bincount(people.ravel(), minlength=20)
    assert np.abs(times - 2_000).max() < 5 * np.sqrt(2_000)


@pytest.mark.parametrize(("n", "directed"), [(360, True), (520, False)])
def test_a_dense_network_of_many_people_is_counted_in_words_of_bits(n, directed):
    # So many triangles are not kept one by one.
    model = Resampled(some_graph(n, 0.6, directed=directed))
    fast, slow = both_ways(lambda: model.figures(2, seed=5))
    np.testing.assert_array_equal(fast, slow)


def test_the_spread_over_replicates_is_that_of_density_where_ties_know_no_other():
    # Snijders and Borgatti: ties drawn one by one with chance p, so that the variance of density
    # over resamples is that of drawing people: known here by a plain simulation.
    graph = some_graph(25, 0.2, seed=4)
    observed = matrix(25, graph.source, graph.target, True)
    rng = np.random.default_rng(0)
    off = ~np.eye(25, dtype=bool)
    one, other = np.nonzero(off)
    plain = []
    for _ in range(1_500):
        people = rng.integers(0, 25, 25)
        drawn = observed[np.ix_(people, people)]
        first, second = np.nonzero(np.triu(people[:, None] == people, 1))
        pair = rng.integers(0, len(one), len(first))
        drawn[first, second] = observed[one[pair], other[pair]]
        drawn[second, first] = observed[other[pair], one[pair]]
        plain.append(drawn[off].mean())
    found = Resampled(graph).figures(1_500, seed=2)[:, 0]
    assert found.mean() == pytest.approx(np.mean(plain), abs=5 * np.std(plain) * np.sqrt(2 / 1_500))
    assert found.std() == pytest.approx(np.std(plain), rel=0.1)


def test_replicates_do_not_depend_on_how_many_are_drawn_nor_on_threads(monkeypatch):
    model = Resampled(some_graph())
    many = model.figures(1_000, seed=7)
    np.testing.assert_array_equal(model.figures(100, seed=7), many[:100])
    np.testing.assert_array_equal(model.figures(100, seed=7, first=900), many[900:])
    for threads in ("1", "2", "4"):
        monkeypatch.setenv("WEFT_THREADS", threads)
        np.testing.assert_array_equal(model.figures(1_000, seed=7), many)
    assert not np.array_equal(model.figures(100, seed=8), many[:100])
    assert many.shape == (1_000, len(FIGURES))


@pytest.mark.parametrize("n", [0, 1, 2])
def test_of_hardly_anyone_there_are_replicates_without_meaning(n):
    model = Resampled(graph_of(n, [], [], True))
    fast, slow = both_ways(lambda: model.figures(3, seed=0))
    np.testing.assert_array_equal(fast, slow)
    assert np.isnan(fast[:, 1:]).all()
    assert len(model.ties(0, seed=0)) == 0
    assert model.figures(0, seed=0).shape == (0, len(FIGURES))


def test_what_cannot_be_meant_is_refused():
    model = Resampled(some_graph())
    for wrong in ({"replicates": -1, "seed": 0}, {"replicates": 1, "seed": -1}):
        with pytest.raises(InvalidRequestError, match="cannot be meant"):
            model.figures(**wrong)
    with pytest.raises(IndexError, match="no network 2"):
        model.ties(2, seed=0)[2]
    crowd = Resampled(graph_of(20_001, [], [], True))
    with pytest.raises(InvalidRequestError, match="20,001 people"):
        crowd.figures(1, seed=0)


class EnoughError(Exception):
    pass


def test_the_work_is_told_of_and_can_be_ended():
    model = Resampled(some_graph(300, 0.1))

    def enough(done, total):
        assert 0 <= done <= total == 10**6
        raise EnoughError

    with pytest.raises(EnoughError):
        model.figures(10**6, seed=0, tell=enough)
