"""``weft relate``: whether relations go together among the same people, beyond chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from weft.cli import options
from weft.cli.endings import deliver
from weft.cli.progress import working
from weft.cli.reading import Reading, reads_a_network

if TYPE_CHECKING:
    from rich.console import RenderableType

    from weft.uncertainty.between import Related, Term

NO_VALUE = "–"


@click.command(
    short_help="Print how far one relation goes with others.",
    epilog=options.examples(
        "weft relate ties.csv --of turns_to --on trusts --on works_with",
        "weft relate ties.csv --people people.csv --of trusts --on same:office",
    ),
)
@reads_a_network
@click.option(
    "--of", metavar="RELATION", required=True, help="The relation that is to be explained."
)
@click.option(
    "--on",
    metavar="TERM",
    multiple=True,
    required=True,
    help="What it may go with: another relation, same:ATTRIBUTE or difference:ATTRIBUTE of people. "
    "Repeatable; each is judged beyond all the others.",
)
@options.wave
@click.option("--weighted", is_flag=True, help="Take the strength of a tie for 1.")
@click.option(
    "--permutations",
    type=click.IntRange(min=1),
    metavar="N",
    default=10_000,
    show_default=True,
    help="How often people are renamed at random.",
)
@options.seed
@options.as_json
def relate(reading: Reading, *, as_json: bool, **asked: Any) -> None:  # noqa: ANN401  (passed on)
    """Print how far one relation goes with others among the same people, beyond chance.

    Do people turn to those they trust, beyond working with them? FILE is a table of ties, or a
    file in any other format of weft formats. A dash reads standard input.
    """
    import weft
    from weft.cli.as_json import as_json as written

    network = reading.network()
    with working(f"Relating {asked['of']}") as bar:
        tell = None if bar is None else lambda done, of: bar(done, of, "renaming people")
        found = weft.relate(network, tell=tell, **asked)
    if as_json:
        deliver(written(found.to_dict()), None)
        return
    from weft.cli.text import rendered, to_terminal

    deliver(rendered(_said(found), for_terminal=to_terminal()), None)


def _said(found: Related) -> list[RenderableType]:
    """Return the answer in sentences, the figures as a table, and what they rest on."""
    from weft.cli.text import BLANK, labelled, plain, title
    from weft.uncertainty.between.related import listed, named

    parts: list[RenderableType] = [
        title(f"Does {found.of} go with {listed([named(term.on) for term in found.terms])}?")
        if found.terms
        else title(f"What does {found.of} go with?"),
        BLANK,
    ]
    if found.undefined_because:
        parts.append(plain(found.undefined_because))
    for term in found.terms:
        parts += [plain(term.sentence), BLANK]
    if found.terms:
        parts += [_figures(found.terms), BLANK]
    rests = f"wave {found.wave}; {found.answered:,} of {found.people:,} answered; {found.method}"
    return [
        *parts,
        labelled(
            "Not to be misread.",
            "It says that two relations go together, not which comes first, and not that one is "
            "denser or more centralized than the other.",
        ),
        labelled("Rests on.", rests),
        BLANK,
        *(plain(source, "dim") for source in found.sources),
    ]


def _figures(terms: tuple[Term, ...]) -> RenderableType:
    from rich.table import Table

    from weft.cli.text import plain

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="italic")
    table.add_column("term")
    for heading in ("coefficient", "t", "p", "p as high", "p as low", "r alone", "its p"):
        table.add_column(heading, justify="right", no_wrap=True)
    for term in terms:
        figures = (
            _shown(term.coefficient),
            _shown(term.t, 2),
            *(_shown(p, 4) for p in (term.p, term.p_higher, term.p_lower)),
            _shown(term.correlation),
            _shown(term.correlation_p, 4),
        )
        table.add_row(plain(term.on), *(plain(figure) for figure in figures))
    return table


def _shown(number: float | None, digits: int = 3) -> str:
    return NO_VALUE if number is None else f"{number:.{digits}f}"
