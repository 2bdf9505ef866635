"""Ways drawn without the core are those that the core draws."""

import numpy as np

from tests.core.random_networks import random_networks
from weft import _core
from weft.engine import without_core
from weft.measures.kernels.drawn_ways import drawn_ways
from weft.measures.kernels.vertex_diameter import vertex_diameter_bound


def test_without_the_core_the_same_ways_are_drawn():
    for n, source, target, directed in random_networks(200, seed=3):
        if n < 2:
            continue
        asked = {"directed": directed, "seed": n, "first": 5, "many": 40}
        expected = drawn_ways(n, source, target, **asked)
        with without_core():
            found = drawn_ways(n, source, target, **asked)
        np.testing.assert_array_equal(found.through, expected.through)
        np.testing.assert_array_equal(found.start, expected.start)
        np.testing.assert_array_equal(found.scanned, expected.scanned)


def test_ways_do_not_depend_on_what_was_drawn_before():
    for n, source, target, directed in random_networks(20, seed=4):
        if n < 2:
            continue
        asked = {"directed": directed, "seed": 7}
        whole = drawn_ways(n, source, target, first=0, many=60, **asked)
        part = drawn_ways(n, source, target, first=23, many=30, **asked)
        expected = whole.through[whole.start[23] : whole.start[53]]
        np.testing.assert_array_equal(part.through, expected)
        np.testing.assert_array_equal(part.scanned, whole.scanned[23:53])


def test_without_the_core_the_bound_on_ways_is_the_same():
    for n, source, target, directed in random_networks(300, seed=5):
        rows = _core.Rows(n, source, target, directed=directed)
        found = vertex_diameter_bound(n, source, target, directed=directed)
        assert found == _core.vertex_diameter_bound(rows)
