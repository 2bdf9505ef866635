"""The lot as it fell and as it could have fallen."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.introduction_effect import Setting, measured
from weft.weaving.effect.lots import differences, lots_of, p_of


def lots(round_, held_out, *, draws=5_000, seed=0):
    return lots_of(np.array(round_), np.array(held_out), assign=None, draws=draws, seed=seed)


def by_hand(round_, held_out, values):
    """Return the pooled difference, written down as the formula says."""
    total = weights = 0.0
    for code in set(round_):
        out = [v for r, h, v in zip(round_, held_out, values, strict=True) if r == code and h]
        offered = [
            v for r, h, v in zip(round_, held_out, values, strict=True) if r == code and not h
        ]
        if out and offered:
            weight = len(out) * len(offered) / (len(out) + len(offered))
            total += weight * (sum(offered) / len(offered) - sum(out) / len(out))
            weights += weight
    return total / weights


def every_lot(round_, held_out):
    """Give every way to hold out as many of each round."""
    each = []
    for code in sorted(set(round_)):
        rows = [i for i, r in enumerate(round_) if r == code]
        each.append(list(combinations(rows, sum(held_out[i] for i in rows))))
    for chosen in product(*each):
        out = {i for rows in chosen for i in rows}
        yield [i in out for i in range(len(round_))]


@st.composite
def tiny(draw):
    """Two rounds of a few pairs, each with pairs of both kinds."""
    sizes = draw(st.lists(st.integers(2, 4), min_size=1, max_size=2))
    round_, held_out = [], []
    for code, size in enumerate(sizes):
        out = draw(st.integers(1, size - 1))
        round_ += [code] * size
        held_out += draw(st.permutations([True] * out + [False] * (size - out)))
    many = len(round_)
    values = draw(st.lists(st.integers(0, 1), min_size=many, max_size=many))
    closeness = draw(st.lists(st.sampled_from([0.0, 1.0, 1.5]), min_size=many, max_size=many))
    return round_, held_out, values, closeness


@given(tiny())
@settings(max_examples=60, deadline=None)
def test_p_is_that_of_going_through_every_lot(case):
    round_, held_out, values, closeness = case
    found = lots(round_, held_out)
    assert found.every
    surprise = [v / (1 + c) for v, c in zip(values, closeness, strict=True)]

    def size(lot):
        first, second = by_hand(round_, lot, values), by_hand(round_, lot, surprise)
        zero = abs(first) < 1e-9
        return round(abs(first), 9), round(abs(second) if zero else np.sign(first) * second, 9)

    ours = size(held_out)
    expected = np.mean([size(lot) >= ours for lot in every_lot(round_, held_out)])
    assert p_of(found, np.array(values, float), np.array(surprise)) == pytest.approx(expected)
    plain = np.mean([size(lot)[0] >= ours[0] for lot in every_lot(round_, held_out)])
    assert p_of(found, np.array(values, float)) == pytest.approx(plain)


@given(tiny())
@settings(max_examples=40, deadline=None)
def test_all_lots_are_gone_through_once(case):
    round_, held_out, *_ = case
    drawn = [tuple(lot) for lot in lots(round_, held_out).drawn.tolist()]
    assert sorted(drawn) == sorted(tuple(lot) for lot in every_lot(round_, held_out))


def test_drawn_lots_hold_out_as_many_of_each_round_and_anybody_as_often():
    round_ = [0] * 12 + [1] * 20
    held_out = [i < 3 or i >= 22 for i in range(32)]
    drawn = lots(round_, held_out, draws=4_000, seed=3).drawn
    assert (drawn[:, :12].sum(axis=1) == 3).all()
    assert (drawn[:, 12:].sum(axis=1) == 10).all()
    assert np.abs(drawn[:, :12].mean(axis=0) - 3 / 12).max() < 0.03
    assert np.abs(drawn[:, 12:].mean(axis=0) - 1 / 2).max() < 0.035


def test_the_difference_of_unequal_chances_is_not_bent_by_them():
    """Close pairs are held out more often and tied more often, whatever is done."""
    close = np.arange(400) < 200
    tied = close.astype(float)

    def assign(seed):
        return np.random.default_rng(seed).random(400) < np.where(close, 0.6, 0.2)

    found = lots_of(np.zeros(400, dtype=np.intp), assign(1), assign=assign, draws=400, seed=0)
    (weighted,) = differences(found, found.held_out[None, :], tied[:, None])[0]
    plain = tied[~found.held_out].mean() - tied[found.held_out].mean()
    assert plain < -0.3
    assert abs(weighted) < 0.1


def test_without_pairs_of_both_kinds_in_a_round_there_is_no_p():
    assert p_of(lots([0, 1], [True, False]), np.array([1.0, 0.0])) is None


@pytest.mark.parametrize("spill", [0.0, 0.1])
def test_the_test_keeps_its_level_and_the_ranges_hold_where_nothing_is(spill):
    """Two hundred rounds; a thousand are measured by ./run bench introduction_effect."""
    found = measured(Setting(4, 25, 5, 0.0, spill), runs=200, seed=1)
    assert found["passed"] <= 0.05 + 3 * 0.0154
    assert found["held"] >= 0.9 - 3 * 0.0212


@pytest.mark.parametrize("spill", [0.0, 0.1])
def test_the_ranges_hold_a_known_effect(spill):
    found = measured(Setting(4, 25, 5, 0.2, spill), runs=200, seed=2)
    assert found["held"] >= 0.9 - 3 * 0.0212
    assert found["held of meetings"] >= 0.9 - 3 * 0.0212
    assert found["held of displacement"] >= 0.9 - 3 * 0.0212
    assert found["passed"] > 0.12
