"""``weft portrait``: real relational data in, the portrait out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from weft.cli import options
from weft.cli.as_json import as_json
from weft.cli.endings import deliver
from weft.cli.progress import working
from weft.cli.reading import Reading, reads_a_network

if TYPE_CHECKING:
    from weft.engine import Tell
    from weft.portrait.portrait import Portrait

Format = Literal["text", "html", "json", "pdf"]
FORMATS: tuple[Format, ...] = ("text", "html", "json", "pdf")
ENDINGS: dict[str, Format] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".pdf": "pdf",
}
WRITES = ".html, .pdf, .json or .txt"


@click.command(
    short_help="Show the network: four answers, and what to do next.",
    epilog=options.examples(
        "weft portrait ties.csv --people people.csv",
        "weft portrait ties.csv --relation trusts -o portrait.html",
        "weft portrait ties.csv --connection works_with --leadership turns_to --json",
    ),
)
@reads_a_network
@options.relation
@click.option("--connection", metavar="RELATION", help="Which ties say who works with whom.")
@options.trust
@options.leadership
@options.wave
@options.group
@click.option(
    "--names",
    is_flag=True,
    help="Show names. Only for those who own the data: the portrait says who is at the edge.",
)
@options.replicates
@options.seed
@options.engine
@click.option(
    "--format",
    "kind",
    type=click.Choice(FORMATS),
    help="As what to show it. By the ending of -o, else text.",
)
@options.as_json
@options.output
def portrait(
    reading: Reading,
    kind: Format | None,
    output: Path | None,
    engine: str,
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401  (passed on to the library by name)
) -> None:
    """Show the network: four answers, the figures behind them, what to do next.

    FILE is a table of ties with the columns source and target, and any of relation, weight, wave,
    reporter and date; or a file in any other format of weft formats. A dash reads standard input.
    """
    reading.refuse_to_overwrite(output)
    kind = options.kind_of(kind, output, as_json=as_json, endings=ENDINGS, writes=WRITES)
    if kind == "pdf" and output is None and sys.stdout.isatty():
        message = "A PDF cannot be shown on a terminal; name a file, such as -o portrait.pdf."
        raise click.UsageError(message)
    with working("Making the portrait") as tell:
        made = _made(reading, engine, tell=tell, **asked)
        content = content_of(made, kind, for_terminal=output is None)
    deliver(content, output)


def content_of(made: Portrait, kind: Format, *, for_terminal: bool = False) -> str | bytes:
    """Return a portrait in one of the formats."""
    if kind == "json":
        return as_json(made.to_dict())
    if kind == "html":
        return made.to_html()
    if kind == "pdf":
        return made.to_pdf()
    from weft.cli.text import rendered, to_terminal
    from weft.cli.text_portrait import portrait_as_text

    return rendered(portrait_as_text(made), for_terminal=for_terminal and to_terminal())


def _made(reading: Reading, engine: str, tell: Tell | None, **asked: Any) -> Portrait:  # noqa: ANN401  (passed on to the library by name)
    from weft.portrait import make_portrait

    given = {name: value for name, value in asked.items() if value is not None}
    if engine != "local":
        return _at_scale(reading, engine, tell, given)
    given |= options.drawn(given.pop("replicates", None))
    return make_portrait(reading.network(tell), tell=tell, **given)


def _at_scale(reading: Reading, named: str, tell: Tell | None, given: dict[str, Any]) -> Portrait:
    """Return the portrait with the figures that an engine of tables makes."""
    from weft.network import InvalidRequestError
    from weft.portrait.at_scale import portrait_at_scale
    from weft.scale import engine

    for option in ("group", "names", "replicates"):
        asked = given.pop(option, None)
        if asked is not None and asked is not False:  # 0 was asked for
            message = f"--{option} goes with --engine local only."
            raise InvalidRequestError(message)
    seed = given.pop("seed", 0)
    with engine(named) as opened:
        return portrait_at_scale(reading.at_scale(opened, seed=seed), tell=tell, **given)
