"""Who counts as a newcomer."""

import numpy as np
import pytest

from tests.weaving.drawn import network
from weft import InvalidRequestError, UnknownNameError
from weft.weaving.circles.newcomers import newcomers_among
from weft.weaving.ground import ground_of

TIES = "Ana-Ben Ana-Cy Ben-Cy Cy-Di Di-Eve"


def new(circles=2, *, among=range(5), given=None, **joined):
    columns = {"joined": joined} if joined else {}
    ground = ground_of(network(works_with=TIES, columns=columns))
    found = newcomers_among(ground, list(among), circles, given)
    return {ground.names(i) for i in np.flatnonzero(found.new)}, found.known


def test_those_given_count_if_they_take_part():
    assert new(given=["Ana", "Eve"]) == ({"Ana", "Eve"}, True)
    assert new(given=["Ana", "Eve"], among=[0, 1, 2]) == ({"Ana"}, True)
    assert new(given=[]) == (set(), True)


def test_one_who_is_not_there_is_told():
    with pytest.raises(UnknownNameError, match="no person “Zoe”"):
        new(given=["Zoe"])


@pytest.mark.parametrize(
    "joined",
    [
        {"Ana": "2024-05-01", "Ben": "2026-02-03", "Cy": "2025", "Di": "2026-03", "Eve": "2024"},
        {"Ana": "9", "Ben": "10", "Cy": "2", "Di": "11"},
        {"Ana": "no", "Ben": "Yes", "Cy": "no", "Di": "new"},
    ],
)
def test_those_who_joined_last_as_many_as_there_are_circles(joined):
    assert new(**joined) == ({"Ben", "Di"}, True)


def test_whoever_joined_together_counts_together():
    assert new(1, Ana="2024", Ben="2026", Di="2026") == ({"Ben", "Di"}, True)


def test_where_it_is_not_known_those_with_the_fewest_ties_stand_in():
    """Eve has one tie; Ana, Ben and Di have two, Cy three."""
    assert new(1) == ({"Eve"}, False)
    assert new(2) == ({"Eve", "Ana", "Ben", "Di"}, False)


def test_those_who_joined_first_are_not_new_even_where_more_are_wanted():
    assert new(3, Ana="1", Ben="1", Cy="1", Di="2", Eve="1") == ({"Di"}, True)


def test_where_all_joined_at_once_it_is_not_known_either():
    assert new(1, **dict.fromkeys(("Ana", "Ben", "Cy", "Di", "Eve"), "2024")) == ({"Eve"}, False)


def test_a_cell_that_cannot_be_read_is_told():
    with pytest.raises(InvalidRequestError, match="“joined” of the people table says “spring” for"):
        new(Ana="2024", Ben="spring")
