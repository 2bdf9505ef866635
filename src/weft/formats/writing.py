"""The way out: :func:`write`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from weft.formats.carrying import reduced
from weft.formats.files.whole import written_whole
from weft.formats.registry import format_to_write
from weft.network import InvalidRequestError, Network, Notice, quoted

if TYPE_CHECKING:
    import os


@dataclass(frozen=True, eq=False, slots=True)
class Files:
    """What is to be written: the content of each file, what of the network is in it, what is not.

    Attributes
    ----------
    contents : dict of path to bytes
    network : Network
        What is left of the network in them.
    notices : tuple of Notice
        What is not.
    """

    contents: dict[str | os.PathLike[str], bytes]
    network: Network
    notices: tuple[Notice, ...]


def write(
    network: Network,
    path: str | os.PathLike[str],
    *,
    people: str | os.PathLike[str] | None = None,
    format: str | None = None,  # noqa: A002  (what everybody calls it)
) -> tuple[Notice, ...]:
    """Write the reports of a network, and its people, to files that read back to the same network.

    Parameters
    ----------
    network : Network
        The relations and waves that its filters have left are written.
    path : path
        Where the reports go. The ending decides the format, each also with ``.gz``; see
        ``weft formats``.
    people : path, optional
        Where the people go, with their names, attributes and declarations.
    format : str, optional
        The format of ``path``, where its ending leaves a choice: ``.xlsx`` may be ``kumu``.

    Returns
    -------
    tuple of Notice
        What the files do not carry.

    Raises
    ------
    InvalidRequestError
        If no format has this ending, or the format holds one relation or wave and the network has
        several.

    Notes
    -----
    Files appear whole or not at all. A format that does not keep who said so holds the ties, with
    the mean strength reported.
    """
    files = as_files(network, path, people=people, format=format)
    written_whole(files.contents)
    return files.notices


def as_files(
    network: Network,
    path: str | os.PathLike[str],
    *,
    people: str | os.PathLike[str] | None = None,
    format: str | None = None,  # noqa: A002  (as above)
) -> Files:
    """Return what :func:`write` would write, without writing it."""
    format_ = format_to_write(ending_of(path), name=format)
    carries = format_.carries if people is None else format_.carries | PEOPLE_TABLE
    left, lost = network, tuple[Notice, ...]()
    if format_.read is not None:  # what is only written, such as a form, is no copy to be reduced
        left, lost = reduced(network, carries, format_.title)
    assert format_.write is not None  # noqa: S101  (format_to_write gives one that writes)
    written = format_.write(left)
    contents: dict[str | os.PathLike[str], bytes] = {path: written.data}
    notices = [*lost, *written.notices]
    if people is not None:
        _refuse_one_place(path, people)
        own = format if format_.write_people else None
        of_people = format_to_write(ending_of(people), name=own, people=True)
        assert of_people.write_people is not None  # noqa: S101  (the same)
        table = of_people.write_people(left)
        contents[people] = table.data
        notices += table.notices
    return Files(contents, left, tuple(notices))


def _refuse_one_place(path: str | os.PathLike[str], people: str | os.PathLike[str]) -> None:
    """Say that the people would take the place of the ties."""
    if Path(path).resolve() == Path(people).resolve():
        raise InvalidRequestError(
            f"The ties and the people are to be written to one file, {quoted(path)}; expected two. "
            "Name another file for the people."
        )


PEOPLE_TABLE = frozenset({"people", "names", "declarations", "attributes"})
"""What a table of people beside the file carries."""


def ending_of(path: str | os.PathLike[str]) -> str:
    """Return what the name of a file ends in, without ``.gz``."""
    name = Path(path).name.lower().removesuffix(".gz")
    return ".weft.zip" if name.endswith(".weft.zip") else Path(name).suffix
