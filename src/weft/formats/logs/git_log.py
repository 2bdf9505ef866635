"""What ``git log`` writes, as commits; see ``git_command`` for the command."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

COMMIT, FIELD, LIST = b"\x1e", b"\x1f", b"\x1d"
FIELDS = 10
"""Hash, author (name, mail, time), committer (the same), parents, co-authors, reviewers."""

NUMSTAT = re.compile(rb"\n*(?:\d+|-)\t(?:\d+|-)\t(.*)", re.DOTALL)
PERSON = re.compile(r"([^<>]*)<([^<>]+)>")
LONGEST_TOKEN = 1 << 20


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in a commit: a mail address, and the name that stands before it."""

    mail: str
    name: str


@dataclass(slots=True, kw_only=True)
class Commit:
    """A commit: who, when, which files.

    Attributes
    ----------
    author, committer : Who
    written : str
        When the author wrote it, as ISO 8601.
    co_authors, reviewers : tuple of Who
    files : list of bytes
        Names of files; they are compared with each other and never shown.
    """

    author: Who
    committer: Who
    written: str
    co_authors: tuple[Who, ...]
    reviewers: tuple[Who, ...]
    files: list[bytes]


def commits_in(chunks: Iterable[bytes]) -> Iterator[Commit | None]:
    """Yield each commit; None for one whose fields cannot be told apart."""
    commit: Commit | None = None
    begun, names_to_come = False, 0
    for token in _tokens(chunks):
        if names_to_come:  # the old and the new name of a file, which may look like anything
            names_to_come -= 1
            if commit is not None:
                commit.files.append(token)
        elif token.lstrip(b"\n").startswith(COMMIT):
            if begun:
                yield commit
            begun, commit = True, _commit(token.lstrip(b"\n"))
        elif match := NUMSTAT.match(token):
            if not match.group(1):
                names_to_come = 2
            elif commit is not None:
                commit.files.append(match.group(1))
    if begun:
        yield commit


def _tokens(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what stands between NUL characters; what goes on without end is cut."""
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
        rest = rest[:LONGEST_TOKEN]
    if rest.strip(b"\n"):
        yield rest


def _commit(token: bytes) -> Commit | None:
    fields = token[1:].split(FIELD, FIELDS)
    if len(fields) < FIELDS:
        return None
    name, mail, written, committer, committer_mail = (_text(field) for field in fields[1:6])
    return Commit(
        author=Who(mail, name),
        committer=Who(committer_mail, committer),
        written=written,
        co_authors=_people(fields[8]),
        reviewers=_people(fields[9]),
        files=[],
    )


def _people(field: bytes) -> tuple[Who, ...]:
    matches = (PERSON.search(_text(value)) for value in field.split(LIST))
    return tuple(Who(match.group(2).strip(), match.group(1).strip()) for match in matches if match)


def _text(field: bytes) -> str:
    return field.decode("utf-8", "replace").strip()
