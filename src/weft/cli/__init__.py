"""The command line: parses, calls the library, prints. No figure is computed here."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

INTERRUPTED = 130


def main() -> None:
    """Run the ``weft`` command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that lacks a letter shows a sign instead
            stream.reconfigure(errors="replace")
    _keep_standard_output_for_answers()
    try:
        from weft.cli.commands import weft  # loaded here, so that importing this costs nothing

        weft(prog_name="weft")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _keep_standard_output_for_answers() -> None:
    """Send to standard error what a library in another language prints by itself.

    HiGHS, which chooses introductions, sometimes does; behind an answer in JSON it would be in the
    way. What Weft prints goes on to where it did.
    """
    told, notices = sys.stdout, sys.__stderr__
    if not isinstance(told, TextIOWrapper) or told is not sys.__stdout__ or notices is None:
        return
    try:
        kept = os.dup(told.fileno())
        os.dup2(notices.fileno(), told.fileno())
    except OSError:  # one of the two is closed
        return
    sys.stdout = TextIOWrapper(
        open(kept, "wb", closefd=False),  # noqa: SIM115  (open until the process ends)
        encoding=told.encoding,
        errors=told.errors,
        line_buffering=told.line_buffering,
    )
