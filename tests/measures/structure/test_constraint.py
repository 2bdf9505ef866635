"""Burt's constraint of people, and its mean."""

import pytest

import weft
from tests.measures.made import network
from tests.measures.structure.grouped import grouped


def test_between_two_who_are_not_tied():
    net = network(["Ana Ben", "Ana Cy"])
    assert weft.by_person(net, "constraint") == {"Ana": 0.5, "Ben": 1.0, "Cy": 1.0}
    assert weft.measure(net, "constraint").value == pytest.approx(5 / 6)


def test_two_steps_count_whom_a_contact_leads_to():
    net = network(["Ana Ben", "Ana Cy"])
    found = weft.measure(net, "constraint", over="two_steps")
    assert found.value == pytest.approx((0.5 + 1.25 + 1.25) / 3)
    assert found.method.startswith("Burt's constraint, also over people reached in two steps")


def test_a_tie_both_ways_weighs_twice():
    # Ana's shares: Ben 2/3, Cy 1/3.
    net = network(["Ana Ben", "Ben Ana", "Ana Cy"])
    assert weft.by_person(net, "constraint")["Ana"] == pytest.approx(5 / 9)


def test_those_without_ties_are_left_out_and_counted():
    groups = dict.fromkeys(["Ana", "Ben", "Cy", "Di"])
    net = grouped(["Ana Ben", "Ana Cy"], groups)
    found = weft.measure(net, "constraint")
    assert found.value == pytest.approx(5 / 6)
    assert found.parts == {"without_ties": 1.0}
    assert weft.by_person(net, "constraint")["Di"] is None


def test_undefined_without_ties():
    found = weft.measure(grouped([], {"Ana": None, "Ben": None}), "constraint")
    assert found.sentence == "Undefined, because there are no ties."
