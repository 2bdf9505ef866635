"""Krackhardt's four figures of a hierarchy: all 1 in a chart, and each by its definition."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.measures.kernels.test_krackhardt import by_definition
from tests.measures.made import matrices, network, of_matrix
from weft.network import Relation

FOUR = ("connectedness", "hierarchy", "hierarchy_efficiency", "least_upper_boundedness")
CHART = ["Ana Ben", "Ana Cy", "Ben Di", "Ben Ed", "Cy Flo"]
few = settings(max_examples=40, deadline=None)


def four(net: weft.Network, **options: object) -> list[float | None]:
    found = [weft.measure(net, measure_id) for measure_id in FOUR[:3]]
    return [m.value for m in (*found, weft.measure(net, FOUR[3], **options))]


def test_a_chart_that_leads_down_has_all_four_at_one():
    assert four(network(CHART)) == [1, 1, 1, 1]


def test_reports_to_leads_up_and_must_be_turned():
    upward = network([" ".join(reversed(row.split())) for row in CHART])
    # Only the 5 ties and the 3 pairs (Di or Ed with Ana, Flo with Ana) have one above both.
    assert four(upward)[:3] == [1, 1, 1]
    assert four(upward)[3] == pytest.approx(1 - (15 - 8) / 10)
    assert four(upward, turned=True) == [1, 1, 1, 1]


@few
@given(matrices(fewest=3))
def test_each_is_by_its_definition(strength):
    net = of_matrix(strength)
    pairs, missing = by_definition(net.graph())
    ties = nx.from_numpy_array(strength > 0, create_using=nx.DiGraph)
    sizes = np.array([len(part) for part in nx.weakly_connected_components(ties)])
    n, spare = len(strength), ties.to_undirected().number_of_edges() - (sizes - 1).sum()
    joined = (sizes * (sizes - 1)).sum() / (n * (n - 1))
    room = (sizes * (sizes - 1) // 2 - (sizes - 1)).sum()
    bounded = ((sizes - 1) * (sizes - 2) // 2).sum()
    reached = pairs.one_way + pairs.both_ways
    assert four(net) == [
        pytest.approx(joined),
        pytest.approx(pairs.one_way / reached) if reached else None,
        pytest.approx(1 - spare / room) if room else None,
        pytest.approx(1 - missing / bounded) if bounded else None,
    ]


def test_counting_arcs_calls_a_returned_tie_one_too_many():
    net = network(["Ana Ben", "Ben Ana", "Cy Ana"])
    assert weft.measure(net, "hierarchy_efficiency").value == 1
    assert weft.measure(net, "hierarchy_efficiency", count="arcs").value == 1 - 1 / 4


def test_what_is_undefined_says_why():
    nothing, both = of_matrix(np.zeros((3, 3))), [Relation(name="ties", directed=False)]
    ring = network(["Ana Ben", "Ben Cy", "Cy Ana"], relations=both)
    said = {
        (name, m): weft.measure(net, m).undefined_because
        for name, net in (("nothing", nothing), ("ring", ring))
        for m in FOUR
    }
    assert said == {
        ("nothing", "connectedness"): None,
        ("nothing", "hierarchy"): "Undefined, because there are no ties.",
        ("nothing", "hierarchy_efficiency"): (
            "Undefined, because no part of the network has people enough for a tie to be spare."
        ),
        ("nothing", "least_upper_boundedness"): (
            "Undefined, because no part of the network has three people."
        ),
        ("ring", "connectedness"): None,
        ("ring", "hierarchy"): "Undefined, because the relation has no direction.",
        ("ring", "hierarchy_efficiency"): None,
        ("ring", "least_upper_boundedness"): "Undefined, because the relation has no direction.",
    }


def test_above_2000_people_pairs_are_not_looked_at_one_by_one():
    rows = [f"p{i // 2} p{i}" for i in range(1, 2_002)]
    found = weft.measure(network(rows), "least_upper_boundedness")
    assert found.value is None
    assert found.sentence == (
        "Not computed at this size, because every pair of 2,002 people would have to be looked at; "
        "it is computed up to 2,000 people."
    )
    assert weft.measure(network(rows), "hierarchy").value == 1
