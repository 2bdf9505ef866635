"""Whether leadership moves from one person to another."""

import pytest
from scipy.stats import kendalltau

import weft
from tests.measures.made import network

FIRST = ["Ben Ana 1", "Cy Ana 1", "Di Ana 1", "Ana Ben 1", "Ed Ben 1", "Ed Cy 1"]
LATER = ["Ana Ben 2", "Cy Ben 2", "Di Ben 2", "Ben Di 2", "Ed Di 2", "Ben Ana 2"]
NET = network([*FIRST, *LATER], "source target wave")


def test_by_hand_with_what_goes_beside_it():
    found = weft.measure(NET, "leadership_turnover", places=2)
    # First Ana 3, Ben 2, Cy 1; later Ben 3, Di 2, Ana 1: of the first two, Ben stayed.
    tau = kendalltau([3, 2, 1, 0, 0], [1, 3, 0, 2, 0]).statistic
    assert found.value == pytest.approx(1 / 2)
    assert found.parts == {
        "places": 2,
        "tau_b": pytest.approx(tau),
        "new_leader_rate": pytest.approx(1 / 3),
        "common_people": 5,
        "common_raters": 5,
    }
    assert found.sentence == "Of the 2 most looked to, 50% are others than in the wave before."


def test_a_fifth_of_the_people_are_compared_unless_asked_otherwise():
    assert weft.measure(NET, "leadership_turnover").parts["places"] == 1
    assert weft.measure(NET, "leadership_turnover", places=9).parts["places"] == 3


def test_those_who_tie_for_the_last_place_share_it():
    rows = ["Ana Ben 1", "Ben Ana 1", "Ana Ben 2", "Cy Ben 2", "Ben Cy 2", "Cy Ana 1", "Di Ben 1"]
    net = network([*rows, "Di Ana 2"], "source target wave")
    # First Ana 2 and Ben 2 share one place; later Ben 2 is alone in it: half of it stayed.
    assert weft.measure(net, "leadership_turnover", places=1).value == pytest.approx(1 / 2)


def test_the_same_wave_twice_over_has_no_turnover():
    again = [row.replace(" 1", " 2") for row in FIRST]
    found = weft.measure(network([*FIRST, *again], "source target wave"), "leadership_turnover")
    assert (found.value, found.parts["tau_b"]) == (0, pytest.approx(1))


def test_agreement_is_left_out_where_everyone_is_named_alike():
    ring = ["Ana Ben 1", "Ben Cy 1", "Cy Ana 1", "Ana Ben 2", "Ben Ana 2", "Cy Ben 2"]
    found = weft.measure(network(ring, "source target wave"), "leadership_turnover")
    assert "tau_b" not in found.parts
    assert found.value == pytest.approx(2 / 3)


def test_what_cannot_be_compared_says_why():
    nobody = network(
        ["Ana Ben 0 1", "Ben Ana 1 1", "Ana Ben 0 2", "Ben Ana 0 2"], "source target weight wave"
    )
    assert weft.measure(nobody, "leadership_turnover").undefined_because == (
        "Undefined, because nobody is named in one of the two waves."
    )
    one = network(
        ["Ana Ben 1", "Ben Ana 1", "Ana Ben 2"], "source target wave", people="Ana Ben", answered=""
    )
    assert weft.measure(one, "leadership_turnover").undefined_because == (
        "Undefined, because fewer than two people answered in both waves."
    )


def test_less_than_one_place_cannot_be_meant():
    with pytest.raises(weft.InvalidRequestError, match="places is 0; expected 1 or more"):
        weft.measure(NET, "leadership_turnover", places=0)
