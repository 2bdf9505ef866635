"""Every triangle is found once."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from weft.measures.kernels import triangles as kernel
from weft.measures.kernels.triangles import (
    tied_pairs,
    transitive_triples,
    triangles,
)

some = settings(max_examples=60, deadline=None)


@st.composite
def directed(draw):
    n = draw(st.integers(1, 9))
    matrix = draw(arrays(bool, (n, n)))
    np.fill_diagonal(matrix, val=False)
    return matrix


def pairs_of(matrix):
    return tied_pairs(len(matrix), *np.nonzero(matrix))


def test_pairs_run_from_the_less_to_the_more_tied():
    # Ana-Ben both ways, Cy and Di name Ana: Ana has 4 ends of ties, Ben 2, Cy and Di 1 each.
    pairs = tied_pairs(4, np.array([0, 1, 2, 3]), np.array([1, 0, 0, 0]))
    found = list(zip(pairs.low, pairs.high, pairs.forth, pairs.back, strict=True))
    assert found == [(2, 0, True, False), (3, 0, True, False), (1, 0, True, True)]


def test_a_triangle_with_a_tail_has_one_triangle():
    pairs = tied_pairs(4, np.array([0, 0, 1, 2]), np.array([1, 2, 2, 3]))
    ((ab, ac, bc),) = triangles(pairs)
    sides = [{int(pairs.low[e[0]]), int(pairs.high[e[0]])} for e in (ab, ac, bc)]
    assert sorted(map(sorted, sides)) == [[0, 1], [0, 2], [1, 2]]


def test_nobody_and_no_ties_have_no_triangle():
    for n in (0, 1, 5):
        pairs = tied_pairs(n, np.array([], dtype=np.int32), np.array([], dtype=np.int32))
        assert list(triangles(pairs)) == []


@pytest.mark.parametrize("at_once", [1, 7, 2_000_000])
def test_the_size_of_a_step_changes_nothing(at_once, monkeypatch):
    monkeypatch.setattr(kernel, "AT_ONCE", at_once)
    whole = nx.gnp_random_graph(30, 0.3, seed=1)
    pairs = pairs_of(nx.to_numpy_array(whole, dtype=bool))
    found = sum(len(ab) for ab, _, _ in triangles(pairs))
    assert found == sum(nx.triangles(whole).values()) // 3


@some
@given(matrix=directed())
def test_transitive_triples_are_each_found_once(matrix):
    people = range(len(matrix))
    expected = {
        (i, j, k)
        for i in people
        for j in people
        for k in people
        if matrix[i, j] and matrix[j, k] and matrix[i, k]
    }
    found = [
        (int(i), int(j), int(k))
        for chunk in transitive_triples(pairs_of(matrix))
        for i, j, k in zip(*chunk, strict=True)
    ]
    assert len(found) == len(set(found))
    assert set(found) == expected
