"""Options that several commands share."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

Decorates = Callable[[Any], Any]
Kind = TypeVar("Kind", bound=str)


def examples(*lines: str) -> str:
    """Return examples as the end of a help text, which click is told not to wrap."""
    return "\n  ".join(("\b\nExamples:", *lines))


relation = click.option(
    "--relation", metavar="NAME", help="Which ties, where the data hold several kinds."
)
wave = click.option("--wave", metavar="WAVE", help="Which round of answers. The last, if left out.")
replicates = click.option(
    "--replicates",
    type=click.IntRange(min=0),
    metavar="N",
    help="Of how many networks, in which what the silent would have said is drawn, the ranges are "
    "made; 0 for no ranges. 200, if left out.",
)
seed = click.option(
    "--seed",
    type=click.IntRange(min=0),
    metavar="N",
    default=0,
    show_default=True,
    help="Of every draw; the same seed gives the same figures.",
)
private = click.option(
    "--private",
    metavar="RELATION",
    multiple=True,
    help="Ties of which no single answer may show; those about trust, if left out. Repeatable.",
)
trust = click.option("--trust", metavar="RELATION", help="Which ties say who trusts whom.")
leadership = click.option(
    "--leadership", metavar="RELATION", help="Which ties say who turns to whom."
)
group = click.option(
    "--group",
    metavar="COLUMN",
    help="The column of the people table that groups people. Chosen by Weft, if left out.",
)


def each(default: int | None) -> Decorates:
    """Return the option for how many introductions one person may be in."""
    return click.option(
        "--each",
        type=click.IntRange(min=1),
        metavar="N",
        default=default,
        show_default=default is not None,
        help="In how many introductions one person may be, at most."
        + ("" if default else " No bound, if left out."),
    )


def most(default: int, of: str, *, least: int = 0) -> Decorates:
    """Return the option for how many of something there are to be."""
    return click.option(
        "--most",
        type=click.IntRange(min=least),
        metavar="N",
        default=default,
        show_default=True,
        help=f"How many {of} in all, at most.",
    )


def pair_of(text: str) -> tuple[str, str]:
    """Return the two ids of ``ana,ben``; an id with a comma stands in quotation marks."""
    try:
        ids = [one.strip() for row in csv.reader([text], skipinitialspace=True) for one in row]
    except csv.Error:
        ids = []
    if len(ids) != 2 or not all(ids):
        message = f"{text!r} is not of the form ID,ID, such as ana,ben."
        raise click.BadParameter(message)
    return ids[0], ids[1]


blocked = click.option(
    "--block",
    "blocked",
    type=pair_of,
    metavar="ID,ID",
    multiple=True,
    help="Two who are never introduced to each other. Repeatable.",
)
alike = click.option(
    "--alike",
    multiple=True,
    metavar="COLUMN",
    help="Rather introduce people who have the same in this column of the people table. "
    "Repeatable.",
)


def weight_of(text: str) -> tuple[str, float]:
    """Return the name and the number of ``fit=3``."""
    name, _, number = text.rpartition("=")
    try:
        return name.strip(), float(number)
    except ValueError:
        message = f"{text!r} is not of the form NAME=NUMBER, such as fit=3."
        raise click.BadParameter(message) from None


def weights(names: str) -> Decorates:
    """Return the option for what counts for how much in a choice."""
    return click.option(
        "--weight",
        "weights",
        type=weight_of,
        metavar="NAME=NUMBER",
        multiple=True,
        help=f"What counts for how much: {names}. Repeatable.",
    )


def count_of(text: str) -> tuple[str, int]:
    """Return the name and the whole number of ``ben=2``."""
    name, _, many = text.rpartition("=")
    if not name.strip() or not (many.isascii() and many.isdecimal()):
        message = f"{text!r} is not of the form NAME=NUMBER, such as ben=2."
        raise click.BadParameter(message)
    return name.strip(), int(many)


as_json = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
output = click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write it to. It appears whole or not at all.",
)
engine = click.option(
    "--engine",
    metavar="ENGINE",
    default="local",
    show_default=True,
    help="What computes: local (in memory), duckdb (from the disk), or spark://HOST:PORT, a Spark "
    "Connect server that reads the files itself.",
)


def drawn(replicates: int | None) -> dict[str, Any]:
    """Return what a number of replicates means to the library: 0 stands for no ranges."""
    if replicates is None:
        return {}
    return {"draws": replicates} if replicates else {"interval": False}


def kind_of(
    kind: Kind | None,
    output: Path | None,
    *,
    as_json: bool,
    endings: Mapping[str, Kind],
    writes: str,
) -> Kind:
    """Return the format that was asked for, also by --json or the ending of the file.

    Parameters
    ----------
    kind : str or None
        As --format says.
    output : Path or None
    as_json : bool
        Whether --json was given.
    endings : mapping of str to str
        The format of each ending of a file; that of no ending is usual.
    writes : str
        The endings that can be written, in words.
    """
    if as_json:
        if kind not in {None, "json"}:
            message = f"--json and --format {kind} exclude each other."
            raise click.UsageError(message)
        return endings[".json"]
    if kind is not None:
        return kind
    ending = "" if output is None else output.suffix.lower()
    if ending not in endings:
        message = (
            f"Weft writes no “{ending}” file here. Name one that ends in {writes}, or say the "
            "format with --format."
        )
        raise click.UsageError(message)
    return endings[ending]
