"""Shares in words, and people in an order that says nothing about them."""

import pytest

from weft.weaving.wording import by_alphabet, how_many, one_stop


@pytest.mark.parametrize(
    ("share", "said"),
    [(1, "all"), (0.99, "nearly all"), (0.85, "nearly all"), (0.84, "most"), (0.6, "most"),
     (0.5, "about half"), (0.4, "about half"), (0.39, "some"), (0.15, "some"), (0.01, "a few")],
)  # fmt: skip
def test_a_share_in_words(share, said):
    assert how_many(share) == said


def test_people_stand_by_name_whatever_the_capitals_and_then_by_id():
    names, ids = ("ben", "Ana", "Cy", "ana"), ("4", "3", "2", "1")
    assert by_alphabet(range(4), names, ids) == [3, 1, 0, 2]


@pytest.mark.parametrize(
    ("text", "said"),
    [("Ask Ana B..", "Ask Ana B."), ("Ana B.. Then", "Ana B. Then"), ("a...b ..c", "a...b ..c")],
)
def test_a_sentence_ends_once(text, said):
    assert one_stop(text) == said
