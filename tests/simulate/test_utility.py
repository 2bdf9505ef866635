"""How utilities become ties, on tables small enough to work out by hand."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft.simulate.utility import (
    Luck,
    arcs_with_most,
    graded,
    pairs_with_most,
    returned_and_one_way,
)

UTILITY = np.array([[0.0, 9.0, 1.0], [5.0, 0.0, 7.0], [2.0, 3.0, 0.0]])


def test_pairs_with_most_reads_the_upper_triangle_and_ties_both_ways():
    assert pairs_with_most(UTILITY, 2).astype(int).tolist() == [[0, 1, 0], [1, 0, 1], [0, 1, 0]]


def test_arcs_with_most_never_takes_what_is_excluded():
    utility = np.where(np.eye(3) == 1, -np.inf, UTILITY)
    assert arcs_with_most(utility, 3).astype(int).tolist() == [[0, 1, 0], [1, 0, 1], [0, 0, 0]]
    assert arcs_with_most(utility, 9).sum() == 6
    assert arcs_with_most(utility, 0).sum() == 0


def test_returned_and_one_way_by_hand():
    # Pair 0-1 has 9 and 5, pair 0-2 1 and 2, pair 1-2 7 and 3. The coolest ends are 5, 1 and 3, so
    # 0-1 is returned; of the rest the warmest end is 7, from 1 to 2.
    tied = returned_and_one_way(UTILITY, 3, 2 / 3)
    assert tied.astype(int).tolist() == [[0, 1, 0], [1, 0, 1], [0, 0, 0]]


def brute_force(utility, many, reciprocity):
    """From the definition, pair by pair."""
    pairs = list(itertools.combinations(range(len(utility)), 2))
    both = min(round(many * reciprocity / 2), many // 2)
    coolest = sorted(pairs, key=lambda p: -min(utility[p], utility[p[::-1]]))[:both]
    rest = [p for p in pairs if p not in coolest]
    warmest = sorted(rest, key=lambda p: -max(utility[p], utility[p[::-1]]))[: many - 2 * both]
    arcs = {*coolest, *(p[::-1] for p in coolest)}
    return arcs | {p if utility[p] >= utility[p[::-1]] else p[::-1] for p in warmest}


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 9), st.floats(0, 1), st.floats(0, 1), st.integers(0, 2**32))
def test_returned_and_one_way_equals_the_definition(n, share, reciprocity, seed):
    utility = np.random.default_rng(seed).standard_normal((n, n))
    many = int(share * n * (n - 1) / 2)
    tied = returned_and_one_way(utility, many, reciprocity)
    assert set(zip(*(c.tolist() for c in np.nonzero(tied)), strict=True)) == brute_force(
        utility, many, reciprocity
    )
    assert tied.sum() == many


def test_grades_rise_with_utility_in_fixed_shares():
    utility = np.array([[0.0, 0.4, 0.1, 0.9], [0.3, 0.0, 0.2, 0.5]])
    tied = utility > 0
    assert graded(utility, tied, (0.5, 0.25, 0.25)).tolist() == [[0, 2, 1, 3], [1, 0, 1, 2]]


def test_grading_no_ties_gives_no_strengths():
    assert (
        graded(UTILITY, np.zeros((3, 3), dtype=bool), (0.5, 0.5)).tolist()
        == np.zeros((3, 3)).tolist()
    )


def test_luck_is_kept_in_part_and_new_for_the_new():
    n, newly = 300, np.arange(300) < 100
    luck, rng = Luck(0.8), np.random.default_rng(1)
    first = luck.next(rng, np.zeros(n, dtype=bool)).copy()
    second = luck.next(rng, newly)
    stayed = np.ix_(~newly, ~newly)
    assert np.corrcoef(first[stayed].ravel(), second[stayed].ravel())[0, 1] == pytest.approx(
        0.8, abs=0.02
    )
    assert np.corrcoef(first[:100].ravel(), second[:100].ravel())[0, 1] == pytest.approx(
        0, abs=0.02
    )
    assert second.std() == pytest.approx(1, abs=0.02)
