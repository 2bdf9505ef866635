"""The way out: :func:`write`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from weft.formats.carrying import reduced
from weft.formats.files.whole import written_whole
from weft.formats.registry import format_to_write
from weft.network import Network, Notice

if TYPE_CHECKING:
    import os


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
    format_ = format_to_write(_ending(path), name=format)
    carries = format_.carries if people is None else format_.carries | PEOPLE_TABLE
    left, lost = reduced(network, carries, format_.title)
    assert format_.write is not None  # noqa: S101  (format_to_write gives one that writes)
    written = format_.write(left)
    contents, notices = {path: written.data}, [*lost, *written.notices]
    if people is not None:
        own = format if format_.write_people else None
        of_people = format_to_write(_ending(people), name=own, people=True)
        assert of_people.write_people is not None  # noqa: S101  (the same)
        table = of_people.write_people(left)
        contents[people] = table.data
        notices += table.notices
    written_whole(contents)
    return tuple(notices)


PEOPLE_TABLE = frozenset({"people", "names", "declarations", "attributes"})
"""What a table of people beside the file carries."""


def _ending(path: str | os.PathLike[str]) -> str:
    name = Path(path).name.lower().removesuffix(".gz")
    return ".weft.zip" if name.endswith(".weft.zip") else Path(name).suffix
