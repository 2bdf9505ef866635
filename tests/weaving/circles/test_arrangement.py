"""Tables kept up to date through swaps are those counted anew."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.weaving.circles.asked import wanted
from tests.weaving.drawn import pairs_of
from weft.weaving.circles.arrangement import Arrangement, rank


@settings(deadline=None)
@given(pairs_of(fewest=4, most=10), st.randoms(use_true_random=False))
def test_a_swap_mends_and_the_tables_stay_true(drawn, rng):
    made = wanted(*drawn, size=3, rng=rng)
    cost = made.cost()
    seats = np.repeat(np.arange(len(made.sizes)), made.sizes)
    place = np.array(rng.sample(list(seats), len(seats)))
    swapped = Arrangement(made, cost, place)
    for person in range(made.m):
        before = swapped.value
        gained = swapped.improve(person)
        assert (swapped.value < before) == gained
        anew = Arrangement(made, cost, swapped.place)
        assert swapped.value == anew.value
        assert list(swapped.lacks) == list(anew.lacks)


@settings(deadline=None)
@given(pairs_of(fewest=4, most=10), st.randoms(use_true_random=False))
def test_what_is_lacked_and_what_it_costs_is_plain_counting(drawn, rng):
    made = wanted(*drawn, size=3, rng=rng)
    cost = made.cost()
    place = np.repeat(np.arange(len(made.sizes)), made.sizes)
    found = Arrangement(made, cost, place)
    lacks, total = [0, 0, 0], 0.0
    for circle in range(len(made.sizes)):
        inside = [i for i in range(made.m) if place[i] == circle]
        pairs = [(i, j) for i in inside for j in inside if i < j]
        lacks[0] += not any(made.tied[pair] for pair in pairs)
        lacks[1] += not any(made.can_host[i] for i in inside)
        lacks[2] += not any(made.new[i] for i in inside)
        total += sum(cost[pair] for pair in pairs)
    assert list(found.lacks) == lacks
    assert found.value == (rank(len(made.sizes)) @ lacks, round(total, 6))
