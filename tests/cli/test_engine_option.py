"""``--engine``: the same portrait and the same figures from the tables of an engine."""

import json
import sys
from pathlib import Path

import pytest

import weft.scale  # noqa: F401  (so that it can be looked up)
from tests.cli.calling import run, tables


def figures(said):
    portrait = json.loads(said)
    return {
        figure["id"]: figure["value"]
        for chapter in portrait["chapters"]
        for figure in chapter["measures"]
    }


@pytest.mark.parametrize("wave", [(), ("--wave", "1"), ("--wave", "2")])
def test_the_portrait_has_the_same_figures(tmp_path, wave):
    ties, _, people = tables(tmp_path)
    Path(people).write_text(  # without a column to group by, which only --engine local does
        "id,steward,responded\nana,yes,yes\nben,no,yes\ncy,no,yes\ndi,no,yes\n", encoding="utf-8"
    )
    asked = ("portrait", ties, "--people", people, *wave, "--json")
    found, expected = (run(*asked, "--engine", name) for name in ("duckdb", "local"))
    assert (found.exit_code, found.stderr) == (0, "")
    here, there = figures(found.stdout), figures(expected.stdout)
    of_other_waves = {"fade", "lift", "leadership_turnover", "persistence", "emergence", "jaccard"}
    shared = {name: there[name] for name in here if name not in of_other_waves}
    words = {name for name, value in shared.items() if not isinstance(value, float)}
    assert {name: here[name] for name in words} == {name: shared[name] for name in words}
    numbers = {name: value for name, value in shared.items() if name not in words}
    assert {name: here[name] for name in numbers} == pytest.approx(numbers, rel=1e-9)


def test_the_portrait_says_which_engine_made_it(tmp_path):
    said = json.loads(run("portrait", *tables(tmp_path), "--engine", "duckdb", "--json").stdout)
    assert said["limits"][0]["id"] == "engine"
    assert "duckdb" in said["limits"][0]["text"]


@pytest.mark.parametrize("wave", ["1", "2"])
def test_a_figure_is_the_same(tmp_path, wave):
    asked = ("measure", "leadership_gini", *tables(tmp_path), "--relation", "turns_to")
    found, expected = (
        run(*asked, "--wave", wave, "--engine", name, "--json") for name in ("duckdb", "local")
    )
    assert (found.exit_code, found.stderr) == (0, "")
    assert json.loads(found.stdout) == json.loads(expected.stdout)


@pytest.mark.parametrize("command", [("portrait",), ("measure", "density")])
def test_an_engine_that_there_is_not_is_named(tmp_path, command):
    outcome = run(*command, *tables(tmp_path), "--engine", "dask")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    said = "There is no engine “dask”; there is local, duckdb, and spark://HOST:PORT for a Spark"
    assert outcome.stderr == f"weft: {said} Connect server.\n"


@pytest.mark.parametrize("command", [("portrait",), ("measure", "density")])
def test_without_the_extra_it_says_how_to_install_it(monkeypatch, tmp_path, command):
    monkeypatch.setattr(sys.modules["weft.scale.engine"], "find_spec", lambda _: None)
    outcome = run(*command, *tables(tmp_path), "--engine", "duckdb")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    said = "weft: DuckDB is not installed. Install it with: pip install 'weft[scale]'\n"
    assert outcome.stderr == said


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (("portrait",), ("--group", "organisation")),
        (("portrait",), ("--replicates", "5")),
        (("portrait",), ("--replicates", "0")),
        (("portrait",), ("--names",)),
        (("measure", "density"), ("--silence", "impute")),
        (("measure", "density"), ("--replicates", "5")),
    ],
)
def test_options_of_the_local_engine_are_refused(tmp_path, command, option):
    outcome = run(*command, *tables(tmp_path), "--engine", "duckdb", *option)
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert outcome.stderr == f"weft: {option[0]} goes with --engine local only.\n"
