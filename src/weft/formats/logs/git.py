"""The history of a git repository, or what ``git log`` wrote of it, as ties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.format import Format
from weft.formats.logs.git_command import SEPARATED, chunks_of_history
from weft.formats.logs.git_log import commits_in
from weft.formats.logs.git_ties import GitTies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weft.formats.files.file import File
    from weft.formats.tables import Reading, Tables

CHUNK = 1 << 20
IN_BARE = ("objects", "refs")


def _recognises(file: File) -> bool:
    if not file.is_folder or file.path is None:
        return SEPARATED.match(file.head) is not None
    if (file.path / ".git").exists():
        return True
    return file.inside("HEAD") is not None and all((file.path / n).is_dir() for n in IN_BARE)


def _read(file: File, reading: Reading) -> Tables:
    ties = GitTies(file, reading)
    chunks = chunks_of_history(file) if file.is_folder else _chunks(file, reading)
    for commit in commits_in(chunks):
        ties.add(commit)
    return ties.tables()


def _chunks(file: File, reading: Reading) -> Iterator[bytes]:
    done = 0
    with file.stream() as stream:
        while chunk := stream.read(CHUNK):
            yield chunk
            done += len(chunk)
            if reading.tell is not None:
                reading.tell(done, max(done, file.size))


GIT = Format(
    name="git",
    title="a git repository",
    about=(
        "The folder of a repository, bare or with its files, or what git log wrote of one: who "
        "wrote together, reviewed, committed for others and edited the same files. People get "
        "pseudonyms."
    ),
    extensions=(".gitlog",),
    not_read=(
        "messages and contents of commits",
        "names of files",
        "branches that are not checked out",
        "merges",
        "the hour",
    ),
    recognises=_recognises,
    takes_key=True,
    read=_read,
)
