"""``weft step-back``: what would be lost if somebody left tomorrow, and what would mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from weft.cli import options
from weft.cli.endings import deliver
from weft.cli.progress import working
from weft.cli.reading import Reading, reads_a_network
from weft.cli.shown_as import Kind, kind_of, shown_as


@click.command(
    "step-back",
    short_help="Rehearse somebody's leaving: what is lost, what mends it.",
    epilog=options.examples(
        "weft step-back ties.csv --people people.csv --person ana",
        "weft step-back ties.csv --person ana --person ben --format csv",
        "weft step-back ties.csv --names",
    ),
)
@reads_a_network
@click.option(
    "--person",
    "leaving",
    metavar="ID",
    multiple=True,
    help="Who leaves. Repeatable: then all leave at once. If left out, only where the network "
    "rests on one person is shown.",
)
@click.option(
    "--names",
    is_flag=True,
    help="Show who loses what and on whom something rests. Only for those who own the data.",
)
@click.option(
    "--most",
    type=click.IntRange(min=0),
    metavar="N",
    help="At most so many introductions. 5, if left out.",
)
@click.option(
    "--each",
    type=click.IntRange(min=1),
    metavar="N",
    help="At most so many introductions for one person. 1, if left out.",
)
@click.option(
    "--block",
    "blocked",
    nargs=2,
    multiple=True,
    metavar="ID ID",
    help="These two must not be introduced. Repeatable.",
)
@options.wave
@click.option("--trust", metavar="RELATION", help="Which ties say who trusts whom.")
@click.option("--leadership", metavar="RELATION", help="Which ties say who turns to whom.")
@click.option("--group", metavar="COLUMN", help="The column of the people table to group by.")
@options.private
@options.replicates
@options.seed
@shown_as("the introductions that would mend most, one a row")
def step_back(
    reading: Reading,
    kind: Kind | None,
    output: Path | None,
    leaving: tuple[str, ...],
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401  (passed on to the library by name)
) -> None:
    """Rehearse that somebody leaves tomorrow: what is lost, and what would mend it.

    FILE is a table of ties with the columns source and target, or a file in any other format of
    weft formats. A dash reads standard input.
    """
    import weft
    from weft.scenarios.leaving import Mending

    reading.refuse_to_overwrite(output)
    kind = kind_of(kind, output, as_json=as_json)
    given = {name: value for name, value in asked.items() if value not in (None, ())}
    given |= options.drawn(given.pop("replicates", None))
    with working("Rehearsing") as tell:
        made = weft.step_back(reading.network(tell), leaving, tell=tell, **given)
    if kind == "json":
        from weft.cli.as_json import as_json as written

        deliver(written(made.to_dict()), output)
    elif kind == "csv":
        from weft.cli.as_csv import as_csv

        deliver(as_csv(Mending, made.plan), output)
    else:
        from weft.cli.text import rendered, to_terminal
        from weft.cli.text_step_back import rehearsal_as_text

        terminal = output is None and to_terminal()
        deliver(rendered(rehearsal_as_text(made), for_terminal=terminal), output)
