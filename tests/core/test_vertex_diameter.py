"""The bound on how many people a shortest way can have: never too low, seldom far too high."""

import numpy as np
import pytest

from tests.core.random_networks import random_networks
from tests.core.test_closeness import igraph_of, rows_of
from weft import _core


def most_people(steps: np.ndarray) -> int:
    return int(steps[np.isfinite(steps)].max()) + 1 if steps.size else 0


def test_it_is_never_below_the_truth_on_500_networks():
    loose = []
    for network in random_networks():
        n, directed = network[0], network[3]
        rows = rows_of(*network)
        for either in {False, directed}:
            theirs = igraph_of(*network)
            theirs = theirs.as_undirected() if either else theirs
            truth = most_people(np.array(theirs.distances(), dtype=float).reshape(n, n))
            bound = _core.vertex_diameter_bound(rows, either=either)
            assert truth <= bound <= n
            loose.append(bound / max(truth, 1))
    assert np.mean(loose) < 1.6


@pytest.mark.parametrize(("directed", "people"), [(True, 50), (False, 50)])
def test_on_a_chain_it_is_everyone(directed, people):
    at = np.arange(people - 1, dtype=np.int32)
    assert _core.vertex_diameter_bound(rows_of(people, at, at + 1, directed)) == people


def test_circles_on_a_way_are_added_up():
    # Two rings of 4 people, a tie from one to the other, and one person behind: 4 + 4 + 1.
    source = np.int32([0, 1, 2, 3, 3, 4, 5, 6, 7, 7])
    target = np.int32([1, 2, 3, 0, 4, 5, 6, 7, 4, 8])
    assert _core.vertex_diameter_bound(rows_of(9, source, target, directed=True)) == 9
