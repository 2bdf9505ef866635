"""The colours of the page keep the contrast of WCAG 2.2 AA in both themes."""

import re
from pathlib import Path

import pytest

import weft.portrait
from weft.portrait.rendering.svg_charts import DARKEST
from weft.portrait.rendering.svg_map import GROUP_COLOURS, INK, PAPER, TIE_COLOUR

CSS = (Path(weft.portrait.__file__).parent / "rendering" / "templates" / "colours.css").read_text()
TEXT, GRAPHICS = 4.5, 3.0


def themes():
    light, dark = CSS.split("@media")
    read = [dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", part)) for part in (light, dark)]
    assert read[0].keys() == read[1].keys()
    return {"light": read[0], "dark": read[1]}


def channels(colour):
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def mixed(above, below, opacity):
    pairs = zip(channels(above), channels(below), strict=True)
    return "#" + "".join(f"{round(a * opacity + b * (1 - opacity)):02x}" for a, b in pairs)


def luminance(colour):
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (value / 255 for value in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_the_greatest_there_is():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sheet", "wash"])
@pytest.mark.parametrize("text", ["ink", "quiet", "accent", "thread"])
def test_text_stands_out(theme, ground, text):
    colours = themes()[theme]
    assert contrast(colours[text], colours[ground]) >= TEXT


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "graphic", ["g0", "g1", "g2", "g3", "g4", "g5", "g6", "bar", "bar-2", "tie", "edge", "accent"]
)
def test_graphics_stand_out(theme, graphic):
    colours = themes()[theme]
    for ground in ("paper", "sheet"):
        assert contrast(colours[graphic], colours[ground]) >= GRAPHICS


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_numbers_stand_out_on_the_fullest_cell_of_a_matrix(theme):
    colours = themes()[theme]
    filled = mixed(colours["bar"], colours["paper"], DARKEST)
    assert contrast(colours["ink"], filled) >= TEXT


def test_map_that_stands_alone_has_the_light_colours_of_the_page():
    light = themes()["light"]
    expected = tuple(light[f"g{i}"] for i in range(len(GROUP_COLOURS)))
    assert expected == GROUP_COLOURS
    assert (light["tie"], light["sheet"], light["ink"]) == (TIE_COLOUR, PAPER, INK)
