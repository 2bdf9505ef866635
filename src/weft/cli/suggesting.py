"""What the commands share that suggest something: what they ask for, and how they show it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

import click

from weft.cli import options
from weft.cli.endings import deliver, notice

if TYPE_CHECKING:
    from rich.console import RenderableType

    from weft.weaving.cards import Card

Format = Literal["text", "json", "csv", "cards"]
FORMATS: tuple[Format, ...] = ("text", "json", "csv", "cards")
ENDINGS: dict[str, Format] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".json": "json",
    ".csv": "csv",
    ".html": "cards",
    ".htm": "cards",
}
WRITES = ".html (cards), .csv, .json or .txt"

Command = TypeVar("Command", bound=Callable[..., None])


class Suggested(Protocol):
    """What the library suggests: data, rows of a table, and cards."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the rows."""
        ...

    @property
    def because(self) -> str:
        """Why there is nothing; empty where there is something."""
        ...

    @property
    def notes(self) -> tuple[str, ...]:
        """What the suggestions do not know."""
        ...

    def to_dict(self) -> dict[str, object]:
        """Return everything as plain data."""
        ...

    def rows(self) -> list[dict[str, object]]:
        """Return it as rows of a table."""
        ...

    def cards(self) -> tuple[Card, ...]:
        """Return it as cards."""
        ...


def suggests(command: Command) -> Command:
    """Add what every command that suggests something asks for."""
    for decorate in reversed(SHARED):
        command = decorate(command)
    return command


SHARED: Sequence[Callable[[Any], Any]] = (
    options.wave,
    options.trust,
    options.private,
    options.seed,
    click.option(
        "--format",
        "kind",
        type=click.Choice(FORMATS),
        help="As what to show it; cards is a page to print. By the ending of -o, else text.",
    ),
    options.as_json,
    options.output,
)


def kind_of(kind: Format | None, output: Path | None, *, as_json: bool) -> Format:
    """Return the format that was asked for, also by --json or the ending of the file."""
    return options.kind_of(kind, output, as_json=as_json, endings=ENDINGS, writes=WRITES)


def given(asked: dict[str, Any]) -> dict[str, Any]:
    """Return what was asked for, without what was left out."""
    return {name: value for name, value in asked.items() if value not in {None, ()}}


def show(
    found: Suggested,
    kind: Format,
    output: Path | None,
    *,
    heading: str,
    as_text: Callable[[], list[RenderableType]],
) -> None:
    """Write suggestions in the format that was asked for."""
    if kind == "json":
        from weft.cli.as_json import as_json

        deliver(as_json(found.to_dict()), output)
        return
    if kind == "text":
        from weft.cli.text import rendered, to_terminal

        deliver(rendered(as_text(), for_terminal=output is None and to_terminal()), output)
        return
    if kind == "csv":
        deliver(_table(found), output)
    else:
        from weft.weaving.cards import cards_page

        note = found.because or " ".join(found.notes)
        deliver(cards_page(found.cards(), heading=heading, note=note), output)
        return
    if found.because:
        notice(found.because)


def _table(found: Suggested) -> bytes:
    import pyarrow as pa

    from weft.formats.plain.written import as_lines

    rows = found.rows()
    columns = {
        name: pa.array([_cell(row[name]) for row in rows], type=pa.string())
        for name in found.columns
    }
    return as_lines(pa.table(columns), ",")


def _cell(value: object) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.4g}" if isinstance(value, float) else None if value is None else str(value)


def moved(moves: Sequence[str]) -> str:
    """Return the figures that something would move, as they read in a sentence."""
    from weft.measures.words import listed, plain_name

    return f"{listed([plain_name(name) for name in moves])}."


def ending(notes: Sequence[str], made_with: dict[str, object]) -> list[RenderableType]:
    """Return what is not known, and with what it was made."""
    from weft.cli.text import BLANK, heading, item, plain

    parts: list[RenderableType] = []
    if notes:
        parts.append(heading("What this does not know"))
        parts += [item(plain(note)) for note in notes]
    made = ", ".join(f"{name} {value}" for name, value in made_with.items())
    return [*parts, BLANK, plain(made, "dim")]
