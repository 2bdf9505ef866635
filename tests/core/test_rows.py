"""Compressed rows: what every kernel walks on."""

import numpy as np
import pytest

from tests.core.random_networks import random_networks
from weft._core import Rows, strong_components, weak_components
from weft.network.igraph_door import igraph_from_arrays


def lists(start, to):
    return [to[start[v] : start[v + 1]].tolist() for v in range(len(start) - 1)]


def test_rows_list_whom_everyone_names_who_names_them_and_both():
    rng = np.random.default_rng(1)
    for n, source, target, directed in random_networks():
        order = rng.permutation(len(source))
        rows = Rows(n, source[order], target[order], directed=directed)
        named = {(int(s), int(t)) for s, t in zip(source, target, strict=True)}
        if not directed:
            named |= {(t, s) for s, t in named}
        out = [sorted(t for s, t in named if s == v) for v in range(n)]
        into = [sorted(s for s, t in named if t == v) for v in range(n)]
        either = [sorted({*out[v], *into[v]}) for v in range(n)]
        assert lists(rows.out_start, rows.out) == out
        assert lists(rows.in_start, rows.into) == into
        assert lists(rows.pair_start, rows.pair) == either
        mutual = sum((t, s) in named for s, t in named) // 2
        assert (rows.n, rows.directed) == (n, directed)
        assert (rows.arcs, rows.tied, rows.mutual) == (
            len(named), len(named) - mutual, mutual,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ([0], [3], "Tie 0 runs from 0 to 3; expected two different people below 3."),
        ([0, -1], [1, 1], "Tie 1 runs from -1 to 1; expected two different people below 3."),
        ([2], [2], "Tie 0 runs from 2 to 2; expected two different people below 3."),
        ([0, 0], [1], "source has 2 entries and target 1; expected as many."),
        ([0, 1, 0], [1, 2, 1], "The tie from 0 to 1 stands twice; expected once."),
    ],
)
def test_what_is_no_network_is_refused_with_its_place(source, target, said):
    with pytest.raises(ValueError, match=f"^{said}$"):
        Rows(3, np.array(source, np.int32), np.array(target, np.int32), directed=True)


def test_components_are_those_of_igraph_numbered_by_their_first():
    for n, source, target, directed in random_networks():
        rows = Rows(n, source, target, directed=directed)
        whole = igraph_from_arrays(n, source, target, directed=directed)
        for mine, mode in ((weak_components(rows), "weak"), (strong_components(rows), "strong")):
            theirs = np.array(whole.connected_components(mode=mode).membership, dtype=int)
            firsts = dict.fromkeys(theirs.tolist())
            number = {label: at for at, label in enumerate(firsts)}
            assert mine.tolist() == [number[label] for label in theirs.tolist()]
