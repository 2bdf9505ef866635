"""``weft introductions``: who could meet, who could introduce them, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from weft.cli import options
from weft.cli.progress import working
from weft.cli.reading import Reading, reads_a_network
from weft.cli.suggesting import Format, ending, given, kind_of, moved, show, suggests

if TYPE_CHECKING:
    from rich.console import RenderableType

    from weft.weaving.introductions import Introduction, Introductions

MOST = 12


@click.command(
    short_help="Say who could meet, who could introduce them, and why.",
    epilog=options.examples(
        "weft introductions ties.csv --people people.csv",
        "weft introductions ties.csv --keep-out 0.2 -o introductions.csv",
        "weft introductions ties.csv --before introductions.csv -o cards.html",
    ),
)
@reads_a_network
@options.each(1)
@options.most(MOST, "introductions")
@click.option(
    "--keep-out",
    type=click.FloatRange(0, 0.5),
    metavar="SHARE",
    default=0.0,
    show_default=True,
    help="The share of pairs held back by lot, so that weft effect can tell whether it helped.",
)
@click.option(
    "--before",
    metavar="FILE",
    multiple=True,
    help="Introductions of an earlier round, as this command writes them to a .csv file: they are "
    "not made again, and who made them is asked last. Repeatable.",
)
@options.blocked
@options.weights("fit, alike, nearness, without_hubs, centralization, two_connected, uplift, load")
@options.alike
@options.group
@click.option(
    "--quota",
    "quotas",
    type=options.count_of,
    metavar="GROUP=NUMBER",
    multiple=True,
    help="At least so many introductions touch a group. Repeatable.",
)
@click.option(
    "--least-served-first", is_flag=True, help="Serve those with the fewest ties before all else."
)
@suggests
def introductions(
    reading: Reading,
    weights: tuple[tuple[str, float], ...],
    quotas: tuple[tuple[str, int], ...],
    before: tuple[str, ...],
    kind: Format | None,
    output: Path | None,
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401  (passed on to the library by name)
) -> None:
    """Say who could meet, who could introduce them, and why.

    Pairs are chosen so that less hangs on the hub afterwards, and so that ties get no less even.
    Who introduces is never the hub. People can have the columns offers and seeks: tags between
    semicolons. Suggestions, not decisions: ask each of the two first.
    """
    import weft
    from weft.weaving.records import records_together

    reading.refuse_to_overwrite(output, *before)
    kind = kind_of(kind, output, as_json=as_json)
    with working("Looking for introductions") as tell:
        found = weft.introductions(
            reading.network(tell),
            weights=dict(weights),
            quotas=dict(quotas),
            before=records_together(before),
            tell=tell,
            **given(asked),
        )
    show(
        found,
        kind,
        output,
        heading=f"Introductions in {found.name}",
        as_text=lambda: as_text(found),
    )


def as_text(found: Introductions) -> list[RenderableType]:
    """Return the list: who could meet, who introduces them, and why."""
    from weft.cli.text import BLANK, heading, plain, title
    from weft.weaving.wording import pair_named

    parts: list[RenderableType] = [title(f"Introductions in {found.name}"), BLANK]
    parts.append(plain(found.answer))
    for row in found:
        if not row.held_out:
            parts += _row(found, row)
    if held := [row for row in found if row.held_out]:
        parts.append(heading("Held back by lot: do not introduce these yet"))
        parts += [plain(pair_named(found.names[row.a], found.names[row.b])) for row in held]
    return [*parts, *ending(found.notes, dict(found.made_with))]


def _row(found: Introductions, row: Introduction) -> list[RenderableType]:
    from weft.cli.text import heading, labelled, plain
    from weft.weaving.wording import called, pair_named

    by = f", by {called(found.names[row.introducer])}" if row.introducer else ""
    parts: list[RenderableType] = [
        heading(f"{pair_named(found.names[row.a], found.names[row.b])}{by}")
    ]
    parts += [plain(row.reason.text), plain(row.how)]
    parts.append(labelled("Wrong if:", row.wrong_if))
    if row.moves:
        parts.append(labelled("Would move:", moved(row.moves)))
    return parts
