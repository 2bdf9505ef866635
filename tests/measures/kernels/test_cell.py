"""The cells of a network add up to its figures, with the core and without it."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from tests.core.random_networks import random_networks
from weft import _core
from weft.engine import without_core
from weft.measures.kernels.cell import bits_of, invested, triangles_of_cell
from weft.measures.kernels.triangles import tied_pairs


def by_rank(n, source, target, *, directed):
    if not directed:
        source, target = np.concatenate([source, target]), np.concatenate([target, source])
    pairs = tied_pairs(n, source, target)
    return replace(pairs, low=pairs.keys // n, high=pairs.keys % n)


@pytest.mark.parametrize("blocks", [1, 2, 3])
def test_cells_add_up_to_the_triangles_of_the_whole_network(blocks):
    for n, source, target, directed in random_networks(60, seed=blocks):
        if not len(source):
            continue
        pairs = by_rank(n, source, target, directed=directed)
        strength = 1 + (pairs.forth & pairs.back)
        whole, most = np.zeros(n, dtype=np.int64), np.ones(n, dtype=np.int64)
        for end in (pairs.low, pairs.high):
            np.add.at(whole, end, strength)
            np.maximum.at(most, end, strength)
        of = invested(np.maximum(whole, 1), most, bits_of(n))
        block = (np.arange(n) % blocks).astype(np.int32)
        sums = np.zeros(64 + len(pairs.keys) + n, dtype=np.int64)
        for cell in product(range(blocks), repeat=3):
            found = triangles_of_cell(pairs, block, cell, of)
            with without_core():
                other = triangles_of_cell(pairs, block, cell, of)
            each = np.concatenate([found.codes, found.via, found.lost])
            np.testing.assert_array_equal(
                each, np.concatenate([other.codes, other.via, other.lost])
            )
            sums += each
        expected = _core.triangle_figures(
            _core.Rows(n, source, target, directed=directed), people=True, burt=True
        )
        # The order of people with as many ties is free, and with it which corner comes first.
        assert sums[:64].sum() == expected.codes.sum() == expected.triangles.sum() // 3
        via, lost = sums[64 : 64 + len(pairs.keys)], sums[64 + len(pairs.keys) :]
        given = strength + via * 2.0 ** -bits_of(n)
        summed = np.zeros(n)
        for end in (pairs.low, pairs.high):
            np.add.at(summed, end, (given / whole[end]) ** 2)
        tied = whole > 0
        assert summed[tied].sum() == pytest.approx(np.nansum(expected.constraint), rel=1e-12)
        ties = np.bincount(np.concatenate([pairs.low, pairs.high]), minlength=n)
        effective = ties[tied] - lost[tied] / (2 * whole[tied])
        assert effective.sum() == pytest.approx(np.nansum(expected.effective_size), rel=1e-12)


@pytest.mark.parametrize(
    ("start", "to", "said"),
    [
        ([0, 1, 1], [0], "Pair 0 leads from 0 to 0; expected rising numbers above it and below 2."),
        ([0, 1, 1], [2], "Pair 0 leads from 0 to 2; expected rising numbers above it and below 2."),
        ([0, 1, 0], [1], "start does not run from 0 to how many pairs there are."),
        ([0, 2, 1], [1], "start falls at 1."),
    ],
)
def test_pairs_that_are_no_part_of_a_network_are_refused(start, to, said):
    with pytest.raises(ValueError, match=said):
        _core.triangles_of_cell(
            np.array(start),
            np.array(to, dtype=np.int32),
            np.ones(len(to), dtype=np.uint8),
            np.zeros(2, dtype=np.int32),
            np.ones(2, dtype=np.int64),
            np.ones(2, dtype=np.uint8),
            cell=(0, 0, 0),
        )
