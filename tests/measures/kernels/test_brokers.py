"""The five roles of those in between, against counting every three people."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tests.measures.kernels.small_graphs import of_arrays, of_matrix
from weft.engine import without_core
from weft.measures.kernels import brokers
from weft.measures.kernels.brokers import ROLES


@st.composite
def grouped_people(draw):
    n = draw(st.integers(1, 8))
    matrix = draw(arrays(bool, (n, n)))
    np.fill_diagonal(matrix, val=False)
    return matrix, draw(arrays(np.intp, n, elements=st.integers(0, 3)))


def brokered(graph, group):
    """Return what the core counts, after asking that the same comes out without it."""
    found = brokers.brokered(graph, group)
    with without_core():
        assert brokers.brokered(graph, group).tolist() == found.tolist()
    return found


def counted(matrix, group):
    """Count every a, v, b with ties a to v and v to b and none from a to b."""
    n = len(group)
    counts = np.zeros((n, len(ROLES)), dtype=int)
    for a in range(n):
        for v in range(n):
            for b in range(n):
                if a != b and matrix[a, v] and matrix[v, b] and not matrix[a, b]:
                    counts[v, ROLES.index(role(group[a], group[v], group[b]))] += 1
    return counts


def role(a, v, b):
    if a == v == b:
        return "coordinator"
    if a == b:
        return "consultant"
    if v == b:
        return "gatekeeper"
    return "representative" if a == v else "liaison"


def test_each_role_once():
    # v (person 0, group 0) stands between 1, 2 (group 0), 3, 4 (group 1) and 5 (group 2).
    ways = {(1, 2): 0, (3, 4): 1, (3, 2): 2, (1, 3): 3, (3, 5): 4}
    group = np.array([0, 0, 0, 1, 1, 2])
    for (a, b), expected in ways.items():
        tied = of_arrays(6, np.array([a, 0]), np.array([0, b]))
        found = brokered(tied, group)
        assert found[0].tolist() == [int(i == expected) for i in range(len(ROLES))]
        assert found[1:].sum() == 0


def test_a_tie_that_cuts_the_way_short_and_a_way_back_do_not_count():
    short_cut = of_arrays(3, np.array([0, 1, 0]), np.array([1, 2, 2]))
    way_back = of_arrays(2, np.array([0, 1]), np.array([1, 0]))
    assert brokered(short_cut, np.zeros(3, dtype=np.intp)).sum() == 0
    assert brokered(way_back, np.zeros(2, dtype=np.intp)).sum() == 0


@settings(max_examples=60, deadline=None)
@given(drawn=grouped_people())
def test_roles_equal_counting_every_three_people(drawn):
    matrix, group = drawn
    found = brokered(of_matrix(matrix), group)
    assert found.tolist() == counted(matrix, group).tolist()
