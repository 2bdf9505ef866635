"""The fit of the best core, against the correlation written out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from weft.measures.kernels.core import CoreFit, core_fit


def correlation(matrix, core):
    """Correlate tie and core over the pairs inside the core and inside the rim."""
    first, second = np.triu_indices(len(matrix), 1)
    within = core[first] & core[second]
    used = within | (~core[first] & ~core[second])
    tied, within = matrix[first, second][used], within[used]
    if tied.std() == 0 or within.std() == 0:
        return None
    return np.corrcoef(tied, within)[0, 1]


def best_by_hand(matrix):
    """Try every core of the people with at least so many ties."""
    ties = matrix.sum(axis=0)
    fits = [correlation(matrix, ties >= least) for least in np.unique(ties)[1:]]
    return max((fit for fit in fits if fit is not None), default=None)


@st.composite
def symmetric(draw):
    n = draw(st.integers(2, 9))
    upper = np.triu(draw(arrays(bool, (n, n))), 1)
    return (upper | upper.T).astype(float)


def fit_of(matrix):
    return core_fit(len(matrix), *np.nonzero(np.triu(matrix)))


def test_a_pair_with_a_rim_that_is_tied_to_the_pair_alone_fits_fully():
    first, second = np.array([0, 0, 0, 1, 1]), np.array([1, 2, 3, 2, 3])
    assert core_fit(4, first, second) == CoreFit(1.0, 2)


def test_a_core_of_two_who_are_not_tied_to_each_other_fits_as_badly_as_can_be():
    # A square: 0 and 1 are both tied to 2 and 3. And 4 to 0 and 1, and 2 to 3 in the rim.
    first, second = np.array([0, 0, 1, 1, 0, 1, 2]), np.array([2, 3, 2, 3, 4, 4, 3])
    # Ties: 3, 3, 3, 3, 2, so only the core of the four can be told, whose rim is one person alone.
    assert core_fit(5, first, second) is None


@pytest.mark.parametrize("n", [2, 3, 4, 7])
def test_no_core_can_be_told_where_everyone_has_equally_many_ties(n):
    assert fit_of(np.zeros((n, n))) is None
    assert fit_of(np.ones((n, n)) - np.eye(n)) is None
    assert fit_of(np.roll(np.eye(n), 1, axis=0) + np.roll(np.eye(n), -1, axis=0)) is None


@settings(max_examples=100, deadline=None)
@given(matrix=symmetric())
def test_fit_equals_the_greatest_correlation(matrix):
    found, expected = fit_of(matrix), best_by_hand(matrix)
    assert (found is None) == (expected is None)
    if found is not None:
        assert found.fit == pytest.approx(expected)
        core = matrix.sum(axis=0) >= np.sort(matrix.sum(axis=0))[::-1][found.size - 1]
        assert core.sum() == found.size
        assert correlation(matrix, core) == pytest.approx(found.fit)


@settings(max_examples=40, deadline=None)
@given(matrix=symmetric(), order=st.randoms())
def test_the_order_of_people_changes_nothing(matrix, order):
    new = list(range(len(matrix)))
    order.shuffle(new)
    assert fit_of(matrix) == fit_of(matrix[np.ix_(new, new)])
