"""Draws how processor time grows with the number of ties, from what the benchmarks kept."""

from __future__ import annotations

from math import log10
from typing import Any

WIDE, HIGH, LEFT, BELOW, ABOVE, RIGHT = 480, 440, 66, 44, 106, 44
"""So narrow, with the words above, that they can be read on a telephone."""

LINES = {
    "load": ("#1b6ca8", "from the file to the rows"),
    "triangles": ("#b3541e", "one pass over the triangles"),
    "circles": ("#3c7a3b", "circles (Leiden)"),
    "portrait without circles": ("#6a3d9a", "portrait without circles"),
}


def picture(sizes: dict[str, dict[str, Any]], growth: dict[str, float]) -> str:
    """Return the picture: both axes by powers of ten, a line for each part of the work."""
    ties = [int(many) for many in sizes]
    seconds = [row[name] for row in sizes.values() for name in LINES]
    x_from, x_to = int(log10(min(ties))), int(log10(max(ties))) + 1
    y_from, y_to = _floor(log10(min(seconds))), _floor(log10(max(seconds))) + 1

    def x(many: float) -> float:
        return LEFT + (WIDE - LEFT - RIGHT) * (log10(many) - x_from) / (x_to - x_from)

    def y(second: float) -> float:
        return HIGH - BELOW - (HIGH - ABOVE - BELOW) * (log10(second) - y_from) / (y_to - y_from)

    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img" '
            'font-family="sans-serif" font-size="15">'
        ),
        "<title>Processor time against the number of ties, both by powers of ten</title>",
        f'<rect width="{WIDE}" height="{HIGH}" fill="#fff"/>',
    ]
    for power in range(x_from, x_to + 1):
        parts.append(_line(x(10**power), ABOVE, x(10**power), HIGH - BELOW))
        label = f"{10 ** (power - 6):,} million" if power >= 6 else f"{10**power:,}"
        parts.append(_text(x(10**power), HIGH - BELOW + 18, label, "middle"))
    for power in range(y_from, y_to + 1):
        parts.append(_line(LEFT, y(10.0**power), WIDE - RIGHT, y(10.0**power)))
        parts.append(_text(LEFT - 8, y(10.0**power) + 4, f"{10.0**power:g} s", "end"))
    parts.append(_text((LEFT + WIDE - RIGHT) / 2, HIGH - 6, "ties", "middle"))
    last = list(sizes.values())[-1]
    highest_first = sorted(LINES, key=lambda name: -last[name])
    for at, name in enumerate(highest_first):
        colour, said = LINES[name]
        points = [(x(int(many)), y(row[name])) for many, row in sizes.items()]
        path = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3.5" fill="{colour}"/>' for a, b in points]
        line = 20 + 22 * at
        parts.append(f'<rect x="{LEFT}" y="{line - 6}" width="22" height="4" fill="{colour}"/>')
        parts.append(
            _text(LEFT + 30, line, f"{said}: ties to the power {growth[name]:.2f}", "start", colour)
        )
    return "\n".join([*parts, "</svg>", ""])


def _floor(value: float) -> int:
    return int(value // 1)


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#ddd"/>'


def _text(x: float, y: float, said: str, anchor: str, colour: str = "#333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{said}</text>'
