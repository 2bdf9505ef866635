"""``weft doctor``: what this installation computes with, and what would make it better."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from weft.cli import options
from weft.cli.endings import deliver

if TYPE_CHECKING:
    from rich.console import RenderableType

    from weft.engine.health import Check


@click.command(
    short_help="Say whether Weft is well installed.",
    epilog=options.examples("weft doctor", "weft doctor --json"),
)
@options.as_json
def doctor(*, as_json: bool) -> None:
    """Say what Weft computes with here, what is wrong, and how to mend it.

    What is wrong makes Weft slower or leaves something out; it makes no figure wrong. The exit
    status is 0 all the same.
    """
    from weft.cli.as_json import as_json as written
    from weft.engine.health import health

    found = health()
    if as_json:
        deliver(written([asdict(check) for check in found]), None)
        return
    from weft.cli.text import rendered, to_terminal

    deliver(rendered(_said(found), for_terminal=to_terminal()), None)


def _said(found: tuple[Check, ...]) -> list[RenderableType]:
    from weft.cli.text import indented, plain

    parts: list[RenderableType] = []
    for check in found:
        parts.append(plain(f"{'ok' if check.fine else 'look'}: {check.about}: {check.found}."))
        if check.mend:
            parts.append(indented(plain(check.mend)))
    return parts
