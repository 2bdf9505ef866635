"""Draws the picture of the README: the map of a made-up coalition, as SVG, without a browser.

Run it with the file to write, or with nothing for portrait.svg in the present folder:

    python examples/make_picture.py docs/pictures/portrait.svg

A picture for yourself needs less: weft.portrait("ties.csv").to_html("portrait.html").
"""

from __future__ import annotations

import sys
from pathlib import Path

import weft
from weft.portrait.rendering.svg_map import map_svg


def picture() -> str:
    """Return the map of the made-up coalition as SVG."""
    network = weft.simulate.coalition(seed=1).network
    drawing = weft.portrait(network, group="organisation", draws=1).drawing
    if drawing is None:
        message = "This network is too large to draw."
        raise ValueError(message)
    return f"{map_svg(drawing, title='A made-up coalition')}\n"


if __name__ == "__main__":
    path = Path(sys.argv[1] if len(sys.argv) > 1 else "portrait.svg")
    path.write_text(picture(), encoding="utf-8")
    print(f"{path} is drawn.")
