"""Options that several commands share."""

from __future__ import annotations

import click


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
    help="These ties play no part, since answers about them stay with those who gave them. Those "
    "about trust, if left out. Repeatable.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
engine = click.option(
    "--engine",
    metavar="ENGINE",
    default="local",
    show_default=True,
    help="What computes: local (in memory), duckdb (from the disk), or spark://HOST:PORT, a Spark "
    "Connect server that reads the files itself.",
)


def drawn(replicates: int | None) -> dict[str, int | bool]:
    """Return what a number of replicates means to the library: 0 stands for no ranges."""
    if replicates is None:
        return {}
    return {"draws": replicates} if replicates else {"interval": False}
