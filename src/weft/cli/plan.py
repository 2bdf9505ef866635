"""``weft plan``: how sure the figures would be, before anybody is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from weft.cli import options
from weft.cli.endings import deliver
from weft.cli.progress import working

if TYPE_CHECKING:
    from rich.console import RenderableType

    from weft.plan import Plan


@click.command(
    short_help="Say how sure the figures would be, before anybody is asked.",
    epilog=options.examples(
        "weft plan --people 40 --named 4 --response 0.7",
        "weft plan --people 25 --named 6 --both-ends --json",
    ),
)
@click.option("--people", type=int, required=True, metavar="N", help="How many belong to it.")
@click.option(
    "--named",
    type=float,
    required=True,
    metavar="N",
    help="How many others a person names, on average.",
)
@click.option(
    "--response",
    type=float,
    default=0.7,
    show_default=True,
    metavar="SHARE",
    help="The share of people who will answer.",
)
@click.option(
    "--returned",
    type=float,
    default=0.4,
    show_default=True,
    metavar="SHARE",
    help="The share of ties that are returned.",
)
@click.option(
    "--both-ends",
    is_flag=True,
    help="Both ends are asked about each tie, and the word of one is enough.",
)
@options.seed
@options.as_json
def plan(
    people: int,
    named: float,
    response: float,
    returned: float,
    seed: int,
    *,
    both_ends: bool,
    as_json: bool,
) -> None:
    """Say how sure the figures would be, before anybody is asked.

    Networks like yours are made up, some of their people fall silent, and the ranges that this
    leaves open are measured.
    """
    from weft.cli.as_json import as_json as written
    from weft.plan import make_plan

    with working("Making up networks like yours") as tell:
        made = make_plan(
            people=people,
            named=named,
            response=response,
            returned=returned,
            both_ends=both_ends,
            seed=seed,
            progress=tell,
        )
    if as_json:
        deliver(written(made.to_dict()), None)
        return
    from weft.cli.text import rendered, to_terminal

    deliver(rendered(_shown(made), for_terminal=to_terminal()), None)


def _shown(made: Plan) -> list[RenderableType]:
    from rich.table import Table

    from weft.cli.text import BLANK, plain, title

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for heading in ("figure", "about", "within", "twice as sure at"):
        table.add_column(heading, justify="left" if heading == "figure" else "right")
    for row in made.expected:
        halved = "" if row.halved_at is None else f"{row.halved_at:.0%} answering"
        table.add_row(row.measure_id, f"{row.value:.2f}", f"± {row.width / 2:.2f}", halved)
    asked = f"{made.answers} of {made.people} people answering, each naming {made.named:g}"
    return [title(asked), *(plain(sentence) for sentence in made.sentences), BLANK, table]
