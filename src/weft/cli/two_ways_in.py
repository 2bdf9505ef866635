"""``weft two-ways-in``: the fewest introductions that make any single departure safe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from weft.cli import options
from weft.cli.progress import working
from weft.cli.reading import Reading, reads_a_network
from weft.cli.suggesting import Format, given, kind_of, show, suggests


@click.command(
    "two-ways-in",
    short_help="Find the fewest introductions that make any one departure safe.",
    epilog=options.examples(
        "weft two-ways-in ties.csv --people people.csv --steward ana",
        "weft two-ways-in ties.csv --each 2 --block ben,cy -o cards.html",
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
@options.each(None)
@options.blocked
@options.alike
@click.option(
    "--show",
    "shown",
    type=click.IntRange(min=0),
    metavar="N",
    default=10,
    show_default=True,
    help="How many introductions the text shows.",
)
@suggests
def two_ways_in(
    reading: Reading,
    departs: Any,  # noqa: ANN401  (click lets only the two kinds through)
    shown: int,
    kind: Format | None,
    output: Path | None,
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401  (passed on to the library by name)
) -> None:
    """Find the fewest introductions after which no single departure cuts anybody off.

    Whoever hangs on a single other is cut off when that one leaves. The plan says how few
    introductions mend that, in the order in which each does most.
    """
    import weft
    from weft.cli.text_two_ways_in import plan_as_text

    reading.refuse_to_overwrite(output)
    kind = kind_of(kind, output, as_json=as_json)
    with working("Looking for second ways") as tell:
        plan = weft.two_ways_in(reading.network(tell), kind=departs, **given(asked))
    show(
        plan,
        kind,
        output,
        heading=f"Two ways in for everybody in {plan.name}",
        as_text=lambda: plan_as_text(plan, show=shown),
    )
