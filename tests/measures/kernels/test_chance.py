"""Work that is shared by measures is done once for each graph, and forgotten with it."""

import gc
from dataclasses import replace
from weakref import ref

import networkx as nx
import numpy as np
import pytest

from tests.measures.structure.shapes import core_and_rim, network_of
from weft.measures.kernels.chance import (
    MOST_PAIRS,
    MOST_PEOPLE,
    against_same_degrees,
    circles_of,
    core_against_same_size,
    kept,
    set_against,
    too_large,
)


def test_work_is_done_once_for_each_graph_and_request():
    done = []

    @kept
    def work(graph, *, seed):
        done.append((graph, seed))
        return len(done)

    one, other = (network_of(nx.path_graph(3)).graph() for _ in range(2))
    assert [work(one, seed=1), work(one, seed=1), work(one, seed=2), work(other, seed=1)] == [
        1,
        1,
        2,
        3,
    ]


def test_a_graph_that_nobody_holds_is_forgotten():
    graph = network_of(core_and_rim(0)).graph()
    again = replace(graph)
    against_same_degrees(again, seed=0, draws=2)
    gone = ref(again)
    del again
    gc.collect()
    assert gone() is None


def test_what_was_drawn_is_summed_up():
    null = set_against("a model", 3.0, np.array([1.0, 2.0, 3.0, 4.0]))
    assert (null.model, null.mean, null.p, null.draws) == ("a model", 2.5, 3 / 5, 4)
    assert null.sd == pytest.approx(np.sqrt(1.25))


def test_networks_are_too_large_by_people_or_by_pairs():
    assert not too_large(network_of(nx.empty_graph(MOST_PEOPLE)).graph())
    assert too_large(network_of(nx.empty_graph(MOST_PEOPLE + 1)).graph())
    dense = nx.complete_graph(318)
    assert dense.number_of_edges() > MOST_PAIRS
    assert too_large(network_of(dense).graph())


def test_the_names_of_people_move_neither_circles_nor_nulls():
    whole = core_and_rim(1)
    order = np.random.default_rng(0).permutation(40).tolist()
    moved = nx.relabel_nodes(whole, dict(enumerate(order)))
    one, other = (network_of(w).graph() for w in (whole, moved))
    assert circles_of(one, seed=0).best.modularity == circles_of(other, seed=0).best.modularity
    for work in (against_same_degrees, core_against_same_size):
        assert work(one, seed=0, draws=5) == work(other, seed=0, draws=5)


def test_no_core_is_set_against_nothing():
    ring = network_of(nx.cycle_graph(6)).graph()
    assert core_against_same_size(ring, seed=0, draws=3) is None
    assert against_same_degrees(ring, seed=0, draws=3).core is None
