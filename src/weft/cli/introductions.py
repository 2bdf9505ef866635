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


def weight_of(text: str) -> tuple[str, float]:
    """Return the name and the number of ``fit=3``."""
    name, _, number = text.partition("=")
    try:
        return name.strip(), float(number)
    except ValueError:
        message = f"{text!r} is not of the form NAME=NUMBER, such as fit=3."
        raise click.BadParameter(message) from None


def pair_of(text: str) -> tuple[str, str]:
    """Return the two ids of ``ana,ben``."""
    a, comma, b = text.partition(",")
    if not comma or not a.strip() or not b.strip():
        message = f"{text!r} is not of the form ID,ID, such as ana,ben."
        raise click.BadParameter(message)
    return a.strip(), b.strip()


@click.command(
    short_help="Say who could meet, who could introduce them, and why.",
    epilog=options.examples(
        "weft introductions ties.csv --people people.csv",
        "weft introductions ties.csv --keep-out 0.2 -o introductions.csv",
        "weft introductions ties.csv --before introductions.csv -o cards.html",
    ),
)
@reads_a_network
@click.option(
    "--each",
    type=click.IntRange(min=0),
    metavar="N",
    default=1,
    show_default=True,
    help="In how many introductions anybody may be.",
)
@click.option(
    "--most",
    type=click.IntRange(min=0),
    metavar="N",
    default=MOST,
    show_default=True,
    help="How many introductions in all.",
)
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
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    metavar="FILE",
    help="A table of introductions made before: they are not made again.",
)
@click.option(
    "--block",
    "blocked",
    type=pair_of,
    metavar="ID,ID",
    multiple=True,
    help="Two who are never introduced to each other. Repeatable.",
)
@click.option(
    "--weight",
    "weights",
    type=weight_of,
    metavar="NAME=NUMBER",
    multiple=True,
    help="What counts for how much: fit, alike, nearness, without_hubs, centralization, "
    "two_connected, uplift, load. Repeatable.",
)
@click.option(
    "--alike",
    metavar="COLUMN",
    multiple=True,
    help="A column of the people table in which the same speaks for a pair. Repeatable.",
)
@click.option("--group", metavar="COLUMN", help="What groups people, for --quota.")
@click.option(
    "--quota",
    "quotas",
    type=weight_of,
    metavar="GROUP=N",
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
    quotas: tuple[tuple[str, float], ...],
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

    reading.refuse_to_overwrite(output)
    kind = kind_of(kind, output, as_json=as_json)
    named = {name: int(number) for name, number in quotas}
    with working("Looking for introductions") as tell:
        found = weft.introductions(
            reading.network(tell),
            weights=dict(weights),
            quotas=named,
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

    parts: list[RenderableType] = [title(f"Introductions in {found.name}"), BLANK]
    parts.append(plain(found.answer))
    for row in found:
        if not row.held_out:
            parts += _row(found, row)
    if held := [row for row in found if row.held_out]:
        parts.append(heading("Held back by lot: do not introduce these yet"))
        parts += [plain(f"{found.names[row.a]} and {found.names[row.b]}") for row in held]
    return [*parts, *ending(found.notes, dict(found.made_with))]


def _row(found: Introductions, row: Introduction) -> list[RenderableType]:
    from weft.cli.text import heading, labelled, plain

    by = f", by {found.names[row.introducer]}" if row.introducer else ""
    parts: list[RenderableType] = [heading(f"{found.names[row.a]} and {found.names[row.b]}{by}")]
    parts += [plain(row.reason.text), plain(row.how)]
    parts.append(labelled("Wrong if:", row.wrong_if))
    if row.moves:
        parts.append(labelled("Would move:", moved(row.moves)))
    return parts
