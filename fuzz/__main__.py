"""Fuzz every reader for some time each: `./run fuzz [--seconds N] [FORMAT ...]`.

Begins with the files in fuzz/corpus/FORMAT and adds those that reach new code. A file that makes a
reader raise anything but an error of Weft's own is kept in fuzz/found, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from fuzz.seeds import readers, write_seeds

HERE = Path(__file__).resolve().parent
CORPUS, FOUND = HERE / "corpus", HERE / "found"
MOST_BYTES = 4_096
MOST_FILES = 40


def main() -> int:
    """Fuzz the formats that are named, or all."""
    parser = argparse.ArgumentParser(prog="./run fuzz")
    parser.add_argument("formats", nargs="*", metavar="FORMAT")
    parser.add_argument("--seconds", type=int, default=300, help="for each format")
    asked = parser.parse_args()
    names = asked.formats or [format_.name for format_ in readers()]
    FOUND.mkdir(exist_ok=True)
    before = set(FOUND.iterdir())
    failed = [name for name in names if not fuzzed(name, asked.seconds)]
    found = sorted(set(FOUND.iterdir()) - before)
    for path in found:
        print(f"found: {path.relative_to(HERE.parent)}")
    print(f"{len(names)} readers fuzzed for {asked.seconds} s each; failed: {failed or 'none'}")
    return int(bool(failed or found))


def fuzzed(name: str, seconds: int) -> bool:
    """Fuzz one reader; return whether it held."""
    corpus = CORPUS / name
    corpus.mkdir(parents=True, exist_ok=True)
    write_seeds(name, corpus)
    ended = subprocess.run(
        [
            sys.executable, "-m", "fuzz.target", name, str(corpus),
            f"-max_total_time={seconds}", f"-max_len={MOST_BYTES}", "-timeout=10",
            "-rss_limit_mb=2048", f"-artifact_prefix={FOUND}/{name}-", "-print_final_stats=0",
            "-verbosity=0",
        ],
        check=False,
    )  # fmt: skip
    thin_out(corpus)
    return ended.returncode == 0


def thin_out(corpus: Path) -> None:
    """Keep the seeds, and of the other files the shortest: each is replayed by every test run."""
    other = [path for path in corpus.iterdir() if not path.name.startswith("seed")]
    for path in sorted(other, key=lambda path: (path.stat().st_size, path.name))[MOST_FILES:]:
        path.unlink()


if __name__ == "__main__":
    sys.exit(main())
