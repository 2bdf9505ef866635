"""Circles, their modularity, and the null that keeps everyone's number of ties."""

import networkx as nx
import numpy as np
import pytest

import weft
from tests.measures.made import network
from tests.measures.structure.shapes import multi_hub, network_of, random


def modularity(net, **options):
    return weft.measure(net, "modularity", **options)


def test_two_trios_with_a_tie_between():
    # Each trio has 3 of the 7 ties and half of all ends: 2 (3/7 - 1/4).
    rows = ["Ana Ben", "Ben Cy", "Ana Cy", "Di Eve", "Eve Flo", "Di Flo", "Cy Di"]
    found = modularity(network(rows))
    assert found.value == pytest.approx(5 / 14)
    assert found.parts == {"communities": 2.0}
    assert found.sentence == (
        "People fall into 2 circles with more ties inside than chance gives, by 0.36 on a scale "
        "that ends at 1."
    )


def test_two_directions_between_two_people_are_one_tie():
    assert modularity(network(["Ana Ben", "Ben Ana", "Cy Di"])).value == pytest.approx(1 / 2)


def test_people_without_ties_are_no_circles():
    whole = nx.disjoint_union(nx.complete_graph(3), nx.empty_graph(4))
    found = modularity(network_of(whole))
    assert (found.value, found.parts) == (pytest.approx(0.0), {"communities": 1.0})


def test_it_finds_the_best_division_of_the_karate_club():
    # Brandes et al. (2008) prove 0.4198 to be the greatest modularity of this network.
    assert modularity(network_of(nx.karate_club_graph())).value == pytest.approx(0.4198, abs=5e-5)


@pytest.mark.parametrize("seed", range(4))
def test_it_is_not_below_the_best_of_networkx(seed):
    whole = multi_hub(seed)
    theirs = max(
        nx.community.modularity(whole, nx.community.louvain_communities(whole, seed=run))
        for run in range(5)
    )
    assert modularity(network_of(whole)).number >= theirs - 1e-9


def test_circles_stand_out_from_chance_and_random_networks_do_not():
    assert {modularity(network_of(multi_hub(seed))).nulls[0].p for seed in range(4)} == {1 / 41}
    p = [modularity(network_of(random(seed))).nulls[0].p for seed in range(8)]
    assert np.mean(p) > 0.2
    # The fixed limit that a null replaces would take most of these for circles.
    assert np.mean([modularity(network_of(random(s))).number >= 0.3 for s in range(8)]) > 0.5


def test_the_seed_settles_everything_and_names_settle_nothing():
    whole = random(3)
    one, again = (modularity(network_of(whole), seed=4) for _ in range(2))
    assert one == again
    order = np.random.default_rng(0).permutation(40).tolist()
    moved = nx.relabel_nodes(whole, dict(enumerate(order)))
    assert modularity(network_of(moved), seed=4) == one


def test_undefined_without_ties():
    found = modularity(network_of(nx.empty_graph(3)))
    assert found.sentence == "Undefined, because there are no ties."


def test_of_a_large_network_the_figure_alone_is_given():
    found = modularity(network_of(nx.disjoint_union(multi_hub(0), nx.empty_graph(2_000))))
    assert found.nulls == ()
    assert found.method == (
        "pairs tied in either direction; by Leiden's method; it is set against "
        "chance only up to 2,000 people and 50,000 pairs"
    )
