"""The documentation and what it documents are the same set of things."""

import ast
import re
import runpy
import shlex

import pytest

import weft
from tests.docs.printed import ROOT, commands, pages
from tests.docs.printed import blocks as blocks_of
from weft.cli.commands import weft as command_line
from weft.formats.registry import known_formats
from weft.formats.roles import headings

DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"


@pytest.fixture(scope="module")
def measure_pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("measures")
    (folder / "measure_that_is_gone.rst").write_text("old")
    runpy.run_path(str(DOCS / "measure_pages.py"))["write_pages"](folder)
    return {page.stem: page.read_text(encoding="utf-8") for page in folder.iterdir()}


def test_every_measure_has_a_page_and_every_page_a_measure(measure_pages):
    assert set(measure_pages) - {"index"} == {d.id for d in weft.declarations()}


def test_the_index_leads_to_every_measure_once(measure_pages):
    listed = re.findall(r"^   \* - :doc:`(\w+)`", measure_pages["index"], re.MULTILINE)
    assert sorted(listed) == sorted(d.id for d in weft.declarations())


def test_a_measure_page_says_what_is_declared(measure_pages):
    for declared in weft.declarations():
        page = re.sub(r":doc:`(\w+)`|\\", r"\1", measure_pages[declared.id])
        for said in (declared.question, declared.reading, declared.misreading, *declared.sources):
            assert said.replace("\\", "") in page, declared.id


def test_every_family_of_measures_has_a_title():
    titles = runpy.run_path(str(DOCS / "measure_pages.py"))["FAMILY_TITLES"]
    assert tuple(titles) == weft.measures.FAMILIES


def test_the_command_line_page_has_every_command():
    included = (REFERENCE / "command-line.md").read_text(encoding="utf-8")
    assert "{include} generated/commands.md" in included
    text = runpy.run_path(str(DOCS / "command_pages.py"))["commands"]()
    told = re.findall(r"^## weft (\S+)$", text, re.MULTILINE)
    assert told == sorted(command_line.commands)
    for name, command in command_line.commands.items():
        options = [opt for p in command.params for opt in p.opts if opt.startswith("--")]
        of_it = text.split(f"## weft {name}\n")[1].split("\n## ")[0]
        assert [opt for opt in options if opt not in of_it] == []


def test_the_library_page_has_every_public_name():
    text = (REFERENCE / "library.md").read_text(encoding="utf-8")
    documented = re.findall(r"\.\. auto\w+:: weft\.(\w+)$", text, re.MULTILINE)
    assert sorted(documented) == sorted(weft.__all__)


def test_the_file_formats_page_has_every_heading_that_is_understood():
    text = (REFERENCE / "file-formats.md").read_text(encoding="utf-8")
    known = {word for pair in headings.PAIRS for word in pair} | set(headings.WAVE_OR_DATE)
    for words in (headings.TIE_HEADINGS, headings.PEOPLE_HEADINGS):
        known |= {word for several in words.values() for word in several}
    assert sorted(known - set(re.findall(r"\w+", text))) == []


def test_the_page_of_problems_has_every_kind_of_problem_and_no_other():
    text = (REFERENCE / "problems.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    listed = {kind for row in rows for kind in re.findall(r"`([a-z-]+)`", row)}
    assert listed == kinds_of_problem() | {"unknown-relation", "unknown-wave"}  # put together


def test_every_format_has_a_page_that_says_what_is_declared(tmp_path):
    (tmp_path / "format-that-is-gone.md").write_text("old")
    runpy.run_path(str(DOCS / "format_pages.py"))["write_pages"](tmp_path)

    pages = {page.stem: page.read_text(encoding="utf-8") for page in tmp_path.iterdir()}

    assert set(pages) == {"index", *(known.name for known in known_formats())}
    for known in known_formats():
        page = pages[known.name].replace("\\", "")
        said = (known.title, known.about, *known.extensions, *known.not_read)
        assert [text for text in said if text not in page] == []


def kinds_of_problem():
    """Return the kinds of problem that the code can find."""
    found = set()
    for folder in ("network", "formats"):
        for path in (ROOT / "src" / "weft" / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                found |= kinds_said_in(node)
    return found


KIND_IS_ARGUMENT = {"wrong": 0, "problem_at": 2}
"""Functions that make a problem of their arguments, and which of them is its kind."""


def kinds_said_in(node):
    if not isinstance(node, ast.Call):
        return set()
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    said = [k.value for k in node.keywords if k.arg == "kind" and name == "Problem"]
    said += node.args if name in {"_note", "add_rows"} else []
    if name in KIND_IS_ARGUMENT:
        said += node.args[KIND_IS_ARGUMENT[name] :][:1]
    said += [side for one in said if isinstance(one, ast.IfExp) for side in (one.body, one.orelse)]
    return {one.value for one in said if isinstance(one, ast.Constant) and is_kind(one.value)}


def is_kind(value):
    return isinstance(value, str) and re.fullmatch(r"[a-z]+(-[a-z]+)*", value) is not None


def test_printed_commands_exist():
    verbs = runpy.run_path(str(ROOT / "run"))["VERBS"]
    known = {*verbs, "lint", "release-check"} | set(command_line.commands)
    for page in pages():
        for line in printed_lines(page):
            words = shlex.split(line)
            if words[0] == "./run" and len(words) > 1:
                assert words[1] in known, f"{page.name}: {line}"
            if words[0] == "weft" and not words[1].startswith("-"):
                assert words[1] in command_line.commands, f"{page.name}: {line}"


def test_the_readme_fits_a_screen_and_shows_the_one_command():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "./run demo" in printed_lines(ROOT / "README.md")
    assert len(text.splitlines()) <= 100
    assert not re.findall(r"badge|shields", text)


def test_links_of_the_readme_lead_to_files():
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (ROOT / link).exists()] == []


def printed_lines(page):
    return [
        command.line
        for block in blocks_of(page)
        if block.language == "console"
        for command in commands(block)
    ]
