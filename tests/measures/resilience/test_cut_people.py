"""Whose leaving would cut somebody off."""

import networkx as nx
from hypothesis import given, settings

import weft
from tests.measures.made import matrices, network, of_matrix

ID = "cut_people"


def test_one_holds_another_by_a_thread():
    net = network(["Ana Ben", "Ben Cy", "Cy Ana", "Cy Di"])
    found = weft.measure(net, ID)
    assert (found.value, found.parts) == (1, {"share": 1 / 4, "one_thread": 1})
    assert found.sentence == (
        "1 of 4 people are the only way to somebody else, and 1 hang by one thread."
    )
    assert weft.by_person(net, ID) == {"Ana": 0, "Ben": 0, "Cy": 1, "Di": 0}


def test_a_tie_returned_is_one_thread_still():
    found = weft.measure(network(["Ana Ben", "Ben Ana", "Ben Cy"]), ID)
    assert (found.value, found.parts["one_thread"]) == (1, 2)


@settings(max_examples=40, deadline=None)
@given(matrices())
def test_a_person_counts_if_there_are_more_parts_without_them(strength):
    ties = nx.from_numpy_array((strength > 0) | (strength.T > 0))
    parts = nx.number_connected_components(ties)
    cut = 0
    for person in ties:
        rest = ties.copy()
        rest.remove_node(person)
        cut += nx.number_connected_components(rest) > parts if rest else 0
    found = weft.measure(of_matrix(strength), ID)
    assert found.value == cut
    assert found.parts["one_thread"] == sum(degree == 1 for _, degree in ties.degree)
