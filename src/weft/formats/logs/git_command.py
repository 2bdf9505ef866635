"""The one command that reads the history of a repository, so that nothing in it can run a program.

The settings of a repository are part of it, and may name programs to start and files to read. Those
that ``git log`` would obey are switched off on the command line, which goes before them. A history
that lies outside of the folder is not followed.
"""

from __future__ import annotations

import os
import re
import shutil
from typing import IO, TYPE_CHECKING

from weft.network import InvalidDataError, Problem, UnreadableFileError

if TYPE_CHECKING:
    import subprocess
    import threading
    from collections.abc import Iterator

    from weft.formats.files.file import File

CHUNK = 1 << 20
LONGEST_SECONDS = 900.0

FORMAT = (
    "%x1e%H%x1f%aN%x1f%aE%x1f%aI%x1f%cN%x1f%cE%x1f%cI%x1f%P"
    "%x1f%(trailers:key=Co-authored-by,valueonly,separator=%x1d)"
    "%x1f%(trailers:key=Reviewed-by,valueonly,separator=%x1d)"
)
"""Fields end in 0x1F and commits begin with 0x1E; the subject is not asked for."""

SEPARATED = re.compile(rb"\s*\x1e[0-9a-f]{40,64}\x1f")

SAFE = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "log.showSignature=false",
    "log.showRoot=true",
    "diff.external=",
    "diff.relative=false",
    "core.attributesFile=/dev/null",
    "mailmap.file=/dev/null",
    "protocol.allow=never",
    "i18n.logOutputEncoding=UTF-8",
)
ARGUMENTS = (
    *("--no-pager", "--no-replace-objects", "--no-optional-locks"),
    *(word for setting in SAFE for word in ("-c", setting)),
    *("log", "--no-merges", "--use-mailmap", "-z", "--numstat", "--date=iso-strict"),
    *("--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-color", "--no-renames"),
    *("-O/dev/null", f"--format={FORMAT}", "--"),
)


def chunks_of_history(file: File, *, seconds: float = LONGEST_SECONDS) -> Iterator[bytes]:
    """Yield what ``git log`` writes of the repository in a folder.

    Raises
    ------
    UnreadableFileError
    XX
    InvalidDataError
        If there is no commit.
    """
    import subprocess
    import tempfile
    import threading

    _refuse_what_lies_elsewhere(file)
    git = shutil.which("git")
    if git is None:
        raise UnreadableFileError(
            f"{file.origin}: found a repository, but not the program git that reads it. Install "
            "git, or export the history where it is: see “Read a log” in the documentation."
        )
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(  # noqa: S603  (our own words; the folder is where it starts)
            [git, *ARGUMENTS],
            cwd=file.path,
            env=_environment(file),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=said,
        )
        late = threading.Event()
        timer = threading.Timer(seconds, _end, (child, late))
        timer.daemon = True
        timer.start()
        try:
            assert child.stdout is not None  # noqa: S101  (it is a pipe)
            while chunk := child.stdout.read(CHUNK):
                yield chunk
            status = child.wait()
        finally:
            timer.cancel()
            child.kill()
            child.wait()
            if child.stdout is not None:
                child.stdout.close()
        if late.is_set():
            raise UnreadableFileError(
                f"{file.origin}: found a history that git did not finish in {seconds:g} seconds, "
                "expected a shorter one. Export it with git log, and read the file."
            )
        if status:
            raise _failed(file, status, said)


def _refuse_what_lies_elsewhere(file: File) -> None:
    """Say that the folder only points to a history, as that may be anybody's."""
    assert file.path is not None  # noqa: S101  (a folder has a path)
    own = file.path / ".git"
    place = own if own.is_symlink() or own.exists() else file.path
    within = [place / name for name in PARTS]
    pointing = own.is_symlink() or own.is_file() or any(part.is_symlink() for part in within)
    if pointing or (place / "commondir").exists():
        raise UnreadableFileError(
            f"{file.origin}: found a folder whose history lies in another, as that of a submodule, "
            "of a second working tree or behind a link; expected the repository itself. Name the "
            "folder that git rev-parse --git-common-dir tells."
        )


PARTS = ("HEAD", "config", "objects", "packed-refs", "refs")


def _end(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _environment(file: File) -> dict[str, str]:
    """Return surroundings in which git looks at this folder only and fetches nothing."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    assert file.path is not None  # noqa: S101  (a folder has a path)
    return {
        **inherited,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",  # no protocol has this name
        "GIT_PAGER": "cat",
        "GIT_CEILING_DIRECTORIES": str(file.path.resolve().parent),
        "LC_ALL": "C",
    }


def _failed(file: File, status: int, said: IO[bytes]) -> UnreadableFileError | InvalidDataError:
    """Return what went wrong, without the words of git, which may hold names."""
    said.seek(0)
    words = said.read(4_096)
    if b"dubious ownership" in words:
        return UnreadableFileError(
            f"{file.origin}: found a repository that belongs to somebody else, which git refuses "
            "to read. If you trust it: git config --global --add safe.directory and its full path."
        )
    if b"does not have any commits" in words or b"bad default revision" in words:
        problem = Problem(
            kind="empty",
            origin=file.origin,
            found="a repository without commits",
            expected="a history",
            mend="Check that the right branch is checked out.",
        )
        return InvalidDataError([problem])
    return UnreadableFileError(
        f"{file.origin}: found a repository that git cannot read (it ended with status {status}), "
        "expected a whole one. Run git fsck in it, or clone it again."
    )
