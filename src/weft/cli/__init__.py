"""The command line: parses, calls the library, prints. No figure is computed here."""

from __future__ import annotations

import sys
from io import TextIOWrapper

INTERRUPTED = 130


def main() -> None:
    """Run the ``weft`` command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that lacks a letter shows a sign instead
            stream.reconfigure(errors="replace")
    try:
        from weft.cli.commands import weft  # loaded here, so that importing this costs nothing

        weft(prog_name="weft")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
