"""What an answer stands for."""

import pytest

from weft.formats.surveys.answers import strength


@pytest.mark.parametrize(
    ("cell", "stands_for"),
    [
        ("3", "3"), (" 2,5 ", "2.5"), ("4: very much", "4"), ("0 = never", "0"), ("1) rarely", "1"),
        ("3 times", "3"), ("yes", "1"), ("X", "1"), ("✓", "1"), ("No", "0"), ("Never", "0"),
        ("", None), (None, None), ("–", None), ("n/a", None),
    ],
)  # fmt: skip
def test_numbers_and_ticks_have_a_strength(cell, stands_for):
    assert strength(cell) == stands_for


@pytest.mark.parametrize("cell", ["often", "about 3", "3rd floor", "-2"])
def test_words_have_none(cell):
    with pytest.raises(ValueError, match=cell):
        strength(cell)
