"""``weft convert``: any format in, any format out, and every loss said."""

import json

import pytest

import weft
from tests.cli.calling import run, started, tables
from tests.formats.same import content_of


def test_a_network_goes_to_another_format_and_back(tmp_path):
    original = tables(tmp_path)

    there = run("convert", *original, tmp_path / "network.weft.zip")
    back = run(
        "convert", tmp_path / "network.weft.zip", tmp_path / "again.csv",
        "--people-out", tmp_path / "again-people.csv",
    )  # fmt: skip

    assert (there.exit_code, there.stdout, back.exit_code, back.stdout) == (0, "", 0, "")
    assert "--people-out" not in there.stderr + back.stderr
    assert there.stderr.splitlines()[-1].startswith("4 people and 13 reports written to ")
    first = weft.read(original[0], original[2])
    again = weft.read(tmp_path / "again.csv", tmp_path / "again-people.csv")
    assert content_of(again) == content_of(first)


def test_what_does_not_fit_is_said_on_standard_error(tmp_path):
    outcome = run("convert", *tables(tmp_path), tmp_path / "ties.tsv", "--relation", "trusts")

    assert outcome.exit_code == 0
    assert "What is known of people is not in the file (organisation)" in outcome.stderr
    assert "--people-out FILE writes a people table beside it.\n" in outcome.stderr
    assert (tmp_path / "ties.tsv").read_text().splitlines() == [
        "source\ttarget\trelation\tweight\twave",
        "ana\tcy\ttrusts\t3\t1",
        "cy\tana\ttrusts\t2\t1",
        "ben\tana\ttrusts\t4\t1",
    ]


def test_a_form_is_written_for_people_and_holds_no_reports(tmp_path):
    outcome = run("convert", *tables(tmp_path), tmp_path / "form.xlsx", "--to", "xlsform")

    assert outcome.exit_code == 0
    assert outcome.stderr.splitlines()[-1] == (
        f"4 people written to {tmp_path / 'form.xlsx'}: a form for Kobo or ODK."
    )


def test_json_says_what_was_written_and_what_was_lost(tmp_path):
    out = tmp_path / "turns.csv"
    outcome = run("convert", *tables(tmp_path), out, "--wave", "2", "--json")

    said = json.loads(outcome.stdout)
    assert (said["format"], said["files"], said["people"]) == ("csv", [str(out)], 3)
    assert (said["relations"], said["waves"]) == (["turns_to"], ["2"])
    assert "attributes-not-written" in [notice["kind"] for notice in said["notices"]]


def test_standard_input_goes_to_standard_output(tmp_path):
    ended = started("convert", "-", "-", "--to", "tsv", given=b"source,target\n=a,b\n")

    assert (ended.returncode, ended.stdout) == (
        0,
        b"source\ttarget\trelation\tweight\twave\n'=a\tb\tties\t1\t1\n",
    )


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["ties.csv", "ties.csv"], 2, "ties.csv holds the data; name another file"),
        (["ties.csv", "-"], 2, "Writing to standard output (-) needs --to"),
        (["ties.csv", "out.docx"], 1, "There is no format that writes networks to files ending in"),
        (["ties.csv", "out.csv", "--to", "cvs"], 1, "There is no format “cvs”"),
        (["ties.csv", "out.csv", "--from", "parquet"], 1, "found a damaged Parquet table"),
        (["ties.csv", "out.csv", "--relation", "likes"], 1, "There is no relation “likes”"),
        (["none.csv", "out.csv"], 1, "none.csv: found no such file"),
        (["ties.csv", "no/out.csv"], 1, "no/out.csv: could not be written"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    arguments, status, message, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ties.csv").write_text("source,target\na,b\n")

    outcome = run("convert", *arguments)

    assert (outcome.exit_code, outcome.stdout) == (status, "")
    assert message in outcome.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["ties.csv"]


def test_a_column_can_be_given_its_role(tmp_path):
    (tmp_path / "ties.csv").write_text("source,target,how often,note\na,b,3,x\n")

    outcome = run(
        "convert", tmp_path / "ties.csv", tmp_path / "out.csv",
        "--column", "how often=weight", "--column", "note=",
    )  # fmt: skip

    assert outcome.exit_code == 0, outcome.stderr
    assert (tmp_path / "out.csv").read_text().splitlines()[1] == "a,b,ties,3,1"


def test_dates_are_cut_into_waves(tmp_path):
    (tmp_path / "ties.csv").write_text(
        "source,target,date\na,b,2026-01-05\na,b,2026-05-05\nb,a,2026-06-30\n"
    )

    outcome = run("convert", tmp_path / "ties.csv", tmp_path / "out.csv", "--waves", "quarter")

    assert outcome.exit_code == 0, outcome.stderr
    assert weft.read(tmp_path / "out.csv").waves == ("2026-Q1", "2026-Q2")
