"""Burt's effective size of people, and its mean."""

import pytest

import weft
from tests.measures.made import network
from tests.measures.structure.grouped import grouped


def test_a_triangle_with_a_tail():
    net = network(["Ana Ben", "Ana Cy", "Ben Cy", "Ana Di"])
    expected = {"Ana": 7 / 3, "Ben": 1.0, "Cy": 1.0, "Di": 1.0}
    assert weft.by_person(net, "effective_size") == pytest.approx(expected)
    assert weft.measure(net, "effective_size").value == pytest.approx(4 / 3)


def test_those_without_ties_are_left_out_and_counted():
    net = grouped(["Ana Ben"], dict.fromkeys(["Ana", "Ben", "Cy"]))
    found = weft.measure(net, "effective_size")
    assert (found.value, found.parts) == (1.0, {"without_ties": 1.0})
    assert weft.by_person(net, "effective_size")["Cy"] is None


def test_undefined_without_ties():
    found = weft.measure(grouped([], {"Ana": None, "Ben": None}), "effective_size")
    assert found.sentence == "Undefined, because there are no ties."
