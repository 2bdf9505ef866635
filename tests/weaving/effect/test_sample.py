"""How many pairs it takes."""

import pytest

import weft
from weft.weaving.effect import pairs_needed


@pytest.mark.parametrize(
    ("held_out", "offered", "of_each"),
    [(0.05, 0.25, 46), (0.05, 0.15, 137), (0.02, 0.10, 134), (0.05, 0.10, 432)],
)
def test_the_table_of_the_design(held_out, offered, of_each):
    assert pairs_needed(held_out, offered) == (of_each, of_each)


def test_holding_out_fewer_takes_more_in_all():
    assert sum(pairs_needed(0.05, 0.15)) == 274
    assert sum(pairs_needed(0.05, 0.15, share_held_out=0.1)) > sum(
        pairs_needed(0.05, 0.15, share_held_out=0.2)
    )


def test_harm_takes_as_many_as_good():
    assert pairs_needed(0.15, 0.05) == pairs_needed(0.05, 0.15)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"held_out_rate": 1.2, "offered_rate": 0.1}, "held_out_rate is 1.2"),
        ({"held_out_rate": 0.1, "offered_rate": 0.1}, "Both rates are 0.1"),
        ({"held_out_rate": 0.1, "offered_rate": 0.2, "power": 1.0}, "power is 1.0"),
    ],
)
def test_what_cannot_be_is_refused(asked, message):
    with pytest.raises(weft.InvalidRequestError, match=message):
        pairs_needed(**asked)
