"""``weft step-back``: what would be lost if somebody left tomorrow, and what would mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from weft.cli import options
from weft.cli.progress import working
from weft.cli.reading import Reading, reads_a_network
from weft.cli.suggesting import Format, given, kind_of, show, suggests


@click.command(
    "step-back",
    short_help="Rehearse somebody's leaving: what is lost, what mends it.",
    epilog=options.examples(
        "weft step-back ties.csv --people people.csv --person ana",
        "weft step-back ties.csv --person ana --person ben -o cards.html",
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
@options.each(1)
@options.most(5, "introductions")
@options.blocked
@options.leadership
@options.group
@options.replicates
@suggests
def step_back(
    reading: Reading,
    leaving: tuple[str, ...],
    replicates: int | None,
    kind: Format | None,
    output: Path | None,
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401  (passed on to the library by name)
) -> None:
    """Rehearse that somebody leaves tomorrow: what is lost, and what would mend it.

    Which ways to one another would be lost, what becomes of each figure of the portrait, to whom
    people could turn instead, and which introductions among those who stay would mend most. As a
    table and as cards there are the introductions alone.
    """
    import weft
    from weft.cli.text_step_back import rehearsal_as_text

    reading.refuse_to_overwrite(output)
    kind = kind_of(kind, output, as_json=as_json)
    with working("Rehearsing") as tell:
        made = weft.step_back(
            reading.network(tell), leaving, tell=tell, **options.drawn(replicates), **given(asked)
        )
    show(
        made,
        kind,
        output,
        heading=f"Before somebody leaves {made.name}",
        as_text=lambda: rehearsal_as_text(made),
    )
