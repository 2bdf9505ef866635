"""The portrait as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table

from weft.cli.text import BLANK, figures, heading, indented, item, labelled, plain, title
from weft.portrait.rendering.html import undefined
from weft.portrait.rendering.pages import about, made_with
from weft.portrait.rendering.svg_charts import cell_said

if TYPE_CHECKING:
    from weft.portrait.contents import Chapter, Chart
    from weft.portrait.portrait import Portrait

MOST_BARS = 15
LONGEST_BAR = 30


def portrait_as_text(portrait: Portrait) -> list[RenderableType]:
    """Return the portrait: answers first, then what to do, then what it cannot tell."""
    parts: list[RenderableType] = [
        title(f"Portrait of {portrait.network.get('name', 'a network')}"),
        plain(about(portrait), "dim"),
        BLANK,
        plain(portrait.headline),
    ]
    for number, chapter in enumerate(portrait.chapters, start=1):
        parts += _chapter(number, chapter)
    parts += _look_after(portrait)
    parts += _next(portrait)
    if portrait.limits:
        parts.append(heading("What this portrait cannot tell"))
        parts += [item(plain(limit.text)) for limit in portrait.limits]
    parts += [
        BLANK,
        plain(made_with(portrait), "dim"),
        plain("How to read each figure, and its sources: weft measures", "dim"),
    ]
    return parts


def _chapter(number: int, chapter: Chapter) -> list[RenderableType]:
    parts: list[RenderableType] = [
        heading(f"{number}. {chapter.title}"),
        plain(chapter.answer, "bold"),
    ]
    defined = [it.measure for it in chapter.figures if it.measure.value is not None]
    if defined:
        parts += [BLANK, figures(defined)]
    parts += [_chart(chart) for chart in chapter.charts]
    for reason, names in undefined(chapter):
        parts += [BLANK, plain(reason), plain(f"That leaves open: {names}.", "dim")]
    return parts


def _chart(chart: Chart) -> RenderableType:
    head = [BLANK, plain(chart.title, "bold"), plain(chart.summary)]
    if chart.kind == "bars" and len(chart.columns) == 2 and 0 < len(chart.rows) <= MOST_BARS:
        return Group(*head, indented(_bars(chart)))
    return Group(*head)


def _bars(chart: Chart) -> Table:
    values = [row[1] if isinstance(row[1], int | float) else 0 for row in chart.rows]
    greatest = max(*values, 0, 1e-9)
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(max_width=28)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    for row, value in zip(chart.rows, values, strict=True):
        bar = "█" * round(LONGEST_BAR * max(value, 0) / greatest)
        table.add_row(
            plain(cell_said(chart, row[0])), plain(cell_said(chart, row[1])), plain(bar, "cyan")
        )
    return table


def _look_after(portrait: Portrait) -> list[RenderableType]:
    if not portrait.look_after:
        return []
    parts: list[RenderableType] = [heading("People to look after")]
    for group in portrait.look_after:
        lines = [plain(f"{group.title} ({group.count})", "bold"), plain(group.text)]
        if group.names:
            lines.append(plain(", ".join(group.names), "dim"))
        parts.append(item(Group(*lines)))
    return parts


def _next(portrait: Portrait) -> list[RenderableType]:
    if not portrait.next_steps:
        return []
    parts: list[RenderableType] = [heading("What to do next")]
    for number, step in enumerate(portrait.next_steps, start=1):
        lines: list[RenderableType] = [
            plain(step.title, "bold"),
            labelled("Why.", step.why),
            labelled("How to begin.", step.how),
        ]
        if step.ready:
            lines.append(labelled("Worked out.", step.ready))
        lines += [item(plain(suggestion)) for suggestion in step.suggestions]
        parts.append(item(Group(*lines), f"{number}."))
    return parts
