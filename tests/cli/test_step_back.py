"""``weft step-back``: the rehearsal on the command line."""

import csv
import json
from io import StringIO

import pytest

import weft
from tests.cli.calling import run, tables
from tests.cli.test_portrait import too_wide


@pytest.fixture
def files(tmp_path):
    """A hub with two spokes on each side; 'di' is called as a spreadsheet would run it."""
    ties = tmp_path / "ties.csv"
    rows = ["ana,ben", "ana,cy", "ana,di", "ana,eva", "ben,cy", "di,eva"]
    turns = ["ben,ana,turns_to", "cy,ana,turns_to", "cy,ben,turns_to"]
    ties.write_text(
        "source,target,relation\n" + "".join(f"{row},works_with\n" for row in rows)
        + "".join(f"{row}\n" for row in turns)
    )  # fmt: skip
    people = tmp_path / "people.csv"
    people.write_text("id,name\nana,Ana\nben,Ben\ncy,Cy\ndi,=1+1\neva,Eva\n")
    return [ties, "--people", people, "--everyone-answered"]


def test_text_says_the_answer_then_what_mends_the_figures_the_reverse_and_the_limits(files):
    said = run("step-back", *files, "--person", "ana").stdout
    in_a_row = " ".join(said.split())
    places = [
        in_a_row.index(part)
        for part in (
            "If Ana left ",
            "four pairs of those who stay would lose their only short way",
            "What would mend most, in this order",
            "Hand over what people come for",
            "What happens to the figures",
            "The reverse: where it rests on one person",
            "What this does not know",
        )
    ]
    assert places == sorted(places)
    assert too_wide(said) == []


def test_names_are_shown_only_where_asked(files):
    assert "Cut off" not in run("step-back", *files, "--person", "ana").stdout
    named = run("step-back", *files, "--person", "ana", "--names").stdout
    assert "No short way any more: ben and di; ben and eva; cy and di; cy and eva" in named


def test_without_anybody_leaving_the_reverse_is_shown(files):
    said = run("step-back", *files).stdout
    assert said.splitlines()[0].startswith("Where ")
    assert said.splitlines()[0].endswith(" rests on one person")
    assert "•  One person is the only link between parts of the network" in said
    assert "What happens to the figures" not in said
    assert "Ana" not in said
    assert "Ana" in run("step-back", *files, "--names").stdout


def test_json_is_the_same_rehearsal(files):
    found = json.loads(run("step-back", *files, "--person", "ana", "--json").stdout)
    net = weft.read(files[0], people=files[2], everyone_answered=True)
    assert found == json.loads(json.dumps(weft.step_back(net, ["ana"]).to_dict()))


def test_csv_holds_the_introductions_and_nothing_a_spreadsheet_would_run(files):
    asked = ("--person", "ana", "--most", 2, "--each", 2)
    text = run("step-back", *files, *asked, "--format", "csv").stdout
    rows = list(csv.DictReader(StringIO(text)))
    net = weft.read(files[0], people=files[2], everyone_answered=True)
    plan = weft.step_back(net, ["ana"], most=2, each=2).plan
    assert [(row["a"], row["b"], row["reason"]) for row in rows] == [
        (one.a, one.b, one.reason.text) for one in plan
    ]
    assert not [cell for row in rows for cell in row.values() if cell.startswith("=")]


def test_several_leave_at_once_and_pairs_are_blocked(files):
    asked = ("--person", "ana", "--person", "ben", "--block", "cy,di", "--json")
    found = json.loads(run("step-back", *files, *asked).stdout)
    assert found["leaving"] == ["ana", "ben"]
    assert {frozenset((one["a"], one["b"])) for one in found["plan"]}.isdisjoint(
        {frozenset(("cy", "di"))}
    )


def test_ranges_show_where_people_are_silent(files, tmp_path):
    ids = [f"p{i}" for i in range(12)]
    heard = ids[:7]
    people, ties = tmp_path / "people.csv", tmp_path / "ties.csv"
    people.write_text(
        "id,responded\n" + "".join(f"{i},{'yes' if i in heard else 'no'}\n" for i in ids)
    )
    rows = [(one, other) for at, one in enumerate(heard) for other in ids[at + 1 :: 3]]
    ties.write_text("source,target\n" + "".join(f"{a},{b}\n" for a, b in rows))
    asked = (ties, "--people", people, "--person", "p0")
    with_, without = (run("step-back", *asked, "--replicates", many).stdout for many in (20, 0))
    assert ("Between:" in with_, "Between:" in without) == (True, False)
    assert too_wide(with_) == []


def test_why_there_is_nothing_to_mend_is_said_beside_an_empty_table(files):
    nobody = run("step-back", *files, "--format", "csv")
    assert nobody.stderr == "Nobody leaves in this rehearsal, so there is nothing to mend.\n"
    assert len(nobody.stdout.splitlines()) == 1
    needless = run("step-back", *files, "--person", "ben", "--format", "csv")
    assert needless.stderr == "Nothing is lost that an introduction would give back.\n"


def test_who_is_not_there_is_said(files):
    outcome = run("step-back", *files, "--person", "zoe")
    assert outcome.exit_code == 1
    assert "There is no person “zoe”" in outcome.stderr


def test_stewards_come_from_the_people_table(tmp_path):
    found = json.loads(run("step-back", *tables(tmp_path), "--person", "ana", "--json").stdout)
    shares = [one for one in found["figures"] if one["id"] == "steward_share"]
    assert shares[0]["after"]["undefined_because"].startswith("Undefined, because nobody is marked")
