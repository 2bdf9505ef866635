"""The whole set at once: the best there is, within every bound."""

from itertools import combinations

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

import weft
from weft.weaving.introductions.choosing import GAP, Choice, Limits


@st.composite
def choices(draw):
    n = draw(st.integers(3, 10))
    every = list(combinations(range(n), 2))
    pairs = draw(st.lists(st.sampled_from(every), unique=True, min_size=1, max_size=11))
    worth = draw(st.lists(st.floats(0.01, 1), min_size=len(pairs), max_size=len(pairs)))
    limits = Limits(
        each=np.array(draw(st.lists(st.integers(0, 2), min_size=n, max_size=n))),
        most=draw(st.integers(0, 5)),
        group=np.array(draw(st.lists(st.integers(0, 1), min_size=n, max_size=n))),
        first=np.zeros(n, dtype=bool),
    )
    a, b = np.array(pairs).T
    return a, b, np.array(worth), limits


def allowed(a, b, limits):
    """Yield every set of pairs within the bounds."""
    for many in range(min(limits.most, len(a)) + 1):
        for picked in map(list, combinations(range(len(a)), many)):
            taken = np.bincount(np.append(a[picked], b[picked]), minlength=len(limits.each))
            if (taken <= limits.each).all():
                yield picked


@given(choices())
@settings(max_examples=150, deadline=None)
def test_the_choice_is_worth_as_much_as_the_best_of_all_sets(drawn):
    a, b, worth, limits = drawn
    found = Choice.among(a, b, limits).best(worth)

    best = max(worth[picked].sum() for picked in allowed(a, b, limits))
    assert found.tolist() in list(allowed(a, b, limits))
    assert worth[found].sum() >= best * (1 - GAP) - 1e-9


@given(choices(), st.integers(0, 10**6))
@settings(max_examples=100, deadline=None)
def test_ties_get_no_less_even_where_that_can_be_and_as_many_pairs_are_chosen(drawn, seed):
    a, b, worth, limits = drawn
    evener = np.random.default_rng(seed).normal(0.2, 1, len(a))
    choice = Choice.among(a, b, limits)
    found, plain = choice.evenly(worth, evener), choice.best(worth)

    sets = [p for p in allowed(a, b, limits) if len(p) >= len(plain)]
    even = [p for p in sets if evener[p].sum() >= 0]
    assert found.tolist() in sets
    if even:
        assert evener[found].sum() >= -1e-2
        best = max(worth[p].sum() for p in even)
        assert worth[found].sum() >= best - worth.max() * 1.02
    else:
        assert evener[found].sum() == pytest.approx(max(evener[p].sum() for p in sets), abs=2e-2)


@given(choices())
@settings(max_examples=100, deadline=None)
def test_as_many_of_the_least_served_as_can_be_come_first(drawn):
    a, b, worth, limits = drawn
    first = np.arange(len(limits.each)) % 2 == 0
    wanted = Limits(each=limits.each, most=limits.most, group=limits.group, first=first)
    found = Choice.among(a, b, wanted).best(worth)

    def served(picked):
        return len({v for v in [*a[picked], *b[picked]] if first[v]})

    assert served(found) == max(served(picked) for picked in allowed(a, b, limits))


def test_a_quota_is_met_as_far_as_there_are_pairs_for_it():
    a, b = np.array([0, 0, 2]), np.array([1, 2, 3])
    limits = Limits(
        each=np.array([1, 1, 1, 1]),
        most=2,
        group=np.array([0, 0, 0, 1]),
        quota={1: 5},
        first=np.zeros(4, dtype=bool),
    )

    assert Choice.among(a, b, limits).best(np.array([0.1, 9.0, 0.1])).tolist() == [0, 2]


def test_quotas_that_contradict_the_bounds_are_an_error_that_says_so():
    limits = Limits(
        each=np.array([0, 0]),
        most=2,
        group=np.array([0, 1]),
        quota={1: 1},
        first=np.zeros(2, dtype=bool),
    )
    with pytest.raises(weft.InvalidRequestError, match="Lower a quota"):
        Choice.among(np.array([0]), np.array([1]), limits).best(np.array([1.0]))


def test_what_is_left_counts_what_was_taken():
    limits = Limits(
        each=np.array([1, 2, 1]),
        most=3,
        group=np.array([0, 1, 1]),
        quota={0: 1, 1: 2},
        first=np.array([True, False, True]),
    )
    left = limits.left(np.array([0]), np.array([1]))

    assert left.each.tolist() == [0, 1, 1]
    assert left.most == 2
    assert left.quota == {0: 0, 1: 1}
    assert left.first.tolist() == [False, False, True]
