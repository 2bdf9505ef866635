"""Gould and Fernandez's roles of a whole network and of each person."""

import pytest

import weft
from tests.measures.structure.grouped import grouped

OFFICES = {"Ana": "north", "Ben": "north", "Cy": "south", "Di": "south"}


def test_a_chain_across_two_offices():
    # Ben takes the north to Cy (representative); Cy lets Ben in to Di (gatekeeper).
    found = weft.measure(
        grouped(["Ana Ben", "Ben Cy", "Cy Di"], OFFICES), "brokerage", group="group"
    )
    assert (found.value, found.undefined_because) == (2.0, None)
    assert found.parts == {
        "coordinator": 0.0,
        "consultant": 0.0,
        "gatekeeper": 1.0,
        "representative": 1.0,
        "liaison": 0.0,
    }
    assert found.sentence == (
        "2 times two people are joined by a third and not directly: 0 times all within one group, "
        "0 times across three."
    )


def test_each_person_has_their_own_total():
    net = grouped(["Ana Ben", "Ben Cy", "Cy Di", "Ben Di"], OFFICES)
    # Cy is on the way from Ben to Di, who are tied; Ben on Ana's ways to Cy and to Di.
    assert weft.by_person(net, "brokerage", group="group") == {
        "Ana": 0.0,
        "Ben": 2.0,
        "Cy": 0.0,
        "Di": 0.0,
    }


def test_without_direction_each_way_counts_both_ways():
    net = grouped(["Ana Ben", "Ben Cy"], OFFICES, directed=False)
    found = weft.measure(net, "brokerage", group="group")
    assert (found.value, found.parts["gatekeeper"], found.parts["representative"]) == (2, 1, 1)


def test_no_ties_are_no_ways():
    assert weft.measure(grouped([], OFFICES), "brokerage", group="group").value == 0.0


def test_without_a_group_the_error_lists_the_attributes():
    net = grouped(["Ana Ben", "Ben Cy"], OFFICES)
    for ask in (weft.measure, weft.by_person):
        with pytest.raises(weft.InvalidRequestError, match="people have: group"):
            ask(net, "brokerage")


@pytest.mark.facts
def test_the_law_firm_equals_sna(shared_data):
    folder = shared_data / "lazega_law"
    net = weft.read(folder / "ties.csv", people=folder / "people.csv").everyone_answered()
    found = weft.measure(net, "brokerage", relation="advice", group="office")
    # R sna 2.7-1, raw totals: w_I, w_O, b_OI, b_IO, b_O and t, in facts.json.
    assert (found.value, dict(found.parts)) == (
        6_372.0,
        {
            "coordinator": 3_446.0,
            "consultant": 175.0,
            "gatekeeper": 1_213.0,
            "representative": 1_413.0,
            "liaison": 125.0,
        },
    )
