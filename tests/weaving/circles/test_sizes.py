"""Circles are about as large as asked for, and as alike as can be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft import InvalidRequestError
from weft.weaving.circles.sizes import bounds, sizes_of


@pytest.mark.parametrize(
    ("people", "size", "sizes"),
    [(23, 5, (5, 5, 5, 4, 4)), (6, 5, (6,)), (7, 5, (4, 3)), (8, 5, (4, 4)), (3, 5, (3,)),
     (2, 3, (2,)), (5, 3, (3, 2)), (1, 5, ()), (0, 5, ())],
)  # fmt: skip
def test_sizes_worked_by_hand(people, size, sizes):
    assert sizes_of(people, size) == sizes


@settings(deadline=None)
@given(st.integers(2, 400), st.integers(3, 12))
def test_all_are_within_one_of_the_size_wherever_that_can_be(people, size):
    low, high = bounds(size)
    sizes = sizes_of(people, size)
    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1
    assert sizes == tuple(sorted(sizes, reverse=True))
    can_be = any(k * low <= people <= k * high for k in range(1, people + 1))
    assert can_be == (low <= min(sizes) and max(sizes) <= high)


def test_two_are_no_circle():
    with pytest.raises(InvalidRequestError, match="size is 2; expected a whole number of 3 or more"):
        sizes_of(9, 2)
