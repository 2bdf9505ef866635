"""Constraint and effective size, against networkx and Burt's formulas written out."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tests.measures.kernels.small_graphs import of_matrix
from weft.engine import without_core
from weft.measures.kernels import burt

some = settings(max_examples=60, deadline=None)


@st.composite
def directed(draw):
    n = draw(st.integers(2, 8))
    matrix = draw(arrays(bool, (n, n)))
    np.fill_diagonal(matrix, val=False)
    return matrix


def in_both_ways(work, matrix, **options):
    """Return what the core computes, after asking that the same comes out without it."""
    found = work(of_matrix(matrix), **options)
    with without_core():
        assert work(of_matrix(matrix), **options) == pytest.approx(found, nan_ok=True, rel=1e-12)
    return found


def constraint_of(matrix, **options):
    return in_both_ways(burt.constraint_of, matrix, **options)


def effective_size_of(matrix):
    return in_both_ways(burt.effective_size_of, matrix)


def by_formula(matrix):
    """Sum over everyone reached in one or two steps, as the formula is written."""
    strength = matrix.astype(float) + matrix.T
    whole = strength.sum(axis=1, keepdims=True)
    share = np.divide(strength, whole, out=np.zeros_like(strength), where=whole > 0)
    depends = share + share @ share
    np.fill_diagonal(depends, 0)
    return np.where(whole[:, 0] > 0, (depends**2).sum(axis=1), np.nan)


def test_the_middle_of_a_path_is_free_and_its_ends_are_not():
    tied = np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]], dtype=bool)
    assert constraint_of(tied).tolist() == [1.0, 0.5, 1.0]
    # An end reaches the other end by half of its strength: (1/2)² more.
    assert constraint_of(tied, two_steps=True).tolist() == [1.25, 0.5, 1.25]
    assert effective_size_of(tied).tolist() == [1.0, 2.0, 1.0]


def test_three_who_are_all_tied():
    tied = ~np.eye(3, dtype=bool)
    # (1/2 + 1/2 · 1/2)² for each of two contacts; each contact is doubled by half the other.
    assert constraint_of(tied).tolist() == [1.125] * 3
    assert effective_size_of(tied).tolist() == [1.0] * 3


def test_those_without_ties_have_no_figure():
    tied = np.array([[0, 1, 0], [0, 0, 0], [0, 0, 0]], dtype=bool)
    for two_steps in (False, True):
        found = constraint_of(tied, two_steps=two_steps)
        assert found == pytest.approx([1.0, 1.0, np.nan], nan_ok=True)
    assert effective_size_of(tied) == pytest.approx([1.0, 1.0, np.nan], nan_ok=True)


def test_the_karate_club_member_of_the_two_conventions():
    club = nx.to_numpy_array(nx.karate_club_graph(), weight=None).astype(bool)
    assert constraint_of(club)[5] == pytest.approx(0.477, abs=5e-4)
    assert constraint_of(club, two_steps=True)[5] == pytest.approx(0.506, abs=5e-4)


@some
@given(matrix=directed())
def test_constraint_and_effective_size_equal_networkx(matrix):
    whole = nx.from_numpy_array(matrix, create_using=nx.DiGraph)
    people = range(len(matrix))
    theirs = nx.constraint(whole)
    expected = [theirs[i] for i in people]
    assert constraint_of(matrix) == pytest.approx(expected, nan_ok=True)
    # Without the nodes, networkx 3.6.1 divides m_jq by the greatest of q and not of j.
    theirs = nx.effective_size(whole, nodes=people)
    # Of those who name nobody networkx says nan, even where others name them.
    expected = [theirs[i] for i in people if whole.out_degree(i)]
    found = effective_size_of(matrix)
    assert [found[i] for i in people if whole.out_degree(i)] == pytest.approx(expected)


@some
@given(matrix=directed())
def test_effective_size_without_direction_equals_networkx(matrix):
    either = matrix | matrix.T
    theirs = nx.effective_size(nx.from_numpy_array(either))
    expected = [theirs[i] for i in range(len(matrix))]
    assert effective_size_of(either) == pytest.approx(expected, nan_ok=True)


@some
@given(matrix=directed())
def test_over_two_steps_equals_the_formula(matrix):
    found = constraint_of(matrix, two_steps=True)
    assert found == pytest.approx(by_formula(matrix), nan_ok=True)


def test_the_size_of_a_step_changes_nothing(monkeypatch):
    matrix = nx.to_numpy_array(nx.gnp_random_graph(30, 0.2, seed=2, directed=True)).astype(bool)
    monkeypatch.setattr(burt, "AT_ONCE", 1)
    found = constraint_of(matrix, two_steps=True)
    assert found == pytest.approx(by_formula(matrix))
