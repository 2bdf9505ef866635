"""As what a command shows its answer: text, JSON or CSV, on standard output or in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import click

from weft.cli import options

Kind = Literal["text", "json", "csv"]
KINDS: tuple[Kind, ...] = ("text", "json", "csv")


def shown_as(what: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add --format, --json and -o to a command; ``what`` says what the rows of the CSV are."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        for option in (
            click.option(
                "-o",
                "--output",
                metavar="PATH",
                type=click.Path(dir_okay=False, path_type=Path),
                help="The file to write it to. It appears whole or not at all.",
            ),
            options.as_json,
            click.option(
                "--format",
                "kind",
                type=click.Choice(KINDS),
                help=f"As what to show it. By the ending of -o, else text. csv holds {what}.",
            ),
        ):
            command = option(command)
        return command

    return decorate


def kind_of(kind: Kind | None, output: Path | None, *, as_json: bool) -> Kind:
    """Return the format that was asked for, also by --json or the ending of the file."""
    if as_json:
        if kind not in {None, "json"}:
            message = f"--json and --format {kind} exclude each other."
            raise click.UsageError(message)
        return "json"
    if kind is not None:
        return kind
    ending = "" if output is None else output.suffix.lower()
    return "json" if ending == ".json" else "csv" if ending == ".csv" else "text"
