"""What the printed portrait says, as the data that its template (``portrait.typ``) sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.measures.words import counted, end_shown, interval, percent, shown
from weft.portrait.rendering.html import families, undefined
from weft.portrait.rendering.svg_charts import cell_said
from weft.portrait.rendering.svg_map import legend_mark, map_svg

if TYPE_CHECKING:
    from weft.measures import Measure
    from weft.portrait.contents import Chart, Drawing, Shown
    from weft.portrait.portrait import Portrait

FONT = "Atkinson Hyperlegible"
NO_VALUE = "–"


def pages(portrait: Portrait) -> dict[str, object]:
    """Return what the template prints: sentences, and figures as they are read."""
    drawing = portrait.drawing
    return {
        "title": f"Portrait of {portrait.network.get('name', 'a network')}",
        "font": FONT,
        "about": about(portrait),
        "headline": portrait.headline,
        "map": None if drawing is None else _standing_alone(map_svg(drawing)),
        "map_named": drawing is not None and bool(drawing.labels),
        "map_summary": "" if drawing is None else drawing.summary,
        "legend": [] if drawing is None else _legend(drawing),
        "chapters": [
            {
                "title": chapter.title,
                "answer": chapter.answer,
                "families": [
                    {"title": title, "figures": [_figure(it) for it in figures]}
                    for title, figures in families(chapter)
                ],
                "undefined": [
                    {"reason": reason, "names": names} for reason, names in undefined(chapter)
                ],
                "charts": [_chart(chart) for chart in chapter.charts],
            }
            for chapter in portrait.chapters
        ],
        "look_after": [
            {"title": g.title, "text": g.text, "count": str(g.count), "names": list(g.names)}
            for g in portrait.look_after
        ],
        "next": [
            {
                "title": s.title,
                "why": s.why,
                "how": s.how,
                "ready": s.ready,
                "suggestions": list(s.suggestions),
            }
            for s in portrait.next_steps
        ],
        "limits": [{"text": limit.text} for limit in portrait.limits],
        "sources": list(sources(portrait)),
        "made_with": made_with(portrait),
    }


def about(portrait: Portrait) -> str:
    """Return who the portrait is of, in one line: people, wave, how many answered."""
    network = portrait.network
    people, answered, wave = (network.get(key) for key in ("people", "answered", "wave"))
    parts = [counted(people, "person", "people")] if isinstance(people, int) else []
    if wave is not None:
        parts.append(f"wave {wave}")
    if isinstance(answered, int) and isinstance(people, int):
        parts.append("everyone answered" if answered == people else f"{answered:,} answered")
    return " · ".join(parts)


def basis(measure: Measure) -> str:
    """Return what a figure rests on: ties, wave, answers, method, what chance would give."""
    parts = [f"ties: {measure.relation}" if measure.relation else "", _wave(measure)]
    if measure.answered == measure.n:
        parts.append(f"all {measure.n:,} answered" if measure.n else "")
    else:
        parts.append(f"{measure.answered:,} of {measure.n:,} answered")
    if measure.confidence is not None and interval(measure):
        parts.append(f"{percent(measure.confidence)} interval")
    if measure.least is not None and measure.most is not None and measure.least < measure.most:
        ends = " and ".join(end_shown(measure, end) for end in (measure.least, measure.most))
        parts.append(f"whatever the silent would say, between {ends}")
    parts.append(measure.method)
    parts.extend(
        f"by chance ({null.model}) it would be {null.mean:.2f} ± {null.sd:.2f}, p = {null.p:.3f}"
        for null in measure.nulls
    )
    return "; ".join(part for part in parts if part)


def sources(portrait: Portrait) -> tuple[str, ...]:
    """Return the sources of all figures, each once, by author."""
    found = {source for c in portrait.chapters for f in c.figures for source in f.measure.sources}
    return tuple(sorted(found))


def made_with(portrait: Portrait) -> str:
    """Return with what the portrait was made, so that it can be made again."""
    made = ", ".join(f"{name} {value}" for name, value in portrait.made_with.items())
    return f"Made with {made}." if made else ""


def _figure(it: Shown) -> dict[str, object]:
    measure = it.measure
    return {
        "value": shown(measure),
        "interval": interval(measure),
        "question": measure.question,
        "sentence": measure.sentence,
        "reading": it.declaration.reading,
        "misreading": it.declaration.misreading,
        "basis": basis(measure),
    }


def _chart(chart: Chart) -> dict[str, object]:
    return {
        "title": chart.title,
        "summary": chart.summary,
        "kind": chart.kind,
        "columns": list(chart.columns),
        "rows": [list(row) for row in chart.rows],
        "spelled": [[cell_said(chart, cell) for cell in row] for row in chart.rows],
    }


def _legend(drawing: Drawing) -> list[dict[str, str]]:
    """Return what the marks of the map mean: each mark as SVG, and its meaning."""
    groups = drawing.groups if len(drawing.groups) > 1 else ()
    rows = [
        {"mark": _standing_alone(legend_mark(i)), "text": group} for i, group in enumerate(groups)
    ]
    if drawing.stewards.any():
        ring = _standing_alone(legend_mark(0, steward=True))
        rows.append({"mark": ring, "text": "ring: steward"})
    return rows


def _standing_alone(svg: str) -> str:
    """Return an SVG element as a file of its own, whose text is set in the bundled font."""
    space = "" if "xmlns=" in svg else 'xmlns="http://www.w3.org/2000/svg" '
    return str(svg).replace("<svg ", f'<svg {space}font-family="{FONT}" ', 1)


def _wave(measure: Measure) -> str:
    return f"wave {measure.wave}" if measure.wave is not None else ""
