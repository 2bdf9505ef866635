"""``weft formats``: what Weft reads and writes, printed from the declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from weft.cli import options
from weft.cli.endings import deliver

if TYPE_CHECKING:
    from rich.console import RenderableType

    from weft.formats import Format


@click.command(
    short_help="List what can be read and written.",
    epilog=options.examples("weft formats", "weft formats gexf", "weft formats --json"),
)
@click.argument("name", metavar="[FORMAT]", required=False)
@options.as_json
def formats(name: str | None, *, as_json: bool) -> None:
    """List every format: its name, the endings of its files, whether it is read and written.

    With the name of one, say what its files can hold of a network and what they cannot.
    """
    from weft.formats import format_named, known_formats

    chosen = known_formats() if name is None else (format_named(name),)
    if as_json:
        from weft.cli.as_json import as_json as written

        declared = [format_as_dict(one) for one in chosen]
        deliver(written(declared if name is None else declared[0]), None)
        return
    from weft.cli.text import rendered, to_terminal

    parts = _list(chosen) if name is None else _one(chosen[0])
    deliver(rendered(parts, for_terminal=to_terminal()), None)


def format_as_dict(one: Format) -> dict[str, object]:
    """Return a declaration as plain data."""
    from weft.formats.carrying import CAN_CARRY

    return {
        "name": one.name,
        "title": one.title,
        "about": one.about,
        "extensions": list(one.extensions),
        "read": one.read is not None,
        "read_people": one.read_people is not None,
        "written": one.write is not None,
        "write_people": one.write_people is not None,
        "carries": [part for part in CAN_CARRY if part in one.carries],
        "not_read": list(one.not_read),
    }


def _list(every: tuple[Format, ...]) -> list[RenderableType]:
    from rich.table import Table

    from weft.cli.text import BLANK, plain, title

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("format", "what it is", "endings", ""):
        table.add_column(heading, overflow="fold", no_wrap=heading == "format")
    for one in sorted(every, key=lambda each: each.name):
        endings = " ".join(one.extensions)
        table.add_row(plain(one.name, "bold"), plain(one.title), plain(endings), _ways(one))
    return [
        title(f"The {len(every)} formats of Weft"),
        table,
        BLANK,
        plain("What one of them can hold: weft formats FORMAT", "dim"),
    ]


def _ways(one: Format) -> str:
    ways = [*(["read"] if one.read else []), *(["written"] if one.write else [])]
    return ", ".join(ways) or "people"


def _one(one: Format) -> list[RenderableType]:
    from weft.cli.text import heading, indented, plain, title
    from weft.formats.carrying import CAN_CARRY

    def listed(head: str, lines: list[str]) -> list[RenderableType]:
        return [heading(head), *(indented(plain(line)) for line in lines)] if lines else []

    held = [text for part, text in CAN_CARRY.items() if part in one.carries]
    lost = [text for part, text in CAN_CARRY.items() if part not in one.carries]
    return [
        title(f"{one.name}: {one.title}"),
        plain(one.about),
        plain(f"{_ways(one).capitalize()}. Files end in {' '.join(one.extensions)}".strip(), "dim"),
        *(listed("Holds ids, ties, and", held) if one.read else []),
        *(listed("Does not hold", lost) if one.write and one.read else []),
        *listed("Left out when reading", list(one.not_read)),
    ]
