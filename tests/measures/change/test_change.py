"""What lasted between two waves, and what is new."""

import numpy as np
import pytest

import weft
from tests.measures.made import network
from weft.network import InvalidRequestError

IDS = ("persistence", "emergence", "jaccard")
ROWS = ["Ana Ben 1", "Ana Cy 1", "Ben Ana 1", "Cy Ben 2", "Ana Ben 2", "Ben Ana 2", "Ben Cy 2"]
"""Ana-Ben and Ben-Ana are kept, Ana-Cy is gone, Cy-Ben and Ben-Cy are new, Cy-Ana never was."""


def values(net: weft.Network, **waves: str) -> list[float | None]:
    return [weft.measure(net, measure_id, **waves).value for measure_id in IDS]


def test_three_people_over_a_year():
    net = network(ROWS, "source target wave")
    assert values(net) == pytest.approx([2 / 3, 2 / 3, 2 / 5])
    found = weft.measure(net, "persistence")
    assert found.parts == {"kept": 2, "gone": 1, "new": 2, "common_people": 3}
    assert (found.wave, found.method) == (
        "1 to 2",
        "by the word of the 3 people who answered in both waves, about those who are in both",
    )
    assert [weft.measure(net, measure_id).sentence for measure_id in IDS] == [
        (
            "Of the ties there were, 67% are still there, by the word of the 3 people who "
            "answered both times."
        ),
        (
            "Of the ties that were not there, 66.7% are there now, by the word of the 3 people who "
            "answered both times; new ties: 2."
        ),
        (
            "Of the ties there were or are, 40% are in both waves, by the word of the 3 people who "
            "answered both times."
        ),
    ]


def test_backwards_kept_ties_are_the_same_and_new_are_gone():
    net = network(ROWS, "source target wave")
    assert values(net, before="2", after="1") == pytest.approx([2 / 4, 1 / 2, 2 / 5])


def test_silence_in_one_wave_is_not_read_as_loss():
    rows = ["Ana Ben 1", "Ben Ana 1", "Cy Ana 1", "Ana Ben 2", "Ben Ana 2"]
    net = network(rows, "source target wave", people="Ana Ben Cy", answered="Ana Ben")
    # Cy answered in wave 1 only, so Cy-Ana is unknown; Ana and Ben never named Cy.
    assert values(net) == [1, 0, 1]


def test_what_others_said_of_a_silent_person_counts_where_that_is_all_it_takes():
    rows = ["Ana Ben 1", "Ana Cy 1", "Ben Cy 1", "Ana Ben 2", "Ben Cy 2"]
    net = network(rows, "source target wave", people="Ana Ben Cy", answered="Ana Ben")
    # Cy is silent; of four ties that Ana and Ben could have, three were there and two are left.
    assert values(net) == pytest.approx([2 / 3, 0, 2 / 3])


def test_where_everyone_had_every_tie_nothing_can_be_new():
    net = network(["Ana Ben 1", "Ben Ana 1", "Ana Ben 2"], "source target wave")
    assert weft.measure(net, "emergence").undefined_because == (
        "Undefined, because every possible tie was there in the first wave."
    )


@pytest.mark.parametrize("silent", ["at_random", "more_popular"])
def test_silence_hardly_moves_what_lasted_of_ties_with_a_direction(silent):
    lasted = []
    for seed in range(30):
        made = weft.simulate.coalition(people=40, response=0.6, silent=silent, seed=seed)
        both = [
            weft.measure(net, "persistence", relation="turns_to").number
            for net in (made.network, made.truth)
        ]
        lasted.append(both)
    heard, true = np.mean(lasted, axis=0)
    assert abs(heard - true) < 0.03


def test_strength_does_not_matter_and_0_is_no_tie():
    rows = ["Ana Ben 1 4", "Ben Ana 1 0", "Ana Ben 2 1", "Ben Ana 2 0"]
    assert values(network(rows, "source target wave weight")) == [1, 0, 1]


def test_without_ties_only_emergence_is_defined():
    net = network(["Ana Ben 1 0", "Ana Ben 2 0"], "source target wave weight")
    assert values(net) == [None, 0, None]
    assert weft.measure(net, "persistence").undefined_because == (
        "Undefined, because those who answered in both waves had no ties in the first."
    )
    assert weft.measure(net, "jaccard").undefined_because == (
        "Undefined, because those who answered in both waves had no ties in either."
    )


@pytest.mark.parametrize("measure_id", IDS)
def test_where_nobody_answered_twice_it_is_undefined(measure_id):
    net = network(["Ana Ben 1", "Ben Ana 2"], "source target wave", people="Ana Ben", answered="")
    assert weft.measure(net, measure_id).undefined_because == (
        "Undefined, because fewer than 2 people answered in both waves."
    )


@pytest.mark.parametrize("measure_id", IDS)
def test_one_wave_or_the_same_twice_cannot_be_compared(measure_id):
    once = network(["Ana Ben"])
    assert weft.measure(once, measure_id).undefined_because == (
        "Undefined, because there is only one wave."
    )
    with pytest.raises(InvalidRequestError, match="Two different waves"):
        weft.measure(network(ROWS, "source target wave"), measure_id, before="1", after="1")


def test_measures_fit_together():
    rng = np.random.default_rng(5)
    rows = [
        f"p{i} p{j} {wave}"
        for wave in (1, 2)
        for i, j in zip(rng.integers(0, 9, 40), rng.integers(0, 9, 40), strict=True)
    ]
    net = network(rows, "source target wave")
    persistence, _, jaccard = (weft.measure(net, measure_id) for measure_id in IDS)
    parts = persistence.parts
    before, after = parts["kept"] + parts["gone"], parts["kept"] + parts["new"]
    assert before == net.graph(wave=1).m
    assert after == net.graph(wave=2).m
    assert persistence.value == pytest.approx(parts["kept"] / before)
    assert jaccard.value == pytest.approx(parts["kept"] / (before + parts["new"]))
