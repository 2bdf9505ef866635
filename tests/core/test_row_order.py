import numpy as np

from tests.core.random_networks import random_networks
from weft import _core

KERNELS = {
    "weak_components": _core.weak_components,
    "strong_components": _core.strong_components,
    "core_numbers": _core.core_numbers,
    "cut_points": _core.cut_points,
    "condensed": _core.condensed,
    "settled": _core.settled,
    "by_degree": _core.by_degree,
    "pagerank": _core.pagerank,
}


def plain(found):
    parts = found if isinstance(found, tuple) else (found,)
    return [part.tolist() if isinstance(part, np.ndarray) else part for part in parts]


def test_the_order_of_ties_decides_nothing():
    rng = np.random.default_rng(0)
    for n, source, target, directed in random_networks():
        order = rng.permutation(len(source))
        one = _core.Rows(n, source, target, directed=directed)
        other = _core.Rows(n, source[order], target[order], directed=directed)
        for name, kernel in KERNELS.items():
            assert plain(kernel(one)) == plain(kernel(other)), name
