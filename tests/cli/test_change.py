"""``weft change``: two waves compared."""

import json

import pytest

from tests.cli.calling import run
from tests.cli.test_portrait import too_wide


@pytest.fixture
def ties(tmp_path):
    rows = [f"{p},ana,1" for p in ("ben", "cy", "di", "eva")] + ["ana,ben,1"]
    rows += ["ben,ana,2", "cy,ben,2", "di,cy,2", "eva,di,2", "ana,ben,2", "cy,di,2"]
    path = tmp_path / "ties.csv"
    path.write_text("source,target,wave\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_text_says_the_answer_then_the_figures_then_what_it_cannot_tell(ties):
    said = run("change", ties, "--steward", "ana", "--replicates", 20).stdout
    places = [
        said.index(part)
        for part in (
            "What changed in ",
            "This compares wave 1 with wave 2",
            "Do the stewards hold less",
            "Where the differences come from",
            "What this comparison cannot tell",
        )
    ]
    assert places == sorted(places)
    assert too_wide(said) == []


def test_json_is_the_same_comparison(ties):
    outcome = run("change", ties, "--figure", "density", "--json", "--replicates", 20)
    found = json.loads(outcome.stdout)
    assert (found["format"], found["verdict"]["id"]) == ("weft.change/1", "not_asked")
    assert [figure["id"] for figure in found["figures"]] == ["density"]


def test_three_waves_are_shown_step_by_step(ties):
    ties.write_text(ties.read_text() + "ben,cy,3\ncy,ana,3\ndi,ana,3\neva,di,3\nana,ben,3\n")
    said = run("change", ties, "--replicates", 20).stdout
    assert "Step by step" in said
    assert "1 to 2" in said


def test_one_wave_is_told_to_be_too_few(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text("source,target\na,b\n")
    outcome = run("change", path)
    assert outcome.exit_code == 1
    assert "There is one wave only" in outcome.stderr
