"""Between what a difference lies, and how often that holds."""

import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from scipy.stats import binom, t

from weft.weaving.effect.interval import (
    Arms,
    arms_of,
    likeliest,
    range_of_means,
    range_of_shares,
)
from weft.weaving.effect.lots import lots_of


def one_round(tied1, n1, tied0, n0):
    return Arms(
        n1=np.array([float(n1)]),
        n0=np.array([float(n0)]),
        mean1=np.array([tied1 / n1]),
        mean0=np.array([tied0 / n0]),
        spread1=np.nan,
        spread0=np.nan,
        free1=n1 - 1,
        free0=n0 - 1,
        weight=np.ones(1),
    )


@pytest.mark.parametrize(("n1", "n0"), [(8, 2), (4, 4), (16, 4), (12, 12)])
def test_it_holds_the_truth_at_least_as_often_as_it_says(n1, n0):
    """Over all tables that can come of two shares, weighed by how likely each is."""
    ranges = np.array(
        [
            [range_of_shares(one_round(x1, n1, x0, n0), 0.9) for x0 in range(n0 + 1)]
            for x1 in range(n1 + 1)
        ]
    )
    for share0 in (0.02, 0.05, 0.1, 0.3, 0.5):
        for more in (0.0, 0.05, 0.1, 0.2, 0.4):
            likely = binom.pmf(np.arange(n1 + 1), n1, share0 + more)[:, None]
            likely = likely * binom.pmf(np.arange(n0 + 1), n0, share0)
            held = (ranges[..., 0] <= more + 1e-9) & (more - 1e-9 <= ranges[..., 1])
            assert likely[held].sum() >= 0.9, (share0, more)


def test_the_likeliest_shares_are_those_of_a_search():
    for tied1, n1, tied0, n0, d in [(3, 10, 5, 20, 0.1), (0, 8, 1, 2, -0.3), (7, 16, 1, 4, 0.15)]:

        def unlikely(p, tied1=tied1, n1=n1, tied0=tied0, n0=n0, d=d):
            return -(binom.logpmf(tied0, n0, p) + binom.logpmf(tied1, n1, p + d))

        ends = max(0, -d) + 1e-12, min(1, 1 - d) - 1e-12
        expected = minimize_scalar(unlikely, bounds=ends, method="bounded").x
        (found,) = likeliest(one_round(tied1, n1, tied0, n0), d)
        assert found == pytest.approx(expected, abs=1e-4)


def test_changing_sides_turns_the_range_around():
    low, high = range_of_shares(one_round(7, 16, 1, 5), 0.9)
    back = range_of_shares(one_round(1, 5, 7, 16), 0.9)
    assert back == pytest.approx((-high, -low), abs=1e-9)


def test_no_tie_at_all_still_leaves_something_open():
    low, high = range_of_shares(one_round(0, 16, 0, 4), 0.9)
    assert -1 < low < 0 < high < 1


def test_it_never_leaves_what_can_be():
    assert range_of_shares(one_round(2, 2, 0, 1), 0.99)[1] == 1.0


def test_of_one_round_the_range_of_means_is_that_of_t_with_the_fewer_degrees_of_freedom():
    values = np.array([1.0, 4.0, 2.0, 2.5, 0.0, 1.0, -1.0])
    held_out = np.arange(7) >= 4
    lots = lots_of(np.zeros(7, dtype=np.intp), held_out, assign=None, draws=1, seed=0)
    offered, out = values[:4], values[4:]
    error = np.sqrt(offered.var(ddof=1) / 4 + out.var(ddof=1) / 3)
    expected = t.interval(0.9, 2, offered.mean() - out.mean(), error)
    assert range_of_means(arms_of(lots, values), 0.9) == pytest.approx(expected)


def test_a_single_pair_of_a_kind_gives_no_range_of_means():
    lots = lots_of(
        np.zeros(3, dtype=np.intp), np.array([False, False, True]), assign=None, draws=1, seed=0
    )
    assert range_of_means(arms_of(lots, np.array([1.0, 2.0, 3.0])), 0.9) is None
