"""``weft convert``: from any format that Weft reads to any that it writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from weft.cli import options
from weft.cli.endings import deliver, notice
from weft.cli.progress import working
from weft.cli.reading import STANDARD_INPUT, Reading, reads_a_network

if TYPE_CHECKING:
    from weft.formats.writing import Files
    from weft.network import Notice


IN_A_PEOPLE_TABLE = frozenset(
    f"{lost}-not-written" for lost in ("people", "names", "declarations", "attributes")
)
"""Notices of what is lost for want of a people table."""


@click.command(
    short_help="Write a network in another format.",
    epilog=options.examples(
        "weft convert ties.csv --people people.csv network.gexf",
        "weft convert map.xlsx network.weft.zip",
        "weft convert network.weft.zip map.xlsx --to kumu",
        "weft convert ties.csv ties.net --people-out people.csv",
    ),
)
@reads_a_network
@click.argument("output", metavar="OUT", type=str)
@click.option(
    "--to",
    "to_format",
    metavar="FORMAT",
    help="The format to write, where the ending of OUT leaves a choice (see weft formats).",
)
@click.option(
    "--people-out",
    metavar="FILE",
    help="Write a table of the people too, if OUT cannot hold what is known of them.",
)
@click.option("--relation", metavar="NAME", help="Write these ties only, of several kinds.")
@click.option("--wave", metavar="WAVE", help="Write this round of answers only, of several.")
@options.as_json
def convert(
    reading: Reading,
    output: str,
    to_format: str | None,
    people_out: str | None,
    relation: str | None,
    wave: str | None,
    *,
    as_json: bool,
) -> None:
    """Write a network in another format, and say what did not fit.

    FILE may be in any format that Weft reads; it is recognised by its content. The ending of OUT
    says what to write. A dash (-) as FILE reads standard input, as OUT it writes standard output.
    What cannot be kept is said on standard error.
    """
    from weft.formats.registry import format_to_write
    from weft.formats.writing import as_files, ending_of

    to_standard_output = output == STANDARD_INPUT
    if to_standard_output and (as_json or not to_format):
        message = "Writing to standard output (-) needs --to, and leaves no room for --json."
        raise click.UsageError(message)
    for path in (output, people_out):
        reading.refuse_to_overwrite(None if path is None else Path(path))
    chosen = format_to_write(ending_of(output), name=to_format)
    with working("Converting") as tell:
        network = reading.network(tell)
        chosen_part = network if relation is None else network.relation(relation)
        chosen_part = chosen_part if wave is None else chosen_part.wave(wave)
        if tell is not None:
            tell(0, 1, "writing")
        files = as_files(chosen_part, output, people=people_out, format=chosen.name)
    for place, data in files.contents.items():
        deliver(data, None if to_standard_output and place == output else Path(place))
    notices = (*network.notices, *files.notices)
    if as_json:
        from weft.cli.as_json import as_json as written

        deliver(written(_as_dict(files, chosen.name, notices)), None)
        return
    for said in notices:
        notice(said.text)
    if people_out is None and any(said.kind in IN_A_PEOPLE_TABLE for said in files.notices):
        notice("--people-out FILE writes a people table beside it.")
    if not to_standard_output:
        places = ", ".join(map(str, files.contents))
        notice(f"{_found(files)} written to {places}: {chosen.title}.")


def _as_dict(files: Files, format_name: str, notices: tuple[Notice, ...]) -> dict[str, object]:
    return {
        **files.network.summary(),
        "format": format_name,
        "files": [str(place) for place in files.contents],
        "notices": [{"kind": n.kind, "text": n.text, "count": n.count} for n in notices],
    }


def _found(files: Files) -> str:
    people, reports = len(files.network), len(files.network.reports)
    who = "1 person" if people == 1 else f"{people:,} people"
    if any(said.kind == "ties-not-written" for said in files.notices):
        return who
    return f"{who} and {'1 report' if reports == 1 else f'{reports:,} reports'}"
