"""``weft measure``: one figure, with what is needed to read it honestly."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from weft.cli import options
from weft.cli.endings import deliver
from weft.cli.progress import working
from weft.cli.reading import Reading, reads_a_network

if TYPE_CHECKING:
    from weft.measures import Measure
    from weft.measures.registry import Registered

POLICIES = ("available", "reconstruct", "impute", "as_reported")
LOCAL_ONLY = ("before", "after", "silence", "replicates", "against", "null_draws", "ties")
TIES = ("either", "both", "estimated")
NULLS = ("size", "dyads", "degrees", "labels")


def pair_of(text: str) -> tuple[str, str]:
    """Return the name and the value of ``group=office``."""
    name, equals, value = text.partition("=")
    if not equals or not name:
        message = f"{text!r} is not of the form NAME=VALUE, such as group=office."
        raise click.BadParameter(message)
    return name, value


@click.command(
    short_help="Print one figure of a network.",
    epilog=options.examples(
        "weft measure reciprocity ties.csv --relation trusts",
        "weft measure mixing ties.csv --people people.csv --option group=office",
        "weft measure transitivity ties.csv --relation trusts --against dyads",
        "weft measure density ties.csv --relation works_with --ties estimated",
    ),
)
@click.argument("measure_id", metavar="ID")
@reads_a_network
@options.relation
@options.wave
@click.option("--before", metavar="WAVE", help="For figures of change: the first wave.")
@click.option("--after", metavar="WAVE", help="For figures of change: the last wave.")
@click.option(
    "--silence",
    type=click.Choice(POLICIES),
    help="What to do about those who did not answer, where the measure leaves a choice.",
)
@click.option(
    "--option",
    "pairs",
    type=pair_of,
    metavar="NAME=VALUE",
    multiple=True,
    help="What the measure itself takes, such as group=office. Repeatable.",
)
@click.option(
    "--against",
    type=click.Choice(NULLS),
    help="Say whether the figure is more than chance would give: in networks with as many people "
    "and ties (size), as many mutual and one-way pairs (dyads), everyone's number of ties "
    "(degrees), or with who is who dealt out anew (labels).",
)
@click.option(
    "--null-draws",
    type=click.IntRange(min=0),
    metavar="N",
    help="How many such networks; 999 with --against.",
)
@click.option(
    "--ties",
    type=click.Choice(TIES),
    help="Where both ends are asked about a tie: those that either of them reports (if left out), "
    "those that both report, or those that the reports make likely, in networks drawn from that.",
)
@options.replicates
@options.seed
@options.engine
@options.as_json
def measure(
    measure_id: str,
    reading: Reading,
    pairs: tuple[tuple[str, str], ...],
    engine: str,
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401  (passed on to the library by name)
) -> None:
    """Print one figure of a network.

    ID is the name of a measure; weft measures lists them all. FILE is a table of ties, or a
    file in any other format of weft formats. A dash reads standard input.
    """
    import weft
    from weft.cli.as_json import as_json as written
    from weft.measures.registry import registered

    found = registered(measure_id)
    given = {name: value for name, value in asked.items() if value is not None}
    given |= {name: _value(found, name, text) for name, text in pairs}
    with working(f"Computing {measure_id}") as tell:
        if engine == "local":
            given |= options.drawn(given.pop("replicates", None))
            figure = weft.measure(reading.network(tell), measure_id, tell=tell, **given)
        else:
            figure = _at_scale(reading, engine, measure_id, given)
    if as_json:
        from weft.portrait.rendering.as_dict import measure_as_dict

        said = {"reading": found.declaration.reading, "misreading": found.declaration.misreading}
        deliver(written({**measure_as_dict(figure), **said}), None)
        return
    from weft.cli.text import one_figure, rendered, to_terminal

    deliver(rendered(one_figure(figure, found.declaration), for_terminal=to_terminal()), None)


def _at_scale(reading: Reading, named: str, measure_id: str, given: dict[str, Any]) -> Measure:
    """Return a figure that an engine of tables makes."""
    from weft.network import InvalidRequestError
    from weft.scale import engine, figure_of

    for option in LOCAL_ONLY:
        if option in given:
            message = f"--{option.replace('_', '-')} goes with --engine local only."
            raise InvalidRequestError(message)
    of = {name: given.pop(name, None) for name in ("relation", "wave")}
    seed = given.pop("seed", 0)
    with engine(named) as opened:
        return figure_of(reading.at_scale(opened, seed=seed).counted(**of), measure_id, **given)


def _value(found: Registered, name: str, text: str) -> object:
    """Return what was written after ``NAME=`` as the kind of thing that the measure takes."""
    if name not in found.options:
        return text  # the library says which options there are
    kinds = inspect.signature(found.figure).parameters[name].annotation
    for kind, words in KINDS.items():
        if kind in str(kinds).replace(" ", "").split("|"):
            try:
                return words(text)
            except (ValueError, KeyError):
                message = f"{name}={text} is given; {found.declaration.id} takes {kind} here."
                raise click.UsageError(message) from None
    return text


YES_OR_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
KINDS: dict[str, Callable[[str], object]] = {
    "int": int,
    "float": float,
    "bool": YES_OR_NO.__getitem__,
}
"""How the kinds of options are written on the command line; any other kind is text."""
