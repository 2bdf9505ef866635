"""How trusted people are by those who rate them."""

import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import half_heard, network, of_matrix
from weft.network import Relation

TO_FOUR = [Relation(name="ties", scale=(1, 4))]


def test_each_person_counts_once_however_many_rate_them():
    net = network(["Ben Ana 4", "Cy Ana 2", "Ana Ben 2"], "source target weight")
    found = weft.measure(net, "trust_received")
    # Ana receives (4 + 2) / 2, Ben 2, and nobody rates Cy.
    assert found.value == (3 + 2) / 2
    assert found.parts == {"top": 4, "rated_people": 2, "people_with_5_raters": 0}
    assert found.sentence == (
        "On average, people are rated 2.50 by those who rate them, where 4 is the strongest."
    )


def test_a_declared_scale_gives_a_percentage_of_it():
    net = network(["Ben Ana 4", "Cy Ana 2", "Ana Ben 2"], "source target weight", relations=TO_FOUR)
    assert weft.measure(net, "trust_received").parts["percent"] == 100 * (2.5 - 1) / (4 - 1)


def test_the_spread_is_over_people_with_five_raters():
    strength = np.zeros((8, 8))
    strength[3:, 0] = 4  # five raters
    strength[3:, 1] = [1, 2, 2, 2, 3]  # five raters
    strength[4:, 2] = 1  # four raters
    parts = weft.measure(of_matrix(strength, scale=(1, 4)), "trust_received").parts
    assert (parts["rated_people"], parts["people_with_5_raters"]) == (3, 2)
    assert (parts["q25"], parts["median"], parts["q75"]) == (2.5, 3, 3.5)


def test_nobody_rated_is_undefined():
    found = weft.measure(network(["Ana Ben 0"], "source target weight"), "trust_received")
    assert found.undefined_because == "Undefined, because nobody who answered rated anybody."


def test_data_that_tell_no_strengths_apart_give_no_mean():
    found = weft.measure(network(["Ana Ben", "Ben Cy"]), "trust_received")
    assert found.undefined_because == (
        "Undefined, because the data tell no strengths apart: every tie counts alike."
    )


def test_without_direction_each_end_receives_the_strength():
    relations = [Relation(name="ties", directed=False)]
    net = network(["Ana Ben 2", "Ana Cy 4"], "source target weight", relations=relations)
    assert weft.measure(net, "trust_received").value == (3 + 2 + 4) / 3


@settings(max_examples=30, deadline=None)
@given(half_heard())
def test_equals_the_mean_of_the_means_of_columns(drawn):
    strength, answered = drawn
    given_by = strength[answered].astype(float)
    given_by[given_by == 0] = np.nan
    means = [column[~np.isnan(column)].mean() for column in given_by.T if np.nansum(column)]
    found = weft.measure(of_matrix(strength, answered=answered, scale=(1, 3)), "trust_received")
    assert found.value == pytest.approx(np.mean(means) if means else None)
