"""Dyads among people whose word is known."""

import numpy as np
from hypothesis import given, settings

from tests.measures.made import half_heard, network, of_matrix
from weft.measures.kernels.dyads import dyads_known_both_ways, word_is_known

few = settings(max_examples=40, deadline=None)


def test_each_tied_pair_stands_once_with_both_strengths():
    graph = network(["Ana Ben 4", "Ben Ana 3", "Di Ana 2"], "source target weight").graph()
    dyads = dyads_known_both_ways(graph)
    # People in order of first mention: Ana 0, Ben 1, Di 2.
    assert list(zip(dyads.first, dyads.second, dyads.there, dyads.back, strict=True)) == [
        (0, 1, 4.0, 3.0),
        (0, 2, 0.0, 2.0),
    ]
    assert (dyads.mutual, dyads.asymmetric, dyads.null) == (1, 1, 1)
    assert dyads.arc_reciprocity == 2 / 3
    assert dyads.density == 1 / 2


def test_pairs_with_a_silent_end_are_left_out():
    rows = ["Ana Ben", "Ben Ana", "Ana Cy", "Ben Di"]
    graph = network(rows, people="Ana Ben Cy Di", answered="Ana Ben").graph()
    dyads = dyads_known_both_ways(graph)
    assert (dyads.mutual, dyads.asymmetric, dyads.null) == (1, 0, 0)


def test_where_third_persons_report_everyones_ties_are_known():
    graph = network(["Ana Ben Cy"], "source target reporter", people="Ana Ben Cy Di").graph()
    assert word_is_known(graph).tolist() == [True] * 4
    silent = network(["Ana Ben Cy 0"], "source target reporter weight").graph()
    assert word_is_known(silent).tolist() == [True] * 3


@few
@given(half_heard())
def test_counts_equal_a_look_at_every_pair(drawn):
    strength, answered = drawn
    dyads = dyads_known_both_ways(of_matrix(strength, answered=answered).graph())
    known = np.flatnonzero(answered)
    tied = (strength > 0).astype(int)
    pairs = [tied[i, j] + tied[j, i] for i in known for j in known if i < j]
    assert (dyads.mutual, dyads.asymmetric, dyads.null) == tuple(pairs.count(k) for k in (2, 1, 0))
    assert dyads.there.sum() + dyads.back.sum() == strength[np.ix_(known, known)].sum()
