"""Fuzz every reader for some time each: `./run fuzz [--seconds N] [NAME ...]`.

Begins with the files in fuzz/corpus/NAME and adds those that reach new code. A file that makes a
reader raise anything but an error of Weft's own, takes long or much memory, or reads back as
something else is kept in fuzz/found, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

from fuzz.seeds import targets, write_seed

HERE = Path(__file__).resolve().parent
CORPUS, FOUND, DICTIONARIES = HERE / "corpus", HERE / "found", HERE / "dictionaries"
MOST_BYTES = 4_096
MOST_FILES = 40
SLOW, TOO_SLOW = 5, 10
"""Seconds. Under atheris everything takes about five times as long."""

RUNS = re.compile(r"number_of_executed_units:\s*(\d+)")


def main() -> int:
    """Fuzz what is named, or all."""
    parser = argparse.ArgumentParser(prog="./run fuzz")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--seconds", type=int, default=300, help="for each name")
    asked = parser.parse_args()
    names = asked.names or targets()
    FOUND.mkdir(exist_ok=True)
    before = kept_of(names)
    failed = [name for name in names if not fuzzed(name, asked.seconds)]
    found = sorted(kept_of(names) - before)
    for path in found:
        print(f"found: {path.relative_to(HERE.parent)}")
    print(f"{len(names)} readers fuzzed for {asked.seconds} s each; failed: {failed or 'none'}")
    return int(bool(failed or found))


def kept_of(names: list[str]) -> set[Path]:
    """Return the files that were found for some names; others may be fuzzed at the same time."""
    return {path for name in names for path in FOUND.glob(f"{name}-*")}


def fuzzed(name: str, seconds: int) -> bool:
    """Fuzz one target; tell how often it ran, and return whether it held."""
    corpus = CORPUS / name
    corpus.mkdir(parents=True, exist_ok=True)
    write_seed(name, corpus)
    words = DICTIONARIES / f"{name}.dict"
    ended = subprocess.run(
        [
            sys.executable, "-m", "fuzz.target", name, str(corpus),
            *([f"-dict={words}"] if words.exists() else []),
            f"-max_total_time={seconds}", f"-max_len={MOST_BYTES}", f"-timeout={TOO_SLOW}",
            f"-report_slow_units={SLOW}", "-rss_limit_mb=2048", "-print_final_stats=1",
            f"-artifact_prefix={FOUND}/{name}-",
        ],
        check=False, stderr=subprocess.PIPE, encoding="utf-8", errors="replace",
    )  # fmt: skip
    runs = RUNS.search(ended.stderr)
    print(f"{name}: {int(runs.group(1)) if runs else 0:,} runs", flush=True)
    if ended.returncode != 0:
        print(ended.stderr[-4_000:], flush=True)
    thin_out(corpus)
    return ended.returncode == 0


def thin_out(corpus: Path) -> None:
    """Keep the seeds, and others of every length: each is replayed by every test run."""
    seeds = [path for path in corpus.iterdir() if path.name.startswith("seed")]
    other = [path for path in corpus.iterdir() if not path.name.startswith("seed")]
    by_size = sorted(other, key=lambda path: (path.stat().st_size, path.name))
    room = max(1, MOST_FILES - len(seeds))
    kept = set(by_size[:: max(1, -(-len(by_size) // room))])
    for path in by_size:
        if path not in kept:
            path.unlink()


if __name__ == "__main__":
    sys.exit(main())
