"""Groups and correlations over ties."""

from dataclasses import replace

import numpy as np
import pytest

from tests.measures.structure.grouped import grouped
from weft.measures.kernels.mixture import assortativity_of_groups, chosen_groups, correlation
from weft.network import InvalidRequestError


def test_groups_are_codes_of_their_sorted_names():
    graph = grouped(["Ana Ben"], {"Ana": "south", "Ben": "north", "Cy": None}).graph()
    codes, names = chosen_groups(graph, "group", "mixing")
    assert (codes.tolist(), names) == ([2, 1, 0], ("NA", "north", "south"))


def test_no_attribute_at_all_is_said():
    graph = grouped(["Ana Ben"], {"Ana": "south", "Ben": "north"}).graph()
    bare = replace(graph, people=replace(graph.people, attributes={}))
    with pytest.raises(InvalidRequestError, match="people have no attributes here"):
        chosen_groups(bare, None, "brokerage")


def test_assortativity_of_a_table_worked_by_hand():
    # Ties by group: 0-0 twice, 0-1, 1-1. e = [[2, 1], [0, 1]] / 4; a = 3/4, 1/4; b = 2/4, 2/4.
    source, target = np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1])
    found = assortativity_of_groups(source, target, np.array([0, 1]))
    assert found == pytest.approx((3 / 4 - 1 / 2) / (1 - 1 / 2))
    assert assortativity_of_groups(source[:2], target[:2], np.array([0, 1])) is None


def test_correlation_of_whole_numbers():
    x, y = np.array([1, 2, 3, 5]), np.array([2, 1, 4, 4])
    assert correlation(x, y) == pytest.approx(np.corrcoef(x, y)[0, 1])
    assert correlation(x, np.array([3, 3, 3, 3])) is None
    assert correlation(np.array([7, 7, 7, 7]), y) is None
