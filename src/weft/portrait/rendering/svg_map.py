"""The map as SVG: it stands alone in light colours, and takes the page's colours inside a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup

from weft.portrait.rendering.map_labels import placed_labels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weft.portrait.contents import Drawing

    Numbers = NDArray[np.float64]

WIDTH, MARGIN, MARGIN_WITH_NAMES = 720.0, 24.0, 44.0
GROUP_COLOURS = ("#0a62a3", "#b8480a", "#0b7a58", "#97447a", "#8a6100", "#4f5d75", "#5b50b5")
"""Okabe and Ito's colours, darkened to stand out at 3:1 and more on paper; shapes say the same."""
TIE_COLOUR, PAPER, INK = "#5f6b76", "#fffdf9", "#22262b"
MANY_TIES = 250

Shape = Callable[[float, float, float], Markup]


def map_svg(drawing: Drawing, *, title: str = "Map of the network") -> Markup:
    """Return the map as one ``svg`` element; ties without strength or direction, people above."""
    x, y, height = _placed(drawing)
    radius = _radii(drawing)
    opacity = float(np.clip(MANY_TIES / max(len(drawing.first), 1), 0.16, 0.7))
    ties = Markup("").join(
        Markup("M{:.1f} {:.1f}L{:.1f} {:.1f}").format(x[a], y[a], x[b], y[b])
        for a, b in zip(drawing.first, drawing.second, strict=True)
    )
    order = np.argsort(-radius, kind="stable")  # small ones last, so that nobody is hidden
    people = Markup("").join(
        mark(int(drawing.group[i]), x[i], y[i], radius[i], steward=bool(drawing.stewards[i]))
        for i in order
    )
    labels = Markup("").join(
        Markup('<text x="{:.1f}" y="{:.1f}">{}</text>').format(*spot)
        for spot in (
            placed_labels(drawing.labels, x, y, radius, width=WIDTH) if drawing.labels else ()
        )
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="{kind}" viewBox="0 0 {w:.0f} {h:.0f}" '
        'role="img" aria-labelledby="map-title map-desc">'
        '<title id="map-title">{title}</title><desc id="map-desc">{desc}</desc>'
        '<path class="tie" d="{ties}" fill="none" stroke="{tie}" stroke-width="1.2" '
        'stroke-opacity="{opacity:.2f}"/><g class="people">{people}</g>'
        '<g class="names" font-size="13" text-anchor="middle" fill="{ink}" '
        'stroke="{paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">'
        "{labels}</g></svg>"
    ).format(
        kind="map named" if drawing.labels else "map",
        w=WIDTH,
        h=height,
        title=title,
        desc=drawing.summary,
        ties=ties,
        tie=TIE_COLOUR,
        opacity=opacity,
        people=people,
        labels=labels,
        ink=INK,
        paper=PAPER,
    )


def mark(group: int, x: float, y: float, radius: float, *, steward: bool = False) -> Markup:
    """Return the mark of one person: shape and colour by group, a ring around a steward."""
    which = group % len(GROUP_COLOURS)
    shape = SHAPES[which](x, y, radius)
    drawn = Markup(
        '<path class="g{which}" d="{shape}" fill="{colour}" stroke="{paper}" stroke-width="1.5"/>'
    ).format(which=which, shape=shape, colour=GROUP_COLOURS[which], paper=PAPER)
    if not steward:
        return drawn
    ring = Markup(
        '<circle class="ring" cx="{:.1f}" cy="{:.1f}" r="{:.1f}" fill="none" stroke="{}" '
        'stroke-width="2.5"/>'
    ).format(x, y, radius * 1.35 + 3, INK)
    return drawn + ring


def legend_mark(group: int, *, steward: bool = False) -> Markup:
    """Return the mark of a group for the legend."""
    return Markup(
        '<svg class="key" viewBox="0 0 28 28" width="22" height="22" aria-hidden="true">{}</svg>'
    ).format(mark(group, 14, 14, 7.5 if steward else 9, steward=steward))


def _placed(drawing: Drawing) -> tuple[Numbers, Numbers, float]:
    """Return positions on the page, and the height the map takes at its full width."""
    margin = MARGIN_WITH_NAMES if drawing.labels else MARGIN
    low_x, low_y = float(drawing.x.min()), float(drawing.y.min())
    wide, tall = float(np.ptp(drawing.x)), float(np.ptp(drawing.y))
    scale = (WIDTH - 2 * margin) / max(wide, tall * 0.9, 1e-9)
    spare = (WIDTH - 2 * margin - wide * scale) / 2
    x = margin + spare + (drawing.x - low_x) * scale
    y = margin + (drawing.y - low_y) * scale
    return x, y, 2 * margin + tall * scale


def _radii(drawing: Drawing) -> Numbers:
    many = max(len(drawing.x), 1)
    largest = float(np.clip(90 / np.sqrt(many), 3.5, 15))
    return largest * (0.5 + 0.5 * drawing.size)


def _circle(x: float, y: float, r: float) -> Markup:
    r = round(r, 1)  # else two halves of unequal width make an egg
    return Markup(
        "M{a:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 1 0 {d:.1f} 0a{r:.1f} {r:.1f} 0 1 0 -{d:.1f} 0Z"
    ).format(a=x - r, y=y, r=r, d=2 * r)


def _polygon(corners: int, turn: float, stretch: float) -> Shape:
    angles = 2 * np.pi * np.arange(corners) / corners + turn

    def shape(x: float, y: float, r: float) -> Markup:
        points = zip(
            x + stretch * r * np.sin(angles), y - stretch * r * np.cos(angles), strict=True
        )
        inner = Markup("L").join(Markup("{:.1f} {:.1f}").format(a, b) for a, b in points)
        return Markup("M{}Z").format(inner)

    return shape


def _cross(x: float, y: float, r: float) -> Markup:
    a, b = r * 1.15, r * 0.45
    return Markup(
        "M{x0:.1f} {y0:.1f}h{t:.1f}v{c:.1f}h{c:.1f}v{t:.1f}h-{c:.1f}v{c:.1f}h-{t:.1f}v-{c:.1f}"
        "h-{c:.1f}v-{t:.1f}h{c:.1f}Z"
    ).format(x0=x - b, y0=y - a, t=2 * b, c=a - b)


SHAPES: tuple[Shape, ...] = (
    _circle,
    _polygon(4, np.pi / 4, 1.22),
    _polygon(3, 0.0, 1.35),
    _polygon(4, 0.0, 1.32),
    _polygon(3, np.pi, 1.35),
    _cross,
    _polygon(6, 0.0, 1.15),
)
SHAPE_NAMES = (
    "circle",
    "square",
    "triangle",
    "diamond",
    "triangle on its tip",
    "cross",
    "hexagon",
)
