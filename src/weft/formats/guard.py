"""Reading what is not plain text in a process of its own, with limits on memory and time.

A hostile file can make a parser eat all memory, run for ever or crash. In a process of its own that
ends with a message instead of with the program that called. The limits grow with the file, so that
an honest one does not meet them:

- memory: what Python and the formats take once imported, and 256 MiB + 64 x the size of the file
  (the address space, which is more than what is used);
- processor: 20 seconds + 2 for each MiB;
- clock: thrice that and 30 seconds, for a machine that is busy;
- files: nothing can be written, and no core is dumped.

The limits on memory, processor and writing come from the operating system. Windows has none of
them, and macOS none on memory: there the clock is the only limit.

The process is given the place of the file (a stream's bytes through a pipe) and answers with Arrow
and JSON; see :mod:`weft.formats.guarded_answer`. It costs about a quarter of a second.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from threading import Thread, Timer
from typing import IO, TYPE_CHECKING

from weft.formats.files.archive import EXPORT
from weft.formats.files.folder import regular_files_under
from weft.formats.guarded_answer import (
    OUT_OF_MEMORY,
    error_in,
    message,
    people_in,
    split_message,
    tables_in,
)
from weft.network import UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

    from weft.formats.files.file import File
    from weft.formats.format import Format
    from weft.formats.guarded_answer import Json
    from weft.formats.tables import PeopleTable, Reading, Tables, Tell

MIB = 1 << 20
APART = True
"""Tests of what a format reads set this to False, as a process for each file would cost hours."""

START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from weft.formats.guarded_process import main; main()"
)
FEW_THREADS = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
"""Threads and memory pools reserve address space that they never use."""

KILLED = -9
"""How a process ends that the operating system takes away where memory runs short."""

DONE = re.compile(rb"weft-done (\d+) (\d+)\n")
"""A line on standard error that tells how much is done, and how much there is."""

LONGEST_LINE = 4_096

NO_MEMORY = (b"memory allocation of", b"bad_alloc", b"out of memory", b"MemoryError")


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What a process may use: bytes beyond what it starts with, processor and clock in seconds."""

    memory: int
    seconds: int
    clock: float


class FailedReaderError(UnreadableFileError):
    """A reader that crashed or met what it did not expect: refused, and a fault in the reader."""

    code = "failed-reader"


def allowance_for(size: int) -> Allowance:
    """Return what reading a file of this size may use.

    Examples
    --------
    >>> allowance_for(10 << 20)
    Allowance(memory=939524096, seconds=40, clock=150)
    """
    seconds = 20 + 2 * size // MIB
    return Allowance(memory=256 * MIB + 64 * size, seconds=seconds, clock=30 + 3 * seconds)


def read_by(
    format_: Format, file: File, reading: Reading, *, allowed: Allowance | None = None
) -> Tables:
    """Return what a format reads in a file, guarded where the format asks for it.

    Raises
    ------
    WeftError
        What the format refuses the file with.
    UnreadableFileError
        If reading it takes more memory or time than a file of this size should.
    FailedReaderError
        If it makes the reader crash.
    """
    assert format_.read is not None  # noqa: S101  (the registry gives one that reads)
    if not (format_.guarded and APART):
        return format_.read(file, reading)
    return tables_in(*_answer(format_, file, reading, allowed, people=False))


def read_people_by(
    format_: Format, file: File, reading: Reading, *, allowed: Allowance | None = None
) -> PeopleTable:
    """Return the people that a format reads in a file, guarded where the format asks for it."""
    assert format_.read_people is not None  # noqa: S101  (the same)
    if not (format_.guarded and APART):
        return format_.read_people(file, reading)
    return people_in(*_answer(format_, file, reading, allowed, people=True))


def _answer(
    format_: Format, file: File, reading: Reading, allowed: Allowance | None, *, people: bool
) -> tuple[Json, memoryview]:
    """Return what the process answers, or raise what it refused the file with."""
    allowed = allowed or allowance_for(_size(file))
    request = {
        "format": format_.name,
        "reader": _place(format_.read_people if people else format_.read),
        "people": people,
        "origin": file.origin,
        "path": None if file.path is None else str(file.path),
        "has_content": file.content is not None,
        "memory": allowed.memory,
        "seconds": allowed.seconds,
        "reading": {
            part.name: dict(value) if isinstance(value, Mapping) else value
            for part in fields(reading)
            if part.name != "tell" and (value := getattr(reading, part.name)) is not None
        },
    }
    run = _run(message(request, file.content or b""), allowed.clock, reading.tell)
    if run.status != 0 or not run.answer:
        raise _ended(file.origin, format_.title, run)
    head, rest = split_message(run.answer)
    if head["kind"] == "error":
        raise error_in(head)
    if head["kind"] == "failed":
        raise _failed(file.origin, format_.title, head["text"])
    return head, rest


def _place(function: object) -> tuple[str, str] | None:
    """Return the module and the name of a function, where it can be imported by them."""
    module, name = getattr(function, "__module__", ""), getattr(function, "__qualname__", "")
    found = getattr(sys.modules.get(module), name, None)
    return (module, name) if found is function and module != "__main__" else None


def _size(file: File) -> int:
    """Return the size of a file, unpacked if that is known, or of all files in a folder."""
    if file.is_folder and file.path is not None:
        return min(sum(map(_size_of, regular_files_under(file.path))), LARGEST_FOLDER)
    return max(file.size, len(vars(file).get("data", b"")))


def _size_of(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:  # it may not be looked at
        return 0


LARGEST_FOLDER = EXPORT.unpacked
"""What lies beside an export in its folder is not read, so it allows for no more."""


@dataclass(slots=True)
class _Run:
    """How a process ended, what it answered and the end of what it said besides."""

    status: int = 0
    answer: bytes = b""
    said: bytes = b""
    late: bool = False


def _run(request: bytes, clock: float, tell: Tell | None) -> _Run:
    """Let a process of its own answer a request; it is ended when its time is over."""
    process = _started()
    run = _Run()

    def end() -> None:
        run.late = True
        process.kill()

    def ask() -> None:
        # A process that ended before it had read everything: how it ended says why.
        with suppress(OSError), _pipe(process.stdin) as pipe:
            pipe.write(request)

    def hear() -> None:
        with _pipe(process.stdout) as pipe:
            run.answer = pipe.read()

    alarm = Timer(clock, end)
    others = (Thread(target=ask, daemon=True), Thread(target=hear, daemon=True))
    try:
        for thread in (alarm, *others):
            thread.start()
        with _pipe(process.stderr) as pipe:
            run.said = _last_said(pipe, tell)
        for thread in others:
            thread.join()
    finally:
        alarm.cancel()
        process.kill()
        run.status = process.wait()
    return run


def _started() -> subprocess.Popen[bytes]:
    flags = ["-I", *(["-B"] if sys.dont_write_bytecode else [])]
    return subprocess.Popen(  # noqa: S603  (Weft itself, and no shell)
        [sys.executable, *flags, "-c", START, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | FEW_THREADS,
    )


def _pipe(of: IO[bytes] | None) -> IO[bytes]:
    assert of is not None  # noqa: S101  (all three are pipes)
    return of


def _last_said(pipe: IO[bytes], tell: Tell | None) -> bytes:
    """Return the end of what a process says, and pass on how much it says is done."""
    said = b""
    while line := pipe.readline(LONGEST_LINE):
        done = DONE.fullmatch(line)
        if done is None:
            said = (said + line)[-LONGEST_LINE:]
        elif tell is not None:
            tell(int(done[1]), int(done[2]))
    return said


def _ended(origin: str, title: str, run: _Run) -> UnreadableFileError:
    """Return what to say of a process that ended without an answer."""
    if run.late or run.status == -getattr(signal, "SIGXCPU", 0):
        what = "time"
    elif run.status in (OUT_OF_MEMORY, KILLED) or any(words in run.said for words in NO_MEMORY):
        what = "memory"
    else:
        return _failed(origin, title, run.said.decode(errors="replace"))
    return UnreadableFileError(
        f"{origin}: found a file that needs more {what} than a file of this size should, expected "
        "an ordinary export. Export a smaller part; if it came from somebody else, do not trust it."
    )


def _failed(origin: str, title: str, said: str) -> FailedReaderError:
    """Return what to say of a reader that met what it did not expect; a note has its last words."""
    error = FailedReaderError(
        f"{origin}: found content on which the reading of {title} broke off, expected an ordinary "
        "export. Export it again. If that is no help, please tell the makers of Weft, without the "
        "file if it holds what people said."
    )
    error.add_note(said)
    return error
