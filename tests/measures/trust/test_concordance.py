"""Whether both ends say that a tie exists."""

import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import half_heard, network, of_matrix
from weft.network import Relation

UNDIRECTED = [Relation(name="ties", directed=False)]


def test_without_direction_both_ends_are_asked():
    net = network(["Ana Ben", "Ben Ana", "Cy Ana"], relations=UNDIRECTED)
    found = weft.measure(net, "concordance")
    assert (found.value, found.parts) == (1 / 2, {"by_both": 1, "by_one": 1})
    assert found.sentence == "Of the ties that either end reports, 50% are reported by both."


def test_with_direction_a_tie_and_its_return_are_two_ties():
    rows = ["Ana Ben Ana", "Ana Ben Ben", "Ben Ana Ben", "Cy Ana Ana"]
    # Ana gives to Ben: both say so. Ben gives to Ana, Cy gives to Ana: one says so.
    net = network(rows, "source target reporter", people="Ana Ben Cy")
    assert weft.measure(net, "concordance").value == pytest.approx(1 / 3)


def test_ties_of_silent_people_and_words_of_third_persons_do_not_count():
    rows = ["Ana Ben Ana", "Ana Ben Ben", "Ana Di Ana", "Ben Cy Ana"]
    net = network(rows, "source target reporter", people="Ana Ben Cy Di", answered="Ana Ben Cy")
    assert weft.measure(net, "concordance").value == 1


def test_where_only_one_end_is_asked_it_is_undefined():
    found = weft.measure(network(["Ana Ben", "Ben Ana"]), "concordance")
    assert found.undefined_because == (
        "Undefined, because only one end of each tie was asked about it."
    )


def test_a_table_that_lists_each_pair_once_is_not_read_as_discord():
    found = weft.measure(
        network(["Ana Ben", "Ben Cy", "Cy Ana"], relations=UNDIRECTED), "concordance"
    )
    assert found.undefined_because == (
        "Undefined, because no tie was reported by both of its ends, as in a table that lists "
        "every pair once."
    )


def test_true_discord_between_givers_and_takers_is_0():
    net = network(["Ana Ben Ana", "Ana Cy Cy"], "source target reporter", people="Ana Ben Cy")
    assert weft.measure(net, "concordance").value == 0


def test_without_ties_where_both_answered_it_is_undefined():
    net = network(["Ana Ben"], people="Ana Ben", answered="Ana", relations=UNDIRECTED)
    assert weft.measure(net, "concordance").undefined_because == (
        "Undefined, because no tie was reported where both ends answered."
    )


@settings(max_examples=30, deadline=None)
@given(half_heard())
def test_equals_the_definition_over_the_answers_of_both(drawn):
    strength, answered = drawn
    known = np.flatnonzero(answered)
    tied = strength[np.ix_(known, known)] > 0
    upper = np.triu_indices(len(known), 1)
    both, one = (tied & tied.T)[upper].sum(), (tied | tied.T)[upper].sum()
    net = of_matrix(strength, answered=answered, directed=False)
    expected = both / one if both else None
    assert weft.measure(net, "concordance").value == pytest.approx(expected)
