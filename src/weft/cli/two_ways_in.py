"""``weft two-ways-in``: the fewest introductions that make any single departure safe."""

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
    "two-ways-in",
    short_help="Find the fewest introductions that make any one departure safe.",
    epilog=options.examples(
        "weft two-ways-in ties.csv --people people.csv --steward ana",
        "weft two-ways-in ties.csv --each 2 --block ben cy --format csv",
    ),
)
@reads_a_network
@click.option(
    "--kind",
    "departs",
    type=click.Choice(("person", "tie")),
    default="person",
    show_default=True,
    help="What may depart: a person, or a tie.",
)
@click.option(
    "--each",
    type=click.IntRange(min=1),
    metavar="N",
    help="At most so many introductions for one person. No bound, if left out.",
)
@click.option(
    "--block",
    "blocked",
    nargs=2,
    multiple=True,
    metavar="ID ID",
    help="These two must not be introduced. Repeatable.",
)
@click.option(
    "--alike",
    multiple=True,
    metavar="COLUMN",
    help="Rather introduce people who have this column of the people table in common. Repeatable.",
)
@options.wave
@options.private
@options.seed
@click.option(
    "--show",
    type=click.IntRange(min=0),
    metavar="N",
    default=10,
    show_default=True,
    help="How many introductions the text shows.",
)
@shown_as("the introductions, one a row")
def two_ways_in(
    reading: Reading,
    kind: Kind | None,
    output: Path | None,
    show: int,
    departs: str,
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401  (passed on to the library by name)
) -> None:
    """Find the fewest introductions after which no single departure cuts anybody off.

    FILE is a table of ties with the columns source and target, or a file in any other format of
    weft formats. A dash reads standard input.
    """
    import weft
    from weft.weaving.two_ways import Introduction

    reading.refuse_to_overwrite(output)
    kind = kind_of(kind, output, as_json=as_json)
    given = {name: value for name, value in asked.items() if value not in (None, ())}
    with working("Looking for second ways") as tell:
        plan = weft.two_ways_in(reading.network(tell), kind=departs, **given)  # type: ignore[arg-type]  # click lets only these through
    if kind == "json":
        from weft.cli.as_json import as_json as written

        deliver(written(plan.to_dict()), output)
    elif kind == "csv":
        from weft.cli.as_csv import as_csv

        deliver(as_csv(Introduction, plan.introductions), output)
    else:
        from weft.cli.text import rendered, to_terminal
        from weft.cli.text_two_ways_in import plan_as_text

        terminal = output is None and to_terminal()
        deliver(rendered(plan_as_text(plan, show=show), for_terminal=terminal), output)
