"""``weft change``: two waves compared on the same people and the same reporters."""

from __future__ import annotations

from typing import Any

import click

from weft.cli import options
from weft.cli.endings import deliver
from weft.cli.progress import working
from weft.cli.reading import Reading, reads_a_network


@click.command(
    short_help="Compare two waves: what changed, and how sure that is.",
    epilog=options.examples(
        "weft change ties.csv --people people.csv --relation turns_to",
        "weft change ties.csv --before 1 --after 3 --steward ana --json",
    ),
)
@reads_a_network
@options.relation
@click.option("--before", metavar="WAVE", help="The earlier wave. The first, if left out.")
@click.option("--after", metavar="WAVE", help="The later wave. The last, if left out.")
@click.option(
    "--figure",
    "figures",
    metavar="ID",
    multiple=True,
    help="Compare this figure instead of the usual ones (see weft measures). Repeatable.",
)
@click.option(
    "--replicates",
    "draws",
    type=click.IntRange(min=20),
    metavar="N",
    help="How often what the silent would have said is drawn, and how often people's two reports "
    "are swapped to see what chance gives. 200, if left out.",
)
@options.seed
@options.as_json
def change(
    reading: Reading,
    figures: tuple[str, ...],
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401  (passed on to the library by name)
) -> None:
    """Compare two waves: what changed, and how sure that is.

    FILE is a table of ties with the columns source, target and wave, or a file in any other format
    of weft formats. The waves are compared on the people who were there both times, as told by
    those who answered both times.
    """
    from weft.change import make_change
    from weft.cli.as_json import as_json as written

    given = {name: value for name, value in asked.items() if value is not None}
    if figures:
        given["figures"] = figures
    with working("Comparing the waves") as tell:
        made = make_change(reading.network(tell), progress=tell, **given)
    if as_json:
        deliver(written(made.to_dict()), None)
        return
    from weft.cli.text import rendered, to_terminal
    from weft.cli.text_change import change_as_text

    deliver(rendered(change_as_text(made), for_terminal=to_terminal()), None)
