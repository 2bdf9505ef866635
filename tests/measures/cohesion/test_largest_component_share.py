"""One network or several pieces."""

import networkx as nx
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import matrices, network, of_matrix
from weft.network import Relation


def test_pieces_are_counted_with_people_who_have_no_tie():
    net = network(["Ana Ben", "Ben Ana", "Ben Cy", "Di Eve"], people="Ana Ben Cy Di Eve Flo")
    found = weft.measure(net.everyone_answered(), "largest_component_share")
    assert found.value == 3 / 6
    assert found.parts == {"components": 3, "strong_components": 5, "isolates": 1}
    assert found.sentence == (
        "50% of people hang together in one piece, whoever named whom; people without any tie: 1."
    )


def test_without_direction_strong_pieces_are_the_pieces():
    net = network(["Ana Ben", "Cy Ben"], relations=[Relation(name="ties", directed=False)])
    found = weft.measure(net, "largest_component_share")
    assert (found.value, found.parts["components"], found.parts["strong_components"]) == (1, 1, 1)


def test_without_ties_each_person_is_a_piece():
    net = network(["Ana Ben 0"], "source target weight")
    found = weft.measure(net, "largest_component_share")
    assert (found.value, found.parts["components"]) == (1 / 2, 2)


@settings(max_examples=25, deadline=None)
@given(matrices())
def test_equals_networkx(strength):
    found = weft.measure(of_matrix(strength), "largest_component_share")
    theirs = nx.from_numpy_array(strength > 0, create_using=nx.DiGraph)
    pieces = list(nx.weakly_connected_components(theirs))
    assert found.value == pytest.approx(max(map(len, pieces)) / len(theirs))
    assert found.parts == {
        "components": len(pieces),
        "strong_components": nx.number_strongly_connected_components(theirs),
        "isolates": nx.number_of_isolates(theirs),
    }
