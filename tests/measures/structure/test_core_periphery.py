"""The best core, against both nulls."""

import networkx as nx
import pytest

import weft
from tests.measures.made import network
from tests.measures.structure.shapes import core_and_rim, network_of, random


def core(net, **options):
    return weft.measure(net, "core_periphery", **options)


def test_a_pair_with_a_rim_fits_fully():
    # Ana-Ben is tied, and of Cy, Di and Eve nobody is tied to another.
    rows = ["Ana Ben", "Ana Cy", "Ben Cy", "Di Ana", "Di Ben", "Eve Ana", "Eve Ben"]
    found = core(network(rows))
    assert (found.value, found.parts) == (pytest.approx(1.0), {"core_size": 2.0})
    assert found.sentence == (
        "The best core, of 2 of 5 people, fits by 1.00 on a scale from 0 (no core) to 1 (all tied "
        "within the core, nobody tied within the rim)."
    )


@pytest.mark.parametrize("seed", range(8))
def test_a_true_core_stands_out_from_size_and_never_from_degrees(seed):
    found = core(network_of(core_and_rim(seed)))
    assert 0.8 < found.number < 0.95
    size, degrees = found.nulls
    assert size.model == "as many people and ties"
    assert degrees.model == "everyone keeps as many ties as they have"
    assert size.p == 1 / 41
    assert degrees.p >= 0.9


def test_random_networks_have_no_core():
    found = [core(network_of(random(seed))) for seed in range(8)]
    assert max(one.number for one in found) < 0.5


def test_the_number_of_draws_is_asked_for():
    found = core(network_of(core_and_rim(0)), null_draws=20)
    assert [null.draws for null in found.nulls] == [20, 20]
    assert found.nulls[0].p == 1 / 21


def test_undefined_where_no_core_can_be_told():
    assert core(network_of(nx.empty_graph(5))).sentence == "Undefined, because there are no ties."
    assert core(network_of(nx.cycle_graph(6))).sentence == (
        "Undefined, because everyone has equally many ties or nearly so."
    )
    assert core(network(["Ana Ben", "Ana Cy"])).sentence == (
        "Undefined, because 3 people are in the network and at least 4 are needed."
    )


def test_of_a_large_network_the_fit_alone_is_given():
    whole = nx.disjoint_union(core_and_rim(0), nx.empty_graph(2_000))
    found = core(network_of(whole))
    assert found.number > 0.5
    assert found.nulls == ()
    assert found.method.endswith(
        "it is set against chance only up to 2,000 people and 50,000 pairs"
    )


def test_each_pair_counts_once_whatever_its_direction():
    rows = ["Ana Ben", "Ana Cy", "Ben Cy", "Di Ana", "Di Ben", "Eve Ana", "Eve Ben"]
    back = [" ".join(reversed(row.split())) for row in rows[:3]]
    assert core(network(rows + back)).value == core(network(rows)).value
