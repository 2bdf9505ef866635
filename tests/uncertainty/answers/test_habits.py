"""The steps of drawing how people answer: the same with the core and without."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weft.engine import core
from weft.uncertainty.answers.habits import Habits, _ends, _told_of_weights, drawn_anew, first_guess
from weft.uncertainty.answers.known import Known, in_common, reasons, weighted
from weft.uncertainty.answers.lending import _naming
from weft.uncertainty.answers.one_by_one import ties_of_each

some = settings(max_examples=60, deadline=None)


@st.composite
def half_known(draw, *, directed=None):
    """Draw what is known of some people, some ties among them, and alike or not."""
    n = draw(st.integers(2, 70))
    directed = draw(st.booleans()) if directed is None else directed
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    ties = rng.random((n, n)) < draw(st.sampled_from([0.05, 0.3, 0.9]))
    np.fill_diagonal(ties, val=False)
    heard = rng.random(n) < 0.7
    heard[0] = True
    known = np.repeat(heard[:, None], n, axis=1)
    if not directed:
        ties, known = ties | ties.T, known | known.T
    np.fill_diagonal(known, val=False)
    groups = rng.integers(2, size=(draw(st.integers(0, 2)), n))
    found = Known(
        directed=directed,
        there=ties & known,
        known=known,
        twice=np.ascontiguousarray(known & known.T),
        alike=(groups[:, :, None] == groups[:, None, :]).astype(float).reshape(-1, n, n),
        core=core(),
    )
    return found, ties, rng


def near(one, other):
    return one == pytest.approx(other, rel=1e-9, abs=1e-9)


def test_the_core_is_there_to_be_compared():
    assert core() is not None


@some
@given(half_known())
def test_people_in_common_are_counted(made):
    known, ties, rng = made
    who = np.flatnonzero(rng.random(known.n) < 0.5)
    either = ties | ties.T
    expected = [[np.log1p((either[i] & either[j]).sum()) for j in range(known.n)] for i in who]
    for computed_by in (core(), None):
        found = in_common(ties, who, computed_by)
        assert found.shape == (len(who), known.n)
        assert near(found.ravel(), np.array(expected).ravel())


@some
@given(half_known())
def test_reasons_of_some_are_those_of_everybody_picked_out(made):
    known, ties, rng = made
    who = rng.permutation(known.n)[: known.n // 2]
    assert (reasons(known, ties, who) == reasons(known, ties)[:, who]).all()


@some
@given(half_known(), st.sampled_from([0, 1]), st.booleans())
def test_how_readily_each_names_or_is_named_is_the_same_without_the_core(made, axis, times):
    known, ties, rng = made
    odds, now = rng.normal(-1, 2, ties.shape), rng.normal(0, 1, known.n)
    by = rng.random(ties.shape) if times else 1.0
    drawn = [
        _ends(now, odds, one, axis, 0.3, 0.7, np.random.default_rng(5), by)
        for one in (known, replace(known, core=None))
    ]
    assert near(drawn[0], drawn[1])


@some
@given(half_known(directed=False))
def test_how_readily_each_is_tied_is_the_same_without_the_core(made):
    known, ties, rng = made
    beside, now = rng.normal(-1, 2, ties.shape), rng.normal(0, 1, known.n)
    beside = beside + beside.T
    drawn = [
        ties_of_each(now, beside, one, -0.5, 0.6, np.random.default_rng(5))
        for one in (known, replace(known, core=None))
    ]
    assert near(drawn[0], drawn[1])


@some
@given(half_known())
def test_what_is_told_of_weights_is_the_same_without_the_core_and_bends_as_it_should(made):
    known, ties, rng = made
    reason = reasons(known, ties)
    weights, without = rng.normal(0, 1, len(reason)), rng.normal(-1, 1, ties.shape)
    by_core, plain = (
        _told_of_weights(weights, without, one, reason)
        for one in (known, replace(known, core=None))
    )
    for one, other in zip(by_core, plain, strict=True):
        assert near(np.ravel(one), np.ravel(other))
    step = 1e-6
    for k in range(len(weights)):
        up, down = (
            _told_of_weights(weights + way * step * np.eye(len(weights))[k], without, known, reason)
            for way in (1, -1)
        )
        assert (up[0] - down[0]) / (2 * step) == pytest.approx(by_core[1][k], rel=1e-4, abs=1e-3)
        slopes = (np.array(down[1]) - up[1]) / (2 * step)
        assert slopes == pytest.approx(by_core[2][k], rel=1e-4, abs=1e-3)


@some
@given(half_known(directed=True))
def test_the_silent_name_as_many_as_they_are_to(made):
    known, _, rng = made
    who = np.flatnonzero(rng.random(known.n) < 0.5)
    beside = rng.normal(-1, 1, (len(who), known.n))
    wanted = rng.uniform(0.1, 0.8, len(who)) * (known.n - 1)
    by_core, plain = (_naming(beside, who, wanted, one) for one in (core(), None))
    assert near(by_core, plain)
    chance = 1 / (1 + np.exp(-(beside + by_core[:, None])))
    chance[np.arange(len(who)), who] = 0
    assert chance.sum(axis=1) == pytest.approx(wanted, rel=1e-4)


def test_reasons_are_summed_each_times_its_weight():
    reason = np.arange(12.0).reshape(3, 2, 2)
    assert weighted(np.array([1.0, -2.0, 0.5]), reason).tolist() == [[-4.0, -4.5], [-5.0, -5.5]]


def test_more_reasons_than_the_core_weighs_are_weighed_all_the_same():
    rng = np.random.default_rng(3)
    n = 12
    ties = rng.random((n, n)) < 0.3
    np.fill_diagonal(ties, val=False)
    known = ~np.eye(n, dtype=bool)
    alike = (rng.random((20, n, n)) < 0.5).astype(float)
    table = Known(directed=True, there=ties, known=known, twice=known, alike=alike, core=core())
    reason = reasons(table, ties)
    reason -= reason.mean(axis=(1, 2))[:, None, None]
    habits: Habits = first_guess(table)
    drawn_anew(habits, table, reason, rng, searching=True)
    assert np.isfinite(habits.weights).all()


TABLE, NUMBERS, ROW = np.zeros((3, 3), dtype=bool), np.zeros((3, 3)), np.zeros(3)
HALF = TABLE[:2].copy()


@pytest.mark.parametrize(
    ("kernel", "given_to_it", "said"),
    [
        ("in_common", (TABLE, np.array([3]), np.zeros(4)), "Person 3 is not there"),
        ("in_common", (TABLE, np.array([0]), ROW), "expected 4"),
        ("in_common", (HALF, np.array([0]), ROW), "not a square"),
        (
            "weighed",
            (np.zeros(2), NUMBERS, np.zeros((1, 3, 3)), TABLE, TABLE, TABLE),
            "not as many squares as there are weights",
        ),
        (
            "ends",
            (ROW, NUMBERS, TABLE, HALF, None, True, 0.0, 1.0, ROW, ROW),
            "there is not a square",
        ),
        ("ties_of_each", (ROW, NUMBERS, TABLE, TABLE, 0.0, 1.0, ROW, np.zeros(2)), "expected 3"),
        ("naming_for", (NUMBERS, np.array([0]), ROW, 8, 1e-6), "expected 3"),
    ],
)
def test_what_does_not_fit_together_is_refused(kernel, given_to_it, said):
    with pytest.raises(ValueError, match=said):
        getattr(core(), kernel)(*given_to_it)
