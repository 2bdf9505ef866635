"""``weft check``, and every kind of bad input at the command line."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.calling import TIES, run, started, tables

GOOD = "source,target,weight\nana,ben,1\nben,cy,2\n"
BAD = {
    "missing column": b"source,colour,weight\na,red,1\n",
    "empty file": b"",
    "header only": b"source,target\n",
    "unknown encoding": b"source,target\n\xff\xfe\x00\xd8\x81\x8d,b\n\x81\x8d\x8f\x90,c\n",
    "unequal rows": b"source,target\na,b\nc\nd,e,f,g\n",
    "non-numeric weight": b"source,target,weight\na,b,often\n",
    "NaN weight": b"source,target,weight\na,b,NaN\n",
    "infinite weight": b"source,target,weight\na,b,inf\n",
    "negative weight": b"source,target,weight\na,b,-1\n",
    "a million characters": b"source,target\na,b\n" + b"x" * 1_000_000 + b",b\n",
    "NUL bytes": b"source,target\na\x00,b\nc,d\n",
    "binary": bytes(range(256)) * 40,
}


def folder_of(path: Path) -> set[str]:
    return {other.name for other in path.iterdir()}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
@pytest.mark.parametrize("command", ["check", "portrait"])
def test_bad_ties_end_with_1_and_nothing_written(command, content, tmp_path):
    ties = tmp_path / "ties.csv"
    ties.write_bytes(content)
    wanted = ["-o", tmp_path / "portrait.html"] if command == "portrait" else []
    outcome = run(command, ties, *wanted)
    assert outcome.exit_code == 1, outcome.output
    assert outcome.stdout == ""
    assert outcome.stderr.startswith("weft: ")
    assert "Traceback" not in outcome.stderr
    assert len(outcome.stderr) < 5_000
    assert folder_of(tmp_path) == {"ties.csv"}


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ("id\nana\nben\n", "cy"),
        ("id\nana\nben\ncy\nana\n", "ana"),
        ("colour\nred\n", "id"),
        ("id,responded\nana,maybe\nben,yes\ncy,no\n", "maybe"),
    ],
    ids=["unknown person", "duplicate id", "no id", "neither yes nor no"],
)
def test_bad_people_end_with_1(people, said, tmp_path):
    (tmp_path / "ties.csv").write_text(GOOD)
    (tmp_path / "people.csv").write_text(people)
    outcome = run("check", tmp_path / "ties.csv", "--people", tmp_path / "people.csv")
    assert outcome.exit_code == 1
    assert said in outcome.stderr


def test_weight_outside_the_declared_scale(tmp_path):
    outcome = run("check", *tables(tmp_path), "--scale", "trusts=0:3")
    assert outcome.exit_code == 1
    assert "row 8" in outcome.stderr
    assert "4" in outcome.stderr
    assert run("check", *tables(tmp_path), "--scale", "trusts=0:4").exit_code == 0


def test_a_directory_and_a_file_that_is_not_there(tmp_path):
    for path in (tmp_path, tmp_path / "nothing.csv"):
        outcome = run("portrait", path)
        assert (outcome.exit_code, outcome.stdout) == (1, "")
        assert str(path) in outcome.stderr


def test_a_file_that_may_not_be_read(tmp_path):
    ties = tmp_path / "ties.csv"
    ties.write_text(GOOD)
    ties.chmod(0)
    if os.access(ties, os.R_OK):  # the superuser may read everything: a broken link cannot be read
        ties.unlink()
        ties.symlink_to(ties)
    outcome = run("check", ties)
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert outcome.stderr.startswith("weft: ")


def test_at_most_twenty_problems_of_a_kind_are_shown_then_a_count(tmp_path):
    ties = tmp_path / "ties.csv"
    rows = "".join(f"a{i},b{i},often\n" for i in range(53))
    ties.write_text("source,target,weight\n" + rows + "x,y,-1\n")
    said = run("check", ties)
    assert said.exit_code == 1
    assert said.stderr.count("“often”") == 20
    assert "33 more" in said.stderr
    assert "54 problems" in said.stderr
    found = json.loads(run("check", ties, "--json").stdout)
    assert found["ok"] is False
    assert sum(found["counts"].values()) == 54
    assert len(found["problems"]) == 21
    assert found["problems"][0] == {
        "kind": "not-a-number",
        "origin": str(ties),
        "row": 2,
        "column": "weight",
        "found": "“often”",
        "expected": found["problems"][0]["expected"],
        "mend": found["problems"][0]["mend"],
    }


def test_a_file_that_cannot_be_read_is_json_too(tmp_path):
    outcome = run("check", tmp_path / "nothing.csv", "--json")
    assert outcome.exit_code == 1
    assert json.loads(outcome.stdout)["error"]["code"] == "unreadable-file"


def test_sound_data_are_described(tmp_path):
    outcome = run("check", *tables(tmp_path))
    assert outcome.exit_code == 0, outcome.output
    for said in (
        "No problem found",
        "4 people",
        "works_with",
        "turns_to",
        "wave 2",
        "organisation",
    ):
        assert said in outcome.stdout
    found = json.loads(run("check", *tables(tmp_path), "--json").stdout)
    assert found["ok"] is True
    assert (found["people"], found["waves"], found["stewards"]) == (4, ["1", "2"], 1)
    assert {"relation": "turns_to", "wave": "2", "ties": 2} in found["ties"]
    assert [row["answered"] for row in found["coverage"]] == [4, 4]


def test_what_was_done_to_the_data_is_told(tmp_path):
    ties = tmp_path / "ties.csv"
    ties.write_text("source,target\na,a\na,b\na,b\n")
    said = run("check", ties).stdout
    assert "Done to the data" in said
    assert "themselves" in said


def test_standard_input_is_named_in_messages():
    outcome = started("check", "-", given=b"source,target,weight\na,b,often\n")
    assert outcome.returncode == 1
    assert outcome.stdout == b""
    assert "standard input, row 2, column weight" in outcome.stderr.decode()


def test_standard_input_can_be_read_once_only():
    assert run("check", "-", "--people", "-", given=TIES).exit_code == 2


def test_nothing_in_the_data_commands_the_terminal(tmp_path):
    ties = tmp_path / "ties.csv"
    ties.write_text("source,target,relation\na,b,\x1b[31mred\x1b]0;title\x07\n")
    outcome = run("check", ties)
    assert "\x1b" not in outcome.output
    assert "\x07" not in outcome.output


def test_ids_and_relations_that_differ_by_case_or_spaces_only_are_pointed_out(tmp_path):
    ties = tmp_path / "ties.csv"
    ties.write_text("source,target,relation\nAna ,Ben,trusts\nBen,Ana,Trusts\nana,Ben,trusts\n")
    said = " ".join(run("check", ties).stdout.split())
    assert "3 ids differ only by capitals or spaces: “" in said
    assert [name for name in ("“Ana ”", "“Ana”", "“ana”") if name not in said] == []
    assert "2 relations differ only by capitals or spaces: “trusts”, “Trusts”" in said
    assert json.loads(run("check", ties, "--json").stdout)["look_at"][0]["kind"] == "alike"


def test_a_column_that_almost_says_who_answered_or_convenes_is_pointed_out(tmp_path):
    ties, people = tmp_path / "ties.csv", tmp_path / "people.csv"
    ties.write_text("source,target\nana,ben\n")
    people.write_text("id,Answered?,Convener\nana,yes,yes\nben,no,no\n")
    said = " ".join(run("check", ties, "--people", people).stdout.split())
    assert (
        "“Answered?” is read as an attribute. If it says who answered, call it responded." in said
    )
    assert "“Convener” is read as an attribute. If it says who convenes, call it steward." in said
    people.write_text("id,responded,steward,Convener\nana,yes,yes,x\nben,no,no,y\n")
    assert "is read as an attribute" not in run("check", ties, "--people", people).stdout


def test_a_relation_whose_pairs_each_stand_once_is_pointed_out(tmp_path):
    ties = tmp_path / "ties.csv"
    rows = [f"{a},{b}" for a in range(8) for b in range(a + 1, 8)]
    ties.write_text("\n".join(["source,target", *rows]))
    said = " ".join(run("check", ties).stdout.split())
    assert "--undirected ties" in said
    assert "Look at" not in run("check", ties, "--undirected", "ties").stdout
    ties.write_text("\n".join(["source,target", *rows, "1,0"]))
    assert "Look at" not in run("check", ties).stdout
