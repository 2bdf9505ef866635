"""``weft handovers``: who could take a role on, and how far it is handed over."""

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

    from weft.weaving.handovers import HandOver, HandOvers


def role_of(text: str) -> tuple[str, str]:
    """Return the name and the holder of ``treasurer=ana``."""
    name, equals, holder = text.rpartition("=")
    if not equals or not name.strip() or not holder.strip():
        message = f"{text!r} is not of the form NAME=ID, such as treasurer=ana."
        raise click.BadParameter(message)
    return name.strip(), holder.strip()


@click.command(
    short_help="Say who could take a role on, and how far it is handed over.",
    epilog=options.examples(
        "weft handovers ties.csv --people people.csv",
        "weft handovers ties.csv --role treasurer=ana --role welcome=ben",
        "weft handovers ties.csv --role treasurer=ana -o cards.html",
    ),
)
@reads_a_network
@click.option(
    "--role",
    "roles",
    type=role_of,
    metavar="NAME=ID",
    multiple=True,
    help="Who holds a role. The stewards hold theirs, if left out. Repeatable; a role that is "
    "named twice is held by both.",
)
@options.leadership
@options.weights("overlap, looked_to, willing, load")
@suggests
def handovers(
    reading: Reading,
    roles: tuple[tuple[str, str], ...],
    weights: tuple[tuple[str, float], ...],
    kind: Format | None,
    output: Path | None,
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401  (passed on to the library by name)
) -> None:
    """Say who could take a role on, and how far it is handed over.

    For each role: who could go along with whoever holds it, who stands in, whom they should be
    introduced to, and what would be lost if the holder left tomorrow. People stand in the order of
    the alphabet; it is the beginning of a talk, not a ranking.
    """
    import weft

    reading.refuse_to_overwrite(output)
    kind = kind_of(kind, output, as_json=as_json)
    held: dict[str, list[str]] = {}
    for name, holder in roles:
        held.setdefault(name, []).append(holder)
    with working("Looking for hand-overs") as tell:
        found = weft.handovers(
            reading.network(tell), held or None, weights=dict(weights), **given(asked)
        )
    show(
        found,
        kind,
        output,
        heading=f"Roles to hand over in {found.name}",
        as_text=lambda: as_text(found),
    )


def as_text(found: HandOvers) -> list[RenderableType]:
    """Return the proposals: each role, how far it is, and who could take it on."""
    from weft.cli.text import BLANK, plain, title

    parts: list[RenderableType] = [title(f"Roles to hand over in {found.name}")]
    if found.because:
        parts += [BLANK, plain(found.because)]
    for made in found.roles:
        parts += _role(made)
    return [*parts, *ending(found.notes, dict(found.made_with))]


def _role(made: HandOver) -> list[RenderableType]:
    from weft.cli.text import BLANK, heading, item, labelled, plain
    from weft.measures.words import listed
    from weft.weaving.handovers.shown import how

    parts: list[RenderableType] = [heading(f"{made.role}, held by {listed(made.holders)}")]
    if made.because:
        return [*parts, plain(made.because)]
    parts += [plain(made.state), BLANK, plain(how(made)), BLANK]
    for one in made.candidates:
        said = f"{one.name}, who {PARTS[one.part]}. {one.reason.text} Wrong if: {one.wrong_if}"
        parts.append(item(plain(said)))
    return [*parts, BLANK, labelled("Would move:", moved(made.moves))]


PARTS = {
    "goes along": "could go along",
    "stands in": "could stand in",
    "could be asked": "could be asked as well",
}
