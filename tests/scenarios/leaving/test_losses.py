"""What is lost, against looking at every pair of every graph of up to six people."""

import networkx as nx
import numpy as np
import pytest

import weft
from tests.scenarios.leaving.networks import losses, read, short
from tests.weaving.two_ways.every_graph import graphs
from weft.scenarios.leaving.losses import counts, lost_without
from weft.scenarios.leaving.short_ways import on_one, ties_of


def found(graph, leaving):
    lost = lost_without(read(graph).graph(), np.array(leaving))
    return {one.id: one.value for one in counts(lost, [])}


def test_one_person_leaving_any_graph_of_up_to_six_people():
    for graph in graphs(2, 6):
        for person in graph:
            assert found(graph, [person]) == losses(graph, [person])


def test_several_people_leaving():
    rng = np.random.default_rng(2)
    for seed in range(60):
        graph = nx.gnm_random_graph(16, 10 + seed // 2, seed=seed)
        leaving = rng.choice(16, size=int(rng.integers(1, 6)), replace=False).tolist()
        assert found(graph, leaving) == losses(graph, leaving)


def test_who_loses_what_is_named_where_asked():
    # 0 is tied to 1, 2 and 3; 1 to 2, and 3 to 4
    graph = nx.Graph([(0, 1), (0, 2), (1, 2), (0, 3), (3, 4)])
    named = weft.step_back(read(graph), ["0"], names=True).named
    assert named.short_ways == (("1", "3"), ("2", "3"))
    assert (named.cut_off, named.alone) == (("3", "4"), ())
    assert weft.step_back(read(graph), ["0"]).named is None


@pytest.mark.parametrize("seed", range(10))
def test_short_ways_on_one_person_are_those_with_one_between(seed):
    graph = nx.gnm_random_graph(15, 12 + 2 * seed, seed=seed)
    held = on_one(ties_of(read(graph).graph()))
    each = [0] * 15
    for a in graph:
        for b in range(a):
            both = set(graph[a]) & set(graph[b])
            if not graph.has_edge(a, b) and len(both) == 1:
                each[both.pop()] += 1
    assert held.each.tolist() == each
    assert held.pairs == sum(each)


def test_half_of_the_short_ways_rest_on_as_few_as_hold_half():
    # two stars, of six and of three, that do not meet
    graph = nx.disjoint_union(nx.star_graph(6), nx.star_graph(3))
    held = on_one(ties_of(read(graph).graph()))
    assert held.each.tolist() == [15] + [0] * 6 + [3] + [0] * 3
    assert np.flatnonzero(held.half_on).tolist() == [0]


def test_whoever_holds_as_much_as_the_last_of_half_holds_too():
    graph = nx.disjoint_union(nx.star_graph(3), nx.star_graph(3))
    assert np.flatnonzero(on_one(ties_of(read(graph).graph())).half_on).tolist() == [0, 4]


def test_nobody_holds_a_half_of_nothing():
    held = on_one(ties_of(read(nx.complete_graph(4)).graph()))
    assert (held.pairs, held.half_on.any()) == (0, False)


def test_losses_are_the_same_whatever_people_are_called():
    graph = nx.gnm_random_graph(30, 45, seed=4)
    new = np.random.default_rng(1).permutation(30).tolist()
    other = nx.relabel_nodes(graph, dict(enumerate(new)))
    for person in (0, 7, 21):
        one, two = (
            {c.id: c.value for c in weft.step_back(read(g), [str(who)]).lost}
            for g, who in ((graph, person), (other, new[person]))
        )
        assert one == two == losses(graph, [person])


def test_losing_touch_is_what_the_measure_calls_it():
    for seed in range(8):
        graph = nx.gnm_random_graph(20, 22, seed=seed)
        net = read(graph)
        loss = weft.measure(net, "removal_loss", people=["3"]).parts
        made = weft.step_back(net, ["3"])
        assert made.count("alone") == loss["orphaned_people"]
        if largest_stays_largest(graph, 3):
            assert made.count("cut_off") == loss["lost_component"]


def largest_stays_largest(graph, person):
    largest = max(nx.connected_components(graph), key=lambda part: len(part - {person}))
    left = graph.copy()
    left.remove_node(person)
    return max(nx.connected_components(left), key=len) <= largest


def test_a_pair_that_is_tied_or_has_another_between_loses_nothing():
    square = nx.cycle_graph(4)
    assert short(square, 0, 2)
    assert found(square, [1]) == dict.fromkeys(losses(square, [1]), 0)
