"""Exit status, help, interruption and what the command costs to start."""

import subprocess
import sys

import pytest

import weft
from tests.cli.calling import run, started, tables
from weft.cli import endings

READING = [
    "--people", "--from", "--encoding", "--column", "--undirected", "--scale",
    "--everyone-answered", "--steward", "--waves", "--key", "--aliases", "--help",
]  # fmt: skip
OPTIONS = {
    "demo": ["--output", "--seed", "--no-open", "--help"],
    "portrait": [
        *READING, "--relation", "--connection", "--trust", "--leadership", "--wave", "--group",
        "--names", "--replicates", "--seed", "--format", "--json", "--output",
    ],
    "change": [
        *READING, "--relation", "--before", "--after", "--figure", "--replicates", "--seed",
        "--json",
    ],
    "step-back": [
        *READING, "--person", "--names", "--most", "--each", "--block", "--wave", "--trust",
        "--leadership", "--group", "--private", "--replicates", "--seed", "--format", "--json",
        "--output",
    ],
    "introductions": [
        *READING, "--each", "--most", "--keep-out", "--before", "--block", "--weight", "--alike",
        "--group", "--quota", "--least-served-first", "--wave", "--trust", "--private", "--seed",
        "--format", "--json", "--output",
    ],
    "handovers": [
        *READING, "--role", "--leadership", "--weight", "--wave", "--trust", "--private", "--seed",
        "--format", "--json", "--output",
    ],
    "refer": [
        *READING, "--need", "--referrer", "--already", "--most", "--weight", "--wave", "--trust",
        "--private", "--seed", "--format", "--json", "--output",
    ],
    "circles": [
        *READING, "--size", "--person", "--newcomer", "--leader", "--before", "--group", "--weight",
        "--wave", "--trust", "--private", "--seed", "--format", "--json", "--output",
    ],
    "two-ways-in": [
        *READING, "--kind", "--each", "--block", "--alike", "--show", "--wave", "--trust",
        "--private", "--seed", "--format", "--json", "--output",
    ],
    "effect": [
        *READING, "--relation", "--before", "--after", "--worth", "--seed", "--json",
    ],
    "measure": [
        *READING, "--relation", "--wave", "--before", "--after", "--silence", "--option",
        "--replicates", "--seed", "--json",
    ],
    "measures": ["--json", "--help"],
    "relate": [*READING, "--of", "--on", "--weighted", "--json"],
    "check": [*READING, "--json"],
    "plan": [
        "--people", "--named", "--response", "--returned", "--both-ends", "--seed", "--json",
    ],
    "doctor": ["--json"],
    "convert": [*READING, "--to", "--people-out", "--relation", "--wave", "--json"],
    "formats": ["--json", "--help"],
}  # fmt: skip


@pytest.mark.parametrize(("command", "options"), OPTIONS.items(), ids=OPTIONS)
def test_help_lists_the_options(command, options):
    outcome = run(command, "--help")
    assert outcome.exit_code == 0
    assert [option for option in options if option not in outcome.stdout] == []
    assert [line for line in outcome.stdout.splitlines() if len(line) > 80] == []
    assert f"weft {command}" in outcome.stdout


def test_help_names_these_commands_and_no_others():
    said = run("--help").stdout
    listed = said.split("Commands:")[1].split("Begin with")[0]
    assert [line.split()[0] for line in listed.splitlines() if line.strip()] == sorted(OPTIONS)
    assert "..." not in listed


def test_version_and_help_as_processes():
    version = started("--version")
    assert (version.returncode, version.stdout.decode()) == (0, f"weft {weft.__version__}\n")
    assert started("--help").returncode == 0


def test_asking_for_help_loads_nothing_heavy():
    heavy = {"numpy", "pyarrow", "scipy", "igraph", "rich", "jinja2", "typst", "pandas"}
    show = (
        "import sys\nfrom weft.cli.commands import weft\n"
        "weft(['portrait', '--help'], standalone_mode=False)\n"
        f"print(*sorted({heavy!r} & set(sys.modules)))"
    )
    said = subprocess.check_output([sys.executable, "-c", show], text=True)
    assert said.splitlines()[-1] == ""


def test_reading_a_file_leaves_pandas_out(tmp_path):
    show = (
        "import sys\nfrom weft.cli.commands import weft\n"
        f"weft(['portrait', *{tables(tmp_path)!r}, '--json'], standalone_mode=False)\n"
        "print('pandas' in sys.modules)"
    )
    said = subprocess.check_output([sys.executable, "-c", show], text=True)
    assert said.splitlines()[-1] == "False"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["measures"], 0), (["check", "nowhere.csv"], 1), (["chek"], 2), (["check"], 2)],
)
def test_exit_status_of_a_real_process(arguments, status):
    outcome = started(*arguments)
    assert outcome.returncode == status
    assert b"Traceback" not in outcome.stderr
    assert bool(outcome.stdout) == (status == 0)


def test_an_interruption_ends_with_130_and_leaves_nothing(tmp_path, monkeypatch):
    def interrupted(*_arguments: object, **_options: object):
        raise KeyboardInterrupt

    monkeypatch.setattr("weft.read", interrupted)
    outcome = run("portrait", *tables(tmp_path), "-o", tmp_path / "it.html")
    assert outcome.exit_code == 130
    assert "stopped" in outcome.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"ties.csv", "people.csv"}


def test_a_letter_that_the_terminal_lacks_stops_nothing(tmp_path):
    outcome = started("portrait", *tables(tmp_path), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (outcome.returncode, outcome.stderr) == (0, b"")


def test_what_a_library_prints_by_itself_does_not_get_into_the_answer():
    noise = (
        "import os; from weft.cli import _keep_standard_output_for_answers as keep; keep(); "
        "os.write(1, b'noise'); print('answer')"
    )
    done = subprocess.run([sys.executable, "-c", noise], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("answer\n", "noise")


def test_visible_keeps_line_breaks_and_letters():
    assert endings.visible("Łódź\n李 \x1b[0m\x85") == "Łódź\n李 \\x1b[0m\\x85"
