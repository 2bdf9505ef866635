"""What people offer and seek, and how well two of them fit."""

import numpy as np
import pytest

from tests.weaving import made
from weft.weaving.tags import tags_in


@pytest.mark.parametrize(
    ("cell", "tags"),
    [
        (None, set()),
        (" ; ,", set()),
        ("Grant  writing; evaluation,|Maps", {"grant writing", "evaluation", "maps"}),
    ],
)
def test_a_cell_holds_tags_between_semicolons_commas_or_bars(cell, tags):
    assert tags_in(cell) == tags


def test_fit_is_the_mean_of_what_each_has_of_what_the_other_seeks():
    tags = made.ground(
        "ab", "abc", offers=["maps;law", "money", ""], seeks=["money;time", "law", ""]
    ).tags

    a_finds_half, b_finds_all = 0.5, 1.0
    expected = np.zeros((3, 3))
    expected[0, 1] = expected[1, 0] = (a_finds_half + b_finds_all) / 2
    np.testing.assert_allclose(tags.fit(), expected)
    assert tags.met(0, 1) == ("money",)
    np.testing.assert_allclose(tags.shared(frozenset({"law", "maps", "x", "y"})), [0.5, 0, 0])


def test_without_columns_nothing_is_known():
    tags = made.ground("ab bc").tags

    assert not tags.known
    assert not tags.fit().any()
