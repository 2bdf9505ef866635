"""How much of the network a person gets to in two and in three steps."""

import networkx as nx
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import matrices, network, of_matrix
from weft.network import Relation

CHAIN = ["Ana Ben", "Ben Cy", "Cy Di", "Di Eve"]


@pytest.mark.parametrize(
    ("measure_id", "directed", "expected"),
    [
        # From Ana, Ben, Cy, Di and Eve in turn.
        ("reach_2", True, (2 + 2 + 2 + 1 + 0) / 20),
        ("reach_3", True, (3 + 3 + 2 + 1 + 0) / 20),
        ("reach_2", False, (2 + 3 + 4 + 3 + 2) / 20),
        ("reach_3", False, (3 + 4 + 4 + 4 + 3) / 20),
    ],
)
def test_on_a_chain(measure_id, directed, expected):
    net = network(CHAIN, relations=[Relation(name="ties", directed=directed)])
    assert weft.measure(net, measure_id).value == pytest.approx(expected)


def test_sentences_say_how_many_steps():
    net = network(CHAIN)
    assert [weft.measure(net, f"reach_{k}").sentence for k in (2, 3)] == [
        "In two steps, a person gets to 35% of the others on average.",
        "In three steps, a person gets to 45% of the others on average.",
    ]


@settings(max_examples=25, deadline=None)
@given(matrices())
def test_equals_networkx(strength):
    net = of_matrix(strength)
    theirs = nx.from_numpy_array(strength > 0, create_using=nx.DiGraph)
    n = len(strength)
    for k in (2, 3):
        lengths = dict(nx.all_pairs_shortest_path_length(theirs, cutoff=k))
        expected = sum(len(to) - 1 for to in lengths.values()) / (n * (n - 1))
        assert weft.measure(net, f"reach_{k}").value == pytest.approx(expected)


def test_above_2000_people_the_method_states_the_error():
    ring = [f"p{i} p{(i + 1) % 2_500}" for i in range(2_500)]
    found = weft.measure(network(ring), "reach_2")
    assert found.value == pytest.approx(2 / 2_499)
    assert found.method == (
        "estimated from 512 of 2,500 people drawn at random; within 0.0059 with 95 % confidence"
    )


def test_silence_is_filled_in_over_draws_and_the_same_seed_gives_the_same():
    net = network(CHAIN, people="Ana Ben Cy Di Eve", answered="Ana Ben Cy Di")
    found = weft.measure(net, "reach_2", seed=4)
    assert (2 + 2 + 2 + 1 + 0) / 20 < found.number < 1
    assert found.value == weft.measure(net, "reach_2", seed=4).value
    assert found.method.startswith("what 1 who did not answer would have said was filled in")
