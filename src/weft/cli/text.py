"""Text for terminals and pipes: 80 columns, sentences first, readable without colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from weft.cli.endings import visible
from weft.measures.words import interval, shown, unit_said
from weft.portrait.rendering.pages import NO_VALUE, basis

if TYPE_CHECKING:
    from weft.measures import Declaration, Measure

WIDTH = 80
WIDEST = 100
BLANK = Text("")


def rendered(parts: Iterable[RenderableType], *, for_terminal: bool = False) -> str:
    """Return what is to be printed: plain and 80 columns wide, or as the terminal can take it."""
    coloured = for_terminal and os.environ.get("TERM") != "dumb"
    console = Console(
        file=StringIO(),
        width=None if for_terminal else WIDTH,
        force_terminal=coloured,
        color_system="auto" if coloured else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    if for_terminal:
        console.width = max(20, min(console.width, WIDEST))
    for part in parts:
        console.print(part)
    printed: str = console.file.getvalue()  # type: ignore[attr-defined]  # the StringIO above
    return "\n".join(line.rstrip() for line in printed.splitlines()) + "\n"


def to_terminal() -> bool:
    """Whether a person reads standard output."""
    return sys.stdout.isatty()


def plain(text: object, style: str = "") -> Text:
    """Return text from the data as it is: no markup, nothing that commands a terminal."""
    return Text(visible(str(text)), style=style, overflow="fold")


def title(text: str) -> Text:
    """Return the name of the whole."""
    return plain(text, "bold")


def heading(text: str) -> Group:
    """Return a heading that is one without colour too."""
    words = plain(text, "bold cyan")
    return Group(BLANK, words, Text("─" * min(WIDTH, max(words.cell_len, 1)), style="cyan"))


def indented(text: RenderableType, by: int = 2) -> Padding:
    """Return something set in from the left."""
    return Padding(text, (0, 0, 0, by))


def labelled(label: str, text: str, style: str = "") -> Text:
    """Return a text after the word that says what it is."""
    return Text.assemble((f"{label} ", "italic"), plain(text, style))


def item(body: RenderableType, mark: str = "•") -> RenderableType:
    """Return a body set beside the mark of an item."""
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False, expand=True)
    table.add_column(width=max(2, len(mark)))
    table.add_column(ratio=1)
    table.add_row(plain(mark), body)
    return table


def figures(measures: Sequence[Measure]) -> Table:
    """Return figures as a compact table: the number, what it says, what it is called."""
    table = Table(box=None, show_header=False, padding=(0, 2, 1, 0), pad_edge=False, expand=True)
    table.add_column(width=14, justify="right")
    table.add_column(ratio=1)
    for measure in measures:
        table.add_row(number(measure), said(measure))
    return table


def number(measure: Measure) -> Text:
    """Return the value with its interval below."""
    if measure.value is None:
        return plain(NO_VALUE, "dim")
    lines = [plain(shown(measure), "bold")]
    if between := interval(measure):
        lines.append(plain(between, "dim"))
    return Text("\n").join(lines)


def said(measure: Measure) -> Text:
    """Return the sentence of a figure, and its name and unit in a quieter line."""
    unit = "" if measure.value is None else measure.unit
    name = f"{measure.id} ({unit})" if unit else measure.id
    return Text("\n").join([plain(measure.sentence), plain(name, "dim")])


def one_figure(measure: Measure, declaration: Declaration) -> list[RenderableType]:
    """Return everything there is to say about one figure."""
    unit = unit_said(measure)
    value = NO_VALUE if measure.value is None else shown(measure)
    between = interval(measure)
    head = f"{value} {unit}".rstrip() + (f" ({between})" if between else "")
    parts: list[RenderableType] = [
        title(measure.question),
        plain(head, "bold cyan"),
        BLANK,
        plain(measure.sentence),
        BLANK,
    ]
    if measure.parts:
        parts += [_parts(measure, declaration), BLANK]
    parts += [
        labelled("How to read it.", declaration.reading),
        labelled("Not to be misread.", declaration.misreading),
        labelled("Rests on.", basis(measure)),
        BLANK,
        *(plain(source, "dim") for source in measure.sources),
    ]
    return parts


def _parts(measure: Measure, declaration: Declaration) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for name, value in measure.parts.items():
        table.add_row(plain(f"{value:.4g}"), plain(declaration.parts.get(name, name)))
    return table
