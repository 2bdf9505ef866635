"""Whether everything goes through one person."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import half_heard, matrices, network, of_matrix
from weft.engine import without_core
from weft.network import Relation

UNDIRECTED = [Relation(name="ties", directed=False)]
ID = "betweenness_centralization"


def test_a_star_is_one_and_a_ring_is_zero():
    star = network(["Ana Ben", "Ana Cy", "Ana Di"], relations=UNDIRECTED)
    ring = network(["Ana Ben", "Ben Cy", "Cy Di", "Di Ana"])
    assert weft.measure(star, ID).value == 1
    assert weft.measure(ring, ID).value == 0


def test_by_hand_with_its_sentence():
    found = weft.measure(network(["Ana Ben", "Ben Cy", "Ben Di"]), ID)
    assert found.value == pytest.approx((2 + 2 + 2) / (3 * 3 * 2))
    assert found.method == "Freeman's betweenness centralization"
    assert found.sentence == (
        "On a scale from 0 (nobody stands between others more than anybody else) to 1 (every way "
        "leads through one person), the network stands at 0.33."
    )


@settings(max_examples=30, deadline=None)
@given(matrices(fewest=3))
def test_it_is_the_mean_distance_from_the_greatest_normalised_betweenness(strength):
    ties = nx.from_numpy_array(strength > 0, create_using=nx.DiGraph)
    each = list(nx.betweenness_centrality(ties).values())
    expected = sum(max(each) - one for one in each) / (len(each) - 1)
    net = of_matrix(strength)
    assert weft.measure(net, ID).value == pytest.approx(expected)
    raw = nx.betweenness_centrality(ties, normalized=False)
    assert list(weft.by_person(net, ID).values()) == pytest.approx(list(raw.values()))


@settings(max_examples=10, deadline=None)
@given(half_heard(fewest=3))
def test_with_silence_the_mean_over_draws_is_shown_and_said(drawn):
    strength, answered = drawn
    found = weft.measure(of_matrix(strength, answered=answered), ID, draws=4, seed=3)
    again = weft.measure(of_matrix(strength, answered=answered), ID, draws=4, seed=3)
    assert found == again
    assert answered.all() or "filled in at random in 4 draws" in found.method


def test_above_2000_people_the_sampling_error_is_stated_and_holds():
    ties = nx.barabasi_albert_graph(2_100, 2, seed=1)
    net = network([f"p{a} p{b}" for a, b in ties.edges], relations=UNDIRECTED)
    exact = np.array(net.graph().igraph.betweenness())
    expected = (exact.max() - exact).sum() / (2_099**2 * 2_098 / 2)
    found = weft.measure(net, ID, seed=2)
    assert found.method.endswith(
        "everyone's share of all shortest ways is within 0.01 of the truth, for all people at once "
        "with 90% confidence, and so is this figure within 0.02"
    )
    assert abs(found.number - expected) <= 0.02
    with without_core():
        pure = weft.measure(net, ID, seed=3)
    stated = float(pure.method.split("give or take ")[1].split(" ")[0])
    assert 0 < stated < 0.05
    assert abs(pure.number - expected) <= 2 * stated
