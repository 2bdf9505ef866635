"""What runs in the process of its own: one file is read under limits and answered for.

Started by :mod:`weft.formats.guard`, which writes the request to standard input.
"""

from __future__ import annotations

import os
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from weft.formats.files.file import File
from weft.formats.guarded_answer import (
    OUT_OF_MEMORY,
    Json,
    answer_of_error,
    answer_of_people,
    answer_of_tables,
    message,
    split_message,
)
from weft.formats.tables import Reading
from weft.formats.without_pandas import keep_pandas_out
from weft.network import WeftError

if TYPE_CHECKING:
    from collections.abc import Callable

    from weft.formats.tables import Tell


def main() -> None:
    """Answer the request on standard input, on what was standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a format prints must not get into the answer
    request, content = split_message(sys.stdin.buffer.read())
    sys.dont_write_bytecode = True
    keep_pandas_out()
    read = reader(request)  # imported before the limits are set
    try:
        limit(request["memory"], request["seconds"])
        answer = answered(request, read, content)
        answers.write(answer)
        answers.flush()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    os._exit(0)  # a format's threads and clean-up have nothing left to do


def limit(memory: int, seconds: int) -> None:
    """Allow this process so many more bytes of address space, so many seconds, and no files.

    Windows has no such limits; there only the parent's time-out holds.
    """
    try:
        import resource
    except ImportError:
        return
    _set(resource.RLIMIT_CORE, 0)
    _set(resource.RLIMIT_FSIZE, 0)
    _set(resource.RLIMIT_CPU, seconds, spare=1)  # a second in which it ends by another signal
    pages = Path("/proc/self/statm")
    if pages.exists():
        now = int(pages.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        _set(resource.RLIMIT_AS, now + memory)


def _set(kind: int, most: int, spare: int = 0) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    hard = most + spare if hard == resource.RLIM_INFINITY else min(most + spare, hard)
    resource.setrlimit(kind, (min(most, hard), hard))


def reader(request: Json) -> Callable[[File, Reading], Any]:
    """Return the function that reads: by its place, as all formats together take long to import."""
    if request["reader"]:
        module, name = request["reader"]
        found: Callable[[File, Reading], Any] = getattr(import_module(module), name)
        return found
    from weft.formats.registry import format_named

    format_ = format_named(request["format"])
    read = format_.read_people if request["people"] else format_.read
    assert read is not None  # noqa: S101  (the parent has looked)
    return read


def answered(request: Json, read: Callable[[File, Reading], Any], content: memoryview) -> bytes:
    """Return the message with what a format finds in a file, or what it refuses it with."""
    try:
        reading = Reading(**request["reading"], tell=_tell(sys.stderr.buffer))
        if request["has_content"]:
            file = File(request["origin"], content=bytes(content))
        else:
            file = File(request["origin"], Path(request["path"]))
        found = read(file, reading)
        return answer_of_people(found) if request["people"] else answer_of_tables(found)
    except WeftError as error:
        return answer_of_error(error)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  (whatever a format stumbles over is told to the parent)
        # Where it fell, but not in which words: they can be those of the file.
        fell = "".join(traceback.format_tb(error.__traceback__)) + type(error).__name__
        return message({"kind": "failed", "text": fell})


def _tell(stream: BinaryIO) -> Tell:
    def tell(done: int, of: int) -> None:
        stream.write(f"weft-done {done} {of}\n".encode())
        stream.flush()

    return tell
