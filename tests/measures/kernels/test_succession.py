import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kendalltau

from weft.measures.kernels.received import Twice
from weft.measures.kernels.succession import (
    FadeAndLift,
    fade_and_lift,
    first_places,
    kendall_tau_b,
)

few = settings(max_examples=60, deadline=None)
values = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=12)


@few
@given(pairs=values)
def test_tau_b_equals_scipy(pairs):
    x, y = np.array(pairs, dtype=float).T
    expected = None
    if len(set(x)) > 1 and len(set(y)) > 1:
        expected = pytest.approx(kendalltau(x, y).statistic, abs=1e-12)
    assert kendall_tau_b(x, y) == expected


@few
@given(pairs=values, places=st.integers(1, 12))
def test_first_places_add_up_and_follow_the_values(pairs, places):
    x = np.array(pairs, dtype=float)[:, 0]
    places = min(places, len(x))
    found = first_places(x, places)
    assert found.sum() == pytest.approx(places)
    assert np.all(np.diff(found[np.argsort(x)]) >= 0)
    assert all(len(set(found[x == value])) == 1 for value in x)


def twice(before, after, steward=(True, False, False), raters=4):
    return Twice(np.array(before, float), np.array(after, float), np.array(steward), raters)


def test_fade_and_lift_by_hand():
    assert fade_and_lift(twice([0.6, 0.2, 0.2], [0.3, 0.6, 0.3])) == FadeAndLift(
        fade=pytest.approx((0.6 - 0.25) / 0.6),
        lift=pytest.approx((0.9 - 0.4) / 0.4),
        share_before=pytest.approx(0.6),
        share_after=pytest.approx(0.25),
        change_in_effective_leaders=pytest.approx(
            1 / (0.25**2 + 0.5**2 + 0.25**2) - 1 / (0.36 + 0.04 + 0.04)
        ),
    )


@pytest.mark.parametrize(
    ("waves", "because"),
    [
        (twice([1, 1, 1], [1, 1, 1], (False,) * 3), "nobody who is in both waves is marked"),
        (twice([1, 1, 1], [1, 1, 1], raters=1), "fewer than two people answered in both waves"),
        (twice([0, 1, 1], [1, 1, 1]), "nobody looked to the stewards in the first"),
        (twice([1, 0, 0], [1, 1, 1]), "nobody looked to anyone but the stewards"),
        (twice([1, 1, 0], [0, 0, 0]), "nobody looks to anyone in the second"),
    ],
)
def test_what_cannot_be_compared_says_why(waves, because):
    said = fade_and_lift(waves)
    assert isinstance(said, str)
    assert said.startswith(f"Undefined, because {because}")
