"""How many are looked to by at least two others."""

import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.leadership.test_leadership_centralization import (
    PEOPLE,
    SILENT,
    looking_to_few,
)
from tests.measures.made import matrices, network, of_matrix


def test_two_of_four_are_named_and_one_of_them_by_two():
    found = weft.measure(network(["Ben Ana", "Cy Ana", "Di Ana", "Ana Ben"]), "leadership_coverage")
    assert (found.value, found.parts, found.method) == (1 / 4, {"named_by_none": 1 / 2}, "")
    assert found.sentence == "25% of people are looked to by at least two others."


@settings(max_examples=30, deadline=None)
@given(matrices(fewest=3))
def test_on_complete_data_it_counts(strength):
    named = (strength > 0).sum(axis=0)
    found = weft.measure(of_matrix(strength), "leadership_coverage")
    assert found.value == pytest.approx((named >= 2).mean())
    assert found.parts["named_by_none"] == pytest.approx((named == 0).mean())


def test_at_30_percent_silence_chances_are_right_where_counting_misleads():
    rng = np.random.default_rng(11)
    found, counted, none = [], [], []
    for _ in range(60):
        ties = looking_to_few(rng)
        answered = np.ones(PEOPLE, dtype=bool)
        answered[rng.choice(PEOPLE, SILENT, replace=False)] = False
        truth = ties.sum(axis=0)
        figure = weft.measure(of_matrix(ties, answered=answered), "leadership_coverage")
        found.append(figure.number - (truth >= 2).mean())
        none.append(figure.parts["named_by_none"] - (truth == 0).mean())
        counted.append((ties[answered].sum(axis=0) >= 2).mean() - (truth >= 2).mean())
    assert abs(np.mean(found)) <= 0.02
    assert abs(np.mean(none)) <= 0.03
    assert np.mean(counted) <= -0.08


def test_by_person_is_how_many_named_each():
    net = network(["Ben Ana", "Cy Ana", "Ana Ben"])
    assert weft.by_person(net, "leadership_coverage") == {"Ana": 2, "Ben": 1, "Cy": 0}
