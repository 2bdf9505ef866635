"""``weft effect``: did introductions help, by the pairs a lot held out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from weft.cli import options
from weft.cli.endings import deliver
from weft.cli.progress import working
from weft.cli.reading import Reading, reads_a_network

if TYPE_CHECKING:
    from rich.console import RenderableType

    from weft.weaving.effect import Effect, Step

NOTHING = "–"


@click.command(
    short_help="Say whether introductions helped, by the pairs a lot held out.",
    epilog=options.examples(
        "weft effect introductions.csv ties.csv --people people.csv",
        "weft effect introductions.csv ties.csv --before 1 --after 3 --json",
    ),
)
@click.argument("records", metavar="RECORDS", type=click.Path(exists=True, dir_okay=False))
@reads_a_network
@options.relation
@click.option("--before", metavar="WAVE", help="The wave before. The first, if left out.")
@click.option("--after", metavar="WAVE", help="The wave after. The last, if left out.")
@click.option(
    "--worth",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    metavar="SHARE",
    default=0.1,
    show_default=True,
    help="The smallest difference worth knowing of; settles how many pairs it takes.",
)
@options.seed
@options.as_json
def effect(
    records: str,
    reading: Reading,
    before: str | None,
    after: str | None,
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401  (passed on to the library by name)
) -> None:
    """Say whether introductions helped, by the pairs a lot held out.

    RECORDS is a table with a row for each pair that was chosen: a, b, introducer, held_out (yes or
    no); and, where they are known, round, accepted_a, accepted_b, met and acted. FILE is a table of
    ties with the columns source, target and wave, or a file in any other format of weft formats,
    that holds the waves before and after.
    """
    from weft.cli.as_json import as_json as written
    from weft.weaving.effect import introduction_effect

    with working("Comparing offered and held-out pairs") as tell:
        made = introduction_effect(
            records, reading.network(tell), before_wave=before, after_wave=after, **asked
        )
    if as_json:
        deliver(written(made.to_dict()), None)
        return
    from weft.cli.text import rendered, to_terminal

    deliver(rendered(_as_text(made), for_terminal=to_terminal()), None)


def _as_text(made: Effect) -> list[RenderableType]:
    """Return the answer first, then how far pairs came, then what it cannot tell."""
    from weft.cli.text import BLANK, heading, item, plain, title

    parts: list[RenderableType] = [
        title(f"Did introductions help in {made.name}?"),
        plain(f"{_whose(made)}, wave {made.before} to wave {made.after}", "dim"),
        BLANK,
        plain(made.answer),
    ]
    if made.verdict.settle:
        parts += [BLANK, plain("What would settle it", "bold"), plain(made.verdict.settle)]
    if made.undefined_because is None:
        parts += [heading("By how much"), *_figures(made)]
    parts += [heading("How far pairs came"), _funnel(made.funnel)]
    parts.append(heading("What this comparison cannot tell"))
    parts += [item(plain(text)) for text in made.limits.values()]
    with_what = made.made_with
    made_by = f"weft {with_what['weft']}, seed {with_what['seed']}, {with_what['draws']} draws"
    return [*parts, BLANK, plain(made_by, "dim")]


def _whose(made: Effect) -> str:
    from weft.weaving.effect.waves import ANY

    return f"Ties of {made.relation}" if made.relation == ANY else f"“{made.relation}”"


def _figures(made: Effect) -> list[RenderableType]:
    """Return what an offer does, what a meeting does, and what became of other ties."""
    from rich.table import Table

    from weft.cli.text import BLANK, plain
    from weft.weaving.effect.answer import between
    from weft.weaving.effect.contents import Range

    def points(found: Range) -> tuple[str, str]:
        if found.value is None or found.low is None or found.high is None:
            return NOTHING, ""
        return f"{round(100 * found.value):+d} pts", between(found.low, found.high)

    def ties(found: Range) -> tuple[str, str]:
        if found.value is None or found.low is None or found.high is None:
            return NOTHING, ""
        return f"{found.value:+.1f}", f"{found.low:+.1f} to {found.high:+.1f}"

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for justify in ("left", "right", "left"):
        table.add_column(justify=justify, no_wrap=True)
    table.add_row("chance of a tie, by an offer", *points(made.difference))
    table.add_row("chance of a tie, by a meeting", *points(made.met))
    table.add_row("a person's ties with others", *ties(made.displacement))
    because = [
        found.undefined_because
        for found in (made.met, made.displacement)
        if found.undefined_because is not None
    ]
    told = (
        f"In percentage points, and in ties. The ranges hold the truth in {made.confidence:.0%} of "
        "cases. p is how often the lot alone gives as large a difference: "
        f"{'under 0.01' if (made.p or 0) < 0.01 else f'{made.p:.2f}'}."
    )
    return [table, BLANK, plain(told, "dim"), *(plain(text, "dim") for text in because)]


def _funnel(steps: tuple[Step, ...]) -> RenderableType:
    from rich.table import Table

    from weft.cli.text import plain

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("pairs")
    for name in ("offered", "held out"):
        table.add_column(name, justify="right", no_wrap=True)
    for step in steps:
        counts = (step.offered, step.held_out)
        table.add_row(plain(step.text), *(_count(c, whole=step.id == "offered") for c in counts))
    return table


def _count(counts: tuple[int, int] | None, *, whole: bool) -> str:
    """Return how many came so far and of how many that is known; all of them came to be chosen."""
    if counts is None or not counts[1]:
        return NOTHING
    return f"{counts[0]:,}" if whole else f"{counts[0]:,} of {counts[1]:,}"
