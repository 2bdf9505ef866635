"""How unequally leadership is held."""

import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import matrices, network, of_matrix


def test_one_holder_of_everything_is_one():
    net = network(["Ben Ana", "Cy Ana", "Di Ana"])
    assert weft.measure(net, "leadership_gini").value == pytest.approx(1)
    assert weft.measure(net, "leadership_gini", normalised=False).value == pytest.approx(3 / 4)


@pytest.mark.parametrize("of", ["in", "out", "all"])
@settings(max_examples=20, deadline=None)
@given(strength=matrices())
def test_it_is_half_the_relative_mean_difference(of, strength):
    ties = (strength > 0).astype(float)
    received, given_ = ties.sum(axis=0), ties.sum(axis=1)
    held = {"in": received, "out": given_, "all": received + given_}[of]
    found = weft.measure(of_matrix(strength), "leadership_gini", of=of, normalised=False)
    if not held.any():
        assert found.undefined_because == "Undefined, because nobody is named by anyone."
        return
    apart = np.abs(held[:, None] - held[None, :]).mean()
    assert found.value == pytest.approx(apart / (2 * held.mean()), abs=1e-12)


def test_those_who_did_not_answer_are_not_said_to_look_to_nobody():
    strength = np.array([[0, 1, 1], [1, 0, 1], [0, 0, 0]])
    net = of_matrix(strength, answered=[True, True, False])
    assert weft.measure(net, "leadership_gini", of="out").value == pytest.approx(0)
    alone = of_matrix(strength, answered=[True, False, False])
    found = weft.measure(alone, "leadership_gini", of="out")
    assert found.undefined_because == "Undefined, because fewer than two people answered."
