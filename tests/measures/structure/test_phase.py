"""The shape of a network, by the classifier of the measurement reference."""

import networkx as nx
import pytest

import weft
from tests.measures.made import network
from tests.measures.structure.shapes import SHAPES, core_and_rim, multi_hub, network_of
from weft.measures.kernels import chance
from weft.measures.structure.phase import DECLARATION

NETWORKS = [(name, seed) for name in SHAPES for seed in range(8)]

PHASES = ("scattered", "hub-and-spoke", "core/periphery", "multi-hub", "undetermined")


def phase(net, **options):
    return weft.measure(net, "phase", **options)


@pytest.mark.parametrize(("shape", "seed"), NETWORKS)
def test_each_made_network_is_told(shape, seed):
    assert phase(network_of(SHAPES[shape](seed))).value == shape


def test_a_star_is_a_hub_with_its_spokes():
    found = phase(network(["Ana Ben", "Ana Cy", "Ana Di", "Ana Eve", "Ana Flo"]))
    assert found.value == "hub-and-spoke"
    assert found.parts == pytest.approx({"L": 1.0, "C_B": 1.0, "drop": 5 / 6})
    assert found.sentence == (
        "Of the four shapes that networks pass through, this one's is: hub-and-spoke."
    )


def test_pairs_are_scattered():
    rows = ["Ana Ben", "Cy Di", "Eve Flo", "Gil Hal"]
    found = phase(network(rows))
    assert (found.value, dict(found.parts)) == ("scattered", {"L": 0.25})


def test_four_pieces_are_scattered_even_beside_a_large_one():
    whole = nx.disjoint_union_all([nx.complete_graph(20), *[nx.path_graph(2) for _ in range(3)]])
    found = phase(network_of(whole))
    assert found.value == "scattered"
    assert found.parts["L"] == pytest.approx(20 / 26)
    three = nx.disjoint_union_all([nx.complete_graph(20), nx.path_graph(2), nx.path_graph(2)])
    assert phase(network_of(three)).value != "scattered"


def test_of_two_hubs_alike_the_one_counts_whose_leaving_costs_most():
    # Two hubs tied to each other, with four spokes each: either takes half of all people along.
    whole = nx.disjoint_union(nx.star_graph(4), nx.star_graph(4))
    whole.add_edge(0, 5)
    found = phase(network_of(whole))
    assert found.parts["drop"] == pytest.approx(1 - 5 / 10)


def test_a_ring_loses_nobody_but_the_one_who_leaves():
    found = phase(network_of(nx.cycle_graph(8)))
    assert found.parts["C_B"] == pytest.approx(0.0)
    assert found.parts["drop"] == pytest.approx(1 / 8)
    assert "fit" not in found.parts


def test_everyone_tied_to_everyone_is_undetermined():
    found = phase(network_of(nx.complete_graph(6)))
    assert (found.value, found.parts["p_Q"]) == ("undetermined", 1.0)


def test_parts_say_what_each_question_gave():
    found = phase(network_of(core_and_rim(0)))
    assert set(found.parts) == {"L", "C_B", "drop", "fit", "p_gnm"}
    assert found.parts["fit"] > 0.8
    assert found.parts["p_gnm"] == 1 / 41
    found = phase(network_of(multi_hub(0)), null_draws=60)
    assert set(found.parts) == set(DECLARATION.parts)
    assert found.parts["p_Q"] == 1 / 61
    assert [null.draws for null in found.nulls] == [60, 60]


def test_where_answers_are_missing_the_parts_share_out_the_draws():
    people = "Ana Ben Cy Di Eve Flo"
    rows = ["Ana Ben", "Ana Cy", "Ana Di"]
    found = phase(network(rows, people=people, answered="Ana"), draws=10)
    shares = {name: share for name, share in found.parts.items() if name.startswith("share ")}
    assert sum(shares.values()) == pytest.approx(1.0)
    assert found.value in PHASES
    assert shares[f"share {found.value}"] == max(shares.values())


def test_too_large_is_said_and_not_tried():
    found = phase(network_of(nx.cycle_graph(2_001)))
    assert found.value is None
    assert found.sentence == (
        "Not computed at this size, because it is set against chance only up to 2,000 people and "
        "50,000 pairs."
    )
    assert found.parts == {"L": 1.0}


def test_a_large_network_in_pieces_is_still_scattered():
    assert phase(network_of(nx.empty_graph(2_001))).value == "scattered"


@pytest.mark.facts
def test_the_law_firm_is_told_the_same_each_time_and_the_work_is_shared(shared_data, monkeypatch):
    folder = shared_data / "lazega_law"
    net = weft.read(folder / "ties.csv", people=folder / "people.csv").everyone_answered()
    first = phase(net, relation="advice")
    assert first.value == "multi-hub"

    def never(*_, **__):
        raise AssertionError

    monkeypatch.setattr(chance, "SameDegrees", never)
    monkeypatch.setattr(chance, "SameSize", never)
    assert phase(net, relation="advice") == first
    circles = weft.measure(net, "modularity", relation="advice")
    assert circles.value == first.parts["Q"]
    assert circles.nulls[0] == first.nulls[1]
    core = weft.measure(net, "core_periphery", relation="advice")
    assert (core.value, core.nulls[0]) == (first.parts["fit"], first.nulls[0])
