"""One target under atheris: `python -m fuzz.target NAME CORPUS [libFuzzer options]`."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["weft.formats", "weft.network"]):
    from fuzz.replay import read_bytes
    from weft.formats.without_pandas import keep_pandas_out


def main() -> None:
    """Fuzz until the time is over."""
    name = sys.argv.pop(1)
    keep_pandas_out()  # importing it under atheris takes longer than a run may
    atheris.Setup(sys.argv, lambda data: read_bytes(name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
