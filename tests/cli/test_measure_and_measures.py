"""``weft measure`` and ``weft measures``."""

import json
from pathlib import Path

import jsonschema
import pytest

import weft
from tests.cli.calling import run, started, tables

SCHEMA = json.loads(
    (
        Path(weft.__file__).parent / "portrait" / "rendering" / "schema" / "portrait-1.json"
    ).read_text("utf-8")
)
FIGURE = {"$ref": "#/$defs/measure", "$defs": SCHEMA["$defs"]}


def test_measure_as_json_is_a_figure_of_the_portrait_format(tmp_path):
    outcome = run(
        "measure", "leadership_centralization", *tables(tmp_path),
        "--relation", "turns_to", "--wave", "1", "--json",
    )  # fmt: skip
    assert outcome.exit_code == 0, outcome.output
    found = json.loads(outcome.stdout)
    jsonschema.Draft202012Validator(FIGURE).validate(found)
    assert found["value"] == pytest.approx(8 / 9)
    assert (found["relation"], found["wave"], found["n"], found["answered"]) == (
        "turns_to", "1", 4, 4,
    )  # fmt: skip


def test_measure_says_the_figure_and_how_to_read_it(tmp_path):
    outcome = run("measure", "density", *tables(tmp_path), "--relation", "turns_to", "--wave", "1")
    assert outcome.exit_code == 0, outcome.output
    assert outcome.stdout.startswith("How connected are we, of all the ties there could be?\n33%")
    for said in ("How to read it.", "Not to be misread.", "all 4 answered", "Wasserman"):
        assert said in outcome.stdout


def test_measure_passes_on_what_the_measure_takes(tmp_path):
    asked = ["measure", "leadership_centralization", *tables(tmp_path), "--relation", "works_with"]
    outcome = run(*asked, "--wave", "1", "--option", "of=all", "--json")
    assert outcome.exit_code == 0, outcome.output
    assert json.loads(outcome.stdout)["value"] == 0.0  # a ring: everybody has two ties


def test_measure_over_two_waves(tmp_path):
    asked = ["measure", "persistence", *tables(tmp_path), "--relation", "turns_to", "--json"]
    outcome = run(*asked, "--before", "1", "--after", "2")
    assert outcome.exit_code == 0, outcome.output
    assert json.loads(outcome.stdout)["wave"] == "1 to 2"


def test_measure_reads_standard_input(tmp_path):
    rows = "source,target\nana,ben\nben,ana\nana,cy\n"
    arguments = ("measure", "reciprocity", "-", "--everyone-answered", "--json")
    inside, outside = run(*arguments, given=rows), started(*arguments, given=rows.encode())
    assert inside.exit_code == outside.returncode == 0
    assert json.loads(inside.stdout) == json.loads(outside.stdout)
    assert json.loads(inside.stdout)["value"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["densty"], "Did you mean “density”?"),
        (["density", "--relation", "hates"], "hates"),
        (["density", "--relation", "trusts", "--wave", "9"], "9"),
        (["density", "--relation", "trusts", "--option", "of=in"], "takes no option 'of'"),
        (["density", "--relation", "trusts", "--silence", "as_reported"], "reconstruct"),
        (["density"], "works_with"),
        (["density", "--relation", "trusts", "--steward", "zoe"], "zoe"),
    ],
)
def test_a_request_that_cannot_be_met_says_what_can(arguments, said, tmp_path):
    outcome = run("measure", arguments[0], *tables(tmp_path), *arguments[1:])
    assert outcome.exit_code == 1
    assert outcome.stdout == ""
    assert outcome.stderr.startswith("weft: ")
    assert said in outcome.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--option", "nothing"],
        ["--scale", "trusts"],
        ["--scale", "trusts=low:high"],
        ["--replicates", "-1"],
        ["--seed", "-1"],
        ["--silence", "shout"],
    ],
)
def test_a_command_that_is_not_understood_ends_with_2(arguments, tmp_path):
    outcome = run("measure", "density", *tables(tmp_path), *arguments)
    assert (outcome.exit_code, outcome.stdout) == (2, "")


def test_measures_lists_every_declaration():
    outcome = run("measures", "--json")
    found = json.loads(outcome.stdout)
    assert outcome.exit_code == 0
    assert [one["id"] for one in found] == [one.id for one in weft.declarations()]
    for one in found:
        assert set(one) >= {
            "id", "question", "unit", "range", "direction", "needs", "smallest", "silence",
            "sources",
        }  # fmt: skip
        assert one["sources"]


def test_measures_as_text_names_every_measure_and_its_question():
    said = run("measures").stdout
    for one in weft.declarations():
        assert f"\n{one.id}\n" in said
        assert one.question.split()[0] in said


def test_measure_says_whether_it_is_more_than_chance_would_give(tmp_path):
    asked = ("measure", "hierarchy", *tables(tmp_path), "--relation", "turns_to", "--wave", "1")
    outcome = run(*asked, "--against", "size", "--null-draws", "99", "--json")
    assert outcome.exit_code == 0, outcome.output
    found = json.loads(outcome.stdout)
    jsonschema.Draft202012Validator(FIGURE).validate(found)
    (null,) = found["nulls"]
    assert (null["model"], null["draws"], null["sides"]) == ("as many people and ties", 99, 2)
    assert found["sentence"].endswith(null["sentence"])
    assert "than chance would give (as many people and ties: " in null["sentence"]
    outcome = run(*asked, "--against", "size")
    assert "than chance would give" in " ".join(outcome.stdout.split())


def test_measure_refuses_a_null_that_settles_the_figure(tmp_path):
    asked = ("measure", "density", *tables(tmp_path), "--relation", "turns_to")
    outcome = run(*asked, "--against", "size")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "density cannot be set against size: it is the same in all" in outcome.stderr
    outcome = run(*asked, "--against", "size", "--engine", "duckdb")
    assert outcome.exit_code == 1
    assert "--against goes with --engine local only." in outcome.stderr
    outcome = run(*asked, "--null-draws", "9", "--engine", "duckdb")
    assert "--null-draws goes with --engine local only." in outcome.stderr


def test_ties_as_both_say_and_as_they_probably_are(tmp_path):
    asked = ["measure", "density", *tables(tmp_path), "--relation", "works_with", "--wave", "1"]
    either, both, estimated = (
        json.loads(run(*asked, "--ties", ties, "--replicates", "20", "--json").stdout)
        for ties in ("either", "both", "estimated")
    )
    assert both["value"] <= either["value"]
    assert "only ties that both ends report" in both["method"]
    assert "the mean of 20 networks drawn" in estimated["method"]
    jsonschema.Draft202012Validator(FIGURE).validate(estimated)
    outcome = run("measure", "density", *tables(tmp_path), "--relation", "trusts", "--ties", "both")
    assert outcome.exit_code == 1
    assert "rests on the word of its source alone" in outcome.stderr
