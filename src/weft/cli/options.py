"""What every command that reads a network asks for, and the network it gives."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import click

from weft.cli.start import keep_pandas_out

if TYPE_CHECKING:
    from weft.network import Network

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Which files to read, and what to take for granted about them."""

    files: tuple[str, ...]
    people: str | None
    undirected: tuple[str, ...]
    scales: tuple[tuple[str, float, float], ...]
    everyone_answered: bool
    stewards: tuple[str, ...]

    def network(self) -> Network:
        """Return the network that the files describe."""
        import weft

        keep_pandas_out()
        files = [_opened(name) for name in self.files]
        return weft.read(
            files if len(files) > 1 else files[0],
            people=None if self.people is None else _opened(self.people),
            undirected=self.undirected,
            scales={name: (low, high) for name, low, high in self.scales},
            stewards=self.stewards,
            everyone_answered=self.everyone_answered,
        )


class StandardInput(BytesIO):
    """What came in on standard input, by a name that messages can use."""

    name = "standard input"


def _opened(name: str) -> str | StandardInput:
    return StandardInput(sys.stdin.buffer.read()) if name == STANDARD_INPUT else name


def scale_of(text: str) -> tuple[str, float, float]:
    """Return the relation, the least and the greatest answer of ``trusts=0:4``."""
    relation, _, ends = text.rpartition("=")
    low, _, high = ends.partition(":")
    try:
        return relation, float(low), float(high)
    except ValueError:
        message = f"{text!r} is not of the form RELATION=LOW:HIGH, such as trusts=0:4."
        raise click.BadParameter(message) from None


def examples(*lines: str) -> str:
    """Return examples as the end of a help text, which click is told not to wrap."""
    return "\n  ".join(("\b\nExamples:", *lines))


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """Add the files and options of reading to a command, which gets them as one ``reading``."""

    def with_reading(
        files: Sequence[str],
        people: str | None,
        undirected: Sequence[str],
        scale: Sequence[tuple[str, float, float]],
        stewards: Sequence[str],
        *,
        everyone_answered: bool,
        **rest: object,
    ) -> None:
        if (*files, people).count(STANDARD_INPUT) > 1:
            message = "Standard input (-) can be read once only."
            raise click.UsageError(message)
        asked = Reading(
            files=tuple(files),
            people=people,
            undirected=tuple(undirected),
            scales=tuple(scale),
            everyone_answered=everyone_answered,
            stewards=tuple(stewards),
        )
        command(reading=asked, **rest)

    with_reading.__name__, with_reading.__doc__ = command.__name__, command.__doc__
    # click keeps the options that stand nearer to the function in this list
    vars(with_reading).update(vars(command))
    for decorate in reversed(READING):
        decorate(with_reading)
    return with_reading


READING = (
    click.argument("files", metavar="FILE...", nargs=-1, required=True, type=str),
    click.option(
        "--people",
        metavar="FILE",
        help="A table of the people: id, name, steward, responded, and any attributes.",
    ),
    click.option(
        "--undirected",
        metavar="RELATION",
        multiple=True,
        help="This relation has no direction (works_with never has). Repeatable.",
    ),
    click.option(
        "--scale",
        type=scale_of,
        metavar="RELATION=LOW:HIGH",
        multiple=True,
        help="The answers to this relation lie between these two, such as trusts=0:4. Repeatable.",
    ),
    click.option(
        "--everyone-answered",
        is_flag=True,
        help="Everybody was asked and answered: who reports nothing has no ties.",
    ),
    click.option(
        "--steward",
        "stewards",
        metavar="ID",
        multiple=True,
        help="Who convenes, instead of those the people table marks. Repeatable.",
    ),
)

relation = click.option(
    "--relation", metavar="NAME", help="Which ties, where the data hold several kinds."
)
wave = click.option("--wave", metavar="WAVE", help="Which round of answers. The last, if left out.")
draws = click.option(
    "--draws",
    type=click.IntRange(min=1),
    metavar="N",
    help="How often unknown ties are drawn, where some did not answer.",
)
seed = click.option(
    "--seed",
    type=click.IntRange(min=0),
    metavar="N",
    default=0,
    show_default=True,
    help="Of every draw; the same seed gives the same figures.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
