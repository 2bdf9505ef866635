import numpy as np
import pytest
from scipy.stats import betabinom

from tests.measures.kernels.small_graphs import graph_of
from weft.measures.kernels.received import (
    chance_of_at_least,
    received,
    received_twice,
    share_held,
    share_received,
)


def test_shares_are_of_those_who_answered_and_could_have_named():
    graph = graph_of(["BA", "CA", "AB"], "ABCD", answered="ABC")
    assert received(graph).tolist() == [2, 1, 0, 0]
    assert share_received(graph).tolist() == [2 / 2, 1 / 2, 0, 0]


def test_what_the_silent_gave_is_left_out_and_not_taken_as_nothing():
    graph = graph_of(["BA", "CA", "AB"], "ABCD", answered="ABC")
    assert share_held(graph, "out").tolist() == pytest.approx([1 / 3, 1 / 3, 1 / 3])
    assert share_held(graph, "all").tolist() == pytest.approx([4 / 3, 5 / 6, 1 / 3])


@pytest.mark.parametrize("of", ["in", "out", "all"])
def test_without_direction_all_three_are_the_degree(of):
    graph = graph_of(["AB", "AC"], "ABC", directed=False)
    assert share_held(graph, of).tolist() == [1.0, 0.5, 0.5]


def test_complete_data_leave_no_chance():
    named, raters = np.array([0, 1, 2, 3]), np.full(4, 3)
    found = chance_of_at_least(2, named, raters, np.zeros(4, dtype=int))
    assert found.tolist() == [0, 0, 1, 1]


def test_chances_are_beta_binomial():
    named = np.array([0, 1, 4, 9, 0, 2])
    raters, unheard = np.full(6, 10), np.full(6, 5)
    rate = named / raters
    mean = rate.mean()
    weight = mean * (1 - mean) / (rate.var() - mean * (1 - mean) / 10) - 1
    a, b = mean * weight + named, (1 - mean) * weight + raters - named
    expected = betabinom.sf(1 - named, unheard, a, b)
    assert chance_of_at_least(2, named, raters, unheard) == pytest.approx(expected)


def test_one_who_can_be_named_by_one_more_only_is_never_named_by_two():
    found = chance_of_at_least(2, np.array([0, 3]), np.array([3, 3]), np.array([1, 1]))
    assert found.tolist() == pytest.approx([0, 1])


def test_two_waves_keep_common_people_and_common_raters():
    before = graph_of(["BA", "CA", "DA", "EA"], "ABCDE", answered="BCDE", stewards="A")
    after = graph_of(["CA", "DB", "FA"], "FDCBA", answered="CDF", stewards="B")
    twice = received_twice(before, after)
    assert twice.raters == 2
    assert twice.before.tolist() == [1, 0, 0, 0]
    assert twice.after.tolist() == [1 / 2, 1 / 2, 0, 0]
    assert twice.steward.tolist() == [True, True, False, False]
