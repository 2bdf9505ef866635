"""Draws the picture of the README: the map of a made-up coalition, as SVG, without a browser.

Run it with the file to write, or with nothing for portrait.svg in the present folder:

    python examples/make_picture.py docs/pictures/portrait.svg

A picture for yourself needs less: weft.portrait("ties.csv").to_html("portrait.html").
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

import weft

SIDE, MARGIN, LEGEND = 640, 36, 250
COLOURS = ("#0b6e99", "#c2570c", "#4d7c0f", "#9d2f6b", "#6b5b95", "#7a6a00", "#555555")
SHAPES = (
    "M-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0z",  # circle
    "M-.9,-.9h1.8v1.8h-1.8z",  # square
    "M0,-1.25L1.25,0L0,1.25L-1.25,0z",  # diamond
    "M0,-1.2L1.15,.8L-1.15,.8z",  # triangle
    "M-1.15,-.8L1.15,-.8L0,1.2z",  # triangle on its tip
    "M-.4,-1.1h.8v.7h.7v.8h-.7v.7h-.8v-.7h-.7v-.8h.7z",  # cross
    "M-1.2,-.6h2.4v1.2h-2.4z",  # bar
)


def picture() -> str:
    """Return the map of the made-up coalition as SVG."""
    network = weft.simulate.coalition(seed=1).network
    drawing = weft.portrait(network, group="organisation", draws=1).drawing
    if drawing is None:
        message = "This network is too large to draw."
        raise ValueError(message)
    x = MARGIN + drawing.x * (SIDE - 2 * MARGIN)
    y = MARGIN + drawing.y * (SIDE - 2 * MARGIN)
    ties = "".join(
        f"M{x[a]:.0f},{y[a]:.0f}L{x[b]:.0f},{y[b]:.0f}"
        for a, b in zip(drawing.first, drawing.second, strict=True)
    )
    people = [
        person(x[i], y[i], 5 + 7 * drawing.size[i], drawing.group[i], ring=drawing.stewards[i])
        for i in range(len(x))
    ]
    wide = SIDE + LEGEND
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {SIDE}" role="img">',
            f"<title>{escape(drawing.summary)}</title>",
            f'<rect width="{wide}" height="{SIDE}" rx="12" fill="#fbfaf7"/>',
            f'<path d="{ties}" stroke="#8a8378" stroke-opacity=".38" fill="none"/>',
            *people,
            *legend(drawing.groups),
            "</svg>\n",
        ]
    )


def person(x: float, y: float, radius: float, group: int, *, ring: bool) -> str:
    """Return somebody as a shape in the colour of their group; a steward with a ring."""
    mark = (
        f'<path transform="translate({x:.0f},{y:.0f})scale({radius:.0f})" d="{SHAPES[group]}" '
        f'fill="{COLOURS[group]}" stroke="#fbfaf7" stroke-width=".15"/>'
    )
    if not ring:
        return mark
    return f"{mark}\n{ring_at(x, y, radius + 5)}"


def ring_at(x: float, y: float, radius: float) -> str:
    """Return the ring that marks a steward."""
    place = f'cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}"'
    return f'<circle {place} fill="none" stroke="#222" stroke-width="2.5"/>'


def legend(groups: tuple[str, ...]) -> list[str]:
    """Return what the colours, the shapes and the ring mean."""
    left, top = SIDE + 20, 60
    rows = [label(left - 8, top - 24, "A made-up coalition", weight=600)]
    for place, group in enumerate(groups):
        rows.append(person(left, top + 30 * place, 8, place, ring=False))
        rows.append(label(left + 20, top + 30 * place + 5, group))
    low = top + 30 * len(groups) + 10
    rows.append(
        f'<circle cx="{left}" cy="{low}" r="9" fill="none" stroke="#222" stroke-width="2.5"/>'
    )
    rows.append(label(left + 20, low + 5, "the convener"))
    rows.append(label(left - 8, low + 40, "lines: who works with whom"))
    return rows


def label(x: float, y: float, text: str, *, weight: int = 400) -> str:
    """Return a text that begins here."""
    return (
        f'<text x="{x}" y="{y}" font-family="system-ui, sans-serif" font-size="15" '
        f'font-weight="{weight}" fill="#222">{escape(text)}</text>'
    )


if __name__ == "__main__":
    path = Path(sys.argv[1] if len(sys.argv) > 1 else "portrait.svg")
    path.write_text(picture(), encoding="utf-8")
    print(f"{path} is drawn.")
