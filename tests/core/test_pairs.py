from dataclasses import replace

import numpy as np
import pytest

from tests.core.graphs_of import random_graphs
from weft._core import Rows
from weft.engine import without_core
from weft.measures.kernels.dyads import dyads_known_both_ways


def test_pairs_stand_once_and_in_order_with_and_without_the_core():
    for graph in random_graphs():
        ties = zip(graph.source.tolist(), graph.target.tolist(), strict=True)
        expected = sorted({tuple(sorted(tie)) for tie in ties})
        assert list(zip(*(ends.tolist() for ends in graph.either), strict=True)) == expected
    for graph in random_graphs(100):
        with without_core():
            first, second = graph.either
        ties = zip(graph.source.tolist(), graph.target.tolist(), strict=True)
        expected = sorted({tuple(sorted(tie)) for tie in ties})
        assert list(zip(first.tolist(), second.tolist(), strict=True)) == expected


def test_dyads_of_known_people_have_both_strengths_with_and_without_the_core():
    draws = np.random.default_rng(8)
    for graph in random_graphs():
        if not graph.directed:
            continue
        known = draws.random(graph.n) < 0.7
        heard = replace(graph, answered=known, weight=draws.random(graph.m) + 1, known_by="source")
        ties = zip(heard.source.tolist(), heard.target.tolist(), heard.weight.tolist(), strict=True)
        strength = {(s, t): w for s, t, w in ties if known[s] and known[t]}
        tied = sorted({tuple(sorted(tie)) for tie in strength})
        expected = [(*tie, strength.get(tie, 0), strength.get(tie[::-1], 0)) for tie in tied]

        with without_core():
            found = [listed(dyads_known_both_ways(heard))]
        found.append(listed(dyads_known_both_ways(heard)))

        assert found == [expected, expected]


def listed(dyads):
    columns = (dyads.first, dyads.second, dyads.there, dyads.back)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def test_dyads_need_direction_and_a_strength_for_each_tie():
    one, other = np.array([0], dtype=np.int32), np.array([1], dtype=np.int32)
    known = np.ones(2, dtype=np.uint8)
    with pytest.raises(ValueError, match="no direction; expected ties that have"):
        Rows(2, one, other, directed=False).dyads_known(np.ones(1), known)
    with pytest.raises(ValueError, match="weight has 2 entries; expected 1"):
        Rows(2, one, other, directed=True).dyads_known(np.ones(2), known)
    with pytest.raises(ValueError, match="known has 2 entries; expected 3"):
        Rows(3, one, other, directed=True).dyads_known(np.ones(1), known)
