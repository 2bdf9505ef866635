"""The plan mends most at each step, as far as looking at every introduction can tell."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest

import weft
from tests.scenarios.leaving.networks import lacking, read
from tests.weaving.two_ways.every_graph import graphs
from weft.scenarios.leaving.losses import lost_without
from weft.scenarios.leaving.mending import Mended


def left_by(graph, leaving):
    left = graph.copy()
    left.remove_nodes_from(leaving)
    return left


def best(graph, left, free):
    """Return the most that one introduction gives back: ways first, and of these short ways."""
    lack = lacking(graph, left)
    gains = [(0, 0)]
    for a, b in combinations(free, 2):
        if not left.has_edge(a, b):
            left.add_edge(a, b)
            now = lacking(graph, left)
            gains.append((lack[0] - now[0], lack[1] - now[1]))
            left.remove_edge(a, b)
    return max(gains)


def check_plan(graph, leaving, plan, each):
    left = left_by(graph, leaving)
    many = dict.fromkeys(left, 0)
    for step in plan:
        free = [x for x in left if many[x] < each]
        assert (step.ways, step.short_ways) == best(graph, left, free)
        left.add_edge(int(step.a), int(step.b))
        assert (step.ways_left, step.short_ways_left) == lacking(graph, left)
        for person in (step.a, step.b):
            many[int(person)] += 1
    return best(graph, left, [x for x in left if many[x] < each])


def test_every_graph_of_up_to_six_people_is_mended_by_the_best_at_each_step():
    for graph in graphs(3, 6)[::2]:
        made = weft.step_back(read(graph), ["0"], most=9, each=9)
        assert check_plan(graph, [0], made.plan, 9) == (0, 0)
        if made.plan:
            assert (made.plan[-1].ways_left, made.plan[-1].short_ways_left) == (0, 0)


@pytest.mark.parametrize("seed", range(10))
def test_larger_networks_are_mended_by_the_best_at_each_step(seed):
    graph = nx.gnm_random_graph(18, 16 + 2 * seed, seed=seed)
    leaving = np.random.default_rng(seed).choice(18, 2, replace=False).tolist()
    made = weft.step_back(read(graph), [str(x) for x in leaving], most=4, each=2)
    check_plan(graph, leaving, made.plan, 2)


def test_what_each_introduction_would_give_back_is_what_it_gives_back():
    graph = nx.gnm_random_graph(14, 20, seed=3)
    graph.add_edges_from((0, x) for x in range(1, 9))
    lost = lost_without(read(graph).graph(), np.array([0]))
    told = Mended(lost).short_ways().toarray()
    for a, b in combinations(range(1, 14), 2):
        if Mended(lost).ties[[a]].toarray()[0, b]:
            assert told[a, b] == 0
            continue
        mended = Mended(lost)
        assert mended.introduce(a, b).short_ways == told[a, b] == told[b, a]


def test_nobody_has_more_introductions_than_each_may():
    made = weft.step_back(read(nx.star_graph(9)), ["0"], most=20, each=2)
    named = [one for step in made.plan for one in (step.a, step.b)]
    assert made.plan[7].ways_left == 0
    assert max(named.count(one) for one in named) == 2


def test_stewards_are_spared_unless_nothing_can_be_done_without_them():
    star = nx.star_graph(4)
    with_others = weft.step_back(read(star, stewards=[1]), ["0"], most=3, each=2).plan
    assert [{"1"} & {step.a, step.b} for step in with_others] == [set(), set(), {"1"}]


def test_a_steward_who_would_mend_more_is_spared_all_the_same():
    # 0 is tied to 1, 2, 3 and 4; 1 to 3 and 4; 2 reaches them by a long way else
    graph = nx.Graph([(0, 1), (0, 2), (0, 3), (0, 4), (1, 3), (1, 4), (2, 8), (8, 9), (9, 3)])
    (with_1,) = weft.step_back(read(graph), ["0"]).plan
    assert ({with_1.a, with_1.b}, with_1.short_ways) == ({"1", "2"}, 3)
    first, *_ = weft.step_back(read(graph, stewards=[1]), ["0"]).plan
    assert ("1" in {first.a, first.b}, first.short_ways) == (False, 2)


def test_the_parts_whose_people_miss_each_other_most_are_joined_first():
    # without 0 a group of six loses one, without 10 six fall into three and three: 6 pairs, 9 pairs
    graph = nx.Graph([(0, 1), (10, 11), (10, 14)])
    graph.add_edges_from((a, a + 1) for a in (2, 3, 4, 5, 6, 11, 12, 14, 15))
    graph.add_edges_from([(0, 2)])
    leaving = [0, 10]
    made = weft.step_back(read(graph), ["0", "10"], most=2)
    assert [step.ways for step in made.plan] == [9, 6]
    check_plan(graph, leaving, made.plan, 1)


def test_blocked_pairs_are_left_out():
    chain = nx.path_graph(3)
    assert weft.step_back(read(chain), ["1"]).plan[0].ways == 1
    assert weft.step_back(read(chain), ["1"], blocked=[("2", "0")]).plan == ()


def test_nothing_is_proposed_where_nothing_is_lost():
    assert weft.step_back(read(nx.complete_graph(5)), ["0"]).plan == ()
    assert weft.step_back(read(nx.star_graph(5)), ["0"], most=0).plan == ()
