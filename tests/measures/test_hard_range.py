"""Between which values any answers of the silent leave a figure."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.uncertainty.half_heard import half_heard, unknown
from weft.measures.hard_range import hard_range
from weft.measures.registry import registered

some = settings(max_examples=25, deadline=None)
MONOTONE = [d.id for d in weft.declarations() if d.more_ties_never_lower]


def by_brute_force(graph, measure_id):
    """Return the least and greatest value over every way of answering; None where undefined."""
    open_ = sorted(unknown(graph) - set(zip(graph.source, graph.target, strict=True)))
    values = []
    for way in product([False, True], repeat=len(open_)):
        more = np.array([p for p, there in zip(open_, way, strict=True) if there], dtype=np.int32)
        more = more.reshape(-1, 2)
        filled = graph.with_ties(
            np.concatenate([graph.source, more[:, 0]]),
            np.concatenate([graph.target, more[:, 1]]),
            np.ones(graph.m + len(more)),
        )
        values.append(registered(measure_id).figure(filled).value)
    return None if None in values else (min(values), max(values))


@some
@given(graph=half_heard().filter(lambda one: len(unknown(one)) <= 8))
def test_it_is_the_least_and_the_greatest_of_all_ways_of_answering(graph):
    for measure_id in (*MONOTONE, "leadership_gini", "hierarchy"):
        found = hard_range(graph, registered(measure_id), {})
        assert found == pytest.approx(by_brute_force(graph, measure_id))


def test_a_figure_that_ties_can_lower_is_left_open_where_many_are_unknown():
    people = {"id": [f"p{i}" for i in range(9)], "responded": ["yes"] * 5 + ["no"] * 4}
    graph = weft.read([("p0", "p1"), ("p2", "p1")], people=people).graph()
    assert hard_range(graph, registered("leadership_gini"), {}) is None
    assert hard_range(graph, registered("density"), {}) == pytest.approx((2 / 72, 34 / 72))
