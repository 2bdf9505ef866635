"""What every command that reads a network asks for, and the network it gives."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from weft.engine import Tell
    from weft.formats.registry import AmbiguousFormatError
    from weft.network import Network
    from weft.scale import Engine, TiesAtScale

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Which files to read, and what to take for granted about them."""

    files: tuple[str, ...]
    people: str | None = None
    from_format: str | None = None
    encoding: str | None = None
    columns: tuple[tuple[str, str | None], ...] = ()
    undirected: tuple[str, ...] = ()
    scales: tuple[tuple[str, float, float], ...] = ()
    everyone_answered: bool = False
    stewards: tuple[str, ...] = ()
    waves: str | None = None
    key: str | None = None
    aliases: str | None = None
    _streams: dict[str, bytes] = field(default_factory=dict, repr=False)

    def settled(self) -> Reading:
        """Return the same with the format said; a person is asked where a file could be two."""
        if self.from_format or not (sys.stdin.isatty() and sys.stderr.isatty()):
            return self
        from weft.formats.files.file import opened
        from weft.formats.files.packed import without_wrapping
        from weft.formats.registry import AmbiguousFormatError, format_of
        from weft.network import WeftError

        for name in self.files:
            try:
                format_of(without_wrapping(opened(name)))
            except AmbiguousFormatError as error:
                return replace(self, from_format=_asked(error))
            except WeftError:
                return self  # reading will say what is wrong
        return self

    def refuse_to_overwrite(self, output: Path | None, *others: str) -> None:
        """Say at once that a result would be written over the data that it is made from."""
        if output is None or not output.exists():
            return
        named = (*self.files, self.people, self.key, self.aliases, *others)
        read = [Path(file) for file in named if file]
        if any(file.exists() and file.samefile(output) for file in read):
            message = f"{output} holds the data; name another file for the result."
            raise click.UsageError(message)

    def network(self, tell: Tell | None = None) -> Network:
        """Return the network that the files describe."""
        import weft
        from weft.formats.without_pandas import keep_pandas_out

        keep_pandas_out()
        files = [self._opened(name) for name in self.files]
        return weft.read(
            files if len(files) > 1 else files[0],
            people=None if self.people is None else self._opened(self.people),
            format=self.from_format,
            encoding=self.encoding,
            columns=dict(self.columns),
            undirected=self.undirected,
            scales={name: (low, high) for name, low, high in self.scales},
            stewards=self.stewards,
            everyone_answered=self.everyone_answered,
            waves=self.waves,  # type: ignore[arg-type]  # click lets only these through
            key=self.key,
            aliases=self.aliases,
            tell=None if tell is None else lambda done, of: tell(done, of, "reading"),
        )

    def at_scale(self, engine: Engine, *, seed: int) -> TiesAtScale:
        """Return the network that the files describe, in the tables of an engine."""
        from weft.network import InvalidRequestError
        from weft.scale import opened

        unfit = {
            "-": STANDARD_INPUT in self.files,
            "--from": self.from_format,
            "--encoding": self.encoding,
            "--waves": self.waves,
            "--key": self.key,
            "--aliases": self.aliases,
        }
        for option, given in unfit.items():
            if given:
                message = (
                    f"{option} goes with --engine local only; the engine {engine.name} reads CSV "
                    "and Parquet tables as they are."
                )
                raise InvalidRequestError(message)
        return opened(
            engine,
            self.files,
            people=None if self.people is None else self._opened(self.people),
            columns=dict(self.columns),
            undirected=self.undirected,
            scales={name: (low, high) for name, low, high in self.scales},
            stewards=self.stewards,
            everyone_answered=self.everyone_answered,
            seed=seed,
        )

    def _opened(self, name: str) -> str | StandardInput:
        if name != STANDARD_INPUT:
            return name
        if not self._streams:
            self._streams[name] = sys.stdin.buffer.read()
        return StandardInput(self._streams[name])


class StandardInput(BytesIO):
    """What came in on standard input, by a name that messages can use."""

    name = "standard input"


def _asked(error: AmbiguousFormatError) -> str:
    """Ask which format a file is in."""
    click.echo(f"{error.origin} could be one of these:", err=True)
    for format_ in error.choices:
        click.echo(f"  {format_.name}: {format_.title}", err=True)
    names = [format_.name for format_ in error.choices]
    answer: str = click.prompt("Which is it?", type=click.Choice(names), err=True)
    return answer


def scale_of(text: str) -> tuple[str, float, float]:
    """Return the relation, the least and the greatest answer of ``trusts=0:4``."""
    relation, _, ends = text.rpartition("=")
    low, _, high = ends.partition(":")
    try:
        return relation, float(low), float(high)
    except ValueError:
        message = f"{text!r} is not of the form RELATION=LOW:HIGH, such as trusts=0:4."
        raise click.BadParameter(message) from None


def column_of(text: str) -> tuple[str, str | None]:
    """Return the heading and the role of ``How often=weight``; no role leaves the column out."""
    heading, equals, role = text.rpartition("=")
    if not equals or not heading:
        message = f"{text!r} is not of the form HEADING=ROLE, such as 'How often=weight'."
        raise click.BadParameter(message)
    return heading, role.strip() or None


def reads_a_network(command: Callable[..., None]) -> Callable[..., None]:
    """Add the files and options of reading to a command, which gets them as one ``reading``."""
    ours = [f.name for f in fields(Reading) if not f.name.startswith("_")]

    def with_reading(**given: object) -> None:
        asked = {name: given.pop(name) for name in ours}
        files = (*asked["files"], asked["people"])  # type: ignore[misc]  # click gives a tuple
        if files.count(STANDARD_INPUT) > 1:
            message = "Standard input (-) can be read once only."
            raise click.UsageError(message)
        command(reading=Reading(**asked).settled(), **given)  # type: ignore[arg-type]  # as click typed them

    with_reading.__name__, with_reading.__doc__ = command.__name__, command.__doc__
    # click keeps the options that stand nearer to the function in this list
    vars(with_reading).update(vars(command))
    for decorate in reversed(READING):
        decorate(with_reading)
    return with_reading


PERIODS = ("week", "month", "quarter", "year")

READING = (
    click.argument("files", metavar="FILE...", nargs=-1, required=True, type=str),
    click.option(
        "--people",
        metavar="FILE",
        help="A table of the people: id, name, steward, responded, and whatever else is known.",
    ),
    click.option(
        "--from",
        "from_format",
        metavar="FORMAT",
        help="The format of the files, if their content is not to tell it (see weft formats).",
    ),
    click.option(
        "--encoding",
        metavar="NAME",
        help="The encoding of a text file, such as cp1252 or shift_jis, if letters come out wrong.",
    ),
    click.option(
        "--column",
        "columns",
        type=column_of,
        metavar="HEADING=ROLE",
        multiple=True,
        help="What a column of the ties stands for: source, target, relation, weight, wave, "
        "reporter or date, such as 'How often=weight'; 'Remark=' leaves it out. Repeatable.",
    ),
    click.option(
        "--undirected",
        metavar="RELATION",
        multiple=True,
        help="This relation has no direction (works_with never has). Repeatable.",
    ),
    click.option(
        "--scale",
        "scales",
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
    click.option(
        "--waves",
        type=click.Choice(PERIODS),
        help="Cut ties that have dates into waves of this length.",
    ),
    click.option(
        "--key",
        metavar="FILE",
        help="A table of two columns, for mail, chat, git and answers to forms: which address or "
        "account is which person. In a log, whoever is not in it gets a pseudonym.",
    ),
    click.option(
        "--aliases",
        metavar="FILE",
        help="A table of two columns, for mail, chat and git: which address belongs to the same "
        "person as which other.",
    ),
)
