"""``weft refer``: to whom something could be passed on, and by whom."""

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

    from weft.weaving.referrals import Referrals


@click.command(
    short_help="Say to whom something could be passed on, and by whom.",
    epilog=options.examples(
        "weft refer ties.csv --need 'grant writing' --referrer ana",
        "weft refer ties.csv --need evaluation --referrer ana --already ben=2",
    ),
)
@reads_a_network
@click.option(
    "--need",
    metavar="TAGS",
    required=True,
    help="What is asked for, as tags between semicolons; the column offers of the people table "
    "says who offers what.",
)
@click.option(
    "--referrer",
    "from_",
    metavar="ID",
    required=True,
    help="Who passes it on.",
)
@click.option(
    "--already",
    type=options.count_of,
    metavar="ID=NUMBER",
    multiple=True,
    help="How many were passed on to somebody lately; they are proposed less. Repeatable.",
)
@options.most(3, "people", least=1)
@options.weights("fit, warmth, already, load")
@suggests
def refer(
    reading: Reading,
    already: tuple[tuple[str, int], ...],
    weights: tuple[tuple[str, float], ...],
    kind: Format | None,
    output: Path | None,
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401  (passed on to the library by name)
) -> None:
    """Say to whom something could be passed on, and by whom.

    A donor, a client or a request came to one person, and somebody else may be better placed: who
    offers what is needed, is near, and has not had most of what was passed on lately. People
    stand in the order of the alphabet.
    """
    import weft

    reading.refuse_to_overwrite(output)
    kind = kind_of(kind, output, as_json=as_json)
    with working("Looking for peers") as tell:
        found = weft.refer(
            reading.network(tell), already=dict(already), weights=dict(weights), **given(asked)
        )
    show(
        found,
        kind,
        output,
        heading=f"To pass on in {found.name}: {', '.join(found.need)}",
        as_text=lambda: as_text(found),
    )


def as_text(found: Referrals) -> list[RenderableType]:
    """Return the proposals: who, why, and how to go about it."""
    from weft.cli.text import BLANK, heading, labelled, plain, title
    from weft.measures.words import listed

    parts: list[RenderableType] = [title(f"{found.from_name} could pass on: {listed(found.need)}")]
    if found.because:
        parts += [BLANK, plain(found.because)]
    for peer in found.peers:
        parts += [
            heading(f"To {peer.name}"),
            plain(peer.reason.text),
            labelled("How:", peer.how),
            labelled("Wrong if:", peer.wrong_if),
            labelled("Would move:", moved(peer.moves)),
        ]
    return [*parts, *ending(found.notes, dict(found.made_with))]
