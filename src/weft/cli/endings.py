"""How a command ends: exit status, messages on standard error, files whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

WRONG, INTERRUPTED = 1, 130


class Ending(click.Group):
    """A group whose commands end with a sentence, never with a traceback of Weft's own errors."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  (as click declares it)
        """Run the command; say what is wrong on standard error and end with the right status."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, OSError):
            raise
        except KeyboardInterrupt:
            click.echo("weft: stopped; nothing was written.", err=True)
            ctx.exit(INTERRUPTED)
        except _errors_of_weft() as error:  # looked up only when something went wrong
            click.echo(f"weft: {visible(str(error))}", err=True)
            ctx.exit(WRONG)


def visible(text: str) -> str:
    r"""Return a text with every character that could command a terminal spelled out.

    Examples
    --------
    >>> visible("a" + chr(27) + "[31mb") == "a" + chr(92) + "x1b[31mb"
    True
    """
    return "".join(
        c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode() for c in text
    )


def notice(text: str) -> None:
    """Tell something on standard error, where it is not taken for the answer."""
    click.echo(visible(text), err=True)


def deliver(content: str | bytes, output: Path | None) -> None:
    """Write a result to a file, whole or not at all, or to standard output."""
    data = content.encode() if isinstance(content, str) else content
    if output is None:
        try:
            click.echo(data, nl=False)
        except BrokenPipeError:
            raise  # whoever reads has read enough
        except OSError as error:
            because = error.strerror or str(error)
            message = f"Standard output could not be written to ({because})."
            raise _refused(message) from error
    else:
        from weft.formats.files.whole import written_whole

        written_whole({output: data})


def _errors_of_weft() -> type[Exception]:
    from weft.network import WeftError

    return WeftError


def made_folder(folder: Path) -> None:
    """Make a folder unless it is there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _no_folder(folder, error.strerror or str(error)) from error


def refuse_a_file(folder: Path) -> None:
    """Say at once that a file stands where a folder is wanted."""
    if folder.exists() and not folder.is_dir():
        raise _no_folder(folder, "it is a file")


def _no_folder(folder: Path, because: str) -> Exception:
    return _refused(
        f"{folder} cannot be made a folder: {because}. Nothing was written. "
        "Name a folder that you may write to."
    )


def _refused(message: str) -> Exception:
    from weft.network import InvalidRequestError

    return InvalidRequestError(message)
