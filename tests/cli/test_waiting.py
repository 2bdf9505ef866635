"""What people see while they wait, and that they can stop it: a real process at a real terminal."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.cli.calling import tables

STEP = b"shortest ways"

HEEDING = (
    "import signal\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in the background\n"
    "from weft.cli import main\n"
    "main()"
)


def many_ties(folder: Path) -> Path:
    """Write a network on whose shortest ways a computer works for some seconds."""
    file = folder / "many.csv"
    ends = np.random.default_rng(1).integers(0, 60_000, (400_000, 2))
    with file.open("w", encoding="utf-8") as stream:
        stream.write("source,target\n")
        stream.writelines(f"p{a},p{b}\n" for a, b in ends.tolist())
    return file


def at_a_terminal(*arguments: object) -> tuple[subprocess.Popen[bytes], int]:
    """Start the command with standard error on a terminal; return it and what is shown there."""
    shown, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", HEEDING, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=terminal,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(terminal)
    return process, shown


def read_until(shown: int, words: bytes | None = None) -> bytes:
    """Return what a terminal shows, until these words come or the process has ended."""
    seen = b""
    while words is None or words not in seen:
        try:
            more = os.read(shown, 4_096)
        except OSError:  # as Linux says that nobody writes to a terminal any more
            break
        if not more:
            break
        seen += more
    return seen


@pytest.mark.parametrize("asked", [("portrait",), ("measure", "betweenness_centralization")])
def test_a_long_computation_says_what_it_does_and_can_be_stopped(tmp_path, asked):
    output = tmp_path / "portrait.html"
    arguments = [*asked, many_ties(tmp_path), "--everyone-answered"]
    if asked == ("portrait",):
        arguments += ["-o", output]
    process, shown = at_a_terminal(*arguments)
    seen = read_until(shown, STEP)
    process.send_signal(signal.SIGINT)
    rest = read_until(shown)
    answer, _ = process.communicate()
    os.close(shown)

    assert STEP in seen
    assert (process.returncode, answer) == (130, b"")
    assert "weft: stopped; nothing was written." in rest.decode()
    assert "steward_betweenness_share" not in rest.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["many.csv"]


def test_the_line_is_gone_once_the_work_is_done(tmp_path):
    process, shown = at_a_terminal("measure", "density", *tables(tmp_path), "--relation", "trusts")
    seen = read_until(shown)
    process.communicate()
    os.close(shown)

    assert process.returncode == 0
    assert seen.count(b"\x1b[2K") > 0  # each line that was shown is erased
