"""``weft circles``: everybody in small groups that mix clusters."""

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

    from weft.weaving.circles import Circles


@click.command(
    short_help="Part people into circles that mix clusters.",
    epilog=options.examples(
        "weft circles ties.csv --people people.csv -o spring.csv",
        "weft circles ties.csv --people people.csv --before spring.csv -o autumn.csv",
        "weft circles ties.csv --size 4 --format cards -o circles.html",
    ),
)
@reads_a_network
@click.option(
    "--size",
    type=click.IntRange(min=3),
    metavar="N",
    default=5,
    show_default=True,
    help="About how many people a circle has: one fewer to one more.",
)
@click.option(
    "--person",
    "taking_part",
    metavar="ID",
    multiple=True,
    help="Who takes part; everybody, if left out. Repeatable.",
)
@click.option(
    "--newcomer",
    "newcomers",
    metavar="ID",
    multiple=True,
    help="Who is new. By the column joined of the people table, if left out. Repeatable.",
)
@click.option(
    "--leader",
    "leaders",
    metavar="ID",
    multiple=True,
    help="Who led last time, and is not to call first again. Repeatable.",
)
@click.option(
    "--before",
    "earlier",
    metavar="FILE",
    multiple=True,
    help="Earlier circles, as this command writes them to a .csv file: who were in one circle are "
    "kept apart, and the hosts of the last file count as leaders. Repeatable, the last one last.",
)
@options.group
@options.weights("same_cluster, same_group, met_before, tied")
@suggests
def circles(
    reading: Reading,
    taking_part: tuple[str, ...],
    earlier: tuple[str, ...],
    leaders: tuple[str, ...],
    weights: tuple[tuple[str, float], ...],
    kind: Format | None,
    output: Path | None,
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401  (passed on to the library by name)
) -> None:
    """Part people into circles that mix clusters.

    Each circle holds two who are tied already, a newcomer, and somebody who can call the first
    meeting and is neither a steward nor led last time. What cannot be held is told, with the
    reason.
    """
    import weft
    from weft.weaving.circles.earlier import earlier_circles

    reading.refuse_to_overwrite(output, *earlier)
    kind = kind_of(kind, output, as_json=as_json)
    read = [earlier_circles(name) for name in earlier]
    with working("Forming circles") as tell:
        network = reading.network(tell)
        known = network.people.position
        last = [host for one in read[-1:] for host in one.hosts if host in known]
        found = weft.circles(
            network,
            people=taking_part or None,
            before=[members for one in read for members in one.members],
            leaders=[*leaders, *last],
            weights=dict(weights),
            **given(asked),
        )
    show(found, kind, output, heading=f"Circles in {found.name}", as_text=lambda: as_text(found))


def as_text(found: Circles) -> list[RenderableType]:
    """Return the circles: who is in each, who calls it, and why it is good so."""
    from weft.cli.text import BLANK, heading, item, labelled, plain, title
    from weft.measures.words import listed
    from weft.weaving.wording import one_stop

    parts: list[RenderableType] = [title(f"Circles in {found.name}")]
    if found.because:
        parts += [BLANK, plain(found.because)]
    for circle in found.circles:
        parts += [
            heading(f"Circle {circle.number}"),
            plain(one_stop(f"{listed(circle.names)}."), "bold"),
            plain(f"{circle.reason.text} {circle.how}"),
        ]
        if circle.met_before:
            pairs = [listed([circle.name_of(a), circle.name_of(b)]) for a, b in circle.met_before]
            parts.append(labelled("Together before:", one_stop(f"{'; '.join(pairs)}.")))
    if found.unmet:
        parts.append(heading("What could not be had"))
        parts += [item(plain(lack.text)) for lack in found.unmet]
    if found.circles:
        first = found.circles[0]
        parts += [
            BLANK,
            labelled("Wrong if:", first.wrong_if),
            labelled("Would move:", moved(first.moves)),
            BLANK,
            plain(_counted(found)),
        ]
    return [*parts, *ending(found.notes, dict(found.made_with))]


def _counted(found: Circles) -> str:
    """Return how many pairs there are of those that were to be few."""
    from weft.measures.words import plain_name

    counts = found.counts
    least = counts["least_same_cluster"]
    kinds = [f"of one cluster: {counts['same_cluster']:,} (at least {least:,} whatever is done)"]
    if found.group is not None:
        kinds.append(f"of one {plain_name(found.group)}: {counts['same_group']:,}")
    kinds.append(f"together before: {counts['met_before']:,}")
    kinds.append(f"tied already: {counts['tied']:,}")
    return f"Pairs in one circle that are {'; '.join(kinds)}."
