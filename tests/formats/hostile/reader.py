# ruff: noqa: T201  (what it prints is what the test reads)
"""Read every hostile file in this process, one after the other, and print what it took.

Hostile workbooks and Parquet tables are read in processes of their own, as Weft does, because their
parsers can only be stopped from outside (those that are only cut or spoilt are not). Every other
reader has to bear its hostile files alone, without that second lock.

Started by the test with a folder to work in, and perhaps words that names must contain.
"""

import json
import resource
import signal
import sys
import time
import traceback
from pathlib import Path

import weft
from tests.formats.hostile.corpus import hostile_files
from weft.formats import guard

MIB = 1 << 20
MOST_SECONDS = 10
APART = (".xlsx", ".parquet")


class TooLongError(BaseException):
    pass


def status(word: str) -> int:
    """Return a line of what the system knows of this process, in bytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(word):
            return int(line.split()[1]) * 1_024
    return 0


def seconds_used() -> float:
    """Return what this process and those that it waited for have used of the processor."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


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


def main(folder: Path, words: list[str]) -> None:
    weft.check([("a", "b")])
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
        start = seconds_used()
        try:
            found = outcome(path)
        except TooLongError:
            found = "failed: too long"
        seconds = seconds_used() - start
        signal.alarm(0)
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2)
        told = {"name": name, "outcome": found[:2_000], "seconds": round(seconds, 3),
                "bytes": size, "memory": (status("VmHWM") - before) // MIB}  # fmt: skip
        print(json.dumps(told), flush=True)
        path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
