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

STEP = b"networks drawn"

HEEDING = (
    "import signal\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in the background\n"
    "from weft.cli import main\n"
    "main()"
)


def half_heard(folder: Path) -> list[Path | str]:
    """Write a network in which many are silent: what they might have said is drawn for seconds."""
    ties, people = folder / "ties.csv", folder / "people.csv"
    ends = np.random.default_rng(1).integers(0, 450, (5_000, 2))
    ties.write_text(
        "source,target\n" + "".join(f"p{a},p{b}\n" for a, b in ends if a != b and a % 4)
    )
    answered = (f"p{v},{'yes' if v % 4 else 'no'}\n" for v in range(450))
    people.write_text("id,responded\n" + "".join(answered))
    return [ties, "--people", people]


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
    arguments = [*asked, *half_heard(tmp_path)]
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
    assert not output.exists()


def test_the_line_is_gone_once_the_work_is_done(tmp_path):
    process, shown = at_a_terminal("measure", "density", *tables(tmp_path), "--relation", "trusts")
    seen = read_until(shown)
    process.communicate()
    os.close(shown)

    assert process.returncode == 0
    assert seen.count(b"\x1b[2K") > 0  # each line that was shown is erased
