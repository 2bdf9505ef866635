"""The made-up names."""

import pytest

from weft.simulate.fiction import FIRST_NAMES, INITIALS, ids, names, organisations


def test_names_are_all_different_and_do_not_change_when_more_are_needed():
    longest = names(5_000, seed=2)
    assert len(set(longest)) == 5_000
    assert names(60, seed=2) == longest[:60]
    assert names(60, seed=3) != longest[:60]


def test_a_name_is_a_first_name_and_an_initial():
    for name in names(500, seed=0):
        first, initial = name.split()
        assert first in FIRST_NAMES
        assert (initial[0] in INITIALS, initial[1:]) == (True, ".")


def test_the_list_holds_no_name_twice():
    assert len(set(FIRST_NAMES)) == len(FIRST_NAMES)
    assert len(set(organisations(40))) == 40


@pytest.mark.parametrize(
    ("many", "people", "last"), [(64, 60, "p64"), (102, 99, "p102"), (1_010, 1_000, "p1010")]
)
def test_ids_count_on(many, people, last):
    counted = ids(many, people)
    assert (counted[0], counted[-1], len(set(counted))) == (
        f"p{1:0{len(str(people))}d}",
        last,
        many,
    )
