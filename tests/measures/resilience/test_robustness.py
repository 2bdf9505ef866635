"""How long people hang together while the best connected leave."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.made import matrices, network, of_matrix

ID = "robustness"
few = settings(max_examples=30, deadline=None)


@pytest.mark.parametrize("order", ["degree", "betweenness", "random"])
@pytest.mark.parametrize("n", [2, 5, 9])
def test_a_complete_network_loses_only_the_leavers(order, n):
    complete = of_matrix(nx.to_numpy_array(nx.complete_graph(n)))
    assert weft.measure(complete, ID, order=order).value == pytest.approx((n - 1) / (2 * n))


@pytest.mark.parametrize("order", ["degree", "betweenness"])
def test_a_star_falls_apart_at_once(order):
    star = of_matrix(nx.to_numpy_array(nx.star_graph(5)))
    found = weft.measure(star, ID, order=order)
    assert found.value == pytest.approx(5 / 6**2)


def test_by_hand_with_its_sentence():
    # Ben (3 ties) leaves, then one of Ed and Flo: 2, 1, 1, 1, 1 and nobody of 6 hang together.
    net = network(["Ana Ben", "Cy Ben", "Ben Di", "Ed Flo"])
    found = weft.measure(net, ID)
    assert found.value == pytest.approx((2 + 1 + 1 + 1 + 1 + 0) / 36)
    assert found.method == "those with most ties leave first, counted anew each time"
    assert found.sentence == (
        "If the best connected left one after another until nobody is left, on average 17% of all "
        "people would still hang together (50% is the most there can be)."
    )


def range_over_ties(left: nx.Graph, figure) -> tuple[int, int]:
    """Return the least and the most the sizes can add up to, over every way to settle ties."""
    if not left:
        return 0, 0
    values = figure(left)
    greatest = max(values.values())
    ends = []
    for person in [v for v in left if values[v] >= greatest - 1e-9]:
        rest = left.copy()
        rest.remove_node(person)
        size = max(map(len, nx.connected_components(rest)), default=0)
        ends.append([size + more for more in range_over_ties(rest, figure)])
    return min(low for low, _ in ends), max(high for _, high in ends)


@pytest.mark.parametrize(
    ("order", "figure"),
    [
        ("degree", lambda left: dict(left.degree)),
        ("betweenness", nx.betweenness_centrality),
    ],
)
@settings(max_examples=15, deadline=None)
@given(strength=matrices(most=5))
def test_it_is_among_what_deleting_people_in_networkx_can_give(order, figure, strength):
    ties = nx.from_numpy_array((strength > 0) | (strength.T > 0))
    low, high = range_over_ties(ties, figure)
    found = weft.measure(of_matrix(strength), ID, order=order)
    assert low - 1e-9 <= found.number * len(ties) ** 2 <= high + 1e-9


def test_random_orders_follow_the_seed():
    net = of_matrix(nx.to_numpy_array(nx.gnp_random_graph(20, 0.15, seed=1)))
    one, same, other = (weft.measure(net, ID, order="random", seed=seed) for seed in (1, 1, 2))
    assert one.value == same.value != other.value
    assert one.number > weft.measure(net, ID).number
    assert one.method == "mean of 20 random orders of leaving"


def test_it_is_lower_where_a_hub_holds_everything():
    hub = nx.to_numpy_array(nx.barabasi_albert_graph(300, 2, seed=1))
    even = nx.to_numpy_array(nx.random_regular_graph(4, 300, seed=1))
    values = [weft.measure(of_matrix_pairs(m), ID).number for m in (hub, even)]
    assert values[0] < 0.5 * values[1]


def of_matrix_pairs(ties: np.ndarray) -> weft.Network:
    source, target = np.nonzero(np.triu(ties))
    return network([f"p{a} p{b}" for a, b in zip(source, target, strict=True)])
