"""As if by how many people leadership is held."""

import numpy as np
import pytest
from hypothesis import assume, given, settings

import weft
from tests.measures.made import half_heard, network, of_matrix


def test_three_to_one_counts_as_one_and_a_half():
    found = weft.measure(network(["Ben Ana", "Cy Ana", "Di Ana", "Ana Ben"]), "effective_leaders")
    assert found.value == pytest.approx(1 / (9 / 16 + 1 / 16))
    assert found.parts == {"leaders": 2}
    assert found.sentence == "Leadership is held as if by 2 people of 4."


@settings(max_examples=30, deadline=None)
@given(half_heard())
def test_it_is_the_hill_number_of_the_shares(drawn):
    strength, answered = drawn
    assume(answered.sum() > 1)
    named = (strength[answered] > 0).sum(axis=0)
    shares = named / np.maximum(answered.sum() - answered, 1)
    net = of_matrix(strength, answered=answered)
    if not shares.any():
        found = weft.measure(net, "effective_leaders")
        assert found.undefined_because == "Undefined, because nobody is named by anyone."
        return
    s = shares[shares > 0] / shares.sum()
    two, one = (weft.measure(net, "effective_leaders", order=order) for order in (2, 1))
    assert two.value == pytest.approx(1 / (s**2).sum())
    assert one.value == pytest.approx(np.exp(-(s * np.log(s)).sum()))
    assert two.parts == {"leaders": len(s)}


def test_by_person_are_shares_of_all_leadership():
    net = network(["Ben Ana", "Cy Ana", "Di Ana", "Ana Ben"])
    assert weft.by_person(net, "effective_leaders") == {"Ana": 0.75, "Ben": 0.25, "Cy": 0, "Di": 0}


def test_by_person_without_any_leadership_is_nobodys_share():
    assert weft.by_person(of_matrix(np.zeros((2, 2))), "effective_leaders") == dict.fromkeys(
        ("p0", "p1")
    )
