"""As few introductions as possible, within bounds and without."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest

import weft
from tests.weaving.two_ways.every_graph import graphs, is_safe, needed_by
from weft.weaving.ground import ground_of
from weft.weaving.two_ways import two_ways_in
from weft.weaving.two_ways.wishes import UNLIKE, Wishes

KINDS = ("person", "tie")


def network_of(graph, *, stewards=()):
    people = {"id": [str(x) for x in graph], "steward": ["no"] * len(graph)}
    for person in stewards:
        people["steward"][person] = "yes"
    ties = {"source": [str(a) for a, _ in graph.edges], "target": [str(b) for _, b in graph.edges]}
    if not graph.size():  # a tie of strength 0 is none
        ties = {"source": ["0"], "target": ["1"], "weight": ["0"]}
    return weft.read(ties, people=people, undirected=["ties"], everyone_answered=True)


def with_made(graph, plan):
    grown = graph.copy()
    grown.add_edges_from((int(one.a), int(one.b)) for one in plan.introductions)
    return grown


@pytest.mark.parametrize("kind", KINDS)
def test_every_graph_of_up_to_six_people_is_made_safe_by_as_few_as_possible(kind):
    for graph in graphs(3, 6):
        plan = two_ways_in(network_of(graph), kind=kind)
        assert is_safe(with_made(graph, plan), kind)
        assert (len(plan.introductions), plan.least, plan.more_than_least) == (
            needed_by(graph, kind),
            needed_by(graph, kind),
            0,
        )


@pytest.mark.parametrize("seed", range(12))
def test_larger_networks_are_made_safe_by_the_least_number(seed):
    graph = nx.gnm_random_graph(60, 25 + 10 * seed, seed=seed)
    plan = two_ways_in(network_of(graph), seed=seed)
    assert is_safe(with_made(graph, plan), "person")
    assert plan.more_than_least == 0


@pytest.mark.parametrize("kind", KINDS)
def test_within_bounds_no_more_is_claimed_than_is_true(kind):
    rng = np.random.default_rng(5)
    as_few, found = 0, 0
    for graph in graphs(4, 6)[::3]:
        allowed = [pair for pair in nx.non_edges(graph) if rng.random() < 0.6]
        pairs = [(str(a), str(b)) for a, b in allowed]
        plan = two_ways_in(network_of(graph), kind=kind, candidates=pairs)
        made = {frozenset((int(one.a), int(one.b))) for one in plan.introductions}
        best = fewest_of(graph, allowed, kind)
        assert made <= {frozenset(pair) for pair in allowed}
        assert len(made) == len(plan.introductions)
        assert plan.reached == (best is not None) == is_safe(with_made(graph, plan), kind)
        if best is not None:
            assert best <= len(made) <= best + plan.more_than_least
            found, as_few = found + 1, as_few + (len(made) == best)
    assert found > 20
    assert as_few / found > 0.95


def fewest_of(graph, allowed, kind):
    for many in range(len(allowed) + 1):
        for pairs in combinations(allowed, many):
            grown = graph.copy()
            grown.add_edges_from(pairs)
            if is_safe(grown, kind):
                return many
    return None


def test_blocked_pairs_are_left_out_and_the_least_number_is_kept_where_it_can_be():
    ring = nx.path_graph(6)
    plan = two_ways_in(network_of(ring), blocked=[("5", "0")])
    assert is_safe(with_made(ring, plan), "person")
    assert {(one.a, one.b) for one in plan.introductions}.isdisjoint({("0", "5"), ("5", "0")})
    assert (len(plan.introductions), plan.least, plan.more_than_least) == (2, 1, 1)


def test_nobody_has_more_introductions_than_each_may():
    star = nx.star_graph(7)
    plan = two_ways_in(network_of(star), each=2)
    many = [one for pair in plan.introductions for one in (pair.a, pair.b)]
    assert max(many.count(person) for person in many) == 2
    assert (plan.reached, len(plan.introductions)) == (True, 6)


def test_what_cannot_be_reached_within_the_bounds_is_said():
    star = nx.star_graph(7)
    plan = two_ways_in(network_of(star), each=1)
    assert (plan.reached, plan.more_than_least) == (False, None)
    assert len(plan.introductions) == 3
    assert "cannot be reached" in plan.sentences[0]


def test_a_star_becomes_no_new_star():
    star = nx.star_graph(10)
    plan = two_ways_in(network_of(star))
    many = [one for pair in plan.introductions for one in (pair.a, pair.b)]
    assert len(plan.introductions) == 9
    assert max(many.count(person) for person in many) == 2
    assert "0" not in many


def test_stewards_are_left_out_where_as_few_will_do_without_them():
    # 0, 1, 2 and 3 know one another; 4 hangs on 0
    graph = nx.complete_graph(4)
    graph.add_edge(0, 4)
    for steward, partner in ((1, {2, 3}), (2, {1, 3})):
        (one,) = two_ways_in(network_of(graph, stewards=[steward])).introductions
        assert (one.a, int(one.b) in partner) == ("4", True)


def test_people_who_are_alike_are_preferred():
    ties = {"source": ["hub"] * 6, "target": list("abcdef")}
    people = {"id": ["hub", *"abcdef"], "region": ["x", *"nsnsns"]}
    net = weft.read(ties, people=people, undirected=["ties"], everyone_answered=True)
    plan = two_ways_in(net, alike=["region"])
    regions = dict(zip(people["id"], people["region"], strict=True))
    across = [one for one in plan.introductions if regions[one.a] != regions[one.b]]
    assert (len(plan.introductions), len(across)) == (5, 1)


def test_an_introduction_that_reaches_somebody_is_kept_where_safety_cannot_be_reached():
    # of a-b and c, c can be introduced once: then all hang together, though by single ties
    net = weft.read(
        {"source": ["a"], "target": ["b"]}, people={"id": list("abc")}, everyone_answered=True
    )
    plan = weft.two_ways_in(net, kind="tie", each=1)
    assert ([{one.a, one.b} >= {"c"} for one in plan.introductions], plan.reached) == (
        [True],
        False,
    )
    assert (plan.before.apart, plan.after.apart) == (1, 0)


def test_two_who_say_nothing_of_themselves_are_not_alike():
    # 1 and 4 have no hall: introducing them costs as much as introducing two of different halls
    net = weft.read(
        {"source": list("1234"), "target": list("2345")},
        people={"id": list("12345"), "hall": ["", "x", "y", "", ""]},
        everyone_answered=True,
    )
    wishes = Wishes(ground_of(net), alike=["hall"])
    assert round(wishes.of(0, 3) - Wishes(ground_of(net)).of(0, 3)) == UNLIKE
