"""``weft two-ways-in``: the plan on the command line."""

import csv
import json
from io import StringIO

import pytest

import weft
from tests.cli.calling import run
from tests.cli.test_portrait import too_wide


@pytest.fixture
def star(tmp_path):
    path = tmp_path / "star.csv"
    path.write_text("source,target\n" + "".join(f"hub,p{i:02}\n" for i in range(14)))
    return path


def test_text_shows_the_first_introductions_and_says_how_many_more(star):
    said = run("two-ways-in", star, "--everyone-answered").stdout
    in_a_row = " ".join(said.split())
    places = [
        in_a_row.index(part)
        for part in (
            "Two ways in for everybody in star",
            "13 introductions are enough, and no fewer would do",
            "Introductions, in the order in which each does most",
            "10. ",
            "And three more; --format csv gives all.",
            "What this does not know",
        )
    ]
    assert places == sorted(places)
    assert too_wide(said) == []
    assert "more; --format" not in run("two-ways-in", star, "--show", 13).stdout


def test_json_is_the_same_plan(star):
    asked = ("--each", 2, "--block", "p00,p01", "--seed", 3, "--json")
    found = json.loads(run("two-ways-in", star, *asked).stdout)
    plan = weft.two_ways_in(str(star), each=2, blocked=[("p00", "p01")], seed=3)
    assert found == json.loads(json.dumps(plan.to_dict()))


def test_csv_holds_every_introduction(star):
    text = run("two-ways-in", star, "--format", "csv").stdout
    rows = list(csv.DictReader(StringIO(text)))
    plan = weft.two_ways_in(str(star))
    assert [(row["a"], row["b"]) for row in rows] == [(one.a, one.b) for one in plan.introductions]
    assert rows[0]["how"] == plan.introductions[0].how


def test_a_tie_may_be_what_departs(star):
    found = json.loads(run("two-ways-in", star, "--kind", "tie", "--json").stdout)
    assert (found["kind"], found["least"], len(found["introductions"])) == ("tie", 7, 7)


def test_nothing_is_needed_where_all_is_safe(tmp_path):
    path = tmp_path / "ring.csv"
    path.write_text("source,target\na,b\nb,c\nc,a\n")
    outcome = run("two-ways-in", path)
    assert "Two ways in for everybody: nobody’s leaving cuts anybody off today." in outcome.stdout
    empty = run("two-ways-in", path, "--format", "csv")
    assert empty.stdout.splitlines()[0].startswith("a,b,a_name")
    assert len(empty.stdout.splitlines()) == 1
    assert empty.stderr == "Two ways in for everybody: nobody’s leaving cuts anybody off today.\n"


def test_people_alike_in_a_column_that_is_not_there_is_said(star):
    outcome = run("two-ways-in", star, "--alike", "region")
    assert outcome.exit_code == 1
    assert "There is no attribute of people “region”" in outcome.stderr
