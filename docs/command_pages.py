"""Writes what every command says of itself, for the page on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from weft.cli.commands import weft

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the text before Sphinx includes it."""
    app.connect("builder-inited", write_into_source)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_into_source(app: Sphinx) -> None:
    """Write the text beside the page that includes it."""
    folder = Path(app.srcdir) / "reference" / "generated"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "commands.md").write_text(commands(), encoding="utf-8")


def commands() -> str:
    """Return a heading and the help of every command."""
    context = click.Context(weft, info_name="weft", **weft.context_settings)
    parts = []
    for name in weft.list_commands(context):
        command = weft.get_command(context, name)
        if command is None or command.hidden:
            continue
        inner = click.Context(
            command, info_name=name, parent=context, terminal_width=context.max_content_width
        )
        parts.append(f"## weft {name}\n\n```text\n{command.get_help(inner)}\n```")
    return "\n\n".join(parts) + "\n"
