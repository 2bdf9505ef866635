"""Lots decide between equals, and only between them."""

import numpy as np
import pytest

from weft.weaving.lots import best_first, lots

IDS = ("cy", "ana", "ben")


def test_a_lot_belongs_to_a_person_and_not_to_a_row():
    drawn = dict(zip(IDS, lots(IDS, "x", seed=3), strict=True))
    again = dict(zip(IDS[::-1], lots(IDS[::-1], "x", seed=3), strict=True))
    assert drawn == again


def test_another_seed_or_purpose_draws_anew():
    first = list(lots(IDS, "x", seed=3))
    assert first != list(lots(IDS, "x", seed=4))
    assert first != list(lots(IDS, "y", seed=3))


def test_weight_two_comes_first_twice_as_often_as_weight_one():
    weight = np.array([2.0, 1.0])
    firsts = [
        int(lots(("a", "b"), "x", seed=seed, weight=weight).argmax()) for seed in range(4_000)
    ]
    assert firsts.count(0) / firsts.count(1) == pytest.approx(2, rel=0.1)


def test_value_comes_before_lot_unless_values_are_equal():
    value = np.array([0.50, 0.52, 0.60, 0.10])
    lot = np.array([0.1, 0.9, 0.0, 1.0])
    assert best_first(value, lot, np.arange(4)) == [2, 1, 0, 3]
    assert best_first(value, 1 - lot, np.arange(4)) == [2, 0, 1, 3]


def test_only_those_asked_about_are_ordered():
    assert best_first(np.array([3.0, 2.0, 1.0]), np.zeros(3), np.array([2, 1])) == [1, 2]
