"""What became of ties between two waves."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.measures.made import half_heard, network, of_matrix
from weft.measures.kernels.comparison import TieChange, tie_change
from weft.network import InvalidRequestError, Relation

UNDIRECTED = (Relation(name="ties", directed=False),)


def test_people_are_matched_by_id_wherever_they_stand():
    before = network(["Ana Ben", "Ana Cy", "Cy Ben"]).graph()
    after = network(["Eve Cy", "Cy Ben", "Ben Ana", "Ana Ben"]).graph()
    # Ana, Ben and Cy are in both: Ana-Ben and Cy-Ben kept, Ana-Cy gone, Ben-Ana new.
    assert tie_change(before, after) == TieChange(2, 1, 1, 2, 3)


def test_only_what_people_who_answered_in_both_waves_said_counts():
    people = "Ana Ben Cy Di"
    before = network(["Ana Ben", "Ben Cy"], people=people, answered="Ana Ben Cy").graph()
    after = network(["Ana Cy", "Ana Ben", "Di Ana"], people=people, answered="Ana Ben Di").graph()
    # Ana and Ben answered twice: Ana-Ben kept, Ben-Cy gone, Ana-Cy new, three others never.
    assert tie_change(before, after) == TieChange(1, 1, 1, 3, 2)


def test_without_direction_both_ends_must_have_answered_in_both_waves():
    people = "Ana Ben Cy"
    before = network(["Ana Ben", "Ben Cy"], people=people, answered="Ana Ben", relations=UNDIRECTED)
    after = network(["Ana Ben"], people=people, answered="Ana Ben", relations=UNDIRECTED)
    assert tie_change(before.graph(), after.graph()) == TieChange(1, 0, 0, 0, 2)


def test_without_direction_the_order_of_the_ends_is_no_change():
    before = network(["Ana Ben", "Ben Cy"], relations=UNDIRECTED).graph()
    after = network(["Cy Ben", "Cy Ana", "Ben Ana"], relations=UNDIRECTED).graph()
    assert tie_change(before, after) == TieChange(2, 0, 1, 0, 3)


def test_nobody_in_common_leaves_nothing_to_count():
    assert tie_change(network(["a b"]).graph(), network(["c d"]).graph()) == TieChange(
        0, 0, 0, 0, 0
    )


def test_ties_with_and_without_direction_cannot_be_compared():
    with pytest.raises(InvalidRequestError, match="whether they have a direction"):
        tie_change(network(["a b"]).graph(), network(["a b"], relations=UNDIRECTED).graph())


@settings(max_examples=40, deadline=None)
@given(half_heard(fewest=4, most=4), half_heard(fewest=4, most=4), st.booleans())
def test_counts_equal_a_look_at_every_possible_tie(one, other, directed):
    graphs = [of_matrix(s, answered=a, directed=directed).graph() for s, a in (one, other)]
    common = np.flatnonzero(one[1] & other[1])

    def tied(drawn, i, j):
        strength, answered = drawn
        if directed:
            return strength[i, j] > 0
        return (answered[i] and strength[i, j] > 0) or (answered[j] and strength[j, i] > 0)

    states = [
        (bool(tied(one, i, j)), bool(tied(other, i, j)))
        for i in common
        for j in (range(len(one[1])) if directed else common)
        if i != j and (directed or i < j)
    ]
    order = [(True, True), (True, False), (False, True), (False, False)]
    assert tie_change(*graphs) == TieChange(*[states.count(state) for state in order], len(common))
