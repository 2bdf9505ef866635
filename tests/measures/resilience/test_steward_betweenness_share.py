"""How much goes through the stewards."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import matrices, network, of_matrix
from weft.network import Relation

ID = "steward_betweenness_share"
UNDIRECTED = [Relation(name="ties", directed=False)]
LINE = network(["Ana Ben", "Ben Cy", "Cy Di"])


def test_in_a_line_of_four_the_two_in_the_middle_share_it():
    found = weft.measure(LINE.with_stewards(["Ben"]), ID)
    assert (found.value, found.parts) == (1 / 2, {"stewards": 1, "even_share": 1 / 4})
    assert found.sentence == "Of the standing between others that there is, 50% is the stewards'."
    assert weft.measure(LINE.with_stewards(["Ben", "Cy"]), ID).value == 1
    assert weft.measure(LINE.with_stewards(["Ana"]), ID).value == 0


@settings(max_examples=30, deadline=None)
@given(matrices(fewest=3))
def test_it_is_the_share_of_networkx_betweenness(strength):
    ties = nx.from_numpy_array(strength > 0, create_using=nx.DiGraph)
    each = np.array(list(nx.betweenness_centrality(ties).values()))
    found = weft.measure(of_matrix(strength).with_stewards(["p0", "p2"]), ID)
    expected = pytest.approx(each[[0, 2]].sum() / each.sum()) if each.any() else None
    assert found.value == expected


def test_what_is_undefined_says_why():
    assert weft.measure(LINE, ID).undefined_because == (
        "Undefined, because nobody is marked as a steward."
    )
    direct = network(["Ana Ben", "Ben Cy", "Cy Ana", "Ben Ana", "Cy Ben", "Ana Cy"])
    assert weft.measure(direct.with_stewards(["Ana"]), ID).undefined_because == (
        "Undefined, because nobody stands between two others."
    )


def test_above_2000_people_the_sampling_error_is_stated_and_holds():
    ties = nx.barabasi_albert_graph(2_100, 2, seed=1)
    net = network([f"p{a} p{b}" for a, b in ties.edges], relations=UNDIRECTED)
    net = net.with_stewards(["p0", "p4"])
    graph = net.graph()
    exact = np.array(graph.igraph.betweenness())
    expected = exact[graph.people.steward].sum() / exact.sum()
    found = weft.measure(net, ID, seed=2)
    assert "everyone's share of all shortest ways is within 0.01 of the truth" in found.method
    stated = float(found.method.split("give or take ")[1].split(" ")[0])
    assert 0 < stated < 0.05
    assert abs(found.number - expected) <= 2 * stated
