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
    for heading, width in (("format", None), ("what it is", None), ("endings", 21), ("", None)):
        table.add_column(heading, overflow="fold", no_wrap=heading == "format", max_width=width)
    for one in sorted(every, key=lambda each: each.name):
        endings = " ".join(one.extensions)
        table.add_row(plain(one.name, "bold"), plain(one.title), plain(endings), _ways(one))
    return [
        title(f"The {len(every)} formats of Weft"),
        table,
        BLANK,
        plain("More on one of them: weft formats FORMAT", "dim"),
    ]


def _ways(one: Format) -> str:
    ways = [*(["read"] if one.read else []), *(["written"] if one.write else [])]
    return ", ".join(ways) or "people"


def _ways_and_endings(one: Format) -> str:
    ways = f"{_ways(one).capitalize()}."
    if not one.extensions:
        return f"{ways} A file's name may end in anything."
    written = [ending for ending in one.extensions if ending not in one.only_read]
    of_writing = f"; to write, in {' '.join(written)}" if one.only_read else ""
    return f"{ways} A file's name ends in {' '.join(one.extensions)}{of_writing}"


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
        plain(_ways_and_endings(one), "dim"),
        *(listed("Keeps, besides ids and ties", held) if one.read else []),
        *(listed("Does not keep", lost) if one.write and one.read else []),
        *listed("Left out when reading", list(one.not_read)),
    ]
