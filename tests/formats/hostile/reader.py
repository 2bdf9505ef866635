# ruff: noqa: T201  (what it prints is what the test reads)
"""Read every hostile file in this process, one after the other, and print what it took.

Hostile workbooks and Parquet tables are read in processes of their own, as Weft does, because their
parsers can only be stopped from outside (those that are only cut or spoilt are not). Every other
reader has to bear its hostile files alone, without that second lock.

Started by the test with a folder to work in, and perhaps words that names must contain.
"""

import json
import os
import resource
import signal
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from threading import Thread

import weft
from tests.formats.hostile.corpus import hostile_files
from weft.formats import guard

MIB = 1 << 20
MOST_SECONDS = 10
APART = (".xlsx", ".parquet")


class TooLongError(BaseException):
    pass


def status(word: str, process: str = "self") -> int:
    """Return a line of what the system knows of a process, in bytes."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(word):
            return int(line.split()[1]) * 1_024
    return 0


def seconds_used() -> float:
    """Return what this process and those that it waited for have used of the processor."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


class Watch:
    """How much memory the largest process had that this one has started, looked at all the time."""

    def __init__(self) -> None:
        self.most = 0
        Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        children = Path(f"/proc/self/task/{os.getpid()}/children")
        while True:
            for child in children.read_text().split():
                with suppress(OSError):
                    # Until it runs its own program, a process shares the memory of its parent.
                    if b"guarded_process" in Path(f"/proc/{child}/cmdline").read_bytes():
                        self.most = max(self.most, status("VmHWM", child))
            time.sleep(0.002)


def late(*_: object) -> None:
    raise TooLongError


def outcome(path: Path) -> str:
    try:
        problems = weft.check(path)
    except guard.FailedReaderError as error:
        return f"failed: {error.__notes__}"
    except weft.WeftError as error:
        return f"refused: {error}"
    except TooLongError:
        return "failed: too long"
    except MemoryError:
        return "failed: memory"
    except Exception:  # noqa: BLE001  (which is what we look for)
        return f"failed: {traceback.format_exc()}"
    return f"problems: {problems[0]}" if problems else "read"


def least_of_a_child(folder: Path, watch: Watch) -> int:
    """Return how much memory a process takes that reads next to nothing, in bytes."""
    path = folder / "little.xlsx"
    weft.write(weft.read([("a", "b")]), path)
    weft.check(path)
    return watch.most


def main(folder: Path, words: list[str]) -> None:
    weft.check([("a", "b")])
    guard.APART = True
    watch = Watch()
    of_a_child = least_of_a_child(folder, watch)
    signal.signal(signal.SIGALRM, late)
    for i, (name, make) in enumerate(hostile_files().items()):
        if words and not any(word in name for word in words):
            continue
        print(json.dumps({"name": name}), flush=True)
        guard.APART = name.endswith(APART) and " at " not in name
        path = folder / f"{i}" / name.replace("/", "-")
        path.parent.mkdir()
        path.write_bytes(make())
        size = path.stat().st_size
        before = status("VmRSS")
        Path("/proc/self/clear_refs").write_text("5")  # forget the highest mark
        now = status("VmSize")
        if not guard.APART:
            resource.setrlimit(resource.RLIMIT_AS, (now + 1_500 * MIB, resource.RLIM_INFINITY))
        signal.alarm(MOST_SECONDS)
        watch.most = 0
        start = seconds_used()
        try:
            found = outcome(path)
        except TooLongError:
            found = "failed: too long"
        seconds = seconds_used() - start
        signal.alarm(0)
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2)
        memory = max(status("VmHWM") - before, watch.most - of_a_child)
        told = {"name": name, "outcome": found[:2_000], "seconds": round(seconds, 3),
                "bytes": size, "memory": memory // MIB}  # fmt: skip
        print(json.dumps(told), flush=True)
        path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
