"""``weft formats``: the list, one of them, and the question asked when a file could be two."""

import json

import pytest

from tests.cli.calling import run
from weft.cli import reading as cli_reading
from weft.formats import known_formats
from weft.formats.registry import AmbiguousFormatError, format_named


def test_every_format_is_listed_once():
    said = run("formats").stdout

    names = [line.split()[0] for line in said.splitlines()[2:] if line and line[0] != " "]
    assert {one.name for one in known_formats()} <= set(names)
    assert max(map(len, said.splitlines())) <= 80


def test_one_format_says_what_it_holds_and_what_not():
    said = run("formats", "csv").stdout

    assert "csv: CSV" in said
    assert "  when it was said\n" in said.split("Does not keep")[0]
    assert "  the scale of each relation\n" in said.split("Does not keep")[1]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("gml", "Read, written. A file's name ends in .gml"),
        ("konect", "Read. A file's name may end in anything."),
        ("dl", "Read, written. A file's name ends in .dl .dat .txt; to write, in .dl"),
        ("hylo", "People. A file's name ends in .csv"),
    ],
)
def test_one_format_says_whether_it_is_read_and_written_and_under_which_names(name, line):
    assert line in run("formats", name).stdout.splitlines()


def test_json_has_the_declarations():
    every = json.loads(run("formats", "--json").stdout)
    one = json.loads(run("formats", "csv", "--json").stdout)

    assert [each["name"] for each in every] == [each.name for each in known_formats()]
    assert one in every
    assert one["carries"] == [
        "weights",
        "denials",
        "relations",
        "waves",
        "reporters",
        "dates",
        "directions",
    ]


def test_a_format_that_is_not_there_is_told():
    outcome = run("formats", "gexff")

    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "There is no format “gexff”" in outcome.stderr


@pytest.fixture
def ambiguous(monkeypatch, tmp_path):
    """A file that could be CSV or TSV, as far as recognising goes."""
    path = tmp_path / "ties.txt"
    path.write_text("source,target\na,b\n")
    choices = (format_named("csv"), format_named("tsv"))

    def of(file):
        raise AmbiguousFormatError(file.origin, choices)

    monkeypatch.setattr("weft.formats.registry.format_of", of)
    return path


def test_ambiguity_is_refused_with_the_choices_where_nobody_can_be_asked(ambiguous):
    outcome = run("check", ambiguous)

    assert outcome.exit_code == 1
    assert outcome.stderr == (
        f"weft: {ambiguous}: found content that could be csv (CSV) or tsv (TSV); expected content "
        "that can be one thing only. Say which it is: --from csv (in Python format='csv').\n"
    )
    assert run("check", ambiguous, "--from", "csv").exit_code == 0


def test_ambiguity_is_asked_about_on_a_terminal(ambiguous, monkeypatch):
    class Terminal:
        @staticmethod
        def isatty():
            return True

    asked = []

    def answer(question, **options):
        asked.append((question, options["type"].choices))
        return "csv"

    monkeypatch.setattr(cli_reading.sys, "stdin", Terminal)
    monkeypatch.setattr(cli_reading.sys, "stderr", Terminal)
    monkeypatch.setattr(cli_reading.click, "echo", lambda *_, **__: None)
    monkeypatch.setattr(cli_reading.click, "prompt", answer)

    settled = cli_reading.Reading(files=(str(ambiguous),)).settled()

    assert settled.from_format == "csv"
    assert [(q, list(choices)) for q, choices in asked] == [("Which is it?", ["csv", "tsv"])]
