"""Strengths as text that every program reads as the same number."""

import re

import hypothesis.strategies as st
from hypothesis import given

from weft.formats.graphs.strengths import strength_text


@given(st.floats(0, allow_nan=False, allow_infinity=False))
def test_a_strength_is_read_back_exactly_and_has_a_point_before_an_exponent(value):
    text = strength_text(value)

    assert float(text) == value
    assert re.fullmatch(r"[0-9]+(\.[0-9]+(e[+-][0-9]+)?)?", text)
