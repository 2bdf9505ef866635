"""The marks of the map."""

import re

import pytest

from weft.portrait.rendering.svg_map import mark

ARC = r"a([\d.]+) ([\d.]+) 0 1 0 (-?[\d.]+) 0"


@pytest.mark.parametrize("radius", [4.0, 9.16, 7.0433, 11.26])
def test_a_circle_is_two_halves_of_one_width(radius):
    halves = re.findall(ARC, str(mark(0, 100.0, 50.0, radius)))
    assert [(float(a), float(b), float(across)) for a, b, across in halves] == [
        (r := round(radius, 1), r, pytest.approx(2 * r)),
        (r, r, pytest.approx(-2 * r)),
    ]
