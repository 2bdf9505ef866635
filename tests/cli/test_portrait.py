"""``weft portrait`` in its four formats."""

import json
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from tests.cli.calling import run, started, tables

SCHEMA = json.loads(
    (files("weft.portrait.rendering") / "schema" / "portrait-1.json").read_text("utf-8")
)
SEQUENCE_FOR_TERMINALS = re.compile(r"\x1b")


def too_wide(text: str) -> list[str]:
    return [line for line in text.splitlines() if len(line) > 80]


def test_text_is_80_columns_wide_and_without_colour_when_piped(tmp_path):
    outcome = started("portrait", *tables(tmp_path), "--names", PYTHONUTF8="1")
    said = outcome.stdout.decode()
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    assert too_wide(said) == []
    assert not SEQUENCE_FOR_TERMINALS.search(said)
    assert not [line for line in said.splitlines() if line != line.rstrip()]


def test_text_says_answers_then_what_to_do_then_what_it_cannot_tell(tmp_path):
    said = run("portrait", *tables(tmp_path)).stdout
    found = json.loads(run("portrait", *tables(tmp_path), "--json").stdout)
    headings = [
        *(f"{n}. {chapter['title']}" for n, chapter in enumerate(found["chapters"], 1)),
        "What to do next",
        "What this portrait cannot tell",
    ]
    places = [said.index(f"\n{heading}\n─") for heading in headings]
    assert places == sorted(places)


def test_names_in_the_data_are_shown_as_they_are(tmp_path):
    said = run("portrait", *tables(tmp_path), "--names", "--format", "html").stdout
    assert "Ben [red]Łódź[/red]" in said


@pytest.mark.parametrize("extra", [[], ["--names"], ["--relation", "trusts"], ["--wave", "2"]])
def test_json_is_valid_against_the_published_schema(extra, tmp_path):
    outcome = run("portrait", *tables(tmp_path), "--json", *extra)
    assert outcome.exit_code == 0, outcome.output
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(outcome.stdout))


@pytest.mark.parametrize(
    "rows",
    ["a,b", "a,a", "a,b\nb,a", "a,b\nc,d"],
    ids=["one tie", "only with oneself", "one pair", "two pieces"],
)
@pytest.mark.parametrize("kind", ["text", "json", "html", "pdf"])
def test_degenerate_networks_have_a_portrait_in_every_format(rows, kind, tmp_path):
    ties = tmp_path / "ties.csv"
    ties.write_text(f"source,target\n{rows}\n")
    outcome = run("portrait", ties, "--format", kind, "-o", tmp_path / "it")
    assert outcome.exit_code == 0, outcome.output
    written = (tmp_path / "it").read_bytes()
    if kind == "json":
        jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(written))
    if kind == "text":
        assert too_wide(written.decode()) == []
    assert written


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("it.html", b"<!doctype html"),
        ("it.json", b'{\n  "format": "weft.portrait/1"'),
        ("it.pdf", b"%PDF-1.7"),
        ("it.txt", b"Portrait of "),
    ],
)
def test_the_ending_of_the_file_says_the_format(name, beginning, tmp_path):
    outcome = run("portrait", *tables(tmp_path), "-o", tmp_path / name)
    assert (outcome.exit_code, outcome.output) == (0, "")
    assert (tmp_path / name).read_bytes().lower().startswith(beginning.lower())


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    asked = ["portrait", *tables(tmp_path), "--seed", "3", "--replicates", "5", "--json"]
    assert run(*asked).stdout == run(*asked).stdout
    assert json.loads(run(*asked).stdout)["made_with"]["draws"] == 5


def test_a_pdf_goes_to_a_pipe(tmp_path):
    outcome = started("portrait", *tables(tmp_path), "--format", "pdf")
    assert outcome.returncode == 0
    assert outcome.stdout.startswith(b"%PDF-1.7")
    assert outcome.stderr == b""


def test_several_files_and_standard_input_make_one_network(tmp_path):
    more = tmp_path / "more.csv"
    more.write_text("source,target,relation,wave\ndi,ben,trusts,1\n")
    ties, *people = tables(tmp_path)
    asked = [*people, "--relation", "trusts", "--wave", "1", "--json"]
    one, both, piped = (
        json.loads(started("portrait", *first, *asked, given=more.read_bytes()).stdout)["network"]
        for first in ([ties], [ties, str(more)], [ties, "-"])
    )
    assert both["ties"] == one["ties"] + 1
    assert {**piped, "name": ""} == {**both, "name": ""}


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        (["--relation", "hates"], "hates"),
        (["--leadership", "hates"], "hates"),
        (["--wave", "7"], "7"),
        (["--group", "shoe_size"], "shoe_size"),
        (["--steward", "zoe"], "zoe"),
        (["--undirected", "hates"], "hates"),
        (["--scale", "trusts=4:0"], "4 to 0"),
    ],
)
def test_a_request_that_cannot_be_met_ends_with_1_and_nothing_written(extra, said, tmp_path):
    outcome = run("portrait", *tables(tmp_path), *extra, "-o", tmp_path / "it.html")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert said in outcome.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"ties.csv", "people.csv"}


def test_a_place_that_cannot_be_written_to_ends_with_1(tmp_path):
    outcome = run("portrait", *tables(tmp_path), "-o", tmp_path / "nowhere" / "it.json")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "nowhere" in outcome.stderr


def test_a_file_that_is_there_stays_as_it_is_when_the_request_is_wrong(tmp_path):
    page = tmp_path / "it.html"
    page.write_text("mine")
    assert run("portrait", *tables(tmp_path), "--wave", "7", "-o", page).exit_code == 1
    assert page.read_text() == "mine"


def test_two_formats_at_once_are_not_understood(tmp_path):
    assert run("portrait", *tables(tmp_path), "--json", "--format", "pdf").exit_code == 2
    assert run("portrait", *tables(tmp_path), "--format", "png").exit_code == 2
    assert run("portrait").exit_code == 2


@pytest.mark.parametrize("overwritten", ["ties.csv", "people.csv"])
def test_the_data_are_never_written_over(overwritten, tmp_path, monkeypatch):
    given = tables(tmp_path)
    monkeypatch.chdir(tmp_path)
    before = (tmp_path / overwritten).read_bytes()
    outcome = run("portrait", *given, "-o", overwritten)
    assert outcome.exit_code == 2, outcome.output
    assert f"{overwritten} holds the data" in " ".join(outcome.stderr.split())
    assert (tmp_path / overwritten).read_bytes() == before


@pytest.mark.parametrize("name", ["portrait.docx", "portrait.xlsx", "portrait.png"])
def test_an_ending_that_weft_cannot_write_is_refused(name, tmp_path):
    outcome = run("portrait", *tables(tmp_path), "-o", tmp_path / name)
    assert outcome.exit_code == 2
    assert ".html, .pdf, .json or .txt" in " ".join(outcome.stderr.split())
    assert not (tmp_path / name).exists()


def test_a_format_that_is_said_may_have_any_ending(tmp_path):
    outcome = run("portrait", *tables(tmp_path), "--format", "text", "-o", tmp_path / "it.docx")
    assert outcome.exit_code == 0


@pytest.mark.parametrize("kind", ["html", "pdf", "text"])
def test_characters_that_command_a_machine_are_left_out(kind, tmp_path):
    ties, people = tmp_path / "ties.csv", tmp_path / "people.csv"
    ties.write_text("source,target\na,b\nb,c\n")
    people.write_text("id,name\na,\x1b[31mAna\x1b[0m\nb,Ben\u202eevil\nc,Cy\x07\n", "utf-8")
    output = tmp_path / "portrait"
    outcome = run("portrait", ties, "--people", people, "--names", "--format", kind, "-o", output)
    assert outcome.exit_code == 0, outcome.output
    if kind != "pdf":
        said = output.read_text("utf-8")
        assert not [c for c in "\x1b\x07\u202e" if c in said]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_full_disk_behind_standard_output_is_said_in_a_sentence(tmp_path):
    arguments = [str(a) for a in ("portrait", *tables(tmp_path), "--format", "html")]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "weft", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    said = ended.stderr.decode()
    assert ended.returncode == 1
    assert said.startswith("weft: ")
    assert "Traceback" not in said
