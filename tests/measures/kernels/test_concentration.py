import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft.measures.kernels.concentration import centralization, gini, hill_number

few = settings(max_examples=40, deadline=None)
held = st.lists(st.integers(0, 9), min_size=2, max_size=9).filter(any).map(np.array)


def test_centralization_sums_the_distances_from_the_greatest():
    assert centralization(np.array([3.0, 1.0, 0.0]), 6) == pytest.approx((0 + 2 + 3) / 6)


@few
@given(held=held)
def test_gini_is_half_the_relative_mean_difference(held):
    apart = np.abs(held[:, None] - held[None, :]).mean()
    assert gini(held, normalised=False) == pytest.approx(apart / (2 * held.mean()))
    assert gini(held) == pytest.approx(apart / (2 * held.mean()) * len(held) / (len(held) - 1))


def test_one_holder_of_everything_has_gini_one_only_when_normalised():
    assert gini(np.array([0.0, 0.0, 0.0, 5.0])) == pytest.approx(1.0)
    assert gini(np.array([0.0, 0.0, 0.0, 5.0]), normalised=False) == pytest.approx(3 / 4)


@pytest.mark.parametrize("order", [1, 2])
@pytest.mark.parametrize("people", [1, 4])
def test_equal_holders_count_as_many_as_they_are(order, people):
    assert hill_number(np.array([2.0] * people + [0.0] * 3), order) == pytest.approx(people)


def test_hill_numbers_by_hand():
    shares = np.array([0.5, 0.25, 0.25])
    assert hill_number(4 * shares, 2) == pytest.approx(1 / (1 / 4 + 1 / 16 + 1 / 16))
    assert hill_number(4 * shares, 1) == pytest.approx(2**1.5)


@few
@given(held=held)
def test_order_two_never_counts_more_than_order_one(held):
    assert hill_number(held, 2) <= hill_number(held, 1) + 1e-9
