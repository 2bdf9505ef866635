"""How much circles can hold is exact: equal to trying every way of parting a few people."""

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.weaving.circles.asked import partings, wanted
from tests.weaving.drawn import pairs_of
from weft.weaving.circles.arrangement import Arrangement
from weft.weaving.circles.feasible import Cores, most_pairs


@settings(deadline=None)
@given(pairs_of(fewest=4, most=8), st.sampled_from([3, 4]), st.randoms(use_true_random=False))
def test_as_little_is_lacked_as_in_the_best_of_all_partings(drawn, size, rng):
    made = wanted(*drawn, size=size, rng=rng)
    cost = made.cost()
    place = Cores.of(made).solved()
    assert tuple(np.bincount(place)) == made.sizes
    found = Arrangement(made, cost, place).value[0]
    assert found == min(
        Arrangement(made, cost, placed(circles)).value[0]
        for circles in partings(tuple(range(made.m)), made.sizes)
    )


def placed(circles):
    place = np.empty(sum(map(len, circles)), dtype=np.intp)
    for number, circle in enumerate(circles):
        place[list(circle)] = number
    return place


@settings(deadline=None)
@given(pairs_of(most=10))
def test_the_most_pairs_apart_are_those_of_a_matching(drawn):
    people, pairs = drawn
    tied = np.zeros((len(people), len(people)), dtype=bool)
    for one, other in pairs:
        tied[people.index(one), people.index(other)] = True
    expected = nx.max_weight_matching(nx.Graph(pairs), maxcardinality=True)
    assert most_pairs(tied | tied.T) == len(expected)


def test_nobody_tied_is_no_pair():
    assert most_pairs(np.zeros((3, 3), dtype=bool)) == 0
