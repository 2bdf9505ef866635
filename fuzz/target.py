"""One target under atheris: `python -m fuzz.target NAME CORPUS [libFuzzer options]`."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["weft.formats", "weft.network"]):
    from fuzz.replay import read_bytes


def main() -> None:
    """Fuzz until the time is over."""
    name = sys.argv.pop(1)
    read_bytes(name, b"source,target\nana,ben\n")  # imports take longer than a run may
    atheris.Setup(sys.argv, lambda data: read_bytes(name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
