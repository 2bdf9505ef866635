"""The charts as SVG: bars, a line, a matrix. Each has a table twin beside it in the page."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from markupsafe import Markup

from weft.measures.words import percent

if TYPE_CHECKING:
    from weft.portrait.contents import Cell, Chart

WIDTH = 400
LETTER = 7.9
"""How wide a letter is at most at the size of the text, on average."""
ROW, ROOM_FOR_NUMBER, WIDEST_LABEL = 34, 58, 190
LETTERS = ascii_uppercase
TEN_THOUSAND = 10_000
DARKEST = 0.4
"""How far the fullest cell is filled, so that its number stays legible on it."""
CELL = Markup(
    '<rect class="cell" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" '
    'fill-opacity="{:.2f}"/>'
)


def chart_svg(chart: Chart) -> Markup:
    """Return a chart as one ``svg`` element of a width of 400, whose text stays legible at 320."""
    draw = {"bars": _bars, "line": _line, "matrix": _matrix}[chart.kind]
    body, height = draw(chart) if chart.rows else (Markup(""), ROW)
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {w} {h:.0f}" '
        'role="img" aria-labelledby="{id}-title {id}-desc" font-size="15">'
        '<title id="{id}-title">{title}</title><desc id="{id}-desc">{desc}</desc>{body}</svg>'
    ).format(w=WIDTH, h=height, id=chart.id, title=chart.title, desc=chart.summary, body=body)


def cell_said(chart: Chart, cell: Cell) -> str:
    """Return a cell of the table twin as people read it."""
    if cell is None:
        return "unknown"
    if isinstance(cell, str):
        return cell
    return percent(cell) if chart.kind == "line" else f"{cell:,.4g}"


def _bars(chart: Chart) -> tuple[Markup, float]:
    labels = [str(row[0]) for row in chart.rows]
    series = len(chart.columns) - 1
    values = [[_number(cell) for cell in row[1:]] for row in chart.rows]
    most = max((value for row in values for value in row), default=0) or 1
    start = min(max(len(label) for label in labels) * LETTER + 12, WIDEST_LABEL)
    room = WIDTH - start - ROOM_FOR_NUMBER
    drawn = []
    thick = 20 if series == 1 else 14
    step = ROW if series == 1 else 16 * series + 14
    for i, (label, row) in enumerate(zip(labels, values, strict=True)):
        top = i * step + 6
        middle = top + thick * series / 2 + 5
        drawn.append(_text(start - 8, middle, _cut(label, start), anchor="end"))
        for k, value in enumerate(row):
            long = max(value / most * room, 1.5)
            y = top + k * 16
            drawn.append(
                Markup(
                    '<rect class="bar b{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{}"/>'
                ).format(k, start, y, long, thick)
            )
            said = cell_said(chart, chart.rows[i][k + 1])
            drawn.append(_text(start + long + 6, y + thick / 2 + 5, said, weight=True))
    return Markup("").join(drawn), len(labels) * step + 6


def _line(chart: Chart) -> tuple[Markup, float]:
    left, right, top, bottom = 50, WIDTH - 12, 34, 220
    most = max((_number(row[0]) for row in chart.rows), default=1) or 1

    def at(across: float, up: float) -> str:
        return f"{left + across / most * (right - left):.1f} {bottom - up * (bottom - top):.1f}"

    drawn = [_text(0, 14, chart.columns[1])]
    for share in (0.0, 0.5, 1.0):
        y = bottom - share * (bottom - top)
        drawn.append(
            Markup('<path class="grid" d="M{} {:.1f}H{}"/>').format(left, y, right)
            + _text(left - 8, y + 5, f"{share:.0%}", anchor="end")
        )
    for share, anchor in ((0.0, "middle"), (0.5, "middle"), (1.0, "end")):
        x = left + share * (right - left)
        drawn.append(_text(x, bottom + 22, f"{share * most:.0%}", anchor=anchor))
    drawn.append(_text(right, bottom + 44, chart.columns[0], anchor="end"))
    points = [at(_number(row[0]), _number(row[1])) for row in chart.rows]
    path = "L".join(points)
    floor = f"{right} {bottom}L{left} {bottom}"
    drawn.append(Markup('<path class="under" d="M{}L{}Z"/>').format(path, floor))
    drawn.append(Markup('<path class="line" d="M{}"/>').format(path))
    return Markup("").join(drawn), bottom + 54


def _matrix(chart: Chart) -> tuple[Markup, float]:
    names = [str(row[0]) for row in chart.rows]
    start = min((max(len(name) for name in names) + 2) * LETTER + 10, WIDEST_LABEL)
    wide = (WIDTH - start) / len(names)
    high = min(max(wide, 30), 44)
    most = max((_number(cell) for row in chart.rows for cell in row[1:]), default=0) or 1
    drawn = [_text(start + (k + 0.5) * wide, 18, LETTERS[k], "middle") for k in range(len(names))]
    for i, row in enumerate(chart.rows):
        top = 28 + i * high
        line = top + high / 2 + 5
        drawn.append(_text(start - 10, line, _cut(f"{LETTERS[i]} {names[i]}", start), "end"))
        for k, cell in enumerate(row[1:]):
            left, count = start + k * wide, _number(cell)
            drawn.append(
                CELL.format(left + 1.5, top + 1.5, wide - 3, high - 3, DARKEST * count / most)
            )
            drawn.append(_text(left + wide / 2, line, _short(count), "middle"))
    return Markup("").join(drawn), 28 + len(names) * high + 4


def _text(x: float, y: float, said: str, anchor: str = "start", *, weight: bool = False) -> Markup:
    return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}"{}>{}</text>').format(
        x, y, anchor, Markup(' font-weight="600"') if weight else "", said
    )


def _cut(label: str, room: float) -> str:
    most = int((room - 8) / LETTER)
    return label if len(label) <= most else label[: most - 1] + "…"


def _short(value: float) -> str:
    return f"{value / 1000:,.0f}k" if value >= TEN_THOUSAND else f"{value:,.0f}"


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else 0.0
