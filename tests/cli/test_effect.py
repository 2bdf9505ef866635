"""``weft effect``: whether introductions helped."""

import json

import pytest

from tests.cli.calling import run
from tests.cli.test_portrait import too_wide


@pytest.fixture
def files(tmp_path):
    """Twenty pairs that share nobody; twelve of fourteen offered are tied, and none held out."""
    pairs = [(f"p{i}", f"q{i}") for i in range(20)]
    ties = [f"p0,p1,works_with,{wave}" for wave in (1, 2)]
    ties += [f"{a},{b},works_with,2" for a, b in pairs[:12]]
    records = [f"{a},{b},,{'yes' if i > 13 else 'no'}" for i, (a, b) in enumerate(pairs)]
    paths = [tmp_path / name for name in ("introductions.csv", "ties.csv", "people.csv")]
    for path, head, rows in zip(
        paths,
        ("a,b,introducer,held_out", "source,target,relation,wave", "id"),
        (records, ties, [person for pair in pairs for person in pair]),
        strict=True,
    ):
        path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    records, ties, people = paths
    return [records, ties, "--people", people, "--everyone-answered"]


def test_text_says_the_answer_then_the_figures_then_what_it_cannot_tell(files):
    said = run("effect", *files).stdout
    places = [
        said.index(part)
        for part in (
            "Did introductions help in ",
            "Of 14 pairs offered an introduction, 12 (86%)",
            "Introductions helped:",
            "By how much",
            "How far pairs came",
            "tied afterwards",
            "12 of 14",
            "What this comparison cannot tell",
        )
    ]
    assert places == sorted(places)
    assert too_wide(said) == []


def test_json_is_the_same_comparison(files):
    found = json.loads(run("effect", *files, "--before", 1, "--after", 2, "--json").stdout)
    assert (found["format"], found["verdict"]["id"]) == ("weft.effect/1", "helped")
    assert found["held_out"] == {"pairs": 6, "tied": 0, "rate": 0.0}


def test_what_would_settle_it_is_said_where_it_cannot_be_told(files):
    records = files[0]
    records.write_text("\n".join([*records.read_text().splitlines()[:4], "p19,q19,,yes"]))
    said = run("effect", *files).stdout
    assert "cannot be told yet" in said
    assert "What would settle it" in said


def test_records_without_a_column_end_with_the_place_and_nothing_written(files):
    files[0].write_text("a,b\np0,q0\n")
    outcome = run("effect", *files)
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert (
        "introductions.csv: found the columns a, b, expected a column “held_out”" in outcome.stderr
    )


def test_records_that_are_not_there_are_a_wrong_command(files):
    assert run("effect", "nowhere.csv", *files[1:]).exit_code == 2
