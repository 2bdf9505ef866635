"""What the documentation prints is run, and gives what it says."""

import doctest
import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.printed import ROOT, Block, Command, blocks, commands, pages

LOOSELY = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
SHOWN_ONLY = {"text", "csv", "json", "toml", "bibtex"}
DIRECTIVES = {"{include}", "{math}", "{toctree}", "{literalinclude}", "{eval-rst}", "{figure}"}
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_prints_happens(page, tmp_path, monkeypatch):
    begin_in(tmp_path, monkeypatch)
    remembered = {"__name__": "__main__"}
    for block in blocks(page):
        if block.shows_file:
            Path(block.shows_file).write_text(block.body, encoding="utf-8")
        elif block.language == "console":
            for command in commands(block):
                run_as_printed(command)
        elif block.language == "python":
            run_python(block, remembered)
        else:
            assert block.language in SHOWN_ONLY | DIRECTIVES, f"{block.language}: nobody runs it"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_examples_run(example, tmp_path, monkeypatch):
    begin_in(tmp_path, monkeypatch)
    monkeypatch.setattr(sys, "argv", [example.name])
    runpy.run_path(str(example), run_name="__main__")
    for drawn in tmp_path.glob("*.svg"):
        shown = ROOT / "docs" / "pictures" / drawn.name
        assert same_picture(drawn.read_text(), shown.read_text()), f"draw {shown} again"


def same_picture(one, other):
    """Whether two pictures show the same things; where they stand may differ by machine."""
    return re.sub(r"[\d.]+", "#", one) == re.sub(r"[\d.]+", "#", other)


def test_a_picture_that_differs_is_noticed():
    drawn = '<circle cx="10"/>'
    assert same_picture(drawn, '<circle cx="10.5"/>')
    assert not same_picture(drawn, '<circle cx="10"/><circle cx="30"/>')


def test_blocks_are_found_with_their_options(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "# A\n\n```{code-block} text\n:caption: ties.csv\n\na,b\n\nc,d\n```\n\n```console\n$ x \\\n"
        "    y\nout\n$ z\n```\n"
    )
    first, second = blocks(page)
    assert first == Block("text", "a,b\n\nc,d\n", "ties.csv")
    assert commands(second) == [Command("x y", "out\n"), Command("z", "")]


def test_output_that_differs_is_noticed(tmp_path, monkeypatch):
    begin_in(tmp_path, monkeypatch)
    with pytest.raises(AssertionError, match="printed"):
        run_as_printed(Command("weft --version", "weft 0.0.0\n"))


def test_python_that_differs_is_noticed():
    with pytest.raises(AssertionError):
        run_python(Block("python", ">>> 1 + 1\n3\n", None), {})


def test_a_command_that_fails_is_noticed(tmp_path, monkeypatch):
    begin_in(tmp_path, monkeypatch)
    with pytest.raises(AssertionError, match="failed"):
        run_as_printed(Command("weft measure no_such_measure ties.csv", ""))


def begin_in(folder, monkeypatch):
    """Stand in a folder that has the examples, as somebody who follows a page does."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    monkeypatch.chdir(folder)
    programs = Path(sys.executable).parent
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    for name, value in {"COLUMNS": "80", "TERM": "dumb", "PYTHONWARNINGS": "error"}.items():
        monkeypatch.setenv(name, value)


def run_as_printed(command):
    """Run a command; what it says has to be what the page says, where the page says anything."""
    line = as_weft(command.line)
    if line is None:
        return
    bash = shutil.which("bash") or "bash"
    ended = subprocess.run(
        [bash, "-c", line],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, f"{line} failed:\n{ended.stdout}"
    same = doctest.OutputChecker().check_output(command.output, ended.stdout, LOOSELY)
    assert not command.output or same, f"{line} printed:\n{ended.stdout}"


def as_weft(line):
    """Return what `./run` passes on to the `weft` command; None for what it does itself.

    That these verbs are there is seen to in tests/contracts/test_documentation.py.
    """
    first, _, rest = line.partition(" ")
    if first != "./run":
        return line
    return f"weft {rest}" if rest.split()[0] in weft_commands() else None


def weft_commands():
    from weft.cli.commands import weft

    return set(weft.commands)


def run_python(block, remembered):
    """Run Python as a doctest where it has prompts, else as a script; names are kept."""
    if ">>>" not in block.body:
        exec(compile(block.body, "page", "exec"), remembered)  # noqa: S102  (our own pages)
        return
    test = doctest.DocTestParser().get_doctest(block.body, remembered, "page", None, 0)
    runner = doctest.DocTestRunner(optionflags=LOOSELY)
    said = []
    runner.run(test, out=said.append, clear_globs=False)
    remembered.update(test.globs)
    assert not runner.failures, "".join(said)
